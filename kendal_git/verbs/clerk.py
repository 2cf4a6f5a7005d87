"""The one writer of a run: plans, intents and facts of all channels share pushes, and no fact is ever dropped."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.message import say
from kendal_git.model.office import Office, Publishing
from kendal_git.model.trouble import InDoubt, Misuse, OutsideFailed
from kendal_git.planning.decision import Do
from kendal_git.planning.plan import Pending, Plan, Planned, change, plan
from kendal_git.ports import Clock, Head, Ledger
from kendal_git.verbs.counter import Asked, Counter
from kendal_git.verbs.survey import Survey

TRIES = 12
Fact = tuple[str, LedgerEntry]
Ids = tuple[tuple[str, str], ...]
NO_OFFICE = Office()  # facts are pushed without a look at main, and nothing asks for the office then


@dataclass(frozen=True, slots=True)
class Grant:
    """A pushed intent of this run, and when its clock started, in seconds of the steady clock."""

    entry: LedgerEntry
    started: float


@dataclass(frozen=True, slots=True)
class View:
    """What one fetch showed: the ledger, main and the plan that follows."""

    head: Head
    survey: Survey
    plan: Plan


@dataclass(slots=True)
class _Request(Asked):
    """One caller's wish, answered by whoever serves next; ``looks``: nothing is pushed for it."""

    looks: bool = False
    facts: tuple[Fact, ...] = ()
    delivery: tuple[str, str] | None = None
    ids: Ids = ()
    grant: Grant | None = None
    planned: Planned | None = None
    view: View | None = None


