"""The table of everything that the fake forge's API knows; whatever is not in it is not found."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from kendal_git.fakes.github import routes_actions as actions
from kendal_git.fakes.github import routes_issues as issues
from kendal_git.fakes.github import routes_pulls as pulls
from kendal_git.fakes.github import routes_repository as repository
from kendal_git.fakes.github import routes_reviews as reviews
from kendal_git.fakes.github import routes_settings as settings
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.errors import Refusal, not_found
from kendal_git.fakes.github.pages import paged

Handler = Callable[[Call], Answer | Listing]
# The words of a path that may hold a slash.
WIDE = ("ref", "branch", "name")
# Method, path below the repository, what answers, and the permission that it needs.
REPOSITORY: tuple[tuple[str, str, Handler, str], ...] = (
    ("GET", "", repository.shown, "read"),
    ("GET", "/pulls", pulls.listed, "read"),
    ("POST", "/pulls", pulls.opened, "write"),
    ("GET", "/pulls/{number}", pulls.shown, "read"),
    ("PATCH", "/pulls/{number}", pulls.changed, "read"),
    ("GET", "/pulls/{number}/reviews", reviews.listed, "read"),
    ("POST", "/pulls/{number}/reviews", reviews.given, "read"),
    ("GET", "/pulls/{number}/reviews/{review}", reviews.shown, "read"),
    ("PUT", "/pulls/{number}/reviews/{review}/dismissals", reviews.dismissed, "write"),
    ("GET", "/pulls/{number}/commits", pulls.commits, "read"),
    ("GET", "/pulls/{number}/files", pulls.files, "read"),
    ("POST", "/pulls/{number}/requested_reviewers", pulls.asked, "read"),
    ("GET", "/pulls/{number}/merge", pulls.is_merged, "read"),
    ("PUT", "/pulls/{number}/merge", pulls.merge, "write"),
    ("PUT", "/pulls/{number}/update-branch", pulls.updated, "write"),
    ("DELETE", "/git/refs/{ref}", pulls.deleted_branch, "write"),
    ("GET", "/commits/{ref}/pulls", repository.pulls_of, "read"),
    ("GET", "/commits/{ref}/statuses", repository.statuses, "read"),
    ("GET", "/commits/{ref}/status", repository.combined, "read"),
    ("GET", "/commits/{ref}", repository.commit, "read"),
    ("POST", "/statuses/{sha}", repository.status_set, "write"),
    ("GET", "/activity", repository.activity, "read"),
    ("GET", "/issues", issues.listed, "read"),
    ("POST", "/issues", issues.opened, "read"),
    ("GET", "/issues/comments/{comment}", issues.comment_shown, "read"),
    ("PATCH", "/issues/comments/{comment}", issues.comment_changed, "read"),
    ("GET", "/issues/{number}", issues.shown, "read"),
    ("PATCH", "/issues/{number}", issues.changed, "read"),
    ("GET", "/issues/{number}/events", issues.events, "read"),
    ("GET", "/issues/{number}/comments", issues.comments, "read"),
    ("POST", "/issues/{number}/comments", issues.commented, "read"),
    ("POST", "/issues/{number}/assignees", issues.assigned, "read"),
    ("GET", "/issues/{number}/labels", issues.issue_labels, "read"),
    ("POST", "/issues/{number}/labels", issues.labelled, "read"),
    ("DELETE", "/issues/{number}/labels/{name}", issues.unlabelled, "read"),
    ("GET", "/labels", issues.labels, "read"),
    ("POST", "/labels", issues.label_made, "write"),
    ("GET", "/actions/runs/{run}", repository.run, "read"),
    ("GET", "/actions/permissions/workflow", actions.workflow, "admin"),
    ("GET", "/actions/secrets", actions.secrets, "admin"),
    ("GET", "/actions/variables", actions.variables, "write"),
    ("GET", "/branches/{branch}/protection", settings.protection, "admin"),
    ("GET", "/branches/{branch}", settings.branch, "read"),
    ("GET", "/rulesets", settings.all_rulesets, "read"),
    ("GET", "/rulesets/{ruleset}", settings.ruleset, "read"),
    ("GET", "/rules/branches/{branch}", settings.branch_rules, "read"),
    ("GET", "/environments", actions.environments, "read"),
    ("GET", "/environments/{name}/deployment-branch-policies", actions.branch_policies, "read"),
    ("GET", "/environments/{name}/secrets", actions.environment_secrets, "admin"),
    ("GET", "/environments/{name}", actions.environment, "read"),
    ("GET", "/pages", actions.pages, "write"),
    ("GET", "/collaborators", settings.collaborators, "write"),
    ("GET", "/collaborators/{login}/permission", settings.permission, "write"),
)
ACCOUNTS: tuple[tuple[str, str, Handler, str], ...] = (
    ("GET", "/user", repository.oneself, ""),
    ("GET", "/user/{number}", repository.account, ""),
    ("GET", "/users/{login}", repository.account, ""),
)
NUMBERS = ("number", "review", "comment", "run", "ruleset")


def _pattern(path: str) -> "re.Pattern[str]":
    def group(match: "re.Match[str]") -> str:
        word = match[1]
        return f"(?P<{word}>{r'[0-9]{1,18}' if word in NUMBERS else '.+' if word in WIDE else '[^/]+'})"

    return re.compile(re.sub(r"\{(\w+)\}", group, path))


def _compiled(
    table: tuple[tuple[str, str, Handler, str], ...],
) -> tuple[tuple[str, "re.Pattern[str]", Handler, str], ...]:
    return tuple((method, _pattern(path), handler, level) for method, path, handler, level in table)


COMPILED, COMPILED_ACCOUNTS = _compiled(REPOSITORY), _compiled(ACCOUNTS)
HOME = re.compile(r"/repos/([^/]+)/([^/]+)(/.*)?")


def answer(call: Call, method: str, body: bytes) -> Answer:
    """The answer to one request whose sender is known."""
    home = HOME.fullmatch(call.path)
    if home is None:
        return _handled(_routed(call, method, COMPILED_ACCOUNTS, call.path), body, "")
    repository = call.state.repository(unquote(home[1]), unquote(home[2]))
    if repository is None or not repository.may(call.user, "read"):
        raise not_found()
    call = replace(call, home=repository)
    return _handled(_routed(call, method, COMPILED, home[3] or ""), body, method)


def _routed(
    call: Call, method: str, table: tuple[tuple[str, "re.Pattern[str]", Handler, str], ...], path: str
) -> tuple[Call, Handler, str]:
    for known, pattern, handler, level in table:
        if known == method and (match := pattern.fullmatch(path)):
            words = {name: unquote(word) for name, word in match.groupdict().items()}
            return replace(call, words=words), handler, level
    raise not_found()


def _handled(found: tuple[Call, Handler, str], body: bytes, method: str) -> Answer:
    call, handler, level = found
    if level:
        _need(call, handler, level)
    call = replace(call, body=_object(body) if method not in ("", "GET") else {})
    reply = handler(call)
    return paged(call, reply) if isinstance(reply, Listing) else reply


def _need(call: Call, handler: Handler, level: str) -> None:
    """Who may not see protection is told there is nothing; people's permissions are metadata to an app."""
    if handler is settings.protection and not call.may(level):
        raise not_found()
    if handler in (settings.permission, settings.collaborators) and not call.may(level):
        if call.user.bot:
            return
        raise Refusal(403, "Must have push access to view collaborator permission.")
    call.need(level)


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        raise Refusal(400, "Problems parsing JSON") from None
    if not isinstance(found, dict):
        raise Refusal(400, "Body should be a JSON object")
    return found
