"""The weights office: every answer of the checked model, from every state it can reach, is the code's answer too."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kendal_git.ledgers.memory import MemoryLedger
from kendal_git.model.ledger import WITHDRAWN, Book, Intent
from kendal_git.planning import book, decision, plan
from kendal_git.planning.decision import Decision, Do
from tests.protocol.watched import (
    MODEL,
    NOW,
    POST,
    WANTED,
    Closing,
    Commit,
    Facts,
    Notes,
    Question,
    channel_of,
    entries,
    every_short_ledger,
    head,
    nonce_of,
    search,
    wants,
)

# Between them: both kinds of channel, two channels in one commit, killed runs, lost answers, holds, corrections,
# withdrawals, a person who settles, runs called ended while they live, a ledger that goes back.
SCENARIOS = (
    "once: a person settles",
    "once: correction, withdrawal, hold",
    "once: correction and a person",
    "repeatable: killed, no answer, a person",
    "repeatable: correction, withdrawal",
    "both: one commit of intents, killed, correction",
    "rollback: repeatable, withdrawal",
)
SHORT = "every short ledger, reachable or not"
FINISHED = (Do.CLOSE, Do.WITHDRAW)


def notes(name: str) -> Notes:
    return every_short_ledger(5, 3) if name == SHORT else search(name)


# ---- the comparisons: each yields a sentence for every question that the two answer differently ---------------------


def misread(facts: Facts) -> Iterator[str]:
    """The lines of one delivery added up."""
    theirs, ours = MODEL.read(facts, MODEL.ADOPTED.hand_back, MODEL.ADOPTED.by_intent), book.read(entries(facts))
    expected = (
        [(nonce_of(nonce), WANTED[rev]) for nonce, rev in theirs.open],
        WANTED[theirs.sent],
        [nonce_of(n) for n in theirs.loose],
    )
    found = [(one.nonce, one.revision) for one in ours.open], ours.stands, [one.nonce for one in ours.loose]
    if expected != found:
        yield f"{facts}: the model reads {expected}, the code {found}"


def misdecided(question: Question, answer: tuple[Any, Any]) -> Iterator[str]:
    """What a run does about one delivery."""
    do, detail = answer
    expected: tuple[str, object] = do or "nothing", None
    if do in ("resume", "take", "find"):
        expected = do, nonce_of(detail[0])
    elif do == "down":
        expected = do, detail
    made = decision.decide(
        WANTED[question.want],
        book.read(entries(question.facts, question.expired)),
        mine=lambda nonce: nonce.startswith(f"{question.run}-"),
        stopped=question.held,
        repeatable=question.repeatable,
        now=NOW,
    )
    found: tuple[str, object] = str(made.do), None
    if made.do in (Do.RESUME, Do.TAKE, Do.FIND):
        found = found[0], made.intent and made.intent.nonce
    elif made.do is Do.DOWN:
        found = found[0], made.again
    if expected != found:
        yield f"{question}: the model decides {expected}, the code {found}"


def misplanned(commit: Commit) -> Iterator[str]:
    """Cursor and open set of one pushed plan, for what the run has in hand as well."""
    before = head(commit.before, commit.expired)
    made = plan.plan(before, wants(commit), lambda nonce: nonce.startswith(f"{commit.run}-"), NOW)
    ledger = MemoryLedger(before)
    after = ledger.push(before, plan.change(before, before, made, str(commit.tip)))
    assert after
    expected, found = _open_set(head(commit.after)), _open_set(after)
    for d, idle in enumerate(commit.idle):
        channel = channel_of(d)
        one = made.of(POST, channel)
        # The model keeps open what the run has in hand although it may be done by now; the code may say so at once.
        done = not idle and channel not in found and one is not None and one.decision.do in FINISHED
        if expected.get(channel) != found.get(channel) and not done:
            yield f"{commit}: {channel} is open for {expected.get(channel)} there, for {found.get(channel)} in the code"
    if after.cursor != str(commit.after.cursor):
        yield f"{commit}: the code's cursor stands at {after.cursor}"


def misclosed(closing: Closing) -> Iterator[str]:
    """What one result closes in the open set."""
    before = head(closing.before)
    fact = entries((closing.line,), channel=channel_of(closing.delivery))[0]
    pending = plan.Pending(before, [(POST, fact)])
    expected, found = _open_set(head(closing.after)), _open_set(pending)
    if expected != found:
        yield f"{closing}: {expected} stays open in the model, {found} in the code"


def _open_set(one: Any) -> dict[str, str]:
    return {wish.channel: wish.wanted for wish in one.wishes()}


COMPARISONS: dict[str, Callable[[str], Iterator[str]]] = {
    "read": lambda name: (found for facts in notes(name).facts for found in misread(facts)),
    "decide": lambda name: (found for asked in notes(name).decisions.items() for found in misdecided(*asked)),
    "plan": lambda name: (found for commit in notes(name).commits for found in misplanned(commit)),
    "close": lambda name: (found for closing in notes(name).closings for found in misclosed(closing)),
}


@pytest.mark.parametrize("name", [*SCENARIOS, SHORT])
def test_code_and_model_agree(name: str) -> None:
    """In every state that the model reaches, the code reads, decides, plans and closes as the model does."""
    found = {what: list(compare(name)) for what, compare in COMPARISONS.items()}

    assert {what: sentences[:3] for what, sentences in found.items() if sentences} == {}


@pytest.mark.slow
def test_code_and_model_agree_on_longer_ledgers() -> None:
    """Every decision about every ledger of one line more is the model's, too."""
    wrong = (found for asked in every_short_ledger(0, 4).decisions.items() for found in misdecided(*asked))

    assert next(wrong, None) is None


