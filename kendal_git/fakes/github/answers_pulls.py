"""Pull requests, issues, reviews, comments and timelines in GitHub's JSON."""

from typing import Any

from kendal_git.fakes.github import merging
from kendal_git.fakes.github.answers_people import association, ghost, known, node, user
from kendal_git.fakes.github.answers_repository import plain
from kendal_git.fakes.github.call import Call
from kendal_git.fakes.github.clock import text
from kendal_git.fakes.github.git import Signature
from kendal_git.fakes.github.people import WEB_FLOW, User
from kendal_git.fakes.github.protections import merge_block
from kendal_git.fakes.github.records import Comment, Event, Issue, Json, Label, Pull, Review


def label(call: Call, one: Label) -> Json:
    return {
        "id": one.id,
        "node_id": node("Label", one.id),
        "url": f"{call.api}/labels/{one.name}",
        "name": one.name,
        "color": one.color,
        "default": False,
        "description": one.description,
    }


def _common(call: Call, one: Issue) -> Json:
    """What an issue and a pull have alike."""
    assignees = [user(call, who) for who in one.assignees if not who.deleted]
    return {
        "number": one.number,
        "title": one.title,
        "body": one.body,
        "state": one.state,
        "locked": False,
        "active_lock_reason": None,
        "labels": [label(call, call.repository.labels[key]) for key in one.labels],
        "milestone": None,
        "assignee": assignees[0] if assignees else None,
        "assignees": assignees,
        "created_at": text(one.created_at),
        "updated_at": text(one.updated_at),
        "closed_at": one.closed_at and text(one.closed_at),
        "author_association": association(call, one.author),
    }


def issue(call: Call, one: Issue) -> Json:
    """An issue; a pull in the list of issues bears the key `pull_request`."""
    url = f"{call.api}/issues/{one.number}"
    shown = {
        **_common(call, one),
        "id": one.id,
        "node_id": node("Issue", one.id),
        "url": url,
        "repository_url": call.api,
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "timeline_url": f"{url}/timeline",
        "html_url": f"{call.html}/{'pull' if one.pull else 'issues'}/{one.number}",
        "user": known(call, one.author),
        "comments": len(one.comments),
        "state_reason": one.state_reason,
        "closed_by": known(call, one.closed_by),
        "performed_via_github_app": None,
    }
    if one.pull:
        merged = one.pull.merged_at and text(one.pull.merged_at)
        shown |= {"draft": one.pull.draft, "pull_request": {**_pull_urls(call, one), "merged_at": merged}}
    return shown


def _pull_urls(call: Call, one: Issue) -> Json:
    html = f"{call.html}/pull/{one.number}"
    return {
        "url": f"{call.api}/pulls/{one.number}",
        "html_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
    }


def pull_simple(call: Call, one: Issue) -> Json:
    """A pull as a list shows it."""
    pull = one.pull
    assert pull
    url, issue_url = f"{call.api}/pulls/{one.number}", f"{call.api}/issues/{one.number}"
    links = {
        "self": url,
        "html": f"{call.html}/pull/{one.number}",
        "issue": issue_url,
        "comments": f"{issue_url}/comments",
        "review_comments": f"{url}/comments",
        "review_comment": f"{call.api}/pulls/comments{{/number}}",
        "commits": f"{url}/commits",
        "statuses": f"{call.api}/statuses/{pull.head_sha}",
    }
    named = ("comments", "review_comments", "review_comment", "commits", "statuses")
    return {
        **_common(call, one),
        **_pull_urls(call, one),
        "id": one.id + 1,
        "node_id": node("PullRequest", one.id + 1),
        "issue_url": issue_url,
        **{f"{name}_url": links[name] for name in named},
        "user": ghost(call, one.author),
        "draft": pull.draft,
        "merged_at": pull.merged_at and text(pull.merged_at),
        "merge_commit_sha": pull.merge_commit_sha or _test_merge(call, one, pull),
        "requested_reviewers": [user(call, who) for who in pull.requested if not who.deleted],
        "requested_teams": [],
        "head": _side(call, pull.head_ref, pull.head_sha),
        "base": _side(call, pull.base_ref, pull.base_sha),
        "auto_merge": None,
        "_links": {name: {"href": target} for name, target in links.items()},
    }


