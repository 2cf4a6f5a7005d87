"""The interpreter between model and code: notes what the model is asked and answers, and puts it into our own words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any
from unittest.mock import patch

from kendal_git.ledgers.memory import MemoryHead
from kendal_git.model.ledger import WITHDRAWN, LedgerEntry, Wish
from kendal_git.planning.plan import Want

MODEL: Any = import_module(
    "tests.protocol.publish_model"
)  # untyped on purpose: the model is compared, not imported by code
Facts = tuple[tuple[str, Any, int], ...]

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
PAST, FUTURE = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)
POST = "content/2026/11/25-hari-guru-nasional"
WANTED = {0: "", 1: "revision-1", 2: "revision-2", MODEL.WITHDRAWN: WITHDRAWN}
# The model's words for lines that are more than their kind.
LINES: Mapping[str, Mapping[str, Any]] = {
    "repeated": {"kind": "receipt", "repeated": True},
    "settled-sent": {"kind": "settled", "outcome": "sent"},
    "settled-unsent": {"kind": "settled", "outcome": "not-sent"},
}


@dataclass(frozen=True)
class Question:
    """One call of the model's ``decide``: everything that its answer can depend on."""

    facts: Facts
    want: int  # 0 also when neither cursor nor open set ask about the delivery
    held: bool
    run: int
    repeatable: bool
    expired: frozenset[int]


@dataclass(frozen=True)
class Commit:
    """One push of a plan: the ledger that the run stood on, what it saw, and the ledger that it pushed."""

    before: Any
    after: Any
    tip: int
    held: bool
    run: int
    main: tuple[int, ...]
    channels: tuple[str, ...]
    expired: frozenset[int]
    idle: tuple[bool, ...]  # whether the run had nothing in hand yet, for each delivery


@dataclass(frozen=True)
class Closing:
    """One push of a result: the ledger before and after, and the line that was added to one delivery."""

    before: Any
    after: Any
    delivery: int
    line: tuple[str, Any, int]


@dataclass
class Notes:
    """What one exhaustive search asked and answered, each question once."""

    facts: set[Facts] = field(default_factory=set)
    decisions: dict[Question, tuple[Any, Any]] = field(default_factory=dict)
    commits: set[Commit] = field(default_factory=set)
    closings: set[Closing] = field(default_factory=set)
    states: int = 0


def _watched(notes: Notes) -> type:
    class Watched(MODEL.Model):  # type: ignore[misc]
        def read(self, facts: Facts) -> Any:
            notes.facts.add(facts)
            return super().read(facts)

        def decide(self, state: Any, i: int, d: int) -> Any:
            answer = super().decide(state, i, d)
            run = state.runs[i]
            ledger, want = run.base, self.s.main[run.tip]
            asked = want if ledger.cursor < run.tip or ledger.open[d] else 0
            repeatable = self.s.channels[d] == "repeatable"
            notes.decisions[Question(ledger.facts[d], asked, run.held, i, repeatable, _expired(state))] = answer
            return answer

        def commit(self, state: Any, i: int, todo: Any, chosen: Any, *rest: Any) -> Any:
            run = state.runs[i]
            for label, after in super().commit(state, i, todo, chosen, *rest):
                if after.ledger is not state.ledger:
                    idle = tuple(d in todo for d in range(self.n))
                    where = run.tip, run.held, i, self.s.main, self.s.channels, _expired(state), idle
                    notes.commits.add(Commit(state.ledger, after.ledger, *where))
                yield label, after

        def record(self, state: Any, i: int, d: int, work: Any, fact: Any, *rest: Any) -> Any:
            label, after = super().record(state, i, d, work, fact, *rest)
            if after.ledger is not state.ledger:
                notes.closings.add(Closing(state.ledger, after.ledger, d, fact))
            return label, after

    return Watched


def _expired(state: Any) -> frozenset[int]:
    return frozenset(i for i, run in enumerate(state.runs) if run.expired)


@cache
def search(name: str) -> Notes:
    """Visit every state of one of the model's scenarios under the adopted rules, and note what was asked on the way."""
    notes = Notes()
    with patch.object(MODEL, "Model", _watched(notes)):
        result = MODEL.search(MODEL.SCENARIOS[name], MODEL.ADOPTED)
    assert not result.broken, result.trace
    notes.states = result.states
    return notes


