"""The judge at work: one rule of the procedure after another, each with the sentence that a person reads."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from kendal_git.model.office import Office, Policy
from kendal_git.model.proposal import Account, Approval
from kendal_git.model.verdict import Ruling, State, Verdict
from kendal_git.policy import Touched, judge
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
    changes,
    comment,
    dismissed,
    holder,
    merge,
    need_of,
    office,
    proposal,
    push,
    question,
    sentences,
)

APPROVED = ["subkoor-psdk: disetujui subkoor-psdk", "kabid-ikp: disetujui kabid-ikp"]
SENSITIVE = Touched(posts=(POST,), sensitivity="sensitif")
STRICT = Policy(order="strict")


def verdict(
    *approvals: Approval,
    known: Office | None = None,
    touched: Touched | None = None,
    seen: dict[str, str] | None = None,
    **more: Any,
) -> Verdict:
    """The judge's answer about a proposal with these reviews."""
    return judge(question(proposal(*approvals, **more), known, touched, seen))


def both(minutes: float = 10) -> tuple[Approval, Approval]:
    """What an ordinary post needs."""
    return approve(SUBKOOR, minutes), approve(KABID, minutes + 5)


# ---- who is needed --------------------------------------------------------------------------------------------------


@pytest.mark.rule("design-5.5")
def test_two_levels_approve_an_ordinary_post() -> None:
    """SubKoor PSDK and Kabid IKP are enough, and the verdict names both with their moments."""
    found = verdict(*both())

    assert found.ruling is Ruling.APPROVED
    assert sentences(found) == APPROVED
    assert found.approvers == (("subkoor-psdk", "subkoor-psdk"), ("kabid-ikp", "kabid-ikp"))
    assert [need.at for need in found.requirements] == [at(10), at(15)]


def test_a_verdict_says_whose_turn_it_is() -> None:
    """An open role names the people who hold it today."""
    found = verdict(approve(SUBKOOR))

    assert found.ruling is Ruling.WAITING
    assert sentences(found) == ["subkoor-psdk: disetujui subkoor-psdk", "kabid-ikp: menunggu kabid-ikp"]


@pytest.mark.rule("design-5.5")
def test_a_sensitive_post_also_needs_the_head() -> None:
    """For a sensitive post the Kepala Dinas approves as well, after the two levels in the list."""
    waiting = verdict(*both(), touched=SENSITIVE)
    done = verdict(*both(), approve(KADIS, 20), touched=SENSITIVE)

    assert sentences(waiting) == [*APPROVED, "kepala-dinas: menunggu kepala-dinas"]
    assert done.ruling is Ruling.APPROVED


@pytest.mark.rule("design-5.5")
def test_the_head_does_not_replace_a_level() -> None:
    """An ordinary post is not approved by the Kepala Dinas instead of the two levels."""
    found = verdict(approve(KADIS))

    assert sentences(found) == [
        "subkoor-psdk: menunggu subkoor-psdk",
        "subkoor-psdk: kepala-dinas diabaikan: tidak memegang peran ini",
        "kabid-ikp: menunggu kabid-ikp",
    ]


def test_the_verdict_of_an_embedded_forge_says_so() -> None:
    """Where nobody proves who they are, the verdict carries that mark."""
    assert verdict(*both()).authenticated
    assert not verdict(*both(), authenticated=False).authenticated


# ---- who counts -----------------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-1", "design-5.5")
def test_the_author_does_not_count() -> None:
    """Who proposes does not approve, whatever their role."""
    found = verdict(*both(), author=KABID, contributors=())

    assert found.ruling is not Ruling.APPROVED
    assert "kabid-ikp: kabid-ikp diabaikan: pengusul tidak dapat menyetujui usulannya sendiri" in sentences(found)


@pytest.mark.rule("forges-20", "design-5.5")
def test_a_bot_does_not_count() -> None:
    """A program is no person, even under a holder's number."""
    found = verdict(approve(SUBKOOR), approve(BOT))

    assert found.ruling is Ruling.WAITING
    assert "kabid-ikp: kabid-ikp diabaikan: akun bot tidak dapat menyetujui" in sentences(found)