def _side(call: Call, ref: str, sha: str) -> Json:
    owner = call.repository.owner
    return {
        "label": f"{owner.login}:{ref}",
        "ref": ref,
        "sha": sha,
        "user": user(call, owner),
        "repo": plain(call),
    }


def _test_merge(call: Call, one: Issue, pull: Pull) -> str | None:
    """An open pull's `merge_commit_sha` is a trial that no branch holds: a trap for whoever does not ask `merged`."""
    bare = call.repository.bare
    tip = bare.branch(pull.base_ref)
    tried = one.state == "open" and call.repository.settings.mergeability_known
    tree = bare.merged_tree(tip, pull.head_sha) if tip and tried else None
    if not tip or not tree:
        return None
    if pull.trial and pull.trial[:2] == (tip, pull.head_sha):
        return pull.trial[2]
    by = Signature(WEB_FLOW, one.created_at)
    sha = bare.commit_tree(tree, (tip, pull.head_sha), f"Merge {pull.head_sha} into {tip}\n", (by, by))
    bare.update(f"refs/pull/{one.number}/merge", sha)
    pull.trial = tip, pull.head_sha, sha
    return sha


def pull_full(call: Call, one: Issue) -> Json:
    """A pull as GET shows it."""
    pull, bare = one.pull, call.repository.bare
    assert pull
    base = merging.base_of(call.repository, pull)
    changes = bare.changes(base, pull.head_sha) if base else []
    known_fit = one.state == "open" and call.repository.settings.mergeability_known
    fits = merging.mergeable(call.repository, pull) if known_fit else None
    return {
        **pull_simple(call, one),
        "merged": pull.merged_at is not None,
        "mergeable": fits,
        "rebaseable": fits,
        "mergeable_state": _mergeable_state(call, pull, fits=fits),
        "merged_by": known(call, pull.merged_by),
        "comments": len(one.comments),
        "review_comments": 0,
        "maintainer_can_modify": False,
        "commits": len(bare.between(base, pull.head_sha)),
        "additions": sum(change.additions for change in changes),
        "deletions": sum(change.deletions for change in changes),
        "changed_files": len(changes),
    }


def _mergeable_state(call: Call, pull: Pull, *, fits: bool | None) -> str:
    if fits is None:
        return "unknown"
    if not fits:
        return "dirty"
    if pull.draft:
        return "draft"
    return "blocked" if merge_block(call.repository, pull, call.user) else "clean"


def review(call: Call, number: int, one: Review) -> Json:
    """A review; one that was not sent yet has no `submitted_at`."""
    html = f"{call.html}/pull/{number}#pullrequestreview-{one.id}"
    url = f"{call.api}/pulls/{number}"
    sent = {"submitted_at": text(one.submitted_at)} if one.submitted_at else {}
    return {
        "id": one.id,
        "node_id": node("PullRequestReview", one.id),
        "user": known(call, one.author),
        "body": one.body,
        "state": one.state,
        "html_url": html,
        "pull_request_url": url,
        "author_association": association(call, one.author),
        "_links": {"html": {"href": html}, "pull_request": {"href": url}},
        **sent,
        "commit_id": one.commit_id,
    }


def comment(call: Call, one: Issue, said: Comment) -> Json:
    """A comment on an issue or pull."""
    return {
        "id": said.id,
        "node_id": node("IssueComment", said.id),
        "url": f"{call.api}/issues/comments/{said.id}",
        "html_url": f"{call.html}/issues/{one.number}#issuecomment-{said.id}",
        "issue_url": f"{call.api}/issues/{one.number}",
        "body": said.body,
        "user": known(call, said.author),
        "created_at": text(said.created_at),
        "updated_at": text(said.updated_at),
        "author_association": association(call, said.author),
        "performed_via_github_app": None,
    }


def event(call: Call, one: Event) -> Json:
    """A line of a timeline."""

    def shown(value: Any) -> Any:
        if isinstance(value, User):
            return known(call, value)
        return {"name": value.name, "color": value.color} if isinstance(value, Label) else value

    return {
        "id": one.id,
        "node_id": node("Event", one.id),
        "url": f"{call.api}/issues/events/{one.id}",
        "actor": known(call, one.actor),
        "event": one.event,
        "commit_id": one.commit_id,
        "commit_url": one.commit_id and f"{call.api}/commits/{one.commit_id}",
        "created_at": text(one.created_at),
        "performed_via_github_app": None,
        **{name: shown(value) for name, value in one.more.items()},
    }
