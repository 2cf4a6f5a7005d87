"""What the workflows read of GitHub's events, held against GitHub's own examples and schemas of them."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.prism import HERE, through_node

pytestmark = pytest.mark.node

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted(
    path
    for folder in (".github/workflows", "templates/starter/dot.github/workflows")
    for path in (ROOT / folder).glob("*.yml")
)
# The payload of a pull_request_target is a pull_request's; what a schedule or a call sends has no schema.
SAME = {"pull_request_target": "pull_request"}
WITHOUT_SCHEMA = ("schedule", "workflow_call")
# What the expressions of one file read; `github.event_name` and `github.event` alone are no field of an event.
FIELD = re.compile(r"\bgithub\.event\.([a-z_]+(?:\.[a-z_]+)*)")
# What may be absent, and why the expression is right without it.
OPTIONAL = {"label.name": "GitHub's schema leaves the label out of what is required; without it the condition is false"}
# What GitHub starts when a workflow names no types.
USUAL = {"pull_request": ("opened", "synchronize", "reopened")}


@cache
def package(name: str, file: str) -> Any:
    return json.loads((HERE / "node_modules" / "@octokit" / name / file).read_text(encoding="utf-8"))


def example(event: str, action: str) -> dict[str, Any]:
    """GitHub's own newest example, to be changed: the older ones lack what was added since."""
    known = {one["name"]: one["examples"] for one in package("webhooks-examples", "api.github.com/index.json")}
    found: dict[str, Any] = [one for one in known[event] if one.get("action") == action][-1]
    return copy.deepcopy(found)


def edited() -> dict[str, Any]:
    """There is no example of a retitled or retargeted proposal."""
    found = example("pull_request", "opened")
    return {**found, "action": "edited", "changes": {"title": {"from": "lama"}}}


def reviewed(state: str) -> dict[str, Any]:
    """There is no example of an approval: the one of a comment, with another opinion."""
    found = example("pull_request_review", "submitted")
    found["review"] |= {"state": state, "body": None}
    return found


def review_ran() -> dict[str, Any]:
    """The end of the workflow that a review starts, at the reviewed head."""
    found = example("workflow_run", "completed")
    run = {"name": "review", "event": "pull_request_review", "status": "completed", "conclusion": "success"}
    found["workflow_run"] |= {**run, "path": ".github/workflows/review.yml", "head_branch": "kiriman/hari-guru"}
    return found


def payloads() -> Iterator[tuple[str, dict[str, Any]]]:
    """The events that the gate rests on."""
    for action in ("opened", "synchronize", "reopened", "ready_for_review", "converted_to_draft"):
        yield f"pull_request${action}", example("pull_request", action)
    yield "pull_request$edited", edited()
    for state in ("approved", "changes_requested", "commented"):
        yield "pull_request_review$submitted", reviewed(state)
    yield "pull_request_review$dismissed", example("pull_request_review", "dismissed")
    yield "workflow_run$completed", review_ran()


def test_the_payloads_of_the_gate_are_as_github_describes_them() -> None:
    """Each event that the gate rests on, derived where GitHub has no example, fulfils GitHub's schema."""
    said = [{"schema": schema, "payload": payload} for schema, payload in payloads()]

    assert through_node("events.mjs", said=said) == []


def test_a_wrong_payload_is_seen() -> None:
    """A review without its state is no review."""
    broken = reviewed("approved")
    del broken["review"]["state"]

    assert "pull_request_review$submitted/review must have required property 'state'" in through_node(
        "events.mjs", said=[{"schema": "pull_request_review$submitted", "payload": broken}]
    )


def triggers(path: Path) -> dict[str, tuple[str, ...]]:
    """Event → the actions that start a workflow; none for an event that has no actions."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    on = found[True]  # YAML 1.1 reads the key `on` as true
    named = on if isinstance(on, dict) else dict.fromkeys([on] if isinstance(on, str) else on)
    return {
        SAME.get(event, event): tuple((facts or {}).get("types", USUAL.get(SAME.get(event, event), ())))
        for event, facts in named.items()
        if event not in WITHOUT_SCHEMA
    }


def always_there(schema: Any, field: list[str]) -> bool:
    """Whether every payload of a schema has a field; one that may be absent or null is not always there."""
    definitions = package("webhooks-schemas", "schema.json")["definitions"]
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if "allOf" in schema:
        return any(always_there(one, field) for one in schema["allOf"])
    choices = schema.get("oneOf") or schema.get("anyOf")
    if choices:
        return all(always_there(one, field) for one in choices)
    if not field:
        return "null" not in [schema.get("type"), *(schema["type"] if isinstance(schema.get("type"), list) else ())]
    name, *rest = field
    return name in schema.get("required", ()) and always_there(schema["properties"][name], rest)


def whole(event: str) -> str:
    """The name of an event's schema, whatever its action; an event that has no actions is its own."""
    known = package("webhooks-schemas", "schema.json")["definitions"]
    return next(name for name in (f"{event}_event", f"{event}$event") if name in known)


def carriers(path: Path, field: str) -> list[str]:
    """The events of a workflow that always bear a field, whatever the action."""
    known = package("webhooks-schemas", "schema.json")["definitions"]
    return [
        event
        for event, actions in triggers(path).items()
        if all(
            always_there(known[name], field.split("."))
            for name in ([f"{event}${action}" for action in actions] or [whole(event)])
        )
    ]


def test_every_field_that_a_workflow_reads_is_in_an_event_that_starts_it() -> None:
    """Each `github.event.…` of a workflow is always there in one of its events, and a wrong word would be seen."""
    read = {(path, field) for path in WORKFLOWS for field in FIELD.findall(path.read_text(encoding="utf-8"))}

    absent = {field for path, field in read if not carriers(path, field)}
    assert absent == set(OPTIONAL)
    known = package("webhooks-schemas", "schema.json")["definitions"]
    opened, review = known["pull_request$opened"], known["pull_request_review$submitted"]
    assert always_there(opened, ["pull_request", "head", "sha"])
    assert not always_there(opened, ["pull_request", "head_sha"])
    assert not always_there(opened, ["pull_request", "body"])
    assert always_there(review, ["review", "state"])
