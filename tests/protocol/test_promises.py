"""The protocol's rules as promises about a real ledger on a real remote: what would go wrong without each of them.

Every test carries the name that its rule has in publish_model.py. Runs have clones of their own; what one run does
between two steps of another happens in a hook around that step's push.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kendal_git.messages import text
from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.outcome import Outcome
from kendal_git.model.trouble import InDoubt, Misuse, OutsideFailed
from kendal_git.planning.book import read
from kendal_git.ports import LedgerChange, Parcel
from kendal_git.reporters import deliveries
from kendal_git.reporters.style import Style
from kendal_git.verbs.ledger import doubts, verify
from tests.support.desk import FISH, KEEPER, ONCE, TEACHERS, Ran, away
from tests.support.remote_desk import UNTIL, WITHDRAWN, RemoteDesk, only

STALE = "cabang utama yang diambil lebih tua dari buku tayang"


class Killed(BaseException):
    """The process is no more: nothing of it catches this."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RemoteDesk]:
    made = RemoteDesk(tmp_path)
    yield made
    made.close()


def at_first(
    kind: str, channel: str, do: Callable[[], object], where: str = TEACHERS
) -> Callable[[LedgerChange], None]:
    """Something that happens around the first push with such a line."""
    done: list[bool] = []

    def happen(change: LedgerChange) -> None:
        wanted = any((post, one.kind, one.channel) == (where, kind, channel) for post, one in change.facts)
        if wanted and not done:
            done.append(True)
            do()

    return happen


def stop_at(failure: BaseException) -> Callable[..., None]:
    """The failure itself, at whatever moment."""

    def fail(*_: object) -> None:
        raise failure

    return fail


def meanwhile(desk: RemoteDesk, content: str) -> None:
    """Main moves on, within the second."""
    now = desk.clock.moment, desk.clock.slept
    desk.propose(content)
    desk.clock.moment, desk.clock.slept = now


def state(ran: Ran, channel: str, where: str = TEACHERS) -> str:
    """What a run says of one delivery; empty when it says nothing."""
    found = (one.state for one in ran.published.deliveries if (one.post, one.channel) == (where, channel))
    return next(found, "")


def take_over(desk: RemoteDesk) -> None:
    """Another run voids the open intent of the channel that keeps its keys, and writes its own."""
    old = desk.ledger.lines(channel=KEEPER)[-1]
    own = replace(old, nonce="f" * 32, run="run-2")
    desk.ledger.write((TEACHERS, replace(old, kind="void", until=None)), (TEACHERS, own))


def stands(desk: RemoteDesk, channel: str = ONCE) -> str:
    """The revision that stands, by the ledger."""
    return read(desk.ledger.lines(channel=channel)).stands


# ---- doubt -----------------------------------------------------------------------------------------------------------


@pytest.mark.rule("model-ended")
def test_a_run_that_the_forge_calls_ended_may_have_sent_all_the_same(desk: RemoteDesk) -> None:
    """The forge knows jobs and not requests: its word, however true and however old, lets nobody send again."""
    desk.propose(only(ONCE))
    desk.once.script = ["travels"]
    desk.publish()
    desk.forge.ended = True
    desk.clock.pass_(3600)
    second = desk.publish("run-2")
    desk.once.land()

    assert (second.code, second.of(ONCE).state) == (4, "in-doubt")
    assert desk.publish("run-3").code == 4
    assert desk.once.posts == 1


@pytest.mark.rule("model-ended+find")
def test_not_found_does_not_mean_not_sent(desk: RemoteDesk) -> None:
    """A channel that does not find a post which is there ends no doubt, run after run."""
    desk.propose(only(ONCE))
    desk.once.script = ["lost"]
    desk.publish()
    later = []
    for number in (2, 3, 4):
        desk.clock.pass_(3600)
        later.append(desk.publish(f"run-{number}").code)

    assert later == [4, 4, 4]
    assert desk.once.posts == 1


