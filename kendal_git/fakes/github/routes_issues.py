"""What can be asked of and done to issues: comments, labels, assignees, the timeline."""

from functools import partial
from typing import Any

from kendal_git.fakes.github import answers_pulls as shapes
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.changes import rename, set_state
from kendal_git.fakes.github.clock import text
from kendal_git.fakes.github.errors import Refusal, invalid, not_found
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.records import Comment, Issue

REASONS = ("completed", "not_planned", "reopened", "duplicate")


def listed(call: Call) -> Listing:
    """The issues and, as on GitHub, the pulls among them."""
    state = call.chosen("state", ("open", "closed", "all"), "open")
    found = [one for one in call.repository.issues.values() if state in ("all", one.state)]
    wanted = [name.strip().casefold() for name in call.query.get("labels", "").split(",") if name.strip()]
    found = [one for one in found if all(name in one.labels for name in wanted)]
    if creator := call.query.get("creator"):
        found = [one for one in found if one.author.login.casefold() == creator.casefold()]
    if since := call.query.get("since"):
        found = [one for one in found if text(one.updated_at) >= since]
    by_update = call.query.get("sort") == "updated"
    down = call.chosen("direction", ("asc", "desc"), "desc") == "desc"
    found.sort(key=lambda one: (one.updated_at if by_update else one.created_at, one.number), reverse=down)
    return Listing(found, partial(shapes.issue, call))


def opened(call: Call) -> Answer:
    """A new issue; labels and assignees of somebody who may not set them are dropped without a word."""
    issue = call.repository.add_issue(call.user, call.required("title", "Issue"), call.text("body") or None)
    labels, assignees = call.texts("labels"), _assignable(call, call.texts("assignees"))
    if call.may("triage"):
        call.repository.set_labels(issue, labels, call.user)
        call.repository.assign(issue, assignees, call.user)
    return Answer(201, shapes.issue(call, issue))


def _assignable(call: Call, logins: list[str]) -> list[User]:
    users = [call.state.people.by_login(login) for login in logins]
    return [user for user in users if user and user in call.repository.collaborators()]


def shown(call: Call) -> Answer:
    return Answer(200, shapes.issue(call, call.issue()))


def changed(call: Call) -> Answer:
    """Title, body, state, labels and assignees of an issue."""
    issue = call.issue()
    if call.user is not issue.author and not call.may("triage"):
        raise Refusal(403, "Must have admin rights to Repository.")
    if (title := call.text("title")) and title != issue.title:
        rename(call.repository, issue, title, call.user)
    if "body" in call.body:
        issue.body, issue.updated_at = call.text("body"), call.repository.clock.tick()
    if call.may("triage"):
        if "labels" in call.body:
            call.repository.set_labels(issue, call.texts("labels"), call.user)
        if "assignees" in call.body:
            call.repository.assign(issue, _assignable(call, call.texts("assignees")), call.user)
    _state(call, issue)
    return Answer(200, shapes.issue(call, issue))


def _state(call: Call, issue: Issue) -> None:
    state, reason = call.text("state", issue.state), call.body.get("state_reason")
    if state not in ("open", "closed"):
        raise invalid("Issue", "state")
    if reason not in (None, *REASONS):
        raise invalid("Issue", "state_reason")
    if state == issue.state:
        return
    if issue.pull:
        set_state(call.repository, issue, state, call.user)
    elif state == "closed":
        call.repository.close(issue, call.user, reason or "completed")
    else:
        call.repository.reopen(issue, call.user)


def events(call: Call) -> Listing:
    return Listing(call.issue().events, partial(shapes.event, call))


def comments(call: Call) -> Listing:
    issue = call.issue()
    return Listing(issue.comments, partial(shapes.comment, call, issue))


def commented(call: Call) -> Answer:
    issue = call.issue()
    comment = call.repository.comment(issue, call.user, call.required("body", "IssueComment"))
    return Answer(201, shapes.comment(call, issue, comment))


def _found(call: Call) -> tuple[Issue, Comment]:
    for issue in call.repository.issues.values():
        for comment in issue.comments:
            if comment.id == call.number("comment"):
                return issue, comment
    raise not_found()


def comment_shown(call: Call) -> Answer:
    return Answer(200, shapes.comment(call, *_found(call)))


def comment_changed(call: Call) -> Answer:
    """Another text for a comment: its author may, and everybody with write access."""
    issue, comment = _found(call)
    if call.user is not comment.author:
        call.need("write")
    comment.body = call.required("body", "IssueComment")
    comment.updated_at = call.repository.clock.tick()
    return Answer(200, shapes.comment(call, issue, comment))


def assigned(call: Call) -> Answer:
    """Add assignees; who may not do that is answered as if it had worked."""
    issue, users = call.issue(), _assignable(call, call.texts("assignees"))
    if call.may("triage"):
        call.repository.assign(issue, users, call.user)
    return Answer(201, shapes.issue(call, issue))


def labels(call: Call) -> Listing:
    return Listing(list(call.repository.labels.values()), partial(shapes.label, call))


def label_made(call: Call) -> Answer:
    name, color = call.required("name", "Label"), call.text("color", "ededed")
    if name.casefold() in call.repository.labels:
        raise invalid("Label", "name", "already_exists")
    if len(color) != 6 or any(letter not in "0123456789abcdefABCDEF" for letter in color):
        raise invalid("Label", "color")
    description: Any = call.text("description") or None
    return Answer(201, shapes.label(call, call.repository.label(name, color, description)))


def issue_labels(call: Call) -> Listing:
    found = [call.repository.labels[key] for key in call.issue().labels]
    return Listing(found, partial(shapes.label, call))


def labelled(call: Call) -> Answer:
    """Add labels to an issue."""
    issue = call.issue()
    call.need("triage")
    call.repository.set_labels(issue, [*issue.labels, *call.texts("labels")], call.user)
    return Answer(200, [shapes.label(call, call.repository.labels[key]) for key in issue.labels])


def unlabelled(call: Call) -> Answer:
    """Take a label off an issue."""
    issue, key = call.issue(), call.words["name"].casefold()
    call.need("triage")
    if key not in issue.labels:
        raise Refusal(404, "Label does not exist")
    call.repository.set_labels(issue, [name for name in issue.labels if name != key], call.user)
    return Answer(200, [shapes.label(call, call.repository.labels[key]) for key in issue.labels])
