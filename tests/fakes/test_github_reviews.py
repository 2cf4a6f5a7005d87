"""The fake GitHub's reviews: who may give and dismiss them, and what GitHub does to them later."""

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.people import ACTIONS_LOGIN
from kendal_git.fakes.github.records import Protection
from tests.fakes.hub import Hub


@pytest.fixture
def number(hub: Hub) -> int:
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    return hub.pull()


def test_review_is_bound_to_the_head_unless_it_names_a_commit(hub: Hub, number: int) -> None:
    """A review without a commit gets the head; one may name an older commit of the pull."""
    clone = hub.clone("siti")
    clone.git("switch", "-q", "naskah")
    old, new = clone.git("rev-parse", "HEAD"), clone.commit({"a.txt": "b\n"})
    clone.git("push", "-q")
    place = f"pulls/{number}/reviews"

    hub.do("budi", "POST", place, event="COMMENT", body="Lihat dulu", commit_id=old)
    hub.do("tamu", "POST", place, event="APPROVE")

    assert [("COMMENTED", old, "budi"), ("APPROVED", new, "tamu")] == [
        (review["state"], review["commit_id"], review["user"]["login"]) for review in hub.get(place)
    ]


@pytest.mark.parametrize(
    ("who", "body", "sentence"),
    [
        ("siti", {"event": "APPROVE"}, "Unprocessable Entity; Can not approve your own pull request"),
        (
            "siti",
            {"event": "REQUEST_CHANGES", "body": "x"},
            "Unprocessable Entity; Can not request changes on your own pull request",
        ),
        ("budi", {"event": "COMMENT"}, "Unprocessable Entity; Body is required for comment reviews"),
        ("budi", {"event": "REQUEST_CHANGES"}, "Unprocessable Entity; Body is required for request changes reviews"),
        (
            "budi",
            {"event": "APPROVE", "commit_id": "0" * 40},
            "Unprocessable Entity; Commit is not part of the pull request",
        ),
        (
            "budi",
            {"event": "MERGE"},
            "Invalid request.\n\nMERGE is not a member of ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'].",
        ),
    ],
)
def test_wrong_review_is_refused(hub: Hub, number: int, who: str, body: dict[str, str], sentence: str) -> None:
    """The author's own opinion, a wordless objection, a foreign commit and an unknown event are a 422."""
    assert (422, sentence) == hub.refused(who, "POST", f"pulls/{number}/reviews", **body)
    assert [] == hub.get(f"pulls/{number}/reviews")


def test_main_is_no_commit_of_the_pull(hub: Hub, number: int) -> None:
    """A commit that exists but is not among the pull's is refused like any other foreign one."""
    main = hub.get("branches/main")["commit"]["sha"]

    refusal = hub.refused("budi", "POST", f"pulls/{number}/reviews", event="APPROVE", commit_id=main)

    assert (422, "Unprocessable Entity; Commit is not part of the pull request") == refusal


def test_author_may_comment_on_the_own_pull(hub: Hub, number: int) -> None:
    """A comment is no opinion: the author may give one."""
    review = hub.do("siti", "POST", f"pulls/{number}/reviews", event="COMMENT", body="Catatan")

    assert ("COMMENTED", "Catatan") == (review["state"], review["body"])


def test_unsent_review_is_seen_by_its_author_alone(hub: Hub, number: int) -> None:
    """Without an event a review waits: no time, and nobody else sees it."""
    place = f"pulls/{number}/reviews"
    pending = hub.do("budi", "POST", place, body="Nanti")

    assert "PENDING" == pending["state"]
    assert "submitted_at" not in pending
    assert [pending] == hub.get(place, who="budi")
    assert [] == hub.get(place, who="siti")


def test_dismissal_changes_the_review_and_leaves_an_event(hub: Hub, number: int) -> None:
    """A dismissed review is DISMISSED, and the timeline tells what it was, whose it was and why it went."""
    place = f"pulls/{number}/reviews"
    review = hub.do("budi", "POST", place, event="REQUEST_CHANGES", body="Salah tanggal")

    hub.do("ketua", "PUT", f"{place}/{review['id']}/dismissals", message="Sudah benar")

    (after,) = hub.get(place)
    assert ("DISMISSED", review["submitted_at"], "Salah tanggal") == (
        after["state"],
        after["submitted_at"],
        after["body"],
    )
    event = hub.get(f"issues/{number}/events")[-1]
    assert ("review_dismissed", "ketua") == (event["event"], event["actor"]["login"])
    assert {
        "state": "changes_requested",
        "review_id": review["id"],
        "dismissal_message": "Sudah benar",
    } == event["dismissed_review"]


