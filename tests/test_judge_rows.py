"""The judge where somebody tries something: names in commits, the fast lane, decrees, second looks, records."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kendal_git.forges.github import reading
from kendal_git.forges.github.address import Address
from kendal_git.forges.github.api import Api
from kendal_git.messages import text
from kendal_git.model.office import Office, Policy
from kendal_git.model.post import Post
from kendal_git.model.proposal import Account, Approval, Look
from kendal_git.model.trouble import OutsideFailed
from kendal_git.model.verdict import Ruling, State, Verdict
from kendal_git.policy import Touched, judge
from kendal_git.policy.level import Level, highest_of, level
from kendal_git.transport import Answer
from kendal_git.verbs.looks import objection
from tests.builders import (
    BOT,
    GUEST,
    KABID,
    KADIS,
    POST,
    STAFF,
    SUBKOOR,
    WRITER,
    approve,
    at,
    holder,
    office,
    proposal,
    push,
    question,
    sentences,
)

URGENT = Touched(posts=(POST,), urgent=True)
GRAVE = Touched(posts=(POST,), urgent=True, sensitivity="sensitif")
DAY = Touched(agenda=("agenda/2026/11/25.yaml",))
RULES = Touched(policy=("templates/site.html",))
ROLES = Touched(policy=("kendal.yaml",), roles=True)


def verdict(
    *approvals: Approval,
    known: Office | None = None,
    touched: Touched | None = None,
    seen: dict[str, str] | None = None,
    **more: Any,
) -> Verdict:
    return judge(question(proposal(*approvals, **more), known, touched, seen))


def both(minutes: float = 10) -> tuple[Approval, Approval]:
    return approve(SUBKOOR, minutes), approve(KABID, minutes + 5)


def saying(words: str, by: Account = KABID, minutes: float = 10) -> Approval:
    return replace(approve(by, minutes), text=words)


# ---- whose words ----------------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-2", "forges-4", "design-5.5")
def test_who_pushed_wrote_whatever_name_the_commit_bears() -> None:
    """Kabid who pushes under the staff's name is a contributor by the forge's own record."""
    known = office(kabid_ikp=(holder(KABID), holder(Account(1202, "kabid-dua"))))
    pushes = push("old", 0, STAFF), push("head", 2, KABID)
    found = verdict(*both(), known=known, seen={"old": "draft"}, pushes=pushes, contributors=(STAFF,))
    alike = verdict(*both(), known=known, seen={"old": "final"}, pushes=pushes, contributors=(STAFF,))

    assert sentences(found)[1:] == [
        "kabid-ikp: menunggu kabid-dua", "kabid-ikp: kabid-ikp diabaikan: ikut menulis isinya"
    ]  # fmt: skip
    assert alike.approved


@pytest.mark.rule("forges-4", "design-5.8")
@pytest.mark.parametrize(
    "pushes",
    [(push("head", 0, STAFF),), (push("head", 0),), None, (push("head", 0, KABID), push("other", 5, KABID))],
    ids=["pushed by staff", "pushed by a deleted account", "no record", "a record that ends elsewhere"],
)
def test_a_holders_name_in_a_commit_makes_no_agenda_theirs(pushes: Any) -> None:
    """An agenda without approval is a holder's own only if nobody else pushed any of it."""
    own: dict[str, Any] = {"author": KABID, "contributors": (KABID,), "touched": DAY}

    assert verdict(**own, pushes=pushes).ruling is not Ruling.APPROVED
    assert verdict(**own, pushes=(push("head", 0, KABID),)).approved


@pytest.mark.rule("forges-32", "forges-33")
def test_a_proposal_for_another_branch_is_blocked() -> None:
    """Approvals for a side branch publish nothing, and the sentence names both branches."""
    found = verdict(*both(), base="rilis")

    assert (found.ruling, sentences(found)[0]) == (Ruling.BLOCKED, "tujuannya rilis, bukan main")


# ---- the fast lane and its second look ------------------------------------------------------------------------------


