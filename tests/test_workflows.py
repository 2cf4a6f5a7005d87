"""The workflows' auditor: what each may do is read from its YAML, here and in what ``kendal init`` writes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kendal_git.wiring.examining import APP
from kendal_git.wiring.hosts import CREDENTIALS
from kendal_git.wiring.routes import ROUTE_SECRETS

ROOT = Path(__file__).parent.parent
HERE, STARTER = ROOT / ".github", ROOT / "templates/starter/dot.github"
NAMES = ("channels", "check", "gate", "publish", "review", "site")
ALL = (*NAMES, "ci")
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")
# The most that each job may do; a job that is not listed here is an error.
ALLOWED: dict[str, dict[str, str]] = {
    "channels/channels": {"contents": "read"},
    "check/check": {"contents": "read"},
    "ci/ci": {"contents": "read"},
    "review/review": {},
    "gate/gate": {
        "actions": "read",
        "contents": "read",
        "issues": "read",
        "pull-requests": "write",
        "statuses": "write",
    },
    "publish/publish": {"actions": "read", "contents": "write", "issues": "write", "pull-requests": "read"},
    "publish/site": {"contents": "read", "id-token": "write", "pages": "write"},
    "publish/again": {"actions": "read", "contents": "write", "issues": "write", "pull-requests": "read"},
    "publish/receipts": {"contents": "read", "id-token": "write", "pages": "write"},
    "site/build": {"contents": "read"},
    "site/deploy": {"id-token": "write", "pages": "write"},
    "site/push": {"contents": "read"},
}
EVENTS = {
    "channels": {"schedule", "workflow_dispatch"},
    "check": {"pull_request"},
    "ci": {"push", "pull_request"},
    "gate": {"pull_request_target", "workflow_run", "schedule"},
    "publish": {"push", "issues", "schedule", "workflow_dispatch"},
    "review": {"pull_request_review"},
    "site": {"workflow_call", "workflow_dispatch", "schedule"},
}


def text(name: str) -> str:
    return (HERE / f"workflows/{name}.yml").read_text(encoding="utf-8")


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(text(name))
    return found


def jobs(*names: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in names:
        for job, facts in workflow(name)["jobs"].items():
            yield f"{name}/{job}", facts


def steps(*names: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs(*names):
        yield from ((name, step) for step in job.get("steps", ()))


def test_every_workflow_is_known_here() -> None:
    """A workflow that nobody audited cannot be added."""
    assert {path.stem for path in (HERE / "workflows").iterdir()} == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_workflow_is_started_by_these_events_alone(name: str) -> None:
    """What starts a workflow decides whose definition runs and with which rights."""
    assert set(workflow(name)[True]) == EVENTS[name]  # YAML 1.1 reads the key `on` as true


def test_each_job_has_the_permissions_that_it_needs_and_no_other() -> None:
    """Nothing is given at the top, and each job lists what it may do."""
    assert all(workflow(name)["permissions"] == {} for name in ALL)
    assert {name: job["permissions"] for name, job in jobs(*ALL)} == ALLOWED


def test_every_action_is_pinned_by_its_commit() -> None:
    """A tag that somebody moves changes nothing here; the same action is everywhere the same."""
    used = [step["uses"] for _, step in steps(*ALL) if "uses" in step]
    versions = {one.split("@")[0]: one for one in used}

    assert all(PINNED.fullmatch(one) for one in used)
    assert all(versions[one.split("@")[0]] == one for one in used)
    assert all(f"{one} # v" in text(name) for name in ALL for one in used if one in text(name))


def test_a_checkout_keeps_no_credentials_and_takes_main() -> None:
    """No token lies in .git/config for later steps, and no job has a proposal's files in its work tree."""
    found = [(name, step["with"]) for name, step in steps(*ALL) if "checkout@" in step.get("uses", "")]

    assert {name.split("/")[0] for name, _ in found} == set(ALL) - {"review"}
    assert all(given["persist-credentials"] is False for _, given in found)
    main = "${{ github.event.repository.default_branch }}"
    assert all(given.get("ref") == main for name, given in found if not name.startswith("ci/"))


@pytest.mark.parametrize("name", NAMES)
def test_a_history_is_whole(name: str) -> None:
    """Wherever there is a checkout, there is no shallow boundary that could turn an answer wrong."""
    found = [step["with"] for _, step in steps(name) if "checkout@" in step.get("uses", "")]

    assert all(given["fetch-depth"] == 0 for given in found)


def test_no_shell_line_holds_a_value_of_the_event() -> None:
    """Titles and branch names are words that anybody writes: a script gets them in its environment or not at all."""
    lines = [step["run"] for _, step in steps(*ALL) if "run" in step]

    assert lines
    assert all("${{" not in line for line in lines)


def test_what_a_pull_request_can_edit_has_no_secret() -> None:
    """The workflows that run in the proposal's own version see no secret and no environment, and write nothing."""
    for name in ("check", "review", "ci"):
        assert "secrets." not in text(name)
        assert "secrets:" not in text(name)
    for name, job in jobs("check", "review", "ci"):
        assert "environment" not in job
        assert "write" not in job["permissions"].values(), name