def test_wrong_dismissal_is_refused(hub: Hub, number: int) -> None:
    """Only an opinion can be dismissed, once, with a reason, by somebody with write access."""
    place = f"pulls/{number}/reviews"
    opinion = hub.do("budi", "POST", place, event="APPROVE")["id"]
    remark = hub.do("budi", "POST", place, event="COMMENT", body="Oke")["id"]

    assert 403 == hub.refused("asep", "PUT", f"{place}/{opinion}/dismissals", message="x")[0]
    assert (422, 'Invalid request.\n\n"message" wasn\'t supplied.') == hub.refused(
        "ketua", "PUT", f"{place}/{opinion}/dismissals"
    )
    assert (422, "Unprocessable Entity; Can not dismiss a commented pull request review") == hub.refused(
        "ketua", "PUT", f"{place}/{remark}/dismissals", message="x"
    )
    hub.do("ketua", "PUT", f"{place}/{opinion}/dismissals", message="x")
    assert (422, "Unprocessable Entity; Can not dismiss a dismissed pull request review") == hub.refused(
        "ketua", "PUT", f"{place}/{opinion}/dismissals", message="x"
    )
    assert (404, "Not Found") == hub.refused("ketua", "PUT", f"{place}/1/dismissals", message="x")


def test_workflow_token_approves_only_when_the_settings_say_so(hub: Hub, number: int) -> None:
    """The token of a workflow is a Bot whose approval the settings forbid at first; it is nobody at GET /user."""
    hub.server.state.add_user(ACTIONS_LOGIN, token="token-of-actions", type="Bot")
    hub.repository.grant(ACTIONS_LOGIN, "write")
    place = f"pulls/{number}/reviews"

    assert (422, "Unprocessable Entity; GitHub Actions is not permitted to approve pull requests.") == hub.refused(
        "actions", "POST", place, event="APPROVE"
    )
    assert (403, "Resource not accessible by integration") == hub.refused("actions", "GET", "/user")
    hub.repository.settings.can_approve_pull_request_reviews = True
    assert "Bot" == hub.do("actions", "POST", place, event="APPROVE")["user"]["type"]


def test_review_after_the_merge_is_taken(hub: Hub, number: int) -> None:
    """GitHub takes opinions on a merged pull: whoever judges must look at the times."""
    hub.do("ketua", "PUT", f"pulls/{number}/merge")
    merged = hub.get(f"pulls/{number}")["merged_at"]

    late = hub.do("budi", "POST", f"pulls/{number}/reviews", event="APPROVE")

    assert late["submitted_at"] > merged


def test_stale_approval_is_dismissed_by_a_push_when_protected_so(hub: Hub, number: int) -> None:
    """With the option on main's protection, a push takes the approvals away."""
    hub.repository.settings.plan = "team"
    hub.repository.settings.protections["main"] = Protection(
        required_approving_review_count=1, dismiss_stale_reviews=True
    )
    hub.do("budi", "POST", f"pulls/{number}/reviews", event="APPROVE")
    newer = hands.edit_file(hub.repository, "naskah", {"a.txt": "lain\n"}, "siti")

    assert newer == hub.get(f"issues/{number}/events")[0]["dismissed_review"]["dismissal_commit_id"]
    assert ["DISMISSED"] == [review["state"] for review in hub.get(f"pulls/{number}/reviews")]
    assert ["review_dismissed"] == hub.kinds(number)


def test_commit_of_a_review_may_roll_forward_or_get_lost(hub: Hub, number: int) -> None:
    """A review's commit may become a newer one while its time stays, and may become null."""
    place = f"pulls/{number}/reviews"
    first = hub.do("budi", "POST", place, event="APPROVE")
    newer = hands.edit_file(hub.repository, "naskah", {"a.txt": "lain\n"}, "siti")

    hands.roll_forward(hub.repository, number, first["id"])
    (rolled,) = hub.get(place)
    hands.lose_commit(hub.repository, number, first["id"])
    (lost,) = hub.get(place)

    assert (newer, first["submitted_at"]) == (rolled["commit_id"], rolled["submitted_at"])
    assert (None, "APPROVED") == (lost["commit_id"], lost["state"])


def test_deleted_account_leaves_reviews_of_nobody(hub: Hub, number: int) -> None:
    """The review of a deleted account has no user; token and access are gone; a pull shows the ghost."""
    hub.do("budi", "POST", f"pulls/{number}/reviews", event="APPROVE")
    hands.delete_account(hub.repository, "budi")
    hands.delete_account(hub.repository, "siti")

    assert [None] == [review["user"] for review in hub.get(f"pulls/{number}/reviews", who="ketua")]
    assert "ghost" == hub.get(f"pulls/{number}", who="ketua")["user"]["login"]
    assert 401 == hub.ask("budi", "GET", "/user").status_code
    assert "budi" not in [user["login"] for user in hub.get("collaborators", who="ketua")]
    assert [None] == [commit["author"] for commit in hub.get(f"pulls/{number}/commits", who="ketua")]


def test_renamed_account_keeps_its_number_and_frees_its_login(hub: Hub, number: int) -> None:
    """After a rename the review shows the new login and the old number; somebody else may take the old login."""
    hub.do("budi", "POST", f"pulls/{number}/reviews", event="APPROVE")
    hands.rename_account(hub.repository, "budi", "budi-baru")
    hub.server.state.add_user("budi", id=900, token="token-of-impostor")
    hub.repository.grant("budi", "write")
    hub.do("impostor", "POST", f"pulls/{number}/reviews", event="APPROVE")

    assert [("budi-baru", 103), ("budi", 900)] == [
        (review["user"]["login"], review["user"]["id"]) for review in hub.get(f"pulls/{number}/reviews")
    ]