@pytest.mark.rule("forges-19")
def test_a_deleted_account_does_not_count() -> None:
    """An approval without an account is nobody's."""
    found = verdict(approve(SUBKOOR), approve(None))

    assert found.ruling is Ruling.WAITING
    assert "kabid-ikp: ? diabaikan: akunnya sudah dihapus" in sentences(found)


@pytest.mark.rule("forges-46", "design-5.4")
def test_who_holds_no_role_does_not_count() -> None:
    """Anyone may praise a post, and it changes nothing."""
    found = verdict(approve(SUBKOOR), approve(GUEST))

    assert found.ruling is Ruling.WAITING
    assert "subkoor-psdk: tamu diabaikan: tidak memegang peran ini" in sentences(found)


@pytest.mark.rule("forges-18", "design-5.4")
def test_a_renamed_account_is_named_with_both_names() -> None:
    """A holder whose login changed counts again when kendal.yaml knows the new name."""
    renamed = replace(KABID, login="kabid-komunikasi")
    found = verdict(approve(SUBKOOR), approve(renamed))

    assert found.ruling is Ruling.WAITING
    assert (
        "kabid-ikp: kabid-komunikasi diabaikan: akun ini di kendal.yaml bernama kabid-ikp, sekarang kabid-komunikasi; "
        "perbarui kendal.yaml"
    ) in sentences(found)


@pytest.mark.rule("forges-18", "design-5.4")
def test_a_registered_again_login_is_somebody_else() -> None:
    """Who takes over a login that became free does not take over its role."""
    stranger = replace(KABID, id=6666)
    found = verdict(approve(SUBKOOR), approve(stranger))

    assert found.ruling is Ruling.WAITING
    assert (
        "kabid-ikp: kabid-ikp diabaikan: nama kabid-ikp kini milik akun nomor 6666, di kendal.yaml nomor 1201"
    ) in sentences(found)


@pytest.mark.rule("forges-17")
def test_a_login_is_compared_without_case() -> None:
    """Capital letters in a login are no other person."""
    assert verdict(approve(SUBKOOR), approve(replace(KABID, login="Kabid-IKP"))).approved


# ---- dated roles ----------------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-16", "design-5.4")
@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        ("2026-11-23T16:59:59+00:00", False),  # 23:59:59 of the day before in Kendal
        ("2026-11-23T17:00:00+00:00", True),  # midnight: the first day begins
        ("2026-11-24T16:59:59+00:00", True),  # the last second of the last day
        ("2026-11-24T17:00:00+00:00", False),
    ],
)
def test_a_role_is_held_from_its_first_to_its_last_day_in_kendal(moment: str, counts: bool) -> None:
    """Both ends of a term belong to it, in the office's own days and not in UTC's."""
    acting = Account(1299, "sekdin")
    known = office(kabid_ikp=(holder(acting, "2026-11-24", "2026-11-24", "plh"),))
    given = replace(approve(acting), at=datetime.fromisoformat(moment))
    found = verdict(approve(SUBKOOR), given, known=known)

    assert (need_of(found, "kabid-ikp").state is State.GIVEN) is counts
    if not counts:
        day = given.at.astimezone(known.zone).date()
        assert f"kabid-ikp: sekdin diabaikan: tidak memegang peran ini pada {day}" in sentences(found)


@pytest.mark.rule("forges-15", "design-5.4")
def test_an_approval_outlives_its_givers_term() -> None:
    """Who held the role when the review was submitted counts, also after the term has ended."""
    known = office(kabid_ikp=(holder(KABID, until="2026-11-24"), holder(Account(1202, "kabid-baru"), "2026-11-25")))
    asked = replace(question(proposal(*both()), known), now=datetime(2026, 12, 24, tzinfo=UTC))

    assert judge(asked).approved


