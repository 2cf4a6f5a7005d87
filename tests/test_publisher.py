"""The publisher in every weather: each state of the contract, each way a call or a push can end, and each stop."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kendal_git.model.delivery import Count, Payload
from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.outcome import Outcome
from kendal_git.model.proposal import Account, Opinion
from kendal_git.model.trouble import OutsideFailed
from kendal_git.ports import Head, LedgerChange, Parcel
from kendal_git.verbs.clerk import Clerk, _Request
from kendal_git.verbs.survey import Survey
from tests.support.desk import FISH, KABID, KEEPER, OFFICE, ONCE, SUBKOOR, TEACHERS, Board, Desk, away, post

UNAPPROVED = (
    f"{TEACHERS} masuk ke cabang utama tanpa persetujuan lengkap; ajukan ulang: "
    f"kendal submit --again {TEACHERS} --reason ALASAN, atau di laman web: tambahkan baris “resubmitted: ALASAN” "
    f"pada {TEACHERS}/post.md lewat usulan baru"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def has(kind: str, channel: str = ONCE) -> Callable[[LedgerChange], bool]:
    """Whether a push carries such a line."""
    return lambda change: any((entry.kind, entry.channel) == (kind, channel) for _, entry in change.facts)


def once_at(applies: Callable[[LedgerChange], bool], do: Callable[[], object]) -> Callable[[LedgerChange], None]:
    """Something that happens at the first push of that sort."""
    done: list[bool] = []

    def happen(change: LedgerChange) -> None:
        if applies(change) and not done:
            done.append(True)
            do()

    return happen


def fail() -> None:
    raise away("push")


def foreign_intent(desk: Desk, channel: str = ONCE, nonce: str = "f" * 32) -> LedgerEntry:
    """Another run has pushed an intent and never spoke again."""
    until = desk.clock.now() + timedelta(minutes=3)
    entry = LedgerEntry("intent", desk.clock.now(), channel, desk.revision(), nonce, "run-0", desk.main, until)
    desk.ledger.write((TEACHERS, entry))
    return entry


class Watched(Board):
    """A board that remembers what it was given."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.payloads: list[Payload] = []

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        self.payloads.append(parcel.payload)
        return super().send(parcel, nonce, timeout)


def test_what_is_sent_keeps_the_office_s_own_limits(desk: Desk) -> None:
    """A channel gets no more pictures than kendal.yaml on main allows, and its text is counted against that file."""
    own = "papan: {via: outbox, limits: {characters: 40, pictures: 1}}"
    desk.change({"kendal.yaml": OFFICE.replace("papan: {via: outbox}", own)})
    pictures = [f"{{file: {name}.jpg, alt: Barisan peserta upacara {name}, credit: Tim IKP}}" for name in "ab"]
    desk.propose(post(images=f"[{', '.join(pictures)}]"))
    boards = {ONCE: Watched(ONCE), KEEPER: Watched(KEEPER)}

    assert desk.publish(boards=boards).states == {ONCE: "delivered", KEEPER: "delivered"}
    sent, usual = boards[ONCE].payloads[0], boards[KEEPER].payloads[0]
    assert [one.file for one in sent.pictures] == ["a.jpg"]
    assert sent.counts == (Count(19, 40, "characters"),)
    assert ([one.file for one in usual.pictures], usual.counts) == (["a.jpg", "b.jpg"], (Count(19, 0, "characters"),))


# ---- the states of the contract -------------------------------------------------------------------------------------


def test_an_approved_post_is_delivered(desk: Desk) -> None:
    """What is approved, merged and due goes to each of its channels once, with an intent before and a receipt after."""
    number = desk.propose(post())
    ran = desk.publish()

    assert (ran.code, ran.states) == (0, {ONCE: "delivered", KEEPER: "delivered"})
    assert ran.of(ONCE).url == "https://papan.example/25-hari-guru"
    assert desk.ledger.kinds() == ["intent", "receipt"]
    assert (desk.once.posts, desk.keeper.posts) == (1, 1)
    assert desk.once.shown == {TEACHERS: desk.revision()}
    assert desk.ledger.fetch().wishes() == ()
    proof = next(entry.verdict for entry in desk.ledger.fetch().entries(TEACHERS) if entry.kind == "judged")
    assert proof
    assert (proof["proposal"], [one["role"] for one in proof["approvals"]]) == (number, ["subkoor-psdk", "kabid-ikp"])


