"""GitHub as the judge sees it: real pushes, reviews, dismissals and merges of every kind over HTTP."""

from dataclasses import replace

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.faults import Fault
from kendal_git.model.office import Office
from kendal_git.model.proposal import Opinion
from kendal_git.model.trouble import Misuse, OutsideFailed
from tests.support.githouse import POST, House


def approve(house: House, number: int, *people: str, words: str = "") -> None:
    """Approvals of the head that stands now."""
    for login in people:
        forge = house.forge(login)
        found = forge.proposal(number)
        assert found
        forge.review(number, Opinion.APPROVE, words, found.head)


def test_a_proposal_has_its_author_head_branch_and_record(house: House) -> None:
    """Everything that the judge asks for comes from GitHub's own records."""
    number = house.propose()
    approve(house, number, "subkoor-psdk")

    found = house.forge("kabid-ikp").proposal(number)

    assert found
    assert (found.state, found.base, found.branch, found.draft) == ("open", "main", "kiriman/hari-guru", False)
    assert found.author
    assert (found.author.id, found.author.login) == (1, "staf")
    assert [push.commit for push in found.pushes or ()] == [found.head]
    assert [(one.by.login if one.by else "", one.commit) for one in found.approvals] == [("subkoor-psdk", found.head)]
    assert [one.login for one in found.contributors] == ["staf"]
    assert found.strangers == ()


@pytest.mark.rule("forges-21")
def test_a_dismissed_review_keeps_what_it_said(house: House) -> None:
    """GitHub overwrites the state of a dismissed review; the timeline still tells what it was and who took it back."""
    number = house.propose()
    forge = house.forge("kabid-ikp")
    head = house.main() and forge.proposal(number)
    assert head
    forge.review(number, Opinion.REQUEST_CHANGES, "tanggalnya keliru", head.head)
    (review,) = forge.proposal(number).approvals  # type: ignore[union-attr]
    house.server.state.clock.advance(minutes=5)
    api = house.forge("kepala-dinas")._api
    api.send("PUT", f"pulls/{number}/reviews/{review.number}/dismissals", {"message": "sudah benar"})

    (found,) = house.forge("staf").proposal(number).approvals  # type: ignore[union-attr]

    assert (found.opinion, found.text) == (Opinion.REQUEST_CHANGES, "tanggalnya keliru")
    assert found.dismissed
    assert found.dismissed.by.login == "kepala-dinas"


@pytest.mark.rule("design-5.2")
@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_every_merge_begins_at_the_tip_that_main_had(house: House, method: str) -> None:
    """Whatever the button, the merge's base is what GitHub recorded of main before it."""
    number = house.propose()
    house.push("staf", "kiriman/hari-guru", {f"{POST}/catatan.md": "isi\n"})
    before = house.main()
    head = house.forge("staf").proposal(number)
    assert head

    house.forge("kabid-ikp")._api.send("PUT", f"pulls/{number}/merge", {"sha": head.head, "merge_method": method})

    found = house.forge("staf").proposal(number)
    assert found
    assert found.merge
    assert (found.state, found.merge.before, found.merge.commit) == ("merged", before, house.main())
    assert house.forge("staf").proposal_of(house.main()) == number


@pytest.mark.rule("design-5.2")
def test_a_fast_forward_past_the_page_is_a_merge_with_its_base(house: House) -> None:
    """Pushing the branch to main marks the proposal merged; what else the push brought belongs to it."""
    number = house.propose()
    before = house.main()
    clone = house.clone("kepala-dinas")
    clone.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
    head = clone.resolve("refs/remotes/origin/kiriman/hari-guru")
    later = clone.write_commit(head, {"LAIN.md": b"ikut\n"}, "ikut", house.server.state.clock.now())
    clone.push("origin", f"{later}:refs/heads/main")

    found = house.forge("staf").proposal(number)

    assert found
    assert found.merge
    assert (found.state, found.merge.before) == ("merged", before)


