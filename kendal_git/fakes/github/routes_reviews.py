"""What can be asked of and done to reviews."""

from functools import partial

from kendal_git.fakes.github import answers_pulls as shapes
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.errors import Refusal, not_found, unprocessable
from kendal_git.fakes.github.merging import commits_of
from kendal_git.fakes.github.people import ACTIONS_LOGIN
from kendal_git.fakes.github.records import Issue, Pull, Review

STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED", "": "PENDING"}
OWN = {
    "APPROVE": "Can not approve your own pull request",
    "REQUEST_CHANGES": "Can not request changes on your own pull request",
}


def listed(call: Call) -> Listing:
    """The reviews in the order in which they came; one that was not sent is seen by its author alone."""
    issue, pull = call.pull()
    seen = [one for one in pull.reviews if one.state != "PENDING" or one.author is call.user]
    return Listing(seen, partial(shapes.review, call, issue.number))


def shown(call: Call) -> Answer:
    issue, pull = call.pull()
    return Answer(200, shapes.review(call, issue.number, _review(call, pull)))


def _review(call: Call, pull: Pull) -> Review:
    found = next((one for one in pull.reviews if one.id == call.number("review")), None)
    if found is None or (found.state == "PENDING" and found.author is not call.user):
        raise not_found()
    return found


def given(call: Call) -> Answer:
    """A new review; `commit_id` says what was looked at, it is no precondition."""
    issue, pull = call.pull()
    kind, body = call.text("event"), call.text("body")
    if kind not in STATES:
        raise Refusal(422, f"Invalid request.\n\n{kind} is not a member of ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'].")
    if kind in OWN and call.user is issue.author:
        raise unprocessable(OWN[kind])
    if kind in ("REQUEST_CHANGES", "COMMENT") and not body:
        raise unprocessable(f"Body is required for {kind.lower().replace('_', ' ')} reviews")
    forbidden = not call.repository.settings.can_approve_pull_request_reviews
    if kind == "APPROVE" and call.user.login == ACTIONS_LOGIN and forbidden:
        raise unprocessable("GitHub Actions is not permitted to approve pull requests.")
    commit = call.text("commit_id", pull.head_sha)
    if commit != pull.head_sha and commit not in commits_of(call.repository, pull):
        raise unprocessable("Commit is not part of the pull request")
    if any(one.state == "PENDING" and one.author is call.user for one in pull.reviews):
        raise unprocessable("User can only have one pending review per pull request")
    return Answer(200, shapes.review(call, issue.number, _added(call, issue, pull, (kind, body, commit))))


def _added(call: Call, issue: Issue, pull: Pull, said: tuple[str, str, str]) -> Review:
    kind, body, commit = said
    now = call.repository.clock.tick()
    review = Review(call.repository.new_id(), call.user, STATES[kind], body, commit, now if kind else None)
    pull.reviews.append(review)
    if kind:
        issue.updated_at = now
        pull.requested = [user for user in pull.requested if user is not call.user]
    return review


def dismissed(call: Call) -> Answer:
    """Take the force from somebody's opinion; anybody with write access may."""
    issue, pull = call.pull()
    review = _review(call, pull)
    message = call.text("message")
    if not message:
        raise Refusal(422, 'Invalid request.\n\n"message" wasn\'t supplied.')
    if review.state not in ("APPROVED", "CHANGES_REQUESTED"):
        raise unprocessable(f"Can not dismiss a {review.state.lower()} pull request review")
    call.repository.dismiss(issue, review, call.user, message)
    return Answer(200, shapes.review(call, issue.number, review))