@pytest.mark.rule("design-5.7")
@pytest.mark.parametrize(
    ("approval", "touched", "opens"),
    [
        (saying("rob sudah masuk permukiman"), URGENT, True),
        (saying("rob sudah masuk permukiman", KADIS), URGENT, True),
        (saying("  "), URGENT, False),
        (saying("rob sudah masuk permukiman", SUBKOOR), URGENT, False),
        (saying("rob sudah masuk permukiman", WRITER), URGENT, False),
        (saying("rob sudah masuk permukiman"), GRAVE, False),
        (saying("rob sudah masuk permukiman", KADIS), GRAVE, True),
        (saying("rob sudah masuk permukiman"), Touched(posts=(POST,)), False),
    ],
    ids=[
        "kabid",
        "kadis",
        "no reason",
        "subkoor",
        "staff",
        "sensitive: kabid",
        "sensitive: kadis",
        "not of the fast lane",
    ],
)
def test_one_verifier_with_a_reason_opens_the_fast_lane(approval: Approval, touched: Touched, opens: bool) -> None:
    """Kabid or Kepala Dinas, for what is sensitive the latter alone, says why, and only where it is urgent."""
    found = verdict(approval, touched=touched)

    assert (found.approved, found.fast) == (opens, opens)


@pytest.mark.rule("design-5.7", "design-5.5")
def test_a_contributor_opens_no_fast_lane() -> None:
    """The one verifier of the fast lane has written nothing of it."""
    assert not verdict(saying("mendesak"), touched=URGENT, contributors=(STAFF, KABID)).approved


def look(by: Account | None) -> Look:
    return Look(1, POST, "a" * 40, at(0), verifier=KABID.id, closed_by=by, open=False)


@pytest.mark.rule("design-5.7")
@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        (KABID, "kabid-ikp sudah menyetujui kiriman ini; pandangan kedua harus dari orang lain. Dibuka lagi."),
        (GUEST, "tamu tidak memegang peran di kendal.yaml; dibuka lagi"),
        (SUBKOOR, ""),
    ],
    ids=["the verifier", "a guest", "another holder"],
)
def test_a_second_look_is_another_holders(by: Account, sentence: str) -> None:
    """Whoever let the post through, and whoever holds no role, cannot close the question."""
    why = objection(look(by), office())

    assert (text(why, "id") if why else "") == sentence


@pytest.mark.rule("design-5.7", "forges-20")
def test_a_program_closes_no_second_look() -> None:
    """A bot under a holder's number, or an account that is gone, has looked at nothing."""
    assert objection(look(replace(BOT, id=SUBKOOR.id)), office())
    assert objection(look(None), office())


# ---- decrees --------------------------------------------------------------------------------------------------------


@pytest.mark.rule("design-5.4")
@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("SK Bupati Nomor 821.2/045/2026", True),
        ("berdasarkan SPT 800/12", True),
        ("sesuai Surat Perintah No. 094/77", True),
        ("setuju", False),
        ("", False),
        ("SK menyusul", False),
        ("RISK 12", False),
    ],
)
def test_roles_change_hands_by_a_decree(words: str, counts: bool) -> None:
    """The Kepala Dinas alone changes roles only with the decree's reference; for other rules no decree is asked."""
    assert verdict(saying(words, KADIS), touched=ROLES).approved is counts
    assert verdict(saying(words, KADIS), touched=RULES).approved


@pytest.mark.rule("design-5.4")
def test_two_other_holders_change_roles_without_the_head() -> None:
    """SubKoor and Kabid together need no decree, and the author is none of the two."""
    assert verdict(*both(), touched=ROLES).approved
    assert not verdict(*both(), touched=ROLES, author=KABID, contributors=()).approved


# ---- what makes a post sensitive ------------------------------------------------------------------------------------

PLAIN = Post(POST, "Pasar murah", "pengumuman", date(2026, 11, 25), narration="Datanglah.")


@pytest.mark.rule("design-5.5")
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, ""),
        ({"sensitivity": "sensitif"}, f"{POST} ditandai sensitif"),
        ({"kind": "ucapan-duka"}, "jenis ucapan-duka selalu sensitif"),
        ({"narration": "Ada Korban\n  Jiwa."}, f"kata “Korban Jiwa” menjadikan {POST} sensitif"),
        ({"title": "Awas hoaks!"}, f"kata “hoaks” menjadikan {POST} sensitif"),
        ({"narration": "hoaksan"}, ""),
    ],
    ids=["nothing", "typed", "kind", "words", "title", "part of a word"],
)
def test_the_highest_of_type_kind_and_words_counts(change: dict[str, Any], sentence: str) -> None:
    """What is typed lowers nothing: the kind and the office's words raise it, and the reason is said."""
    found = level(replace(PLAIN, **change), Policy())

    assert [text(reason, "id") for reason in found.because] == ([sentence] if sentence else [])
    assert (found.value == "sensitif") is bool(sentence)
    assert highest_of((found, Level())).value == found.value