def test_a_branch_reused_after_the_merge_does_not_disturb_its_record(house: House) -> None:
    """Pushes after the merge are another proposal's, and so are those before the branch was made again."""
    number = house.propose()
    approve(house, number, "subkoor-psdk", "kabid-ikp")
    head = house.forge("staf").proposal(number)
    assert head
    house.forge("kabid-ikp").merge(number, head.head)
    house.push("staf", "kiriman/hari-guru", {f"{POST}/post.md": "lain\n"})

    found = house.forge("staf").proposal(number)

    assert found
    assert [push.commit for push in found.pushes or ()] == [head.head]


@pytest.mark.rule("forges-3")
def test_contributors_come_from_addresses_that_github_knows(house: House) -> None:
    """A registered address is an account, GitHub's own is nobody, and one that belongs to nobody is a stranger."""
    number = house.propose()
    house.push("tamu", "kiriman/hari-guru", {f"{POST}/a.md": "a\n"}, "Kabid <kabid-ikp@example.id>")
    hands.edit_file(house.repository, "kiriman/hari-guru", {f"{POST}/b.md": "b\n"}, "subkoor-psdk")
    house.push("staf", "kiriman/hari-guru", {f"{POST}/c.md": "c\n"}, "Orang Lain <entah@example.org>")

    found = house.forge("staf").proposal(number)

    assert found
    assert {one.login for one in found.contributors} == {"staf", "kabid-ikp", "subkoor-psdk"}
    assert found.strangers == ("entah@example.org",)


@pytest.mark.rule("forges-2")
def test_an_accepted_suggestion_makes_a_contributor(house: House) -> None:
    """Whose words were taken over wrote a part of it; an address that GitHub does not tell stands in kendal.yaml."""
    number = house.propose()
    hands.accept_suggestion(house.repository, number, {f"{POST}/post.md": "x\n"}, suggested_by="kabid-ikp", by="staf")
    forge = house.forge("staf")

    unlisted = forge.proposal(number)
    forge._office = listed(forge._office, "kabid-ikp", "Kabid-IKP@example.id")
    found = forge.proposal(number)

    assert unlisted
    assert unlisted.strangers == ("kabid-ikp@example.id",)
    assert found
    assert ({one.login for one in found.contributors}, found.strangers) == ({"staf", "kabid-ikp"}, ())


def listed(office: Office, login: str, address: str) -> Office:
    """The office with one more address of somebody."""
    roles = tuple(
        replace(
            role, holders=tuple(replace(one, emails=(address,)) if one.login == login else one for one in role.holders)
        )
        for role in office.roles
    )
    return replace(office, roles=roles)


def test_updating_the_branch_makes_nobody_a_contributor(house: House) -> None:
    """Who presses "Update branch" takes in main and writes nothing of the post."""
    number = house.propose()
    house.push("kepala-dinas", "main", {"agenda/2026/11/30.yaml": "date: 2026-11-30\nentries: []\n"})
    house.forge("kabid-ikp")._api.send("PUT", f"pulls/{number}/update-branch", {})

    found = house.forge("staf").proposal(number)

    assert found
    assert {one.login for one in found.contributors} == {"staf"}
    assert len(found.pushes or ()) == 2


@pytest.mark.rule("forges-19")
def test_a_deleted_account_gives_no_approval(house: House) -> None:
    """GitHub shows a review of a deleted account without a person."""
    number = house.propose()
    approve(house, number, "subkoor-psdk")
    hands.delete_account(house.repository, "subkoor-psdk")

    found = house.forge("staf").proposal(number)

    assert found
    assert [one.by for one in found.approvals] == [None]


