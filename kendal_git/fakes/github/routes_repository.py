"""What can be asked of the repository itself: accounts, commits, statuses, activity, runs."""

import datetime as dt
import re
from functools import partial
from typing import Any

from kendal_git.fakes.github import answers_people, answers_pulls
from kendal_git.fakes.github import answers_repository as shapes
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.errors import Refusal, invalid, not_found
from kendal_git.fakes.github.git import Commit
from kendal_git.fakes.github.merging import commits_of
from kendal_git.fakes.github.pages import by_cursor
from kendal_git.fakes.github.records import Status

STATES = ("error", "failure", "pending", "success")
HEX = re.compile("[0-9a-f]{7,40}")
MOST_STATUSES, MOST_DESCRIPTION, MOST_CONTEXT = 1000, 140, 255
PERIODS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


def oneself(call: Call) -> Answer:
    if call.user.bot:
        raise Refusal(403, "Resource not accessible by integration")
    return Answer(200, answers_people.oneself(call, call.user))


def account(call: Call) -> Answer:
    """An account by its login or its number."""
    word = call.words.get("login", "")
    people = call.state.people
    user = people.by_login(word) if "login" in call.words else people.by_id(call.number("number"))
    if user is None:
        raise not_found()
    hidden = ("collaborators", "disk_usage", "owned_private_repos", "private_gists", "total_private_repos")
    shown = answers_people.oneself(call, user)
    return Answer(
        200, {name: value for name, value in shown.items() if name not in (*hidden, "two_factor_authentication")}
    )


def shown(call: Call) -> Answer:
    return Answer(200, shapes.full(call))


def find_commit(call: Call) -> Commit:
    """The commit that a path names, by its id, its beginning or a branch."""
    bare, name = call.repository.bare, call.words["ref"]
    branch = call.repository.default_branch if name == "HEAD" else name.removeprefix("refs/").removeprefix("heads/")
    sha = bare.branch(branch)
    if sha is None and HEX.fullmatch(name):
        sha = bare.resolve(name)
    if sha is None:
        raise Refusal(422, f"No commit found for SHA: {name}")
    return bare.commits([sha])[0]


def commit(call: Call) -> Answer:
    """One commit with the files that it changed against its first parent."""
    bare, one = call.repository.bare, find_commit(call)
    before = one.parents[0] if one.parents else bare.out("mktree", input=b"")
    changes = bare.changes(before, one.sha)
    added, removed = sum(change.additions for change in changes), sum(change.deletions for change in changes)
    return Answer(
        200,
        {
            **shapes.commit(call, one),
            "stats": {"additions": added, "deletions": removed, "total": added + removed},
            "files": [shapes.diff_entry(call, change, one.sha) for change in changes[:300]],
        },
    )


def pulls_of(call: Call) -> Listing:
    """The merged pull that brought a commit; off the default branch the pulls that hold it."""
    repository, sha = call.repository, find_commit(call).sha
    tip = repository.bare.branch(repository.default_branch)
    if tip and repository.bare.contains(tip, sha):
        found = [issue for issue, pull in repository.pulls() if pull.merged_at and sha in pull.brought]
    else:
        found = [
            issue
            for issue, pull in repository.pulls()
            if (pull.merged_at or issue.state == "open") and sha in {*commits_of(repository, pull), *pull.brought}
        ]
    return Listing(found, partial(answers_pulls.pull_simple, call))


def status_set(call: Call) -> Answer:
    """A new status of a commit; statuses never change."""
    repository, words = call.repository, call.words["sha"]
    sha = repository.bare.resolve(words) if HEX.fullmatch(words) and len(words) == 40 else None
    if sha is None:
        raise Refusal(422, f"No commit found for SHA: {words}")
    state, context = call.required("state", "Status"), call.text("context", "default")
    description, target = call.text("description"), call.text("target_url")
    if state not in STATES:
        raise invalid("Status", "state")
    if len(description) > MOST_DESCRIPTION:
        raise invalid("Status", "description", "custom", "description is too long (maximum is 140 characters)")
    if len(context) > MOST_CONTEXT:
        raise invalid("Status", "context", "custom", "context is too long (maximum is 255 characters)")
    if target and not target.startswith(("http://", "https://")):
        raise invalid("Status", "target_url", "custom", "target_url must use http(s) scheme")
    if sum((one.sha, one.context) == (sha, context) for one in repository.statuses) >= MOST_STATUSES:
        message = "This SHA and context has reached the maximum number of statuses."
        raise Refusal(422, "Validation Failed", [{"resource": "Status", "code": "custom", "message": message}])
    now = repository.clock.tick()
    one = Status(repository.new_id(), sha, state, context, description or None, target or None, call.user, now)
    repository.statuses.append(one)
    return Answer(201, shapes.status(call, one))


def statuses(call: Call) -> Listing:
    sha = find_commit(call).sha
    return Listing([one for one in reversed(call.repository.statuses) if one.sha == sha], partial(shapes.status, call))


def combined(call: Call) -> Answer:
    """The newest status of each context, and one word for all."""
    sha = find_commit(call).sha
    latest = list({one.context: one for one in call.repository.statuses if one.sha == sha}.values())
    states = {one.state for one in latest}
    word = "failure" if states & {"error", "failure"} else "success" if states == {"success"} else "pending"
    return Answer(
        200,
        {
            "state": word,
            "statuses": [{k: v for k, v in shapes.status(call, one).items() if k != "creator"} for one in latest[:30]],
            "sha": sha,
            "total_count": len(latest),
            "repository": shapes.minimal(call),
            "commit_url": f"{call.api}/commits/{sha}",
            "url": f"{call.api}/commits/{sha}/status",
        },
    )


def activity(call: Call) -> Answer:
    """What happened to the branches, the newest first."""
    query: Any = call.query
    everything = call.repository.activity
    found = everything[: len(everything) - call.repository.settings.activity_lag]
    if ref := query.get("ref"):
        full = ref if ref.startswith("refs/") else f"refs/heads/{ref}"
        found = [one for one in found if one.ref == full]
    if kind := query.get("activity_type"):
        found = [one for one in found if one.kind == kind]
    if actor := query.get("actor"):
        found = [one for one in found if one.actor.login.casefold() == actor.casefold()]
    if days := PERIODS.get(query.get("time_period", "")):
        since = call.repository.clock.now() - dt.timedelta(days=days)
        found = [one for one in found if one.timestamp >= since]
    if query.get("direction") != "asc":
        found.reverse()
    return by_cursor(call, Listing(found, partial(shapes.activity, call)))


def run(call: Call) -> Answer:
    found = call.repository.runs.get(call.number("run"))
    if found is None:
        raise not_found()
    return Answer(200, shapes.run(call, found))
