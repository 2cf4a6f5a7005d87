"""What can be asked of and done to pull requests."""

from functools import partial

from kendal_git.fakes.github import answers_pulls as shapes
from kendal_git.fakes.github import answers_repository, merging, movements
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.changes import RESOURCE, custom, rename, retarget, set_state
from kendal_git.fakes.github.errors import Refusal, invalid, not_found, unprocessable
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.protections import merge_block, push_refusals
from kendal_git.fakes.github.records import ZERO, Pull


def listed(call: Call) -> Listing:
    """The pulls, the newest first unless asked otherwise."""
    state = call.chosen("state", ("open", "closed", "all"), "open")
    found = [issue for issue, _ in call.repository.pulls("" if state == "all" else state)]
    owner, _, branch = call.query.get("head", "").partition(":")
    if branch:  # without the owner GitHub filters nothing
        found = [one for one in found if one.pull and (_owner(call), one.pull.head_ref) == (owner.casefold(), branch)]
    if base := call.query.get("base"):
        found = [one for one in found if one.pull and one.pull.base_ref == base]
    by_update = call.query.get("sort") == "updated"
    down = call.chosen(
        "direction", ("asc", "desc"), "desc" if call.query.get("sort", "created") == "created" else "asc"
    )
    found.sort(key=lambda one: (one.updated_at if by_update else one.created_at, one.number), reverse=down == "desc")
    return Listing(found, partial(shapes.pull_simple, call))


def _owner(call: Call) -> str:
    return call.repository.owner.login.casefold()


def opened(call: Call) -> Answer:
    """A new pull."""
    title, base = call.required("title", RESOURCE), call.required("base", RESOURCE)
    owner, _, branch = call.required("head", RESOURCE).rpartition(":")
    bare = call.repository.bare
    tip, head = bare.branch(base), bare.branch(branch)
    if head is None or (owner and owner.casefold() != _owner(call)):
        raise invalid(RESOURCE, "head")
    if tip is None:
        raise invalid(RESOURCE, "base")
    if bare.contains(tip, head):
        raise custom(f"No commits between {base} and {branch}")
    if any((pull.head_ref, pull.base_ref) == (branch, base) for _, pull in call.repository.pulls("open")):
        raise custom(f"A pull request already exists for {call.repository.owner.login}:{branch}.")
    draft, body = call.flag("draft"), call.text("body") or None
    if draft and not call.repository.settings.drafts:
        raise custom("Draft pull requests are not supported in this repository.")
    issue = call.repository.add_issue(call.user, title, body)
    issue.pull = Pull(branch, head, base, tip, draft=draft)
    bare.update(f"refs/pull/{issue.number}/head", head)
    return Answer(201, shapes.pull_full(call, issue))


def shown(call: Call) -> Answer:
    return Answer(200, shapes.pull_full(call, call.pull()[0]))


def changed(call: Call) -> Answer:
    """Title, body, base and state of a pull."""
    issue, _ = call.pull()
    if call.user is not issue.author:
        call.need("write")
    if base := call.text("base"):
        retarget(call.repository, issue, base, call.user)
    if (title := call.text("title")) and title != issue.title:
        rename(call.repository, issue, title, call.user)
    if "body" in call.body:
        issue.body, issue.updated_at = call.text("body"), call.repository.clock.tick()
    state = call.text("state", issue.state)
    if state not in ("open", "closed"):
        raise invalid(RESOURCE, "state")
    if state != issue.state:
        set_state(call.repository, issue, state, call.user)
    return Answer(200, shapes.pull_full(call, issue))


def commits(call: Call) -> Listing:
    """The commits of a pull, at most 250."""
    _, pull = call.pull()
    bare = call.repository.bare
    found = bare.commits(merging.commits_of(call.repository, pull)[:250])
    return Listing(found, partial(answers_repository.commit, call))


def files(call: Call) -> Listing:
    """The files of a pull, at most 3000."""
    _, pull = call.pull()
    base = merging.base_of(call.repository, pull)
    found = call.repository.bare.changes(base, pull.head_sha)[:3000] if base else []
    return Listing(found, lambda change: answers_repository.diff_entry(call, change, pull.head_sha))


def asked(call: Call) -> Answer:
    """Ask people for a review."""
    issue, pull = call.pull()
    if call.user is not issue.author:
        call.need("triage")
    wanted: list[User] = []
    for login in call.texts("reviewers"):
        user = call.state.people.by_login(login)
        if user is None or user not in call.repository.collaborators():
            raise Refusal(
                422,
                "Reviews may only be requested from collaborators. One or more of the users or teams you specified is "
                f"not a collaborator of the {call.repository.full_name} repository.",
            )
        if user is issue.author:
            raise Refusal(422, "Review cannot be requested from pull request author.")
        wanted.append(user)
    for user in wanted:
        if user not in pull.requested:
            pull.requested.append(user)
            call.repository.note(
                issue, "review_requested", call.user, review_requester=call.user, requested_reviewer=user
            )
    return Answer(201, shapes.pull_simple(call, issue))


def merge(call: Call) -> Answer:
    """The merge button."""
    issue, pull = call.pull()
    wish = merging.Wish(call.text("merge_method", "merge"), call.text("commit_title"), call.body.get("commit_message"))
    if wish.method not in ("merge", "squash", "rebase"):
        raise Refusal(422, f"Invalid request.\n\n{wish.method} is not a possible value of merge_method.")
    if pull.draft and issue.state == "open":
        raise Refusal(405, "Pull Request is still a draft")
    if issue.state != "open":
        raise Refusal(405, "Pull Request is not mergeable")
    if call.text("sha", pull.head_sha) != pull.head_sha:
        raise Refusal(409, "Head branch was modified. Review and try the merge again.")
    if wish.method not in call.repository.settings.merge_methods:
        names = {"merge": "Merge commits are", "squash": "Squash merges are", "rebase": "Rebase merges are"}
        raise Refusal(405, f"{names[wish.method]} not allowed on this repository.")
    if sentence := merge_block(call.repository, pull, call.user):
        raise Refusal(405, sentence)
    sha = merging.merge(call.repository, issue, call.user, wish)
    return Answer(200, {"sha": sha, "merged": True, "message": "Pull Request successfully merged"})


def is_merged(call: Call) -> Answer:
    if call.pull()[1].merged_at is None:
        raise not_found()
    return Answer(204, None)


def updated(call: Call) -> Answer:
    """Bring the branch of a pull up to date with its base."""
    issue, pull = call.pull()
    if call.text("expected_head_sha", pull.head_sha) != pull.head_sha:
        raise Refusal(422, "expected head sha didn’t match current head ref.")
    if issue.state != "open":
        raise unprocessable("The pull request is closed.")
    merging.update_branch(call.repository, issue, call.user)
    return Answer(202, {"message": "Updating pull request branch.", "url": f"{call.api}/pulls/{issue.number}"})


def deleted_branch(call: Call) -> Answer:
    """DELETE of a branch's ref, the button below a merged pull."""
    kind, _, branch = call.words["ref"].partition("/")
    if kind != "heads" or call.repository.bare.branch(branch) is None:
        raise Refusal(422, "Reference does not exist")
    if branch == call.repository.default_branch:
        raise Refusal(422, "Cannot delete the default branch")
    for when, sentence in push_refusals(call.repository, f"refs/heads/{branch}", ZERO, call.user):
        if when == "delete":
            raise Refusal(422, sentence)
    movements.move(call.repository, branch, ZERO, call.user)
    return Answer(204, None)