@pytest.mark.rule("forges-15")
def test_a_term_that_was_deleted_is_revoked() -> None:
    """A holder who is no longer in kendal.yaml at all counts for nothing, not even for earlier acts."""
    assert not verdict(*both(), known=office(kabid_ikp=(holder(Account(1202, "kabid-baru")),))).approved


@pytest.mark.rule("forges-16", "design-5.4")
def test_an_acting_holder_counts_as_the_holder() -> None:
    """Who holds the role counts, definitive or acting, and who held it before does not."""
    acting = Account(1299, "sekdin")
    known = office(kabid_ikp=(holder(KABID, until="2026-11-20"), holder(acting, "2026-11-21", status="plt")))

    assert verdict(approve(SUBKOOR), approve(acting), known=known).approved
    assert not verdict(approve(SUBKOOR), approve(KABID), known=known).approved


@pytest.mark.rule("forges-26", "design-5.5", "design-5.12")
def test_an_unstaffed_role_blocks_and_names_who_must_fix_it() -> None:
    """A role that nobody holds today is never skipped: the verdict says what the Kepala Dinas has to do."""
    found = verdict(approve(SUBKOOR), known=office(kabid_ikp=(holder(KABID, until="2026-11-23"),)))

    assert found.ruling is Ruling.BLOCKED
    assert (
        "kabid-ikp: tidak ada yang memegang peran Kabid IKP; Kepala Dinas perlu menunjuk Plt./Plh. di kendal.yaml"
    ) in sentences(found)


@pytest.mark.rule("forges-26")
@pytest.mark.parametrize("barred", [{"author": KABID}, {"contributors": (STAFF, KABID)}], ids=["author", "contributor"])
def test_a_role_whose_only_holder_is_barred_blocks(barred: dict[str, Any]) -> None:
    """Nobody waits for a person who may not approve: the verdict asks for an acting holder."""
    found = verdict(approve(SUBKOOR), **barred)

    assert found.ruling is Ruling.BLOCKED
    assert (
        "kabid-ikp: tidak ada pemegang peran Kabid IKP lain yang boleh menyetujui usulan ini; "
        "Kepala Dinas perlu menunjuk Plt./Plh. di kendal.yaml"
    ) in sentences(found)


# ---- contributors and distinct people -------------------------------------------------------------------------------


@pytest.mark.rule("forges-2", "design-5.5")
def test_a_contributor_never_gives_the_last_approval() -> None:
    """Whose suggestion was taken in wrote a part of it, and somebody else has the last word."""
    known = office(kabid_ikp=(holder(KABID), holder(Account(1202, "kabid-dua"))))
    found = verdict(*both(), known=known, contributors=(STAFF, KABID))

    assert sentences(found) == [
        "subkoor-psdk: disetujui subkoor-psdk",
        "kabid-ikp: menunggu kabid-dua",
        "kabid-ikp: kabid-ikp diabaikan: ikut menulis isinya",
    ]


@pytest.mark.rule("forges-2", "design-5.5")
def test_a_contributor_may_fill_a_lower_role_below_somebody_elses_approval() -> None:
    """The lower level may have mended a comma, once a higher level that wrote nothing has approved the same content."""
    alone = verdict(approve(SUBKOOR), contributors=(STAFF, SUBKOOR))
    covered = verdict(*both(), contributors=(STAFF, SUBKOOR))

    assert "subkoor-psdk: subkoor-psdk diabaikan: ikut menulis isinya" in sentences(alone)
    assert covered.ruling is Ruling.APPROVED


@pytest.mark.rule("forges-24", "design-5.5")
def test_one_person_fills_one_role() -> None:
    """Who holds two roles approves once, and the other role waits for another person."""
    known = office(kabid_ikp=(holder(KABID), holder(SUBKOOR, status="plt")))
    found = verdict(approve(SUBKOOR), known=known)

    assert found.ruling is Ruling.WAITING
    assert [need.state for need in found.requirements].count(State.GIVEN) == 1
    assert verdict(*both(), known=known).approved


