"""What can be asked of the settings around workflows: environments, secrets, variables, pages."""

import zlib
from collections.abc import Sequence
from functools import partial

from kendal_git.fakes.github import answers_people
from kendal_git.fakes.github.answers_people import node
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.clock import text
from kendal_git.fakes.github.errors import not_found
from kendal_git.fakes.github.records import Environment, Json


def number_of(name: str) -> int:
    """A stable number for what has only a name."""
    return zlib.crc32(name.encode())


def environments(call: Call) -> Listing:
    return Listing(call.repository.settings.environments, partial(_environment, call), "environments")


def _environment(call: Call, one: Environment) -> Json:
    number, stamp = number_of(one.name), text(call.repository.created_at)
    rules: list[Json] = []
    if one.wait_minutes:
        rules.append({"id": number + 1, "type": "wait_timer", "wait_timer": one.wait_minutes})
    if one.reviewers:
        people = [call.repository.person(login) for login in one.reviewers]
        reviewers = [{"type": "User", "reviewer": answers_people.user(call, who)} for who in people]
        required = {"type": "required_reviewers", "prevent_self_review": False, "reviewers": reviewers}
        rules.append({"id": number + 2, **required})
    policy = None
    if one.branches is not None:
        rules.append({"id": number + 3, "type": "branch_policy"})
        policy = {"protected_branches": not one.branches, "custom_branch_policies": bool(one.branches)}
    rules = [{**rule, "node_id": node("GateRule", rule["id"])} for rule in rules]
    return {
        "id": number,
        "node_id": node("Environment", number),
        "name": one.name,
        "url": f"{call.api}/environments/{one.name}",
        "html_url": f"{call.html}/deployments/activity_log?environments_filter={one.name}",
        "created_at": stamp,
        "updated_at": stamp,
        "protection_rules": rules,
        "deployment_branch_policy": policy,
    }


def environment(call: Call) -> Answer:
    return Answer(200, _environment(call, _found(call)))


def _found(call: Call) -> Environment:
    found = next((one for one in call.repository.settings.environments if one.name == call.words["name"]), None)
    if found is None:
        raise not_found()
    return found


def branch_policies(call: Call) -> Listing:
    patterns = _found(call).branches or ()
    return Listing(patterns, _policy, "branch_policies")


def _policy(pattern: str) -> Json:
    number = number_of(pattern)
    return {"id": number, "node_id": node("BranchPolicy", number), "name": pattern, "type": "branch"}


def pages(call: Call) -> Answer:
    """The repository's web site, when it has one."""
    found = call.repository.settings.pages
    if found is None:
        raise not_found()
    whole = {"status": "built", "cname": None, "custom_404": False, "public": True, "build_type": "workflow"}
    return Answer(200, {"url": f"{call.api}/pages", "html_url": f"{call.links.html}/pages", **whole, **found})


def secrets(call: Call) -> Listing:
    """The names of the secrets; nobody is told a value."""
    return _names(call, call.repository.settings.secrets)


def environment_secrets(call: Call) -> Listing:
    """The names of the secrets that only a job in an environment gets."""
    return _names(call, _found(call).secrets)


def _names(call: Call, names: Sequence[str]) -> Listing:
    stamp = text(call.repository.created_at)
    times = {"created_at": stamp, "updated_at": stamp}
    return Listing(names, lambda name: {"name": name, **times}, "secrets")


def variables(call: Call) -> Listing:
    stamp = text(call.repository.created_at)
    found = list(call.repository.settings.variables.items())
    times = {"created_at": stamp, "updated_at": stamp}
    return Listing(found, lambda pair: {"name": pair[0], "value": pair[1], **times}, "variables")


def workflow(call: Call) -> Answer:
    settings = call.repository.settings
    return Answer(
        200,
        {
            "default_workflow_permissions": settings.default_workflow_permissions,
            "can_approve_pull_request_reviews": settings.can_approve_pull_request_reviews,
        },
    )