# ---- ledgers that no scenario may reach, and every question about them ----------------------------------------------

ENDINGS = ("receipt", "repeated", "found", "settled-sent", "settled-unsent", "release", "void")


@cache
def short_ledgers(lines: int) -> tuple[Facts, ...]:
    """Every ledger of one delivery with at most so many lines in which each end follows its own intent."""
    if not lines:
        return ((),)
    shorter = short_ledgers(lines - 1)
    return (*shorter, *(longer for facts in shorter if len(facts) == lines - 1 for longer in _one_line_more(facts)))


def _one_line_more(facts: Facts) -> Iterator[Facts]:
    intents = [(nonce, rev) for kind, nonce, rev in facts if kind == "intent"]
    for rev in (1, 2):
        yield (*facts, ("intent", (len(intents), 0), rev))
    for nonce, rev in intents:
        yield from ((*facts, (kind, nonce, rev)) for kind in ENDINGS)
    yield (*facts, ("withdrawal", None, 0))


@cache
def every_short_ledger(read: int, decided: int) -> Notes:
    """All ledgers of up to ``read`` lines, and all questions about those of up to ``decided`` lines."""
    return Notes(set(short_ledgers(read)), dict(one for facts in short_ledgers(decided) for one in questions(facts)))


def questions(facts: Facts) -> Iterator[tuple[Question, tuple[Any, Any]]]:
    """Everything that can be asked about one delivery's lines, with the model's answers."""
    runs = 1 + max((nonce[0] for _, nonce, _ in facts if nonce), default=0)
    for channel, expired in product(("once", "repeatable"), (frozenset[int](), frozenset(range(runs)))):
        model = MODEL.Model(MODEL.Scenario(channels=(channel,), main=(0, 1, 2, MODEL.WITHDRAWN)), MODEL.ADOPTED)
        for tip, held, asks in product(range(4), (False, True), range(runs + 1)):
            base = MODEL.Ledger(0, (0,), (facts,))
            state = model.initial()._replace(
                runs=tuple(
                    MODEL.Run("plan", base, tip, (None,), held=held, expired=i in expired) for i in range(runs + 1)
                )
            )
            question = Question(facts, model.s.main[tip], held, asks, channel == "repeatable", expired)
            yield question, model.decide(state, asks, 0)


# ---- into our words -------------------------------------------------------------------------------------------------


def nonce_of(nonce: Any) -> str:
    return f"{nonce[0]}-{nonce[1]}" if nonce else ""


def entries(facts: Facts, expired: Iterable[int] = (), channel: str = "") -> tuple[LedgerEntry, ...]:
    """The model's facts as ledger lines; an expired run's intents have their ``until`` behind them."""
    return tuple(_entry(kind, nonce, rev, expired, channel) for kind, nonce, rev in facts)


def _entry(kind: str, nonce: Any, rev: int, expired: Iterable[int], channel: str) -> LedgerEntry:
    values: dict[str, Any] = {"kind": kind, "nonce": nonce_of(nonce), "revision": WANTED[rev], **LINES.get(kind, {})}
    if kind == "intent":
        values["until"] = PAST if nonce[0] in expired else FUTURE
    return LedgerEntry(at=NOW, channel=channel, **values)


def channel_of(d: int) -> str:
    return f"channel-{d}"


def head(ledger: Any, expired: Iterable[int] = ()) -> MemoryHead:
    """The model's ledger as the head of one of ours; its cursor is the number of a commit of main."""
    facts = tuple(line for d, one in enumerate(ledger.facts) for line in entries(one, expired, channel_of(d)))
    return MemoryHead(cursor=str(ledger.cursor), facts={POST: facts}, open=_open(ledger))


def _open(ledger: Any) -> dict[str, tuple[Wish, ...]]:
    wishes = tuple(Wish(POST, channel_of(d), WANTED[want]) for d, want in enumerate(ledger.open) if want)
    return {POST: wishes} if wishes else {}


def wants(commit: Commit) -> tuple[Want, ...]:
    """What a survey of main at the run's tip finds: what changed since the cursor, and what is open."""
    want, stop = WANTED[commit.main[commit.tip]], "held" if commit.held else ""
    return tuple(
        Want(POST, channel_of(d), want, stop, channel == "repeatable")
        for d, channel in enumerate(commit.channels)
        if want and (commit.before.cursor < commit.tip or commit.before.open[d])
    )