@pytest.mark.rule("forges-24")
def test_one_person_in_every_role_blocks() -> None:
    """Where one person holds both levels, no approval of theirs is enough, and the verdict asks for a second person."""
    found = verdict(approve(SUBKOOR), known=office(kabid_ikp=(holder(SUBKOOR, status="plt"),)))

    assert found.ruling is Ruling.BLOCKED
    assert sentences(found) == [
        (
            "subkoor-psdk: tidak ada pemegang peran SubKoor PSDK lain yang boleh menyetujui usulan ini; "
            "Kepala Dinas perlu menunjuk Plt./Plh. di kendal.yaml"
        ),
        "kabid-ikp: disetujui subkoor-psdk",
    ]


@pytest.mark.rule("forges-24")
@pytest.mark.parametrize("first", ["versatile", "narrow"])
def test_people_are_matched_not_taken_greedily(first: str) -> None:
    """When one person could fill three roles, they fill the one that nobody else can, in whatever order they came."""
    versatile, second, third = Account(1, "serba-bisa"), Account(2, "dua"), Account(3, "tiga")
    known = office(
        subkoor_psdk=(holder(versatile), holder(second)),
        kabid_ikp=(holder(versatile), holder(second), holder(third)),
        kepala_dinas=(holder(versatile),),
    )
    order = (versatile, second, third) if first == "versatile" else (third, second, versatile)
    found = verdict(*(approve(by, minutes) for minutes, by in enumerate(order)), known=known, touched=SENSITIVE)

    assert found.approvers == (("subkoor-psdk", "dua"), ("kabid-ikp", "tiga"), ("kepala-dinas", "serba-bisa"))


# ---- the order of levels --------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-25", "design-5.5")
def test_an_early_approval_stands_when_order_is_recorded() -> None:
    """A Kabid who was faster than the SubKoor does not have to come back."""
    early = approve(KABID, 5)

    assert sentences(verdict(early)) == ["subkoor-psdk: menunggu subkoor-psdk", "kabid-ikp: disetujui kabid-ikp"]
    assert verdict(early, approve(SUBKOOR, 10)).approved


@pytest.mark.rule("forges-25", "design-5.5")
def test_an_early_approval_is_asked_for_again_when_order_is_strict() -> None:
    """Under strict order a level counts only after the level below it."""
    known = office(STRICT)
    early = verdict(approve(KABID, 5), approve(SUBKOOR, 10), known=known)
    again = verdict(approve(KABID, 5), approve(SUBKOOR, 10), approve(KABID, 15), known=known)

    assert sentences(early) == [
        "subkoor-psdk: disetujui subkoor-psdk",
        "kabid-ikp: persetujuannya mendahului tingkat di bawahnya; mohon setujui ulang (kabid-ikp)",
    ]
    assert again.approved


def test_approving_twice_does_not_undo_the_order() -> None:
    """A SubKoor who approves a second time after the Kabid has taken nothing back."""
    assert verdict(approve(SUBKOOR, 5), approve(KABID, 10), approve(SUBKOOR, 15), known=office(STRICT)).approved


def test_strict_order_finds_the_people_who_came_in_order() -> None:
    """When somebody could fill either level, strict order takes whoever makes both levels come in their order."""
    either = Account(1, "plt-kabid")
    known = office(STRICT, subkoor_psdk=(holder(either), holder(SUBKOOR)), kabid_ikp=(holder(either), holder(KABID)))

    assert verdict(approve(either, 5), approve(KABID, 10), known=known).approved
    assert verdict(approve(either, 5), approve(SUBKOOR, 10), approve(either, 15), known=known).approved


# ---- what was approved ----------------------------------------------------------------------------------------------


def test_an_approval_of_other_content_does_not_count() -> None:
    """An approval is for the very bytes that were seen."""
    found = verdict(
        approve(SUBKOOR, 10, "old1234"),
        approve(KABID, 40),
        seen={"old1234": "draft"},
        pushes=(push("old1234", 0), push("head", 30)),
    )

    assert (
        "subkoor-psdk: subkoor-psdk diabaikan: menyetujui isi lain (commit old1234), isinya sudah berubah"
    ) in sentences(found)