def test_a_second_run_finds_nothing_to_do(desk: Desk) -> None:
    """Running again sends nothing and reads nothing of what is done."""
    desk.propose(post())
    desk.publish()
    ran = desk.publish("run-2")

    assert (ran.code, ran.states) == (0, {})
    assert (desk.once.posts, desk.keeper.posts) == (1, 1)


def test_what_stands_beside_something_open_is_already_there(desk: Desk) -> None:
    """A channel that has the post is called already while another one still waits."""
    desk.propose(post())
    desk.forge.hold(KEEPER, "tunggu")
    first, second = desk.publish(), desk.publish("run-2")

    assert first.states == {ONCE: "delivered", KEEPER: "held"}
    assert second.states == {ONCE: "already", KEEPER: "held"}
    assert second.of(ONCE).url == "https://papan.example/25-hari-guru"
    assert desk.once.posts == 1


def test_a_scheduled_post_waits_for_its_moment(desk: Desk) -> None:
    """Nothing is sent a second before the time, and the run after it sends, without any new commit."""
    desk.propose(post(publish_at="2026-11-24T10:30+07:00"))
    early = desk.publish()
    desk.clock.pass_(30 * 60)

    assert (early.code, early.states) == (0, {ONCE: "scheduled", KEEPER: "scheduled"})
    assert early.why() == "dijadwalkan 24-11-2026 10:30 WIB"
    assert desk.ledger.kinds() == []
    assert desk.publish("run-2").states == {ONCE: "delivered", KEEPER: "delivered"}


def test_an_expired_post_is_never_sent(desk: Desk) -> None:
    """After its end a post that was not sent stays unsent."""
    desk.propose(post(expires="2026-11-24T09:00+07:00"))
    ran = desk.publish()

    assert (ran.code, ran.states) == (0, {ONCE: "expired", KEEPER: "expired"})
    assert ran.why() == "kedaluwarsa sejak 24-11-2026 09:00 WIB"
    assert desk.once.calls == []


@pytest.mark.rule("design-5.9")
def test_a_hold_stops_all_channels_until_it_ends(desk: Desk) -> None:
    """One role holder's hold is enough; without it the post goes out."""
    desk.propose(post())
    desk.forge.hold("", "rapat")
    held = desk.publish()
    desk.forge.unhold("")

    assert (held.code, held.states) == (0, {ONCE: "held", KEEPER: "held"})
    assert desk.ledger.kinds() == []
    assert desk.publish("run-2").states == {ONCE: "delivered", KEEPER: "delivered"}


def test_what_did_not_reach_the_channel_is_owed(desk: Desk) -> None:
    """A call that surely did not arrive is released, and the next run sends it once."""
    desk.propose(post())
    desk.once.script = ["unreached"]
    ran = desk.publish()

    assert (ran.code, ran.states) == (3, {ONCE: "owed", KEEPER: "delivered"})
    assert ran.why() == "kanal tidak terhubung: tidak ada jaringan"
    assert desk.ledger.kinds() == ["intent", "release"]
    assert desk.publish("run-2").of(ONCE).state == "delivered"
    assert desk.ledger.kinds() == ["intent", "release", "intent", "receipt"]
    assert desk.once.posts == 1


def test_a_refusal_is_final_for_its_revision(desk: Desk) -> None:
    """What the channel will not take is not tried again, and a correction is."""
    desk.propose(post())
    desk.once.script = ["refused"]
    first, second = desk.publish(), desk.publish("run-2")
    desk.propose(post("Terima kasih, Bapak dan Ibu guru."))

    assert (first.code, first.of(ONCE).state) == (1, "refused")
    assert first.why() == "kanal menolak: gambar terlalu besar"
    assert (second.code, second.of(ONCE).state) == (1, "refused")
    assert desk.ledger.kinds() == ["intent", "refusal"]
    assert desk.publish("run-3").of(ONCE).state == "delivered"


def test_a_baseline_is_never_sent(desk: Desk) -> None:
    """A post that was there before the ledger began counts as standing, also when a run looks at it."""
    desk.change({f"{TEACHERS}/post.md": post()})
    there = LedgerEntry("baseline", desk.clock.now(), revision=desk.revision(), main=desk.main)
    desk.ledger.write(*((TEACHERS, replace(there, channel=name)) for name in (ONCE, KEEPER)))
    ran = desk.publish()

    assert (ran.code, ran.states) == (0, {ONCE: "baseline", KEEPER: "baseline"})
    assert desk.once.calls == []