def test_the_comparison_is_of_something() -> None:
    """The short ledgers ask for every decision that the code knows, and the scenarios for every sort of push."""
    words = {do or "nothing" for do, _ in notes(SHORT).decisions.values()}
    pushed = {name: (len(notes(name).commits), len(notes(name).closings)) for name in SCENARIOS[1:2]}

    assert {str(do) for do in Do} == words
    assert all(plans > 50 and results > 50 for plans, results in pushed.values())


# ---- the code with one rule taken away ------------------------------------------------------------------------------


def no_hand_back(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(book, "UNSENT", ())


def last_line_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(book._Reader, "place", property(lambda _: -1, lambda _, __: None), raising=False)


def void_closes_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(book._Reader, "_end", _except("void", book._Reader._end))


def _except(kind: str, end: Callable[..., None]) -> Callable[..., None]:
    return lambda self, entry: None if entry.kind == kind else end(self, entry)


def nothing_is_loose(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(decision, "may_land", lambda *_: False)


def everything_stays_loose(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(decision, "may_land", lambda *_: True)


def no_loose_until_the_end(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(book, "ANSWERED", (*book.ANSWERED, "found", "settled", "void"))


def correction_hurries(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        decision, "_open", _first(lambda wanted, intent: wanted not in (intent.revision, WITHDRAWN), Do.INTENT)
    )


def withdrawal_hurries(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(decision, "_open", _first(lambda wanted, _: wanted == WITHDRAWN, Do.WITHDRAW))


def takes_over_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(decision, "_open", _first(lambda _wanted, _: True, Do.TAKE, unless=(Do.RESUME, Do.WAIT)))


def hold_is_not_read(patch: pytest.MonkeyPatch) -> None:
    real = decision.decide
    patch.setattr(decision, "decide", lambda *words, **named: real(*words, **{**named, "stopped": False}))


def _first(
    applies: Callable[[str, Intent], bool], do: Do, unless: tuple[Do, ...] = (Do.RESUME,)
) -> Callable[..., Decision]:
    real = decision._open

    def shortcut(wanted: str, intent: Intent, **named: Any) -> Decision:
        usual = real(wanted, intent, **named)
        return Decision(do, intent) if applies(wanted, intent) and usual.do not in unless else usual

    return shortcut


def any_result_clears(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plan, "_closes", lambda entry, wish, _: entry.channel == wish.channel)


def clears_beside_an_open_intent(patch: pytest.MonkeyPatch) -> None:
    real = plan._closes
    patch.setattr(plan, "_closes", lambda entry, wish, _: real(entry, wish, Book()))


def cursor_alone(patch: pytest.MonkeyPatch) -> None:
    real = plan.change
    patch.setattr(plan, "change", lambda base, pending, _, tip: real(base, pending, plan.Plan((), ()), tip))


def only_what_is_sent_now(patch: pytest.MonkeyPatch) -> None:
    real = plan._wishes
    senders = (Do.INTENT, Do.TAKE)
    patch.setattr(plan, "_wishes", lambda planned: real(one for one in planned if one.decision.do in senders))


Mutation = Callable[[pytest.MonkeyPatch], None]
# rule taken away → (the comparison that finds it, in this scenario)
TAKEN_AWAY: dict[Mutation, tuple[str, str]] = {
    no_hand_back: ("read", "repeatable: correction, withdrawal"),
    last_line_wins: ("read", SHORT),
    void_closes_nothing: ("read", "repeatable: killed, no answer, a person"),
    no_loose_until_the_end: ("read", "once: a person settles"),
    nothing_is_loose: ("decide", "repeatable: correction, withdrawal"),
    everything_stays_loose: ("decide", "once: a person settles"),
    correction_hurries: ("decide", "once: correction, withdrawal, hold"),
    withdrawal_hurries: ("decide", "once: correction, withdrawal, hold"),
    takes_over_anything: ("decide", "repeatable: correction, withdrawal"),
    hold_is_not_read: ("decide", "once: correction, withdrawal, hold"),
    any_result_clears: ("close", "once: correction, withdrawal, hold"),
    clears_beside_an_open_intent: ("close", "repeatable: killed, no answer, a person"),
    cursor_alone: ("plan", "once: correction, withdrawal, hold"),
    only_what_is_sent_now: ("plan", "once: correction, withdrawal, hold"),
}


@pytest.mark.parametrize("take_away", TAKEN_AWAY, ids=lambda rule: rule.__name__)
def test_a_rule_taken_away_is_found(
    take_away: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code less one rule answers differently from the model somewhere: the comparison can fail."""
    what, name = TAKEN_AWAY[take_away]
    agreed = next(COMPARISONS[what](name), None)
    take_away(monkeypatch)

    assert agreed is None
    assert next(COMPARISONS[what](name), None)