@pytest.mark.rule("model-random_nonce")
def test_a_run_of_the_same_name_is_another_run(desk: RemoteDesk) -> None:
    """A job that is started again under its old number draws nonces of its own, and what it sent is known as such."""
    desk.propose(only(ONCE))
    desk.publish("github:17:1")
    desk.propose(only(ONCE, "Dengan koreksi."))
    states = [desk.publish("github:17:1").states for _ in range(2)]

    assert states == [{ONCE: "delivered"}, {}]
    assert (desk.once.posts, stands(desk)) == (2, desk.revision())
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


def test_a_run_started_again_does_not_take_its_predecessor_s_intent_for_its_own(desk: RemoteDesk) -> None:
    """Killed behind its call and started again under the same number, it meets a doubt as any other run would."""
    desk.propose(only(ONCE))
    desk.ledger.before = at_first("receipt", ONCE, stop_at(Killed()))
    with pytest.raises(Killed):
        desk.publish("github:17:1")
    again = desk.publish("github:17:1")

    assert (again.code, again.of(ONCE).state, desk.once.posts) == (4, "in-doubt", 1)


@pytest.mark.rule("model-settle_fenced")
def test_not_sent_is_taken_only_when_nothing_can_arrive_any_more(desk: RemoteDesk) -> None:
    """A person who truly sees nothing is asked to wait while the run lives and while its request may still travel."""
    desk.propose(only(ONCE))
    desk.once.script = ["travels"]
    desk.publish()
    desk.forge.ended = False
    with pytest.raises(Misuse) as living:
        desk.settle("not-sent")
    desk.forge.ended = True
    with pytest.raises(Misuse) as early:
        desk.settle("not-sent")
    desk.once.land()
    desk.clock.pass_(UNTIL)
    desk.settle("sent")

    assert text(living.value.message, "id") == "proses run-1 masih berjalan"
    assert text(early.value.message, "id") == "kirimannya masih bisa tiba sampai 24-11-2026 03:04:01 UTC"
    assert desk.publish("run-2").code == 0
    assert desk.once.posts == 1


@pytest.mark.rule("model-hand_back")
def test_who_takes_a_doubt_over_and_sends_nothing_leaves_the_doubt(desk: RemoteDesk) -> None:
    """The first run's call had landed: a withdrawal still finds something to take down."""
    desk.propose(only(KEEPER))
    desk.keeper.script = ["travels", "travels"]
    desk.publish()
    desk.ledger.after = at_first("void", KEEPER, lambda: desk.forge.hold("", "tunggu"))
    desk.publish("run-2")
    desk.forge.unhold("")
    desk.keeper.land()
    desk.propose(only(KEEPER, **WITHDRAWN))
    desk.clock.pass_(UNTIL)
    doubt = desk.publish("run-3")
    desk.keeper.tells = True
    states = [state(desk.publish(run), KEEPER) for run in ("run-4", "run-5")]

    assert (doubt.code, state(doubt, KEEPER)) == (4, "in-doubt")
    assert states == ["delivered", "withdrawn"]
    assert desk.keeper.shown == {}


@pytest.mark.rule("model-takeover_voids")
def test_a_take_over_leaves_one_open_intent(desk: RemoteDesk) -> None:
    """The old intent is voided in the very commit that writes the new one: at no moment are two open."""
    desk.propose(only(KEEPER))
    desk.keeper.script = ["lost", "lost"]
    desk.publish()
    seen: list[int] = []
    desk.ledger.after = lambda _: seen.append(len(read(desk.ledger.lines(channel=KEEPER)).open))
    ran = desk.publish("run-2")

    assert (ran.code, ran.of(KEEPER).state, desk.keeper.posts) == (0, "delivered", 1)
    assert set(seen) == {0, 1}
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


@pytest.mark.rule("model-takeover_wanted")
def test_nobody_takes_over_what_main_no_longer_wants(desk: RemoteDesk) -> None:
    """Where a correction waits behind a doubt, no intent for the older revision is written again."""
    desk.propose(only(KEEPER))
    desk.keeper.script = ["lost", "lost"]
    desk.publish()
    desk.propose(only(KEEPER, "Dengan koreksi."))
    ran = desk.publish("run-2")

    assert (ran.code, ran.of(KEEPER).state) == (4, "in-doubt")
    assert desk.ledger.kinds(channel=KEEPER) == ["intent"]


# ---- corrections and withdrawals -------------------------------------------------------------------------------------