def test_a_correction_of_a_baseline_is_sent(desk: Desk) -> None:
    """What replaces an old post is approved and sent as any other."""
    desk.change({f"{TEACHERS}/post.md": post()})
    desk.ledger.write((TEACHERS, LedgerEntry("baseline", desk.clock.now(), ONCE, desk.revision(), main=desk.main)))
    desk.propose(post("Dengan koreksi.", channels=f"[{ONCE}]"))

    assert desk.publish().states == {ONCE: "delivered"}
    assert desk.once.shown == {TEACHERS: desk.revision()}


def test_a_withdrawn_post_comes_down(desk: Desk) -> None:
    """A withdrawal takes down what stands, on every channel, and is then over."""
    desk.propose(post())
    desk.publish()
    desk.propose(post(withdrawn="{reason: fakta}"))
    ran, after = desk.publish("run-2"), desk.publish("run-3")

    assert (ran.code, ran.states) == (0, {ONCE: "withdrawn", KEEPER: "withdrawn"})
    assert (desk.once.shown, desk.keeper.shown) == ({}, {})
    assert desk.ledger.kinds() == ["intent", "receipt", "withdrawal"]
    assert after.states in ({}, {ONCE: "withdrawn", KEEPER: "withdrawn"})
    assert desk.ledger.fetch().wishes() == ()


@pytest.mark.rule("design-5.9")
def test_a_withdrawal_is_not_held(desk: Desk) -> None:
    """Stopping is easier than starting: a hold does not keep a withdrawn post on the channel."""
    desk.propose(post())
    desk.publish()
    desk.propose(post(withdrawn="{reason: fakta}"))
    desk.forge.hold("", "rapat")

    assert desk.publish("run-2").states == {ONCE: "withdrawn", KEEPER: "withdrawn"}


# ---- what must not be sent ------------------------------------------------------------------------------------------


@pytest.mark.rule("design-5.1", "design-5.12")
@pytest.mark.parametrize("by", [(), (SUBKOOR,), (KABID,)], ids=["nobody", "level 1 alone", "level 2 alone"])
def test_an_unapproved_post_is_never_sent(desk: Desk, by: tuple[Account, ...]) -> None:
    """A merge is no approval: what misses a level stays unsent, run after run, and the message gives the way out."""
    desk.propose(post(), by=by)
    ran = desk.publish()

    assert (ran.code, ran.states) == (1, {ONCE: "refused", KEEPER: "refused"})
    assert ran.why() == UNAPPROVED
    assert desk.publish("run-2").code == 1
    assert (desk.once.calls, desk.ledger.kinds()) == ([], [])


@pytest.mark.rule("forges-37", "design-5.1")
def test_a_direct_push_is_never_sent(desk: Desk) -> None:
    """A post that no proposal brought is refused, also when it stands on main like any other."""
    desk.change({f"{TEACHERS}/post.md": post()})
    ran = desk.publish()

    assert (ran.code, ran.states) == (1, {ONCE: "refused", KEEPER: "refused"})
    assert desk.once.calls == []


@pytest.mark.rule("forges-37")
def test_a_direct_push_over_an_approved_post_is_never_sent(desk: Desk) -> None:
    """One byte that nobody approved, pushed on top of what two people did, keeps all of it back."""
    desk.propose(post())
    desk.change({f"{TEACHERS}/post.md": post("Terima kasih, guru!")})

    assert desk.publish().states == {ONCE: "refused", KEEPER: "refused"}
    assert desk.once.calls == []


@pytest.mark.rule("forges-38", "design-5.1")
def test_a_change_request_after_the_merge_stops_what_is_unsent(desk: Desk) -> None:
    """A verdict that the ledger already holds does not outlive a role holder's objection."""
    number = desk.propose(post(publish_at="2026-11-24T10:30+07:00"))
    scheduled = desk.publish()
    desk.review(number, Opinion.REQUEST_CHANGES)
    desk.clock.pass_(30 * 60)
    ran = desk.publish("run-2")

    assert scheduled.states == {ONCE: "scheduled", KEEPER: "scheduled"}
    assert (ran.code, ran.states) == (1, {ONCE: "refused", KEEPER: "refused"})
    assert desk.once.calls == []


@pytest.mark.rule("forges-38", "design-5.1")
def test_an_approval_after_the_merge_approves_nothing(desk: Desk) -> None:
    """Who was not asked before the merge cannot make it good afterwards."""
    number = desk.propose(post(), by=(SUBKOOR,))
    desk.review(number, Opinion.APPROVE, KABID)

    assert desk.publish().states == {ONCE: "refused", KEEPER: "refused"}