def test_a_changed_space_is_changed_content() -> None:
    """Rp 10.000 and Rp 1 0.000 are different digests, and every earlier approval is gone."""
    pushes = (push("before", 0), push("head", 30))
    reviews = approve(SUBKOOR, 10, "before"), approve(KABID, 15, "before")
    seen = {"before": "tree of Rp 10.000", "head": "tree of Rp 1 0.000"}

    assert verdict(*reviews, seen=seen, pushes=pushes).ruling is Ruling.WAITING


def test_a_rebase_that_leaves_the_post_alike_keeps_approvals() -> None:
    """Another commit with the same folder is the same content."""
    pushes = (push("before", 0), push("head", 30))
    reviews = approve(SUBKOOR, 10, "before"), approve(KABID, 15, "before")

    assert verdict(*reviews, seen={"before": "final"}, pushes=pushes).approved


@pytest.mark.rule("forges-8")
def test_an_approval_of_an_unknown_commit_does_not_count() -> None:
    """When it cannot be told what was seen, it is not an approval of this."""
    gone = verdict(approve(SUBKOOR), approve(KABID, 20, "collected"))
    never = verdict(approve(SUBKOOR), approve(KABID, 20, None))

    expected = "kabid-ikp: kabid-ikp diabaikan: tidak diketahui isi mana yang disetujui"
    assert expected in sentences(gone)
    assert expected in sentences(never)


BACK = (push("head", 0), push("other", 20), push("head", 40))


@pytest.mark.rule("forges-9", "design-5.3")
def test_a_force_push_back_needs_approvals_after_it() -> None:
    """Where something else was pushed in between, only reviews after the push that brought this content back count."""
    before = verdict(*both(), seen={"other": "draft"}, pushes=BACK)
    after = verdict(*both(50), seen={"other": "draft"}, pushes=BACK)

    assert "kabid-ikp: kabid-ikp diabaikan: diberikan sebelum isi ini diajukan (24-11-2026 10:40)" in sentences(before)
    assert after.approved


@pytest.mark.rule("forges-14", "design-5.3")
def test_an_approval_at_the_very_moment_of_the_push_is_too_early() -> None:
    """Who approves in the second in which the content is pushed may have seen what was there before."""
    assert not verdict(approve(SUBKOOR, 50), approve(KABID, 40), seen={"other": "draft"}, pushes=BACK).approved


@pytest.mark.rule("forges-13", "design-5.3")
def test_a_review_that_the_forge_moved_forward_does_not_count() -> None:
    """A review of the draft whose commit the forge later names as the new head is still a review of the draft."""
    found = verdict(*both(), seen={"other": "draft"}, pushes=(push("other", 0), push("head", 30)))

    assert found.ruling is Ruling.WAITING
    assert "kabid-ikp: kabid-ikp diabaikan: diberikan sebelum isi ini diajukan (24-11-2026 10:30)" in sentences(found)


def test_a_push_of_something_that_is_gone_counts_as_other_content() -> None:
    """A head that nobody can look at any more may have held anything."""
    pushes = (push("head", 0), push("collected", 20), push("head", 40))

    assert not verdict(*both(), pushes=pushes).approved
    assert verdict(*both(50), pushes=pushes).approved


@pytest.mark.rule("design-5.3")
@pytest.mark.parametrize(
    "pushes",
    [None, (), (push("head", 0), push("other", 20))],
    ids=["no record", "an empty record", "a record that ends elsewhere"],
)
def test_without_the_push_record_nobody_can_tell(pushes: Any) -> None:
    """Where the forge does not say when this content became the head, the verdict is unknown and never approves."""
    found = verdict(*both(), seen={"other": "draft"}, pushes=pushes)

    assert found.ruling is Ruling.UNKNOWN
    assert sentences(found) == [
        "subkoor-psdk: tidak dapat dipastikan",
        "subkoor-psdk: subkoor-psdk diabaikan: waktu pengajuan isi ini tidak tercatat",
        "kabid-ikp: tidak dapat dipastikan",
        "kabid-ikp: kabid-ikp diabaikan: waktu pengajuan isi ini tidak tercatat",
    ]