@dataclass(slots=True)
class Clerk:
    """Keeps the ledger for one run. ``look`` surveys main against a head; None when the fetched main is too old."""

    ledger: Ledger
    look_at: Callable[[Head], Survey | None]
    clock: Clock
    times: Publishing
    run: str
    nonces: dict[str, Grant] = field(default_factory=dict)
    _seen: dict[str, View] = field(default_factory=dict)  # by nonce: what a fetch right after the intent's push showed
    _counter: Counter[_Request] = field(init=False)

    def __post_init__(self) -> None:
        self._counter = Counter(self._serve)

    def plan(self) -> View:
        """Push the cursor and the open set of everything that main wants now."""
        request = self._counter.ask(_Request())
        assert request.view
        return request.view

    def intend(self, post: str, channel: str, ids: Ids = ()) -> Grant | Planned | None:
        """A pushed intent for a delivery, or the plan that says why there is none. Raises OutsideFailed.

        ``ids`` are what was prepared for it: they are recorded in the intent's own commit, so that whoever meets the
        intent can look them up, and a preparation that never came to an intent leaves no line.
        """
        request = self._counter.ask(_Request(delivery=(post, channel), ids=ids))
        return request.grant or request.planned

    def record(self, post: str, *entries: LedgerEntry) -> None:
        """Push what has happened. Raises OutsideFailed when it cannot be pushed, InDoubt when the ledger went back."""
        self._counter.ask(_Request(facts=tuple((post, entry) for entry in entries)))

    def look(self, grant: Grant) -> View:
        """Ledger and main after the grant's push was taken; asked again, as they are then. As ``glance`` raises."""
        seen = self._seen.pop(grant.entry.nonce, None)
        return seen or self.glance()

    def glance(self) -> View:
        """Ledger and main as they are after this was asked. Raises OutsideFailed, InDoubt and Misuse."""
        request = self._counter.ask(_Request(looks=True))
        assert request.view
        return request.view

    def mine(self, nonce: str) -> bool:
        """Whether this process ever tried to push an intent of this nonce."""
        return nonce in self.nonces

    def _serve(self, batch: list[_Request]) -> Iterator[list[_Request]]:
        """Looks first, one fetch for all that wait: a call hangs on them, and no push.

        Results then, and alone: they are pushed also while the forge is away and nothing can be planned.
        """
        looks = [request for request in batch if request.looks]
        results = [request for request in batch if request.facts]
        plans = [request for request in batch if not (request.looks or request.facts)]
        for part, answer in ((looks, self._look), (results, self._commit), (plans, self._commit)):
            try:
                if part:
                    answer(part)
            except Exception as failure:  # noqa: BLE001 — every waiting thread must hear of it, whatever it is
                for request in part:
                    request.failure = request.failure or failure
            yield part

    def _look(self, batch: list[_Request]) -> None:
        view = self._view(())
        for request in batch:
            request.view = view

    def _commit(self, batch: list[_Request]) -> None:
        """One push for the batch, again on the newest head until it is taken: plans anew, facts as they are."""
        facts = tuple(fact for request in batch for fact in request.facts)
        failure: Exception = OutsideFailed(say("publish.busy"))
        for _ in range(TRIES):
            try:
                view = self._view(facts, needs_main=any(not request.facts for request in batch))
                if self._push(view, facts, batch):
                    self._look_for([request.grant.entry.nonce for request in batch if request.grant])
                    return
            except OutsideFailed as failed:  # also an answer that was lost: the next fetch shows what was taken
                failure = failed
        raise failure

    def _look_for(self, nonces: list[str]) -> None:
        """One fetch for all whose intents were just pushed: each would ask for it next, and queue behind others."""
        if nonces:
            try:
                self._seen |= dict.fromkeys(nonces, self._view(()))
            except (OutsideFailed, InDoubt, Misuse):
                return  # who asks for itself hears why

    def _view(self, facts: tuple[Fact, ...], *, needs_main: bool = True) -> View:
        for _ in range(TRIES):
            head = self.ledger.fetch()
            if head is None:
                raise Misuse(say("ledger.absent"), say("ledger.absent.hint"))
            if any(self._lost(head, *fact) for fact in facts):
                raise InDoubt(say("ledger.intent-gone"), say("ledger.went-back.hint"))
            # What has happened is pushed as it is, whatever main says and also while the forge is away.
            survey = self.look_at(head) if needs_main else Survey(head.cursor, NO_OFFICE, ())
            if survey is None:
                continue
            pending = Pending(head, _missing(head, facts))
            return View(head, survey, plan(pending, survey.wants, self.mine, self.clock.now()))
        raise OutsideFailed(say("publish.stale-main"), say("publish.stale-main.hint"))

    def _lost(self, head: Head, post: str, entry: LedgerEntry) -> bool:
        """Whether an intent that this run had pushed is gone: both refs of the ledger were put back together."""
        if entry.nonce not in self.nonces:
            return False
        return all((one.kind, one.nonce) != ("intent", entry.nonce) for one in head.entries(post))

    def _push(self, view: View, facts: tuple[Fact, ...], batch: list[_Request]) -> bool:
        missing = _missing(view.head, facts)
        new: list[Fact] = [*missing, *view.survey.facts]
        for request in batch:
            request.view = view
            if request.delivery:
                new += self._intent(request, view)
        pending = Pending(view.head, missing)
        wanted = change(view.head, pending, view.plan, view.survey.tip, tuple(new), _subject(new))
        return wanted.empty or self.ledger.push(view.head, wanted) is not None

    def _intent(self, request: _Request, view: View) -> list[Fact]:
        """The lines of an intent when the plan still asks for one; otherwise the plan is the answer."""
        assert request.delivery
        post, channel = request.delivery
        request.grant, request.planned = None, view.plan.of(post, channel)
        planned = request.planned
        if planned is None or planned.decision.do not in (Do.INTENT, Do.TAKE, Do.RESUME):
            return []
        if planned.decision.do is Do.RESUME and planned.decision.intent:
            request.grant = self.nonces[planned.decision.intent.nonce]
            return []
        now = self.clock.now()
        until = now + timedelta(seconds=self.times.deadline + self.times.settling)
        entry = LedgerEntry(
            "intent", now, channel, planned.want.wanted, secrets.token_hex(16), self.run, view.survey.tip, until
        )
        request.grant = self.nonces[entry.nonce] = Grant(entry, self.clock.steady())
        lines = [entry]
        if request.ids:
            lines.insert(0, replace(entry, kind="prepared", until=None, ids=dict(request.ids)))
        if planned.decision.do is Do.TAKE and planned.decision.intent:
            old = planned.decision.intent
            lines.insert(0, LedgerEntry("void", now, channel, old.revision, old.nonce, self.run))
        return [(post, line) for line in lines]


def _missing(head: Head, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that the ledger does not hold yet: a push without an answer may have been taken."""
    return tuple(
        (post, entry)
        for post, entry in facts
        if entry not in (replace(one, verdict=entry.verdict) for one in head.entries(post))
    )


def _subject(facts: list[Fact]) -> str:
    """The commit's subject: what the lines are, for a person who reads the log."""
    kinds = dict.fromkeys(entry.kind for _, entry in facts)
    posts = dict.fromkeys(post.removeprefix("content/") for post, _ in facts)
    return f"ledger: {', '.join(kinds)} {' '.join(list(posts)[:3])}".strip() if kinds else "ledger: plan"