@pytest.mark.rule("forges-35")
def test_an_older_text_does_not_come_back_without_approval(desk: Desk) -> None:
    """A revert is a proposal like any other: what was approved for an older one is not approved for it."""
    desk.propose(post())
    desk.publish()
    desk.propose(post("Dengan ralat."))
    desk.publish("run-2")
    desk.propose(post(), by=())

    assert desk.publish("run-3").states == {ONCE: "refused", KEEPER: "refused"}
    assert (desk.once.posts, desk.keeper.posts) == (2, 2)


@pytest.mark.rule("forges-44", "design-5.1")
def test_a_verdict_that_cannot_be_told_sends_nothing_and_comes_back(desk: Desk) -> None:
    """While the forge cannot be asked about the proposal, the post is owed; when it can, it is sent."""
    desk.propose(post())
    desk.forge.forgetful = True
    ran = desk.publish()
    desk.forge.forgetful = False

    assert (ran.code, ran.states) == (3, {ONCE: "owed", KEEPER: "owed"})
    assert ran.why() == f"persetujuan untuk {TEACHERS} belum dapat dipastikan; jalankan lagi"
    assert desk.publish("run-2").states == {ONCE: "delivered", KEEPER: "delivered"}


@pytest.mark.parametrize("field", ["embargo: 2026-13-40", "publish_at: besok pagi", "information: dikecualikan"])
def test_a_post_with_a_field_that_cannot_be_read_is_never_sent(desk: Desk, field: str) -> None:
    """An embargo that nobody can read is not no embargo: approved or not, the post waits for a person."""
    desk.propose(post(**dict([field.split(": ")])))
    ran = desk.publish()

    assert ran.code == 1
    assert ran.why("") == f"{TEACHERS} tidak dapat dibaca; periksa dengan: kendal check {TEACHERS}"
    assert (desk.once.calls, desk.ledger.kinds()) == ([], [])


@pytest.mark.rule("design-5.9")
def test_a_withdrawal_is_taken_from_a_post_with_trouble(desk: Desk) -> None:
    """Stopping is easier than starting: another field that cannot be read does not keep a post up."""
    desk.propose(post())
    desk.publish()
    desk.propose(post(withdrawn="{reason: fakta}", embargo="2026-13-40"))

    assert desk.publish("run-2").states == {ONCE: "withdrawn", KEEPER: "withdrawn"}


def test_a_forge_that_is_away_sends_nothing(desk: Desk) -> None:
    """Without an answer about holds no run begins."""
    desk.propose(post())
    desk.forge.away = True

    with pytest.raises(OutsideFailed):
        desk.publish()
    assert (desk.once.calls, desk.ledger.kinds()) == ([], [])


def test_a_post_that_vanished_is_refused_and_named(desk: Desk) -> None:
    """A folder that is gone without a withdrawal is an error, and nothing is taken down."""
    desk.propose(post())
    desk.publish()
    desk.change({f"{TEACHERS}/post.md": None})
    ran = desk.publish("run-2")

    assert ran.code == 1
    assert ran.why("") == (
        f"{TEACHERS} hilang dari cabang utama tanpa “withdrawn:”; kembalikan foldernya, lalu tarik dengan “withdrawn:”"
    )
    assert desk.once.shown
    assert desk.once.withdrawn == []


# ---- a call without an answer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["lost", "nowhere"], ids=["it had arrived", "it had not"])
def test_no_answer_on_a_once_channel_is_a_doubt(desk: Desk, ending: str) -> None:
    """Whether it arrived or not, nobody sends again: exit 4 until a person has looked, in this run and in the next."""
    desk.propose(post())
    desk.once.script = [ending]
    first, second = desk.publish(), desk.publish("run-2")

    assert (first.code, first.of(ONCE).state) == (4, "in-doubt")
    assert first.why() == (
        "kanal tidak memberi kepastian (waktu habis): mungkin tayang, mungkin tidak. "
        "Lihat kanalnya, lalu kendal ledger settle"
    )
    assert first.of(ONCE).settle == desk.ledger.lines()[0].nonce
    assert (second.code, second.of(ONCE).state) == (4, "in-doubt")
    assert second.why() == "proses run-1 berhenti di tengah jalan. Lihat kanalnya, lalu kendal ledger settle"
    assert desk.ledger.kinds() == ["intent"]
    assert desk.once.posts == (ending == "lost")