@pytest.mark.rule("model-correction_waits")
def test_a_correction_is_not_sent_beside_a_doubt(desk: RemoteDesk) -> None:
    """The first revision's request may still land and would stand above the newer one."""
    desk.propose(only(ONCE))
    desk.once.script = ["travels"]
    desk.publish()
    desk.propose(only(ONCE, "Dengan koreksi."))
    desk.publish("run-2")
    desk.once.land()
    desk.settle("sent")
    desk.clock.pass_(UNTIL)
    last = desk.publish("run-3")

    assert last.of(ONCE).state == "delivered"
    assert desk.once.shown == {TEACHERS: desk.revision()}
    assert [revision == desk.revision() for revision, _ in desk.once.calls] == [False, True]


@pytest.mark.rule("model-withdrawal_waits")
def test_a_withdrawal_does_not_close_over_a_doubt(desk: RemoteDesk) -> None:
    """What may have landed is not called withdrawn: once it is found, it comes down."""
    desk.propose(only(ONCE))
    desk.once.script = ["lost"]
    desk.publish()
    desk.propose(only(ONCE, **WITHDRAWN))
    second = desk.publish("run-2")
    desk.once.tells = True
    desk.publish("run-3")
    desk.clock.pass_(UNTIL)
    last = desk.publish("run-4")

    assert (second.code, second.of(ONCE).state) == (4, "in-doubt")
    assert (last.code, last.of(ONCE).state) == (0, "withdrawn")
    assert desk.once.shown == {}


@pytest.mark.rule("model-clear_own")
def test_a_late_receipt_does_not_forget_the_correction(desk: RemoteDesk) -> None:
    """The cursor has passed the correction; the receipt of the revision before it leaves the correction open."""
    desk.propose(only(ONCE))

    def corrected() -> None:
        desk.propose(only(ONCE, "Dengan koreksi."))
        desk.publish("run-2")

    desk.ledger.before = at_first("receipt", ONCE, corrected)
    first, third = desk.publish(), desk.publish("run-3")

    assert (state(first, ONCE), state(third, ONCE)) == ("delivered", "delivered")
    assert desk.once.shown == {TEACHERS: desk.revision()}


@pytest.mark.rule("model-loose_waits")
def test_a_correction_waits_for_a_call_that_may_still_land(desk: RemoteDesk) -> None:
    """A repeat was answered while its first try travels on: what comes after it comes after the last moment of both."""
    desk.propose(only(KEEPER))
    desk.keeper.script = ["travels", "sent"]
    desk.publish()
    desk.propose(only(KEEPER, "Dengan koreksi."))
    waiting = desk.publish("run-2")
    desk.keeper.land()
    desk.clock.pass_(UNTIL)
    last = desk.publish("run-3")

    assert (waiting.code, waiting.of(KEEPER).state) == (3, "owed")
    assert last.of(KEEPER).state == "delivered"
    assert desk.keeper.shown == {TEACHERS: desk.revision()}


@pytest.mark.rule("model-loose_waits")
def test_a_post_that_came_back_is_taken_down_once_more(desk: RemoteDesk) -> None:
    """A withdrawal stays open until nothing can land, and looks again then."""
    desk.propose(only(KEEPER))
    desk.keeper.script = ["travels", "sent"]
    desk.publish()
    desk.propose(only(KEEPER, **WITHDRAWN))
    first = desk.publish("run-2")
    desk.keeper.land()
    back = dict(desk.keeper.shown)
    desk.clock.pass_(UNTIL)
    last = desk.publish("run-3")

    assert (first.of(KEEPER).state, len(back)) == ("owed", 1)
    assert first.why(KEEPER) == "diturunkan; diperiksa sekali lagi pada proses berikutnya"
    assert (last.code, last.of(KEEPER).state, desk.keeper.shown) == (0, "withdrawn", {})


@pytest.mark.rule("model-by_intent")
def test_a_receipt_that_comes_after_the_take_down_brings_nothing_back(desk: RemoteDesk) -> None:
    """Another run found the post and took it down before its own run could say that it had sent it."""
    desk.propose(only(ONCE))
    desk.once.tells = True

    def found_and_withdrawn() -> None:
        desk.propose(only(ONCE, **WITHDRAWN))
        desk.publish("run-2")
        desk.clock.pass_(UNTIL)
        desk.publish("run-3")

    desk.ledger.before = at_first("receipt", ONCE, found_and_withdrawn)
    desk.publish()

    assert desk.ledger.kinds() == ["intent", "found", "withdrawal", "receipt"]
    assert (stands(desk), desk.once.shown) == ("", {})
    assert desk.publish("run-4").code == 0