@pytest.mark.rule("forges-32")
def test_an_approval_before_a_change_of_target_does_not_count() -> None:
    """Who approved for one branch has not approved for another."""
    found = verdict(approve(SUBKOOR, 10), approve(KABID, 30), retargeted_at=at(20))

    assert "subkoor-psdk: subkoor-psdk diabaikan: diberikan sebelum cabang tujuan diganti" in sentences(found)
    assert verdict(*both(30), retargeted_at=at(20)).approved


# ---- opinions -------------------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-22", "forges-27", "design-5.6")
def test_a_comment_changes_nothing() -> None:
    """Who comments after approving has still approved, and who comments after asking for changes still asks."""
    assert verdict(*both(), comment(KABID, 30)).approved
    assert verdict(*both(), changes(KADIS, 20), comment(KADIS, 30)).ruling is Ruling.BLOCKED


@pytest.mark.rule("forges-21", "design-5.6")
def test_a_dismissed_approval_is_no_opinion() -> None:
    """An approval that was taken back does not count and revives no earlier one."""
    found = verdict(approve(SUBKOOR), approve(KABID, 5), dismissed(approve(KABID, 15), KABID))

    assert found.ruling is Ruling.WAITING
    assert "kabid-ikp: kabid-ikp diabaikan: persetujuannya dibatalkan oleh kabid-ikp" in sentences(found)


@pytest.mark.rule("forges-22", "design-5.6")
def test_a_change_request_stops_everything() -> None:
    """One role holder who asks for changes outweighs all approvals."""
    found = verdict(*both(), changes(WRITER, 20, "tanggalnya keliru"))

    assert found.ruling is Ruling.BLOCKED
    assert sentences(found) == ["staf-narasi meminta perbaikan: tanggalnya keliru", *APPROVED]


def test_a_change_request_of_somebody_without_a_role_stops_nothing() -> None:
    """A guest may ask for changes, and the office decides."""
    assert verdict(*both(), changes(GUEST, 20)).approved


@pytest.mark.rule("forges-22", "design-5.6")
def test_a_change_request_ends_by_its_authors_own_later_approval() -> None:
    """Nobody else's approval ends it."""
    assert verdict(approve(SUBKOOR), changes(KABID, 12), approve(KABID, 20)).approved
    assert verdict(approve(SUBKOOR), changes(KABID, 12), approve(KADIS, 20)).ruling is Ruling.BLOCKED


def test_a_change_request_after_an_approval_replaces_it() -> None:
    """Who approved and then asks for changes no longer approves."""
    found = verdict(*both(), changes(KABID, 30))

    assert found.ruling is Ruling.BLOCKED
    assert "kabid-ikp: menunggu kabid-ikp" in sentences(found)


@pytest.mark.rule("forges-22", "design-5.6")
@pytest.mark.parametrize(
    ("by", "ends"), [(KABID, True), (KADIS, True), (SUBKOOR, False), (GUEST, False)], ids=lambda value: str(value)[:30]
)
def test_a_change_request_is_dismissed_by_the_same_role_or_a_higher_one(by: Account, ends: bool) -> None:
    """Anyone with a button can dismiss a review on the forge; here only rank does."""
    found = verdict(approve(SUBKOOR), approve(KABID), dismissed(changes(KABID, 20), by, 30))

    assert ("kabid-ikp meminta perbaikan: judulnya salah" not in sentences(found)) is ends


@pytest.mark.rule("forges-21", "forges-22")
def test_a_dismissed_approval_does_not_end_the_change_request_before_it() -> None:
    """Approving and taking it back leaves the change request where it was."""
    found = verdict(approve(SUBKOOR), changes(KABID, 12), dismissed(approve(KABID, 20), KABID, 30))

    assert found.ruling is Ruling.BLOCKED