def test_a_doubt_ends_when_the_channel_shows_the_post(desk: Desk) -> None:
    """A channel that can surely show the revision ends the doubt without a person, and nothing is sent again."""
    desk.propose(post())
    desk.once.script = ["lost"]
    desk.publish()
    desk.once.tells = True
    ran = desk.publish("run-2")

    assert (ran.code, ran.of(ONCE).state) == (0, "delivered")
    assert desk.ledger.kinds() == ["intent", "found"]
    assert desk.once.posts == 1


def test_a_correction_waits_for_the_doubt_before_it(desk: Desk) -> None:
    """While the first revision is in doubt the second is not sent, and it is not forgotten either."""
    desk.propose(post())
    desk.once.script = ["lost"]
    desk.publish()
    desk.propose(post("Dengan koreksi."))
    waiting = desk.publish("run-2")
    desk.once.tells = True
    found = desk.publish("run-3")
    desk.clock.pass_(180)
    sent = desk.publish("run-4")

    assert waiting.of(ONCE).state == "in-doubt"
    assert found.of(ONCE).revision != desk.revision()
    assert (sent.code, sent.of(ONCE).state) == (0, "delivered")
    assert desk.once.shown == {TEACHERS: desk.revision()}


def test_no_answer_on_a_channel_that_keeps_the_key_is_tried_once_more(desk: Desk) -> None:
    """The second call has the same nonce, comes after a new look, and its receipt says that it was repeated."""
    desk.propose(post())
    desk.keeper.script = ["lost"]
    ran = desk.publish()
    intent, receipt = desk.ledger.lines(channel=KEEPER)

    assert (ran.code, ran.of(KEEPER).state) == (0, "delivered")
    assert [nonce for _, nonce in desk.keeper.calls] == [intent.nonce] * 2
    assert (receipt.kind, receipt.repeated) == ("receipt", True)
    assert desk.keeper.posts == 1


@pytest.mark.parametrize("second", ["lost", "nowhere", "unreached", "refused"])
def test_a_repeat_that_does_not_succeed_is_a_doubt(desk: Desk, second: str) -> None:
    """After a first call that may have arrived only a receipt says anything: no release, no refusal, no third call."""
    desk.propose(post())
    desk.keeper.script = ["lost", second]
    ran = desk.publish()

    assert (ran.code, ran.of(KEEPER).state) == (4, "in-doubt")
    assert desk.ledger.kinds(channel=KEEPER) == ["intent"]
    assert desk.keeper.posts == 1


def test_a_hold_before_the_repeat_stops_it(desk: Desk) -> None:
    """A stop that comes between the two calls is honoured, and the doubt stays."""
    desk.propose(post())
    desk.keeper.script = ["lost"]
    send = desk.keeper.send

    def hold_meanwhile(*words: object, **named: object) -> object:
        desk.forge.hold(KEEPER, "tunggu")
        return send(*words, **named)  # type: ignore[arg-type]

    desk.keeper.send = hold_meanwhile  # type: ignore[assignment, method-assign]
    ran = desk.publish()

    assert (ran.code, ran.of(KEEPER).state) == (4, "in-doubt")
    assert len(desk.keeper.calls) == 1


def test_another_run_takes_over_where_the_channel_keeps_the_key(desk: Desk) -> None:
    """On a repeatable channel a doubt is voided and sent under an own intent in one commit."""
    desk.propose(post())
    left = foreign_intent(desk, KEEPER)
    commits: list[list[str]] = []
    desk.ledger.after = lambda change: commits.append([one.kind for _, one in change.facts if one.channel == KEEPER])
    ran = desk.publish()

    assert ran.of(KEEPER).state == "delivered"
    assert ["void", "intent"] in commits
    assert [entry.nonce == left.nonce for entry in desk.ledger.lines(channel=KEEPER)] == [True, True, False, False]


def test_nobody_takes_over_on_a_once_channel(desk: Desk) -> None:
    """A foreign intent is a doubt, whatever its age and whatever the forge says about its run."""
    desk.propose(post())
    foreign_intent(desk)
    desk.forge.ended = True
    desk.clock.pass_(3600)

    assert desk.publish().of(ONCE).state == "in-doubt"
    assert desk.once.calls == []


def test_a_take_over_that_does_not_send_hands_the_doubt_back(desk: Desk) -> None:
    """A hold that comes after the take-over releases it, and the first run's doubt is open again."""
    desk.propose(post())
    left = foreign_intent(desk, KEEPER)
    desk.ledger.after = once_at(has("void", KEEPER), lambda: desk.forge.hold("", "tunggu"))
    desk.publish()
    ran = desk.publish("run-2")

    assert desk.ledger.kinds(channel=KEEPER) == ["intent", "void", "intent", "release"]
    assert (ran.of(KEEPER).state, ran.of(KEEPER).settle) == ("in-doubt", left.nonce)
    assert desk.keeper.calls == []