# ---- the one commit of cursor and open set ---------------------------------------------------------------------------


@pytest.mark.rule("model-one_commit")
def test_a_run_killed_behind_its_first_push_loses_nothing(desk: RemoteDesk) -> None:
    """Whoever moves the cursor past a post leaves it open in the same commit."""
    desk.propose(only(ONCE))
    desk.ledger.after = stop_at(Killed())
    with pytest.raises(Killed):
        desk.publish()
    cursor = desk.ledger.fetch().cursor
    desk.ledger.after = lambda _: None

    assert cursor == desk.main
    assert desk.publish("run-2").states == {ONCE: "delivered"}


@pytest.mark.rule("model-plan_all")
def test_a_run_that_has_finished_a_post_still_plans_its_correction(desk: RemoteDesk) -> None:
    """Between two posts of one run main moves on: the commit that passes the first one's correction keeps it open."""
    desk.propose(only(ONCE, "Gemar makan ikan."), FISH)
    desk.propose(only(ONCE))
    desk.ledger.after = at_first(
        "receipt", ONCE, lambda: desk.propose(only(ONCE, "Gemar makan ikan, sehat."), FISH), where=FISH
    )
    first = desk.publish()
    second = desk.publish("run-2")

    assert [state(first, ONCE, FISH), state(first, ONCE)] == ["delivered", "delivered"]
    assert state(second, ONCE, FISH) == "delivered"
    assert desk.once.shown[FISH] == desk.revision(FISH)


@pytest.mark.rule("model-tip_has_cursor")
def test_a_run_on_an_older_main_sends_nothing_and_moves_nothing_back(desk: RemoteDesk) -> None:
    """A forge that answers with yesterday's main is asked again, and when it stays so the run ends with 3."""
    old = desk.main
    desk.propose(only(ONCE))
    desk.publish()
    new = desk.main
    desk.force("main", old)
    desk.stays = True
    with pytest.raises(OutsideFailed) as stale:
        desk.publish("run-2")
    cursor = desk.ledger.fetch().cursor
    desk.force("main", new)

    assert (stale.value.code, text(stale.value.message, "id")) == (3, STALE)
    assert cursor == new
    assert (desk.publish("run-3").code, desk.once.posts) == (0, 1)


@pytest.mark.rule("model-tip_has_cursor")
@pytest.mark.parametrize("stays", [False, True], ids=["a fresh clone", "a clone that knew the cursor"])
def test_a_main_that_was_forced_elsewhere_is_no_reason_to_send_again(desk: RemoteDesk, stays: bool) -> None:
    """On a main that never knew the cursor nothing is planned, not even the old post under a new commit."""
    desk.propose(only(ONCE))
    desk.publish()
    desk.stays = stays
    names = ("kendal.yaml", f"{TEACHERS}/post.md")
    found = {name: desk.git.object(f"{desk.main}:{name}") for name in names}
    other = desk.git.write_commit(None, {name: one[2] for name, one in found.items() if one}, "anew", desk.clock.now())
    desk.git.run("push", "--quiet", "--force", str(desk.remote.folder), f"{other}:refs/heads/main")
    with pytest.raises(OutsideFailed) as stale:
        desk.publish("run-2")

    assert (stale.value.code, text(stale.value.message, "id")) == (3, STALE)
    assert stale.value.hint is not None
    assert text(stale.value.hint, "id") == "jalankan lagi; bila tetap begini, cabang utama mungkin dipaksa mundur"
    assert (desk.ledger.fetch().cursor, desk.once.posts) == (desk.main, 1)


# ---- the last look ---------------------------------------------------------------------------------------------------