# ---- order and moments ----------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-25", "design-5.5")
def test_in_one_second_the_number_decides_the_order() -> None:
    """Two approvals of one second are in the order in which the forge numbered them."""
    first, second = approve(SUBKOOR, 10), approve(KABID, 10)
    strict = office(Policy(order="strict"))

    assert verdict(first, second, known=strict).approved
    assert not verdict(replace(first, number=second.number + 1), second, known=strict).approved


@pytest.mark.rule("forges-16", "design-5.4")
@pytest.mark.parametrize(("seconds", "counts"), [(-1, False), (0, True), (86_399, True), (86_400, False)])
def test_an_acting_day_begins_and_ends_at_midnight_in_kendal(seconds: int, counts: bool) -> None:
    """A Plh for one day acts from its first second to its last one, by the office's clock."""
    acting = Account(1299, "sekdin")
    known = office(kabid_ikp=(holder(acting, "2026-11-25", "2026-11-25", "plh"),))
    midnight = approve(acting).at.replace(hour=17, minute=0)  # 00:00 of the 25th in Kendal
    given = replace(approve(acting), at=midnight + timedelta(seconds=seconds))

    found = verdict(approve(SUBKOOR), given, known=known)

    assert ([need.state for need in found.requirements][1] is State.GIVEN) is counts


# ---- what the forge tells -------------------------------------------------------------------------------------------


def activity(kind: str, after: str, seconds: int) -> dict[str, Any]:
    moment = (at(0) + timedelta(seconds=seconds)).isoformat()
    return {"id": seconds, "activity_type": kind, "after": after, "timestamp": moment, "actor": None}


@pytest.mark.rule("forges-8", "forges-13", "design-5.3")
def test_a_branch_made_again_while_open_keeps_its_record() -> None:
    """Deleting the branch and pushing another under its name hides nothing that was approved before."""
    made, pushed = activity("branch_creation", "a" * 40, 0), activity("push", "b" * 40, 5)
    gone, again = activity("branch_deletion", "0" * 40, 60), activity("branch_creation", "c" * 40, 70)

    kept = reading.pushes([again, gone, pushed, made], at(0.5), None)
    another = reading.pushes([again, gone, pushed, made], at(2), None)

    assert [one.commit[0] for one in kept] == ["a", "b", "c"]
    assert [one.commit[0] for one in another] == ["c"]


HERE = Address("https://api.github.com", "kominfo/konten", "https://github.com")


def paged(monkeypatch: pytest.MonkeyPatch, following: str) -> Api:
    """GitHub's API, each page of which names the next."""
    api = Api(HERE, "token")
    answer = Answer(200, "[{}]", (("link", f'<{following}>; rel="next"'),))
    monkeypatch.setattr(api._line, "call", lambda *words, **more: answer)
    return api


@pytest.mark.rule("forges-23")
def test_a_list_without_end_is_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last page that is read there must be no other: a list that was cut proves nothing."""
    api = paged(monkeypatch, "https://api.github.com/repos/kominfo/konten/pulls/1/reviews?page=2")

    with pytest.raises(OutsideFailed) as failed:
        api.pages("pulls/1/reviews")

    assert failed.value.message.key == "github.too-long"


@pytest.mark.rule("forges-23")
def test_the_token_follows_no_page_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A next page on another host is refused before it is asked for."""
    with pytest.raises(OutsideFailed) as failed:
        paged(monkeypatch, "https://api.github.com.jahat.example/reviews?page=2").pages("pulls/1/reviews")

    assert failed.value.message.key == "github.elsewhere"


@pytest.mark.rule("forges-19", "forges-20", "forges-8")
def test_what_github_tells_of_nobody_is_nobody() -> None:
    """A review without a user, one by a program and one of a commit that is gone are read as exactly that."""
    user = {"id": 1201, "login": "kabid-ikp", "type": "User"}
    usual = {"id": 1, "state": "APPROVED", "user": user, "commit_id": "a" * 40, "submitted_at": at(0).isoformat()}
    deleted, program, lost = reading.approvals(
        [{**usual, "user": None}, {**usual, "user": {**user, "type": "Bot"}}, {**usual, "commit_id": None}], []
    )

    assert deleted.by is None
    assert program.by
    assert program.by.bot
    assert lost.commit is None