# ---- stops between the intent and the call --------------------------------------------------------------------------

STOPS: dict[str, tuple[Callable[[Desk], object], str]] = {
    "a hold": (lambda desk: desk.forge.hold("", "tunggu"), "penayangan sedang ditahan"),
    "a hold of the channel": (lambda desk: desk.forge.hold(ONCE, "tunggu"), "penayangan sedang ditahan"),
    "a correction": (
        lambda desk: desk.propose(post("Dengan koreksi.")),
        "keinginan cabang utama berubah; dilihat lagi pada proses berikutnya",
    ),
    "a withdrawal": (
        lambda desk: desk.propose(post(withdrawn="{reason: fakta}")),
        "keinginan cabang utama berubah; dilihat lagi pada proses berikutnya",
    ),
    "a change request": (
        lambda desk: desk.review(1, Opinion.REQUEST_CHANGES),
        UNAPPROVED,
    ),
    "a take-over": (
        lambda desk: desk.ledger.write((TEACHERS, replace(desk.ledger.lines()[0], kind="settled", outcome="not-sent"))),
        "sudah ditangani proses lain",
    ),
    "a forge that went away": (
        lambda desk: setattr(desk.forge, "away", True),
        "git forge gagal: tidak ada jawaban",
    ),
    "a deadline on the wall": (
        lambda desk: setattr(desk.clock, "moment", desk.clock.moment + timedelta(seconds=61)),
        "terlambat untuk mengirim dengan aman; dicoba lagi pada proses berikutnya",
    ),
    "a deadline slept through": (
        lambda desk: setattr(desk.clock, "slept", desk.clock.slept + 61),
        "terlambat untuk mengirim dengan aman; dicoba lagi pada proses berikutnya",
    ),
}


@pytest.mark.rule("design-5.9")
@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_between_intent_and_call_releases_the_intent(desk: Desk, stop: str) -> None:
    """Whatever stops a post after its intent was pushed: no call is made, and the ledger says that none was."""
    happens, sentence = STOPS[stop]
    desk.propose(post(channels=f"[{ONCE}]"))
    desk.ledger.after = once_at(has("intent"), lambda: happens(desk))
    ran = desk.publish()

    assert (ran.of(ONCE).state, ran.why()) == ("owed", sentence)
    assert ran.code == 3
    assert desk.once.calls == []
    assert desk.ledger.kinds()[-1] == "release"


def test_a_ledger_that_moved_on_is_no_stop(desk: Desk) -> None:
    """Another run's lines about another post between intent and call change nothing."""
    desk.propose(post())
    line = LedgerEntry("judged", desk.clock.now(), revision="f0")
    desk.ledger.after = once_at(has("intent"), lambda: desk.ledger.write((FISH, line)))

    assert desk.publish().of(ONCE).state == "delivered"


# ---- pushes that fail -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["intent", "receipt"])
def test_a_rejected_push_is_made_again(desk: Desk, kind: str) -> None:
    """When another run was first, plans are made anew and facts are kept: the post goes out once and is recorded."""
    desk.propose(post())
    line = LedgerEntry("judged", desk.clock.now(), revision="f0")
    desk.ledger.before = once_at(has(kind), lambda: desk.ledger.write((FISH, line)))
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state) == (0, "delivered")
    assert desk.ledger.kinds() == ["intent", "receipt"]
    assert desk.once.posts == 1


def test_a_push_lost_to_the_same_delivery_sends_nothing(desk: Desk) -> None:
    """Of two runs that want to send the same, the one whose push is rejected finds the other's intent and stops."""
    desk.propose(post(channels=f"[{ONCE}]"))
    desk.ledger.before = once_at(has("intent"), lambda: foreign_intent(desk))
    ran = desk.publish()

    assert ran.code in (3, 4)
    assert desk.once.calls == []
    assert desk.ledger.kinds() == ["intent"]


@pytest.mark.parametrize("kind", ["intent", "receipt"])
def test_a_push_whose_answer_is_lost_but_was_taken_is_recognised(desk: Desk, kind: str) -> None:
    """A run knows its own lines again: no second intent, no second receipt, no second call."""
    desk.propose(post())
    desk.ledger.after = once_at(has(kind), fail)
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state) == (0, "delivered")
    assert desk.ledger.kinds() == ["intent", "receipt"]
    assert desk.once.posts == 1