# ---- after the merge ------------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-38", "design-5.1")
def test_an_approval_after_the_merge_does_not_count() -> None:
    """What was merged without an approval does not get it afterwards."""
    found = verdict(approve(SUBKOOR, 10), approve(KABID, 40), state="merged", merge=merge(30))

    assert found.ruling is Ruling.WAITING
    assert "kabid-ikp: kabid-ikp diabaikan: diberikan setelah digabungkan" in sentences(found)


def test_an_approval_at_the_moment_of_the_merge_counts() -> None:
    """A forge may stamp the last approval and the merge with one second."""
    assert verdict(approve(SUBKOOR, 10), approve(KABID, 30), state="merged", merge=merge(30)).approved


def test_a_clock_that_is_behind_the_forge_ignores_nothing() -> None:
    """Only the forge's own moments are compared: a review from the near future counts before a merge."""
    assert verdict(*both(500)).approved


@pytest.mark.rule("forges-38", "design-5.1")
def test_a_change_request_after_the_merge_stops_what_is_unsent() -> None:
    """A role holder who sees the mistake too late for the gate still stops the publication."""
    found = verdict(*both(), changes(KADIS, 40), state="merged", merge=merge(30))

    assert found.ruling is Ruling.BLOCKED
    assert sentences(found)[0] == "kepala-dinas meminta perbaikan: judulnya salah"


@pytest.mark.rule("forges-38", "design-5.1")
def test_a_dismissal_after_the_merge_stops_what_is_unsent() -> None:
    """An approval that is taken back after the merge is no approval any more."""
    taken_back = dismissed(approve(KABID, 15), KABID, 40)

    assert not verdict(approve(SUBKOOR), taken_back, state="merged", merge=merge(30)).approved


# ---- the proposal as a whole ----------------------------------------------------------------------------------------


@pytest.mark.rule("forges-28")
def test_a_draft_waits() -> None:
    """A draft is never approved, whoever approved it."""
    found = verdict(*both(), draft=True)

    assert found.ruling is Ruling.WAITING
    assert sentences(found) == ["proposal masih konsep", *APPROVED]


@pytest.mark.rule("forges-3", "forges-6", "forges-34", "design-5.8")
@pytest.mark.parametrize(
    ("change", "touched", "sentence"),
    [
        ({"state": "closed"}, None, "proposal sudah ditutup"),
        ({"author": None, "contributors": ()}, None, "akun pengusul sudah tidak ada"),
        (
            {"strangers": ("budi@warnet.example",)},
            None,
            (
                "alamat commit budi@warnet.example tidak dikenal; tambahkan ke “emails” orangnya di kendal.yaml, "
                "atau tutup usulan ini dan ajukan lagi dari cabang baru"
            ),
        ),
        ({}, Touched(), "proposal tidak mengubah apa pun"),
        (
            {},
            Touched(posts=(POST,), policy=("kendal.yaml", "templates/site.html")),
            "kiriman bercampur dengan berkas kebijakan (kendal.yaml, templates/site.html); pisahkan ke proposal lain",
        ),
        (
            {},
            Touched(agenda=("agenda/2026/11/25.yaml",), policy=("kendal.yaml",)),
            "kiriman bercampur dengan berkas kebijakan (kendal.yaml); pisahkan ke proposal lain",
        ),
    ],
    ids=["closed", "no author", "stranger", "nothing", "policy and content", "policy and agenda"],
)
def test_an_obstacle_blocks_whoever_approves(change: dict[str, Any], touched: Touched | None, sentence: str) -> None:
    """What is wrong with the proposal itself is said first, and no approval outweighs it."""
    found = verdict(approve(SUBKOOR), approve(KABID), approve(KADIS), touched=touched, **change)

    assert found.ruling is Ruling.BLOCKED
    assert sentences(found)[0] == sentence


# ---- policy and agenda ----------------------------------------------------------------------------------------------

RULES = Touched(policy=("kendal.yaml",))
DAY = Touched(agenda=("agenda/2026/11/25.yaml",))
KABIDS_OWN: dict[str, Any] = {"author": KABID, "contributors": (KABID,), "pushes": (push("head", 0, KABID),)}