@pytest.mark.rule("forges-23")
def test_the_list_is_read_to_its_end(house: House) -> None:
    """250 comments as reviews stand on three pages, and the approval after them is found."""
    number = house.propose()
    forge = house.forge("tamu")
    head = forge.proposal(number)
    assert head
    for count in range(250):
        forge._api.send("POST", f"pulls/{number}/reviews", {"event": "COMMENT", "body": str(count)})
    approve(house, number, "kabid-ikp")

    found = house.forge("staf").proposal(number)

    assert found
    assert len(found.approvals) == 251
    assert found.approvals[-1].opinion is Opinion.APPROVE


@pytest.mark.rule("forges-14", "forges-31")
def test_a_moved_head_is_neither_reviewed_nor_merged(house: House) -> None:
    """Whoever saw another head is told to look again."""
    number = house.propose()
    old = house.forge("staf").proposal(number)
    assert old
    house.push("staf", "kiriman/hari-guru", {f"{POST}/post.md": "baru\n"})

    for act in (
        lambda: house.forge("kabid-ikp").review(number, Opinion.APPROVE, "", old.head),
        lambda: house.forge("kabid-ikp").merge(number, old.head),
    ):
        with pytest.raises(Misuse) as refused:
            act()
        assert refused.value.message.key == "forge.moved"


def test_a_repeated_submit_finds_its_proposal(house: House) -> None:
    """Also when the answer to the first was lost: the second finds what the first has opened."""
    head = house.push("staf", "kiriman/a", {f"{POST}/post.md": "a\n"})
    house.server.faults.set(Fault("drop-after", path="/pulls$", method="POST"))
    forge = house.forge("staf")
    with pytest.raises(OutsideFailed):
        forge.submit("kiriman/a", "A", head)

    number = forge.submit("kiriman/a", "A", head)

    assert forge.open_proposals() == (number,)


def test_who_cannot_be_asked_stops_nobody_else(house: House) -> None:
    """A reviewer who is no collaborator is passed over; the others are asked."""
    house.server.state.add_user("bukan-anggota")
    head = house.push("staf", "kiriman/a", {f"{POST}/post.md": "a\n"})

    number = house.forge("staf").submit("kiriman/a", "A", head, "isi", ("subkoor-psdk", "bukan-anggota", "kabid-ikp"))

    _, pull = house.repository.pull(number)
    assert [one.login for one in pull.requested] == ["subkoor-psdk", "kabid-ikp"]


def test_a_hold_is_an_issue_with_a_label(house: House) -> None:
    """It stops one channel or all, also when a person opens it by hand, and ends when it is closed."""
    house.forge("staf").hold("x", "akun diperiksa")
    house.forge("kabid-ikp")._api.send("POST", "issues", {"title": "tahan facebook dulu", "labels": ["tahan"]})
    house.forge("kabid-ikp")._api.send("POST", "issues", {"title": "Berhenti semua", "labels": ["tahan"]})

    assert {(one.channel, one.by.login) for one in house.forge("tamu").holds()} == {
        ("x", "staf"), ("facebook", "kabid-ikp"), ("", "kabid-ikp")
    }  # fmt: skip

    house.forge("kabid-ikp").unhold("x")

    assert {one.channel for one in house.forge("tamu").holds()} == {"facebook", ""}


def test_a_hold_that_github_did_not_label_is_told(house: House) -> None:
    """Who may not label has opened an issue that stops nothing, and learns it at once."""
    house.repository.grant("staf", "read")

    with pytest.raises(Misuse) as refused:
        house.forge("staf").hold("", "mohon berhenti")

    assert refused.value.message.key == "github.no-label"


def test_a_run_has_ended_when_github_says_so(house: House) -> None:
    """A completed run, or one with a later attempt, has ended; an unknown one cannot be told."""
    run = house.repository.add_run("publish", actor="staf")
    forge = house.forge("staf")

    assert forge.run_ended(f"github:{run.id}:1") is False
    run.attempt = 2
    assert forge.run_ended(f"github:{run.id}:1") is True
    run.status = "completed"
    assert forge.run_ended(f"github:{run.id}:2") is True
    assert forge.run_ended("github:12:1") is None