def test_an_intent_that_cannot_be_pushed_sends_nothing(desk: Desk) -> None:
    """Without a pushed intent there is no call: the post is owed."""

    def never(change: LedgerChange) -> None:
        if has("intent")(change) or has("intent", KEEPER)(change):
            fail()

    desk.propose(post())
    desk.ledger.before = never
    ran = desk.publish()

    assert (ran.code, ran.states) == (3, {ONCE: "owed", KEEPER: "owed"})
    assert ran.why() == "git push gagal: tidak ada jawaban"
    assert (desk.once.calls, desk.ledger.kinds()) == ([], [])


@pytest.mark.parametrize(
    ("script", "kind", "sentence"),
    [
        (["sent"], "receipt", "sudah tayang, tetapi belum tercatat: git push gagal: tidak ada jawaban"),
        (["unreached"], "release", "tidak dikirim, tetapi belum tercatat: git push gagal: tidak ada jawaban"),
        (["refused"], "refusal", "tidak dikirim, tetapi belum tercatat: git push gagal: tidak ada jawaban"),
    ],
)
def test_a_result_that_cannot_be_pushed_is_a_doubt(desk: Desk, script: list[str], kind: str, sentence: str) -> None:
    """What happened and cannot be recorded is told at once, with the nonce that a person needs to settle it."""

    def never(change: LedgerChange) -> None:
        if has(kind)(change):
            fail()

    desk.propose(post())
    desk.once.script = script
    desk.ledger.before = never
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state, ran.why()) == (4, "in-doubt", sentence)
    assert ran.of(ONCE).settle == desk.ledger.lines()[0].nonce
    assert desk.ledger.kinds() == ["intent"]


# ---- many channels, many posts --------------------------------------------------------------------------------------


def test_one_channels_failure_does_not_stop_another(desk: Desk) -> None:
    """A channel that is down, refuses or stays silent leaves the others alone."""
    names = ["sehat", "putus", "menolak", "diam", "sibuk"]
    boards = {name: Board(name) for name in names}
    boards["putus"].script, boards["menolak"].script, boards["diam"].script = ["unreached"], ["refused"], ["lost"]
    boards["sibuk"].fails_to_prepare = True
    desk.propose(post(channels=f"[{', '.join(names)}]"))
    ran = desk.publish(boards=boards)

    assert ran.states == {
        "sehat": "delivered",
        "putus": "owed",
        "menolak": "refused",
        "diam": "in-doubt",
        "sibuk": "owed",
    }
    assert ran.code == 4
    assert desk.ledger.kinds(channel="sibuk") == []


def test_one_run_sends_everything_that_is_owed(desk: Desk) -> None:
    """A run looks at all that changed since the cursor, not at one commit."""
    desk.propose(post())
    desk.propose(post("Gemar makan ikan."), FISH)
    ran = desk.publish()

    assert [(one.post, one.channel, one.state) for one in ran.published.deliveries] == [
        (FISH, KEEPER, "delivered"),
        (FISH, ONCE, "delivered"),
        (TEACHERS, KEEPER, "delivered"),
        (TEACHERS, ONCE, "delivered"),
    ]


def test_only_one_channel_when_asked(desk: Desk) -> None:
    """A run for one channel sends on that one, and the next run finds the other still owed."""
    desk.propose(post())
    first = desk.publish(only=KEEPER)

    assert first.states == {KEEPER: "delivered"}
    assert desk.once.calls == []
    assert desk.publish("run-2").states == {ONCE: "delivered", KEEPER: "already"}


def test_a_correction_replaces_what_stands(desk: Desk) -> None:
    """A second approved revision is sent after the first, once."""
    desk.propose(post())
    desk.publish()
    desk.propose(post("Dengan koreksi."))
    ran = desk.publish("run-2")

    assert ran.states == {ONCE: "delivered", KEEPER: "delivered"}
    assert desk.once.shown == {TEACHERS: desk.revision()}
    assert desk.ledger.kinds() == ["intent", "receipt", "intent", "receipt"]


def test_a_main_that_lacks_the_cursor_moves_nothing_back(desk: Desk) -> None:
    """A fetched main that is older than the ledger is stale: nothing is planned from it."""
    old = desk.main
    desk.propose(post())
    desk.publish()
    desk.git.run("update-ref", "refs/remotes/origin/main", old)

    with pytest.raises(OutsideFailed):
        desk.publish("run-2")
    assert desk.ledger.fetch().cursor == desk.main