@pytest.mark.rule("design-5.8")
def test_the_policy_needs_the_head() -> None:
    """The Kepala Dinas alone may approve a change of the rules."""
    assert verdict(approve(KADIS), touched=RULES).approvers == (("kepala-dinas", "kepala-dinas"),)


@pytest.mark.rule("design-5.8", "forges-6")
def test_the_policy_needs_two_others_instead() -> None:
    """Without the Kepala Dinas, two people who hold a role and did not propose it are needed."""
    one = verdict(approve(KABID), touched=RULES)
    two = verdict(approve(KABID), approve(SUBKOOR), touched=RULES)

    assert one.ruling is Ruling.WAITING
    assert "menunggu" in sentences(one)[0]
    assert two.ruling is Ruling.APPROVED


@pytest.mark.rule("forges-24", "design-5.8")
def test_one_person_with_two_roles_is_not_two_people() -> None:
    """Who holds two roles does not change the rules alone."""
    known = office(kabid_ikp=(holder(KABID), holder(SUBKOOR)))

    assert not verdict(approve(SUBKOOR), known=known, touched=RULES).approved


def test_the_author_of_a_policy_is_not_one_of_the_two() -> None:
    """Who proposes new rules finds two others."""
    assert not verdict(approve(KABID), approve(SUBKOOR), touched=RULES, author=SUBKOOR, contributors=()).approved


@pytest.mark.parametrize("word", [comment, changes, lambda by, minutes: approve(by, minutes, "old")])
def test_the_heads_word_that_is_no_approval_takes_nothing_from_the_two_others(word: Any) -> None:
    """What the Kepala Dinas says short of an approval of this does not undo what two others have approved."""
    found = verdict(approve(KABID), approve(SUBKOOR), word(KADIS, 20), touched=RULES, seen={"old": "draft"})

    assert [need.state for need in found.requirements] == [State.GIVEN, State.GIVEN]


def test_a_former_head_is_not_the_head() -> None:
    """The approval of somebody who was Kepala Dinas once does not change the rules alone."""
    former = Account(1302, "kadis-lama")
    known = office(kepala_dinas=(holder(KADIS), holder(former, "2020-01-01", "2025-12-31")))

    assert not verdict(approve(former), known=known, touched=RULES).approved


@pytest.mark.rule("design-5.8")
def test_the_agenda_needs_one_holder_who_is_not_the_author() -> None:
    """The day that staff recorded is looked at by somebody of a verifying role."""
    assert sentences(verdict(touched=DAY)) == ["agenda: menunggu subkoor-psdk, kabid-ikp, kepala-dinas"]
    assert verdict(approve(SUBKOOR), touched=DAY).approved
    assert not verdict(approve(WRITER), touched=DAY).approved


@pytest.mark.rule("design-5.8")
def test_a_holders_own_agenda_needs_nobody() -> None:
    """Who holds a verifying role records the agenda without asking."""
    found = verdict(touched=DAY, **KABIDS_OWN)

    assert found.ruling is Ruling.APPROVED
    assert found.requirements == ()


@pytest.mark.rule("design-5.8")
@pytest.mark.parametrize(
    "more",
    [{"contributors": (KABID, STAFF)}, {"opened_at": datetime(2025, 12, 31, 16, 0, tzinfo=UTC)}],
    ids=["staff wrote in it", "before the term began"],
)
def test_an_agenda_that_is_not_only_a_holders_own_needs_somebody(more: dict[str, Any]) -> None:
    """A holder's name does not cover what others wrote, nor what was proposed before the role was theirs."""
    found = verdict(touched=DAY, **{**KABIDS_OWN, **more})

    assert found.ruling is Ruling.WAITING
    assert verdict(approve(SUBKOOR), touched=DAY, **{**KABIDS_OWN, **more}).approved


def test_a_change_request_also_stops_an_agenda() -> None:
    """A holder's own agenda needs no approval, and yet another holder can stop it."""
    assert verdict(changes(SUBKOOR), touched=DAY, **KABIDS_OWN).ruling is Ruling.BLOCKED