CHANGED = "keinginan cabang utama berubah; dilihat lagi pada proses berikutnya"
STOPS: dict[str, tuple[Callable[[RemoteDesk], object], str]] = {
    "hold": (lambda desk: desk.forge.hold("", "tunggu"), "penayangan sedang ditahan"),
    "correction": (lambda desk: meanwhile(desk, only(ONCE, "Dengan koreksi.")), CHANGED),
    "withdrawal": (lambda desk: meanwhile(desk, only(ONCE, **WITHDRAWN)), CHANGED),
}


@pytest.mark.rule("model-look")
@pytest.mark.parametrize("stop", STOPS)
def test_what_is_stopped_after_its_intent_is_not_sent(desk: RemoteDesk, stop: str) -> None:
    """The last look reads main, holds and objections once more, and the ledger says that nothing was sent."""
    happens, sentence = STOPS[stop]
    desk.propose(only(ONCE))
    desk.ledger.after = at_first("intent", ONCE, lambda: happens(desk))
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state, ran.why()) == (3, "owed", sentence)
    assert (desk.once.calls, desk.ledger.kinds()) == ([], ["intent", "release"])


@pytest.mark.rule("model-look_ledger")
def test_an_intent_that_was_taken_over_meanwhile_is_not_sent(desk: RemoteDesk) -> None:
    """The last look reads the ledger first: who took the delivery over may have sent it."""
    desk.propose(only(KEEPER))
    desk.ledger.after = at_first("intent", KEEPER, lambda: take_over(desk))
    ran = desk.publish()

    assert (ran.of(KEEPER).state, ran.why(KEEPER)) == ("owed", "sudah ditangani proses lain")
    assert desk.keeper.calls == []


@pytest.mark.rule("model-look_ledger", "model-witness")
def test_a_ledger_that_goes_back_between_intent_and_call_stops_the_call(desk: RemoteDesk) -> None:
    """An old copy is pushed over the ledger at the worst moment: exit 4, and nothing is sent."""
    desk.propose(only(ONCE))
    old = desk.tip()
    desk.ledger.after = at_first("intent", ONCE, lambda: desk.force("ledger", old))
    with pytest.raises(InDoubt) as back:
        desk.publish()

    assert back.value.code == 4
    assert desk.once.calls == []


@pytest.mark.rule("model-witness")
def test_a_ledger_that_went_back_sends_nothing(desk: RemoteDesk) -> None:
    """A copy from before the post was sent is pushed over the ledger: a run in a fresh clone sees it all the same."""
    old = desk.tip()
    desk.propose(only(ONCE))
    desk.publish()
    desk.force("ledger", old)
    with pytest.raises(InDoubt) as back:
        desk.publish("run-2")

    assert (back.value.code, text(back.value.message, "id")) == (
        4,
        "buku tayang mundur: ada baris yang pernah tercatat kini hilang; tidak ada yang dikirim",
    )
    assert desk.once.posts == 1


@pytest.mark.rule("model-own_head")
def test_a_repository_put_back_as_a_whole_under_a_living_run_is_noticed(desk: RemoteDesk) -> None:
    """Both refs stand on an old copy, so only the run whose intent is gone can tell: sent, not recorded, exit 4."""
    desk.propose(only(ONCE))
    old = desk.tip()

    send = desk.once.send

    def restored(parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        for name in ("ledger", "ledger-seen"):
            desk.force(name, old)
        return send(parcel, nonce, timeout)

    desk.once.send = restored  # type: ignore[method-assign]
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state) == (4, "in-doubt")
    assert ran.why() == (
        "sudah tayang, tetapi belum tercatat: "
        "intent proses ini tidak ada lagi di buku tayang; repositori dikembalikan ke salinan lama?"
    )
    assert deliveries.line(ran.of(ONCE), "id", Style()).splitlines()[-1].strip() == (
        "kendal hold dulu, lalu kendal publish, dan catat: "
        f"kendal publish --handed-off {TEACHERS} {ONCE} --url https://papan.example/25-hari-guru"
    )
    assert desk.ledger.kinds() == []