# ---- what the open set must not forget, and must not keep ------------------------------------------------------------


def test_a_doubt_on_a_channel_that_was_dropped_is_listed_until_it_ends(desk: Desk) -> None:
    """A correction that no longer names a channel does not make its doubt go away, run after run."""
    desk.propose(post())
    desk.once.script = ["lost"]
    desk.publish()
    desk.propose(post("Dengan koreksi.", channels=f"[{KEEPER}]"))
    later = [desk.publish(f"run-{number}") for number in (2, 3, 4)]

    assert [(ran.code, ran.of(ONCE).state) for ran in later] == [(4, "in-doubt")] * 3


@pytest.mark.parametrize("change", [{"withdrawn": "{reason: fakta}"}, {"channels": "[]"}], ids=["withdrawn", "dropped"])
def test_what_was_never_sent_and_is_no_longer_wanted_is_closed(desk: Desk, change: dict[str, str]) -> None:
    """A post that waited and is then withdrawn, or loses its channels, leaves nothing open."""
    desk.propose(post())
    desk.forge.hold("", "tunggu")
    desk.publish()
    desk.forge.unhold("")
    desk.propose(post(**change))
    ran = desk.publish("run-2")

    assert (ran.code, desk.once.calls) == (0, [])
    assert desk.ledger.fetch().wishes() == ()


def test_a_correction_that_stands_is_no_baseline_any_more(desk: Desk) -> None:
    """Once replaced, an old post is called what every other is."""
    desk.change({f"{TEACHERS}/post.md": post()})
    there = LedgerEntry("baseline", desk.clock.now(), revision=desk.revision(), main=desk.main)
    desk.ledger.write(*((TEACHERS, replace(there, channel=name)) for name in (ONCE, KEEPER)))
    desk.propose(post("Dengan koreksi."))
    desk.forge.hold(KEEPER, "tunggu")
    desk.publish()

    assert desk.publish("run-2").states == {ONCE: "already", KEEPER: "held"}


def test_an_adapter_that_breaks_is_a_doubt_and_stops_nobody(desk: Desk) -> None:
    """A fault in one channel's code ends as no answer would, and the other channel's post goes out."""

    def broken(*_words: object) -> Outcome:
        raise ValueError("tak terduga")

    desk.propose(post())
    desk.once.send = broken  # type: ignore[assignment, method-assign]
    ran = desk.publish()

    assert (ran.code, ran.states) == (4, {ONCE: "in-doubt", KEEPER: "delivered"})


def test_a_result_is_pushed_while_nothing_can_be_planned(desk: Desk) -> None:
    """A receipt that waits for its push beside another channel's intent is recorded although the forge is away."""
    desk.propose(post())
    foreign_intent(desk)
    desk.forge.away = True
    clerk = Clerk(desk.ledger, desk.look, desk.clock, desk.office.publishing, "run-1")
    receipt = replace(desk.ledger.lines()[0], kind="receipt", until=None)
    result, wish = _Request(facts=((TEACHERS, receipt),)), _Request(delivery=(TEACHERS, KEEPER))
    parts = list(clerk._serve([result, wish]))

    assert [part for part in parts if part] == [[result], [wish]]
    assert desk.ledger.kinds() == ["intent", "receipt"]
    assert (result.failure is None, wish.failure is None) == (True, False)


def test_those_who_look_at_once_share_one_fetch_and_wait_for_no_push(desk: Desk) -> None:
    """A look is answered before anything is pushed, and one fetch after it was asked for answers all."""
    desk.propose(post())
    fetched: list[str] = []

    def look(head: Head) -> Survey | None:
        fetched.append(head.commit)
        return desk.look(head)

    clerk = Clerk(desk.ledger, look, desk.clock, desk.office.publishing, "run-1")
    looks, push = (_Request(looks=True), _Request(looks=True)), _Request()

    first = next(clerk._serve([push, *looks]))

    assert first == [*looks]
    assert len(fetched) == 1
    assert looks[0].view is looks[1].view is not None
    assert push.view is None


def test_a_take_down_names_the_post_as_the_channel_does(desk: Desk) -> None:
    """A channel takes down by its own name of the post, which the receipt has kept."""
    desk.propose(post(channels=f"[{ONCE}]"))
    desk.publish()
    desk.propose(post(channels=f"[{ONCE}]", withdrawn="{reason: fakta}"))
    desk.publish("run-2")

    assert desk.once.withdrawn == ["papan-1"]