def test_secrets_live_in_the_environment() -> None:
    """Only jobs of the environment ``publikasi`` read secrets, and each of them is named."""
    with_secrets = {name for name, job in jobs(*ALL) if "secrets." in yaml.safe_dump(job)}
    sent = next(step["env"] for _, step in steps("publish") if step.get("id") == "publish")

    assert with_secrets == {"channels/channels", "publish/publish", "publish/again", "site/push"}
    assert all(job["environment"] == "publikasi" for name, job in jobs(*ALL) if name in with_secrets)
    known = {*CREDENTIALS, *(name for names in ROUTE_SECRETS.values() for name in names)}
    assert {name for name in sent if name in known} == known
    assert "secrets: inherit" not in text("publish")


def test_the_doctor_gets_what_the_channels_need_and_no_more() -> None:
    """The weekly examination has the secrets of every route, the app's own words, and nothing that could publish."""
    (sent,) = (step["env"] for _, step in steps("channels") if step.get("id") == "channels")
    needed = {name for names in ROUTE_SECRETS.values() for name in names}

    assert needed <= set(sent)
    assert set(sent) - needed == set(APP)
    assert all(word == f"${{{{ secrets.{name} }}}}" for name, word in sent.items())


def test_publication_is_one_at_a_time_and_never_cancelled() -> None:
    """A run that is killed between intent and receipt is a doubt for a person."""
    assert workflow("publish")["concurrency"] == {"group": "kendal-publish", "cancel-in-progress": False}
    assert workflow("gate")["concurrency"]["cancel-in-progress"] is False
    assert all("timeout-minutes" in job for name, job in jobs(*ALL) if "uses" not in job)


def test_what_waits_for_the_site_is_published_after_it() -> None:
    """A second run, with the rights and the secrets of the first and no one's inputs, follows a site that was built."""
    found = workflow("publish")["jobs"]
    first, again = found["publish"], found["again"]
    usual = [step for step in first["steps"] if "settle_post" not in step.get("if", "")]
    sent, kept = ([steps[-2].pop("env"), steps[-1]["with"].pop("name")] for steps in (usual, again["steps"]))

    assert again["needs"] == ["publish", "site"]
    assert "needs.publish.outputs.awaiting == 'true' && needs.site.result == 'success'" in again["if"]
    assert [{**sent[0], "EVENT": "again"}, "outbox-again"] == kept
    assert usual == again["steps"]
    assert {name: first[name] for name in ("permissions", "environment", "runs-on")} == {
        name: again[name] for name in ("permissions", "environment", "runs-on")
    }
    assert found["receipts"] == {**found["site"], "needs": "again", "if": found["receipts"]["if"]}


def test_the_gate_believes_no_event() -> None:
    """Of a finished run only the head's id is taken, and no artifact is read."""
    (step,) = (step for _, step in steps("gate") if "gate.sh" in step.get("run", ""))

    assert set(step["env"]) == {"GITHUB_TOKEN", "EVENT", "NUMBER", "HEAD_SHA"}
    assert "artifact" not in re.sub(r"#.*", "", text("gate"))
    assert "pull_requests[" not in text("gate")


def test_publication_keeps_to_the_posting_window() -> None:
    """Its schedule fires from 05:00 to 21:00 WIB and at no other hour."""
    from kendal_git.forges.github.minutes import CRON, values_of

    hours = {(hour + 7) % 24 for cron in CRON.findall(text("publish")) for hour in values_of(cron)[1]}

    assert hours == set(range(5, 21))


@pytest.mark.parametrize("name", NAMES)
def test_another_office_gets_the_same_workflows(name: str) -> None:
    """What ``kendal init`` writes is, byte for byte, what runs here."""
    assert (STARTER / f"workflows/{name}.yml").read_bytes() == (HERE / f"workflows/{name}.yml").read_bytes()


def test_another_office_gets_the_same_steps() -> None:
    """Only how kendal is installed differs: here from the checkout, there by version, both on locked hashes."""
    mine = {path.name: path.read_bytes() for path in (HERE / "kendal").iterdir()}
    theirs = {path.name: path.read_bytes() for path in (STARTER / "kendal").iterdir()}

    assert {name for name in mine if mine[name] != theirs.get(name)} == {"install.sh"}
    assert mine.keys() == theirs.keys()
    assert all(b"--require-hashes" in one["install.sh"] for one in (mine, theirs))
    assert b"'kendal_git==@VERSI@'" in theirs["install.sh"]


def test_scripts_say_no_secret_aloud() -> None:
    """No script traces its commands, and no token or key is an argument of a program."""
    for path in (HERE / "kendal").iterdir():
        words = path.read_text(encoding="utf-8")
        assert "set -x" not in words
        programs = [line for line in words.splitlines() if re.search(r"_(TOKEN|KEY)\b", line)]
        for line in programs:
            assert re.match(r"\s*(#|if \[|unset |ssh_login \"|'!f\(\) )", line), f"{path.name}: {line}"