@pytest.mark.rule("model-deadline")
@pytest.mark.parametrize("clock", ["wall", "sleep"])
def test_a_run_that_slept_past_its_deadline_does_not_call(desk: RemoteDesk, clock: str) -> None:
    """By then a person may have settled the delivery as not sent: whichever clock shows it, the run sends nothing."""

    def sleeps() -> None:
        if clock == "wall":
            desk.clock.moment += timedelta(seconds=61)
        else:
            desk.clock.slept += 61

    desk.propose(only(ONCE))
    desk.ledger.after = at_first("intent", ONCE, sleeps)
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state) == (3, "owed")
    assert ran.why() == "terlambat untuk mengirim dengan aman; dicoba lagi pada proses berikutnya"
    assert (desk.once.calls, desk.ledger.kinds()) == ([], ["intent", "release"])


# ---- what a run knows of itself --------------------------------------------------------------------------------------


@pytest.mark.rule("model-release")
def test_who_surely_sent_nothing_says_so(desk: RemoteDesk) -> None:
    """No person is called for a delivery of which its own run knows that it never arrived: the next run sends it."""
    desk.propose(only(ONCE))
    desk.once.script = ["unreached"]
    first, second = desk.publish(), desk.publish("run-2")

    assert (first.code, second.code) == (3, 0)
    assert desk.ledger.kinds() == ["intent", "release", "intent", "receipt"]
    assert desk.once.posts == 1


@pytest.mark.rule("model-say_unsent")
def test_who_was_taken_over_before_calling_still_says_so(desk: RemoteDesk) -> None:
    """The run that took over hands nothing back then: nobody is in doubt about a call that was never made."""
    desk.propose(only(KEEPER))
    desk.ledger.after = at_first("intent", KEEPER, lambda: take_over(desk))
    desk.publish()
    theirs = next(one for one in desk.ledger.lines(channel=KEEPER) if one.run == "run-2")
    desk.ledger.write((TEACHERS, replace(theirs, kind="release", until=None)))

    assert desk.keeper.calls == []
    assert doubts(desk.ledger.fetch(), [TEACHERS]) == ()


@pytest.mark.rule("model-keep_facts")
@pytest.mark.parametrize("kind", ["receipt", "release"])
def test_what_has_happened_is_recorded_whoever_pushed_first(desk: RemoteDesk, kind: str) -> None:
    """A rejected push drops plans and never results: they go on top of the other run's lines."""
    desk.propose(only(ONCE))
    desk.once.script = ["sent" if kind == "receipt" else "unreached"]
    line = LedgerEntry("judged", desk.clock.now(), revision="f0")
    desk.ledger.before = at_first(kind, ONCE, lambda: desk.ledger.write((FISH, line)))
    ran = desk.publish()

    assert ran.of(ONCE).state == ("delivered" if kind == "receipt" else "owed")
    assert desk.ledger.kinds() == ["intent", kind]


@pytest.mark.rule("model-remember_nonces")
def test_a_push_that_was_taken_without_an_answer_is_the_run_s_own(desk: RemoteDesk) -> None:
    """The remote dies behind the intent's commit: its run finds the intent, knows it and goes on."""
    desk.propose(only(ONCE))
    count = desk.remote.folder / "pushes"
    # The reference transaction is committed and its answer not yet written: the receiving process is killed just then.
    desk.hook(
        "reference-transaction",
        f'[ "$1" = committed ] && grep -q refs/heads/ledger && echo >>"{count}" '
        f'&& [ "$(wc -l <"{count}")" -eq 2 ] && kill -9 $PPID; exit 0',
    )
    ran = desk.publish()

    assert (ran.code, ran.of(ONCE).state) == (0, "delivered")
    assert desk.ledger.kinds() == ["intent", "receipt"]
    assert desk.once.posts == 1


@pytest.mark.rule("model-prepare_first")
def test_a_preparation_that_fails_leaves_no_intent(desk: RemoteDesk) -> None:
    """Uploads come before the intent: a run that dies while uploading leaves no doubt for a person to settle."""
    desk.propose(only(ONCE))

    def dies(_: Parcel) -> tuple[tuple[str, str], ...]:
        raise away("unggah")

    usual, desk.once.prepare = desk.once.prepare, dies  # type: ignore[method-assign, assignment]
    first = desk.publish()
    desk.once.prepare = usual  # type: ignore[method-assign]

    assert (first.code, first.of(ONCE).state, desk.ledger.kinds()) == (3, "owed", [])
    assert desk.publish("run-2").of(ONCE).state == "delivered"
