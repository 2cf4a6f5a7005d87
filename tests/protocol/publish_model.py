# fmt: off
"""An exhaustive check of the publishing protocol: every interleaving, every crash, every lost answer, within bounds.

The model is the protocol and nothing else: a ledger branch that accepts a push only on top of what it holds, runs that may die
or sleep between any two steps, channels that may lose an answer.  A breadth-first search visits every reachable state, so the
first violation found is a shortest one.  Standard library only.

    python3 publish_model.py                 adopted rules in every scenario, then every rule taken away once
    python3 publish_model.py --trace NAME    the shortest trace of one taken-away rule (or of 'as-written')
    python3 publish_model.py --list          names
"""
import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

WITHDRAWN = 9                       # what main may want of the post: 0 nothing yet, 1 and 2 revisions, 9 withdrawn


@dataclass(frozen=True)
class Rules:
    """The protocol's rules, each one a switch.  The defaults are the adopted protocol."""
    prepare_first: bool = True          # uploads and containers before the intent, so the intent is the last push before the call
    release: bool = True                # a run that decides not to send, or surely did not, says so in the ledger
    keep_facts: bool = True             # a rejected push drops plans, never receipts and releases: they go on top of the new head
    remember_nonces: bool = True        # a nonce whose push had no answer is still the process's own
    random_nonce: bool = True           # False: taken from the CI run's number, which a re-run shares
    tip_has_cursor: bool = True         # a fetched main that lacks the cursor is stale: fetch again
    one_commit: bool = True             # the cursor moves in the commit that writes the open set
    plan_all: bool = True               # ... and that open set covers what this run has in hand or has finished, too
    clear_own: bool = True              # a receipt clears the open entry only of its own revision
    doubt: str = "person"               # a once delivery in doubt: person | ended | ended+find | unarmed
    takeover_voids: bool = True         # re-sending on a repeatable channel closes the old intent in the same commit
    hand_back: bool = True              # a take-over that ends without sending hands the doubt back
    by_intent: bool = True              # what stands is the newest intent that was sent, in the order of intents, not of receipts
    say_unsent: bool = True             # a run that finds its intent taken over still says that it sent nothing
    takeover_wanted: bool = True        # ... and only of the revision that main still wants
    loose_waits: bool = True            # a correction waits, and a withdrawal stays open, until no loose call can land any more
    withdrawal_waits: bool = True       # a withdrawal stays open while an intent is open
    correction_waits: bool = True       # a new revision waits while an intent is open
    look: bool = True                   # main, holds, objections are read after the intent's push
    look_ledger: bool = True            # ... and the ledger: my intent is still open
    deadline: bool = True               # the clock that started at the intent's push is read after the look: too late, no call
    settle_fenced: bool = True          # "not sent" is taken only when the run has ended and its deadline and settling time passed
    witness: str = "push"               # push: a second ref moves in the same atomic push | site: the deployed site carries the head
    own_head: bool = True               # a run whose own intent vanished from the ledger stops with exit 4


AS_WRITTEN = Rules(prepare_first=False, release=False, keep_facts=False, remember_nonces=False, tip_has_cursor=False,
                   clear_own=False, doubt="ended+find", takeover_voids=False, hand_back=False, by_intent=False, say_unsent=False, takeover_wanted=False, loose_waits=False,
                   withdrawal_waits=False, look_ledger=False, settle_fenced=False, witness="site", own_head=False)


@dataclass(frozen=True)
class Scenario:
    """What the world may do, and how often."""
    channels: tuple = ("once",)         # once | repeatable
    main: tuple = (0, 1)                # what each commit of main wants of the post
    runs: int = 3
    crashes: int = 0
    lost_pushes: int = 0                # the push took effect, its answer was lost
    lost_calls: int = 0                 # the call took effect, its answer was lost
    unreached: int = 0                  # the call surely did not reach the channel
    dead_pushes: int = 0                # a run whose pushes fail for ever, from some moment on
    settles: int = 0                    # a person looks at the channel and settles, truthfully
    zombies: int = 0                    # the forge says that a run has ended while it lives
    hold: bool = False                  # a hold goes on, and off again, at any moment
    rollback: bool = False              # an old copy of the ledger is force-pushed once
    clocks: bool = False                # deadlines pass
    frozen: bool = False                # a process may sleep past its deadline between its last clock reading and its call
    batch: bool = False                 # one commit holds the intents of several deliveries
    main_first: bool = False            # main is fetched before the ledger


class Ledger(NamedTuple):
    cursor: int
    open: tuple                         # a wanted revision for each delivery, 0 when nothing is open
    facts: tuple                        # for each delivery: (kind, nonce, revision), …


class Work(NamedTuple):                 # what a run is doing about one delivery
    at: str                             # prepare arm look call got unsure release find down downed | done unsure-done
    rev: int
    nonce: tuple
    stopped: bool = False               # a stop was in force when the intent landed, and still at the look
    late: bool = False                  # the intent landed after a rollback
    again: bool = False


class Run(NamedTuple):
    at: str = "new"                     # new main ledger plan open-set running | ended dead
    base: Ledger = None
    tip: int = 0
    work: tuple = ()
    count: int = 0                      # nonces drawn
    lost: tuple = ()                    # nonces whose push had no answer
    expired: bool = False
    zombie: bool = False
    mute: bool = False                  # its pushes fail for ever
    held: bool = False                  # a hold was on when it fetched main
    flying: tuple = ()                  # for each delivery: work whose request is still on its way


class Shown(NamedTuple):                # the truth at one channel
    now: int = 0
    first: int = 0                      # how often each revision was made visible
    second: int = 0
    down: bool = False                  # taken down after a withdrawal


class State(NamedTuple):
    main: int
    hold: int                           # 0 never, 1 on, 2 off again
    ledger: Ledger
    witness: Ledger
    backup: Ledger
    rolled: bool
    shown: tuple
    runs: tuple
    told: tuple
    left: tuple                         # crashes, lost pushes, lost calls, unreached, dead pushes, settles, zombies


CRASH, LOST_PUSH, LOST_CALL, UNREACHED, DEAD_PUSH, SETTLE, ZOMBIE = range(7)
IDLE = ("done", "unsure-done")


class Book(NamedTuple):                 # what the facts of one delivery say
    open: tuple                         # ((nonce, revision), …) without an end
    sent: int                           # the revision that stands on the channel
    loose: tuple                        # nonces under which a call may still land although the intent has ended
    armed: tuple


@lru_cache(maxsize=None)
def read(facts, hand_back, by_intent):
    opened, sent, loose, armed, taken = {}, 0, [], [], []
    order, stands = [], -1              # the intents in the ledger's order, and which of them stands on the channel
    for kind, nonce, rev in facts:
        if kind == "intent":
            opened[nonce] = rev
            order.append(nonce)
        elif kind == "armed":
            armed.append(nonce)
        elif kind == "withdrawal":
            sent, stands = 0, len(order) - 1
        else:                           # receipt repeated found settled-sent | release revoked settled-unsent | void
            opened.pop(nonce, None)
            if kind in ("receipt", "release", "revoked"):
                loose = [n for n in loose if n != nonce]
            elif nonce not in loose:
                loose.append(nonce)
            if kind == "void":
                taken.append((nonce, rev))
            elif kind in ("release", "revoked"):    # who took a doubt over and sent nothing hands the doubt back
                taken = [(n, r) for n, r in taken if n != nonce]
                if taken and not opened and hand_back:
                    opened.update([taken.pop()])
            else:
                taken = []
            if kind in ("receipt", "repeated", "found", "settled-sent"):
                place = order.index(nonce) if nonce in order else len(order)
                if place > stands or not by_intent:         # a late line adds proof, it does not turn the clock back
                    sent, stands = rev, place
    return Book(tuple(opened.items()), sent, tuple(loose), tuple(armed))


def put(items, index, value):
    return items[:index] + (value,) + items[index + 1:]


def contains(newer, older):
    return newer.cursor >= older.cursor and all(n[:len(o)] == o for n, o in zip(newer.facts, older.facts))


def add(ledger, d, *facts, clear=None):
    opened = put(ledger.open, d, 0) if clear is not None and ledger.open[d] in clear else ledger.open
    return Ledger(ledger.cursor, opened, put(ledger.facts, d, ledger.facts[d] + facts))


class Broken(Exception):
    """A property does not hold; the step that broke it."""

    def __init__(self, what, step=""):
        super().__init__(what)
        self.step = step


class Model:
    def __init__(self, scenario, rules, only=""):
        self.s, self.r, self.only = scenario, rules, only
        self.n = len(scenario.channels)

    def broken(self, what, step=""):
        if what.startswith(self.only):
            raise Broken(what, step)

    def read(self, facts):
        return read(facts, self.r.hand_back, self.r.by_intent)

    # ---- the start, and what must hold in every state -------------------------------------------------------------------------

    def initial(self):
        s = self.s
        empty = Ledger(0, (0,) * self.n, ((),) * self.n)
        return State(0, 0, empty, empty, None, False, (Shown(),) * self.n,
                     tuple(Run(work=(None,) * self.n, flying=(None,) * self.n) for _ in range(s.runs)), (False,) * self.n,
                     (s.crashes, s.lost_pushes, s.lost_calls, s.unreached, s.dead_pushes, s.settles, s.zombies))

    def bookkeeping(self, old, new, rolled_now):
        """The ledger's own invariants; the outcome properties are checked where the outcome happens."""
        if new.ledger is old.ledger or rolled_now:
            return
        if not contains(new.ledger, old.ledger):
            self.broken("append-only: a line or the cursor went back")
        if new.rolled:
            return
        for d in range(self.n):
            book, want, facts = self.read(new.ledger.facts[d]), self.s.main[new.ledger.cursor], new.ledger.facts[d]
            if len(book.open) > 1:
                self.broken("one-open: two open intents of one delivery")
            seen = set()
            for kind, nonce, _ in facts:
                if kind == "intent":
                    seen.add(nonce)
                elif kind != "withdrawal" and nonce not in seen:
                    self.broken("own-intent: a receipt without its intent")
            if not new.ledger.open[d] and (book.open or (want == WITHDRAWN and book.sent) or want not in (0, WITHDRAWN, book.sent)):
                self.broken("cursor: it passed something that is neither done nor open")

    def final(self, state):
        """No step is left.  A run that meets no more trouble must find everything that is not as main wants it."""
        ledger, tip = state.ledger, len(self.s.main) - 1
        if state.rolled and not contains(ledger, state.witness):
            return                      # exit 4: a person has been told
        later = state._replace(runs=state.runs + (Run("plan", ledger, tip, (None,) * self.n, held=state.hold == 1),))
        for d in range(self.n):
            want, shown = self.s.main[tip], state.shown[d]
            if shown.now != (0 if want == WITHDRAWN else want) and self.decide(later, len(state.runs), d)[0] in (None, "close", "withdraw"):
                self.broken("loss: the channel is not what main wants, and no later run will look")

    # ---- every step the world can take ----------------------------------------------------------------------------------------

    def steps(self, S):
        s, r = self.s, self.r
        if S.main + 1 < len(s.main):
            yield f"main moves to commit {S.main + 1} (wants {name(s.main[S.main + 1])})", S._replace(main=S.main + 1)
        if s.hold and S.hold < 2 and S.main:
            yield ("a hold goes on", "the hold goes off")[S.hold], S._replace(hold=S.hold + 1)
        if s.rollback and not S.rolled:
            if S.backup is None and S.ledger.facts:
                yield "someone keeps a copy of the ledger", S._replace(backup=S.ledger)
            elif S.backup is not None and S.backup != S.ledger:
                yield "the ledger is force-pushed back to the copy", S._replace(ledger=S.backup, rolled=True)
        if S.left[SETTLE]:
            yield from self.settle(S)
        for i, run in enumerate(S.runs):
            for d, work in enumerate(run.flying):
                if work:
                    T = self.effect(S, i, d, work, "its late request lands")
                    yield f"run {i + 1}: its late request for {name(work.rev)} lands on channel {d}", self.set(T, i, flying=put(run.flying, d, None))
            if s.clocks and not run.expired and run.at != "new" and (s.frozen or not self.sending(run)):
                yield f"run {i + 1}: deadline and settling time pass", self.set(S, i, expired=True)
            if run.at in ("ended", "dead"):
                continue
            if run.at == "new":
                if i == 0 or S.runs[i - 1].at != "new":
                    yield from self.start(S, i)
                continue
            if S.left[CRASH]:
                yield from self.crash(S, i)
            if S.left[DEAD_PUSH] and not run.mute:
                yield f"run {i + 1}: from now on its pushes fail", self.set(self.spend(S, DEAD_PUSH), i, mute=True)
            if S.left[ZOMBIE] and not run.zombie:
                yield f"the forge says that run {i + 1} has ended (it lives)", self.set(self.spend(S, ZOMBIE), i, zombie=True)
            yield from self.run(S, i)

    def sending(self, run):
        """Between its last clock reading and the end of its call, or with a request still on its way."""
        return any(run.flying) or any(w and w.at == "call" for w in run.work)

    def set(self, S, i, **changes):
        return S._replace(runs=put(S.runs, i, S.runs[i]._replace(**changes)))

    def job(self, S, i, d, work):
        run = S.runs[i]
        return S._replace(runs=put(S.runs, i, run._replace(work=put(run.work, d, work))))

    def spend(self, S, what):
        return S._replace(left=put(S.left, what, S.left[what] - 1))

    def push(self, S, ledger, i=None):
        """The branch takes a commit.  Whoever stood on the old head and is the pusher stands on the new one."""
        runs = S.runs
        if i is not None and runs[i].base == S.ledger:
            runs = put(runs, i, runs[i]._replace(base=ledger))
        return S._replace(ledger=ledger, runs=runs, witness=ledger if self.r.witness == "push" else S.witness)

    def tell(self, S, d):
        return S._replace(told=put(S.told, d, True))

    def crash(self, S, i):
        run, S = S.runs[i], self.spend(S, CRASH)
        yield f"run {i + 1}: killed", self.set(S, i, at="dead", base=None, work=(None,) * self.n)
        for d, work in enumerate(run.work):
            if work and work.at == "call":
                yield (f"run {i + 1}: killed with a request on its way",
                       self.set(S, i, at="dead", base=None, work=(None,) * self.n, flying=put(run.flying, d, work)))

    def settle(self, S):
        for d in range(self.n):
            for nonce, rev in self.read(S.ledger.facts[d]).open:
                run = S.runs[nonce[0]]
                ended = run.at in ("ended", "dead") or run.zombie
                seen = S.shown[d].first if rev == 1 else S.shown[d].second
                if not S.told[d] or S.rolled or not (seen or not self.r.settle_fenced or (ended and run.expired)):
                    continue
                kind = "settled-sent" if seen else "settled-unsent"
                clear = self.clears(S, d, nonce, rev) if seen else ()
                yield (f"a person looks at channel {d} and settles: {'sent' if seen else 'not sent'}",
                       self.push(self.spend(S, SETTLE), add(S.ledger, d, (kind, nonce, rev), clear=clear)))

    # ---- a run: fetch, plan, push ---------------------------------------------------------------------------------------------

    def start(self, S, i):
        if self.s.main_first:
            yield f"run {i + 1}: fetches main (commit {S.main})", self.set(S, i, at="ledger", tip=S.main, held=S.hold == 1)
        else:
            yield from self.fetch_ledger(S, i, "main")

    def fetch_ledger(self, S, i, then):
        run = S.runs[i]
        if not contains(S.ledger, S.witness):
            told = S._replace(told=(True,) * self.n)
            yield f"run {i + 1}: the ledger went back: exit 4", self.set(told, i, at="ended", base=None)
            return
        yield f"run {i + 1}: fetches the ledger", self.set(S, i, at=then, base=S.ledger)

    def fetch_main(self, S, i):
        T = self.set(S, i, at="plan", tip=S.main, held=S.hold == 1)
        if self.r.witness == "site":
            T = T._replace(witness=S.runs[i].base)
        yield f"run {i + 1}: fetches main (commit {S.main})" + (" and deploys the site" if self.r.witness == "site" else ""), T

    def run(self, S, i):
        run = S.runs[i]
        if run.at == "again":
            yield from self.start(S, i)
        elif run.at == "main":
            yield from self.fetch_main(S, i)
        elif run.at == "ledger":
            yield from self.fetch_ledger(S, i, "plan")
        elif run.at == "plan":
            yield from self.plan(S, i)
        elif all(w is None or w.at in IDLE for w in run.work):
            yield self.end(S, i)
        for d, work in enumerate(run.work):
            if work and work.at not in IDLE:
                yield from self.work(S, i, d, work)

    def end(self, S, i):
        run, T = S.runs[i], self.set(S, i, at="ended", base=None, work=(None,) * self.n)
        for d in range(self.n):
            for nonce, _ in self.read(S.ledger.facts[d]).open:
                T = self.tell(T, d)
                excused = run.mute or (run.work[d] and run.work[d].at == "unsure-done" and run.work[d].nonce == nonce)
                if nonce[0] == i and not excused and not S.rolled:
                    self.broken("self-made doubt: a run that ended by itself leaves its own intent open", f"run {i + 1}: ends")
        return f"run {i + 1}: ends" + (" with exit 4" if T.told != S.told else ""), T

    def mine(self, run, i, nonce):
        same = nonce[0] == i or not self.r.random_nonce
        return same and (self.r.remember_nonces or nonce not in run.lost)

    def decide(self, S, i, d):
        """What a run does about one delivery, from its own copy of the ledger and of main."""
        r, run = self.r, S.runs[i]
        ledger, want = run.base, self.s.main[run.tip]
        if want == 0 or not (ledger.cursor < run.tip or ledger.open[d]):
            return None, None
        book = self.read(ledger.facts[d])
        if book.open:
            nonce, rev = book.open[-1]
            if self.mine(run, i, nonce):
                return "resume", (nonce, rev)
            if want == WITHDRAWN and not r.withdrawal_waits:
                return "withdraw", None
            if want not in (rev, WITHDRAWN) and not r.correction_waits:
                return "intent", want
            if run.held:
                return "wait", None
            owner = S.runs[nonce[0]]
            over = owner.at in ("dead", "ended") or owner.zombie
            if self.s.channels[d] == "repeatable":
                allowed = want == rev or not r.takeover_wanted
            elif r.doubt == "unarmed":
                allowed = nonce not in book.armed and want == rev
            else:
                allowed = r.doubt.startswith("ended") and over and want == rev
            if allowed and r.doubt == "ended+find" and self.s.channels[d] == "once":
                return "find-then-take", (nonce, rev)
            return ("take", (nonce, rev)) if allowed else ("find", (nonce, rev))
        loose = r.loose_waits and not all(S.runs[n[0]].expired for n in book.loose)
        if want == WITHDRAWN:
            return ("down", loose) if book.sent or loose else ("withdraw", None)
        if book.sent == want:
            return "close", None
        return ("wait", None) if run.held or loose else ("intent", want)

    def plan(self, S, i):
        r, run = self.r, S.runs[i]
        base, stop = run.base, S.hold == 1 or self.s.main[S.main] != self.s.main[run.tip]
        if run.tip < base.cursor and r.tip_has_cursor:
            yield f"run {i + 1}: its main lacks the cursor, fetches again", self.set(S, i, at="again")
            return
        todo = {d: self.decide(S, i, d) for d in range(self.n) if run.work[d] is None}
        senders = [d for d, (what, _) in todo.items() if what in ("intent", "take")]
        for chosen in [senders] if self.s.batch or not senders else [[d] for d in senders]:
            yield from self.commit(S, i, todo, chosen, senders, stop)

    def commit(self, S, i, todo, chosen, senders, stop):
        r, run = self.r, S.runs[i]
        new, jobs, count = run.base._replace(cursor=run.tip), run.work, run.count
        want = self.s.main[run.tip]
        for d, (what, detail) in todo.items():
            if what in ("withdraw", "close"):
                new = new._replace(open=put(new.open, d, 0))
                if what == "withdraw" and self.read(new.facts[d]).open:
                    new = add(new, d, ("withdrawal", None, 0))
            elif what:
                new = new._replace(open=put(new.open, d, want))
            if d in chosen:
                nonce, rev = (i, count), detail if what == "intent" else detail[1]
                count += 1
                if what == "take" and (r.takeover_voids or self.s.channels[d] == "once"):
                    new = add(new, d, ("void" if self.s.channels[d] == "repeatable" else "revoked", *detail))
                new = add(new, d, ("intent", nonce, rev))
                jobs = put(jobs, d, Work("look" if r.prepare_first else "prepare", rev, nonce, stop, S.rolled))
            elif what == "resume":
                jobs = put(jobs, d, Work("look" if r.prepare_first else "prepare", detail[1], detail[0], False, S.rolled))
            elif what in ("find", "find-then-take"):
                jobs = put(jobs, d, Work(what, detail[1], detail[0]))
            elif what == "down":
                jobs = put(jobs, d, Work("down", 0, None, again=detail))
        for d in range(self.n):
            if d not in todo and r.plan_all and run.tip > run.base.cursor and want not in (0, self.read(new.facts[d]).sent):
                new = new._replace(open=put(new.open, d, want))
        at = "plan" if len(chosen) < len(senders) else "running"
        who = f"run {i + 1}: "
        if new == run.base:
            yield who + "has nothing to push", self.set(S, i, at=at, work=jobs)
            return
        if run.mute:
            yield who + "cannot push, gives up", self.set(S, i, at="running", work=tuple(w or Work("done", 0, None) for w in run.work))
            return
        if not r.one_commit and new.cursor != run.base.cursor:      # the cursor alone, the rest in a second push
            half = run.base._replace(cursor=run.tip)
            if S.ledger == run.base:
                yield who + "pushes the cursor", self.push(S, half, i)
            else:
                yield who + "push rejected, reads again", self.set(S, i, at="again")
            return
        taken = S.ledger == run.base and (r.witness == "site" or contains(run.base, S.witness))
        if not taken:
            yield who + "push rejected, reads again", self.set(S, i, at="again")
            return
        what = " and ".join(f"intent for channel {d}, {name(jobs[d].rev)}" for d in chosen) or "cursor and open set"
        T = self.push(S, new, i)
        yield who + f"pushes {what}", self.set(T, i, at=at, work=jobs, count=count, base=new)
        if S.left[LOST_PUSH]:
            lost = run.lost + tuple(jobs[d].nonce for d in chosen)
            yield who + f"pushes {what}; the answer is lost", self.set(self.spend(T, LOST_PUSH), i, at="again", count=count, lost=lost)

    # ---- a run: one delivery --------------------------------------------------------------------------------------------------

    def clears(self, S, d, nonce, rev):
        """Which open entries end with this intent: none while another intent is open."""
        if not self.r.clear_own:
            return (1, 2, WITHDRAWN)
        return () if any(n != nonce for n, _ in self.read(S.ledger.facts[d]).open) else (rev,)

    def record(self, S, i, d, work, fact, clear=(), told=False):
        """Facts about what has happened go on top of whatever the ledger holds now, until the push is taken."""
        run, who = S.runs[i], f"run {i + 1}: "
        done = "unsure-done" if told else "done"
        if run.mute:
            return who + f"cannot push its {fact[0]}: exit 4, the line is in its log", self.tell(self.job(S, i, d, work._replace(at="unsure-done")), d)
        if not self.r.keep_facts and run.base != S.ledger:
            return who + f"push of the {fact[0]} rejected, its lines are dropped", self.job(S, i, d, work._replace(at=done))
        if self.r.own_head and fact[1] is not None and ("intent", fact[1], work.rev) not in S.ledger.facts[d]:
            return who + "its own intent is gone from the ledger: exit 4", self.tell(self.job(S, i, d, work._replace(at="unsure-done")), d)
        if self.r.witness == "push" and not contains(S.ledger, S.witness):
            return who + "the ledger went back: exit 4", self.tell(self.job(S, i, d, work._replace(at="unsure-done")), d)
        return who + f"pushes the {fact[0]}", self.push(self.job(S, i, d, work._replace(at=done)), add(S.ledger, d, fact, clear=clear), i)

    def is_open(self, S, d, nonce):
        return any(nonce == n for n, _ in self.read(S.ledger.facts[d]).open)

    def work(self, S, i, d, work):
        r, run, who, rev, nonce = self.r, S.runs[i], f"run {i + 1}: ", work.rev, work.nonce
        go = lambda at, **more: self.job(S, i, d, work._replace(at=at, **more))
        if work.at == "prepare":
            yield who + "uploads", go("arm" if r.doubt == "unarmed" else "look")
        elif work.at in ("arm", "look") and r.witness == "push" and r.look_ledger and not contains(S.ledger, S.witness):
            yield who + "looks: the ledger went back: exit 4", self.tell(go("unsure-done"), d)
        elif work.at == "arm":
            if self.is_open(S, d, nonce) and not run.mute:
                yield who + "pushes armed", self.push(go("look"), add(S.ledger, d, ("armed", nonce, rev)), i)
            else:
                yield who + "its intent was taken over", go("release")
        elif work.at == "look":
            gone = r.look_ledger and not self.is_open(S, d, nonce)
            stop = r.look and (S.hold == 1 or self.s.main[S.main] != rev)
            late = r.deadline and run.expired
            if gone:
                yield who + "looks: its intent is no longer open", go("release" if r.say_unsent else "done")
            elif stop or late:
                yield who + f"looks: {'too late' if late else 'stop'}", go("release" if r.release else "done")
            else:
                yield who + ("looks: go" if r.look else "does not look"), go("call", stopped=work.stopped and (S.hold == 1 or self.s.main[S.main] != rev))
        elif work.at == "call":
            sends = who + f"sends {name(rev)} to channel {d}"
            if S.left[LOST_CALL]:
                lost = self.spend(go("unsure"), LOST_CALL)
                yield sends + "; no answer, the request is still on its way", self.set(lost, i, flying=put(run.flying, d, work))
                yield sends + "; the answer is lost", self.effect(lost, i, d, work, sends)
            if S.left[UNREACHED]:
                yield who + f"does not reach channel {d}", self.spend(go("release" if r.release else "done"), UNREACHED)
            yield sends, self.effect(go("got"), i, d, work, sends)
        elif work.at == "got":
            yield self.record(S, i, d, work, ("repeated" if work.again else "receipt", nonce, rev), self.clears(S, d, nonce, rev))
        elif work.at == "unsure":
            if self.s.channels[d] == "repeatable" and not work.again:
                yield who + "asks again with the same key", go("look", again=True)
            else:
                yield who + "does not know: in doubt", self.tell(go("unsure-done"), d)
        elif work.at == "release":
            if work.again:                  # an earlier try under this intent may have arrived
                yield who + "does not know: in doubt", self.tell(go("unsure-done"), d)
            else:
                yield self.record(S, i, d, work, ("release", nonce, rev))
        elif work.at in ("find", "find-then-take"):
            seen = S.shown[d].first if rev == 1 else S.shown[d].second
            if seen:
                if self.is_open(S, d, nonce):
                    yield self.record(S, i, d, work, ("found", nonce, rev), self.clears(S, d, nonce, rev))
                else:
                    yield who + "the doubt has ended meanwhile", go("done")
            if work.at == "find-then-take" and self.is_open(S, d, nonce):
                fresh = (i, run.count)
                T = self.push(S, add(S.ledger, d, ("revoked", nonce, rev), ("intent", fresh, rev)), i)
                T = self.set(T, i, count=run.count + 1)
                yield who + "asks the channel: not found; the run has ended: takes over", self.job(T, i, d, Work("prepare", rev, fresh, False, S.rolled))
            else:
                yield who + "asks the channel: not found", self.tell(go("done"), d)
        elif work.at == "down":
            shown = S.shown[d]._replace(now=0, down=not work.again)
            step = "takes the post down" + (", must do so once more" if work.again else "")
            yield f"{who}{step} (channel {d})", S._replace(shown=put(S.shown, d, shown), runs=go("done" if work.again else "downed").runs)
        elif work.at == "downed":
            yield self.record(S, i, d, work, ("withdrawal", None, 0), (WITHDRAWN,))

    def effect(self, S, i, d, work, step):
        """The visible call takes effect; here the outcome properties are checked."""
        shown, kind = S.shown[d], self.s.channels[d]
        first, second = shown.first, shown.second
        if kind == "once" and (first if work.rev == 1 else second):
            self.broken("duplicate: a second visible post on a once channel", step)
        if work.stopped:
            self.broken("stop: sent although the stop was there before the intent landed", step)
        if work.late:
            self.broken("rollback: sent on a ledger that went back", step)
        if shown.down or (work.rev == 1 and second):
            self.broken("stale: an older revision, or a withdrawn post, came back", step)
        shown = Shown(work.rev, 1 if work.rev == 1 else first, 1 if work.rev == 2 else second)
        return S._replace(shown=put(S.shown, d, shown))


def name(want):
    return {0: "nothing", 1: "revision 1", 2: "revision 2", WITHDRAWN: "withdrawal"}[want]


class Result(NamedTuple):
    states: int
    steps: int
    seconds: float
    broken: str
    trace: list


def search(scenario, rules, only=""):
    """Visit every state, nearest first.  `only` names the property to look for; others are passed over."""
    model, began = Model(scenario, rules, only), time.perf_counter()
    start = model.initial()
    parent, number, edges, level, steps = {start: None}, {start: 0}, [], [start], 0

    def result(broken="", state=None, last=""):
        lines = [last] if last else []
        while state and parent[state]:
            state, label = parent[state]
            lines.append(label)
        return Result(len(parent), steps, time.perf_counter() - began, broken, lines[::-1])

    while level:
        following = []
        for state in level:
            children, label = [], ""
            try:
                for label, child in model.steps(state):
                    steps += 1
                    model.bookkeeping(state, child, child.rolled and not state.rolled)
                    if child not in parent:
                        parent[child], number[child] = (state, label), len(number)
                        following.append(child)
                    children.append(number[child])
                if not children:
                    model.final(state)
            except Broken as error:
                return result(str(error), state, error.step or label)
            edges.append(children)
        level = following
    return result("" if ends(edges) else "livelock: the world can go round for ever")


def ends(edges):
    """No cycle: with finitely many faults every behaviour comes to an end, where `final` has looked."""
    entering = [0] * len(edges)
    for children in edges:
        for child in children:
            entering[child] += 1
    free, seen = [n for n, count in enumerate(entering) if not count], 0
    while free:
        seen += 1
        for child in edges[free.pop()]:
            entering[child] -= 1
            if not entering[child]:
                free.append(child)
    return seen == len(edges)


# ---- what is run ------------------------------------------------------------------------------------------------------------------

ONCE, REPEATABLE, BOTH = ("once",), ("repeatable",), ("once", "repeatable")
ADOPTED = Rules()

SCENARIOS = {                           # the adopted protocol is clean in all of these
    "once: three runs, two killed": Scenario(runs=3, crashes=2, lost_pushes=1, lost_calls=1, unreached=1),
    "once: a person settles": Scenario(runs=2, crashes=1, lost_pushes=1, lost_calls=1, settles=1, clocks=True, zombies=1),
    "once: correction, withdrawal, hold": Scenario(runs=2, main=(0, 1, 2, WITHDRAWN), hold=True, lost_calls=1, crashes=1),
    "once: correction and a person": Scenario(runs=2, main=(0, 1, 2), lost_calls=1, crashes=1, settles=1, clocks=True, zombies=1, main_first=True),
    "once: correction, main fetched first": Scenario(runs=3, main=(0, 1, 2), main_first=True),
    "once: withdrawal, three runs": Scenario(runs=3, main=(0, 1, WITHDRAWN), crashes=1, lost_calls=1),
    "once: every fault, withdrawal and hold": Scenario(runs=2, main=(0, 1, WITHDRAWN), crashes=1, lost_pushes=1, lost_calls=1, dead_pushes=1, hold=True),
    "once: sleeps past its deadline, no one settles": Scenario(runs=3, crashes=1, clocks=True, frozen=True),
    "repeatable: killed, no answer, a person": Scenario(channels=REPEATABLE, runs=2, crashes=1, lost_calls=1, settles=1, clocks=True),
    "repeatable: correction, withdrawal": Scenario(channels=REPEATABLE, runs=2, main=(0, 1, 2, WITHDRAWN), lost_calls=1, crashes=1, clocks=True),
    "both: killed": Scenario(channels=BOTH, runs=2, crashes=1),
    "both: correction": Scenario(channels=BOTH, runs=2, main=(0, 1, 2)),
    "both: one commit of intents, killed, correction": Scenario(channels=BOTH, runs=2, main=(0, 1, 2), crashes=1, batch=True),
    "rollback: once": Scenario(rollback=True, runs=2, lost_pushes=1, lost_calls=1, dead_pushes=1, crashes=1),
    "rollback: once, correction": Scenario(rollback=True, runs=2, main=(0, 1, 2), lost_pushes=1, crashes=1),
    "rollback: repeatable, withdrawal": Scenario(rollback=True, channels=REPEATABLE, runs=2, main=(0, 1, WITHDRAWN), crashes=1),
}
DEEP = {                                # minutes, not seconds: python3 publish_model.py --deep
    "deep, repeatable: three runs": Scenario(channels=REPEATABLE, runs=3, crashes=1, lost_pushes=1),
    "deep, once: a person settles, a third run sends": Scenario(runs=3, settles=1, clocks=True, zombies=1),
    "deep, repeatable: withdrawal, three runs": Scenario(channels=REPEATABLE, runs=3, main=(0, 1, WITHDRAWN), clocks=True),
    "deep, repeatable: correction, three runs": Scenario(channels=REPEATABLE, runs=3, main=(0, 1, 2), clocks=True),
    "deep, once: killed, every lost or failed push and call, withdrawal, hold": Scenario(runs=2, main=(0, 1, WITHDRAWN), crashes=1, lost_pushes=1, lost_calls=1, unreached=1,
                                                dead_pushes=1, clocks=True, hold=True),
    "deep, both: killed, no answer, correction": Scenario(channels=BOTH, runs=2, main=(0, 1, 2), crashes=1, lost_calls=1),
}


def without(scenario, expected, **rules):
    return SCENARIOS[scenario], replace(ADOPTED, **rules), expected


TAKEN_AWAY = {                          # one rule less, and what breaks
    "ended": without("once: three runs, two killed", "duplicate", doubt="ended"),
    "ended+find": without("once: three runs, two killed", "duplicate", doubt="ended+find"),
    "random_nonce": without("once: three runs, two killed", "duplicate", random_nonce=False),
    "settle_fenced": without("once: a person settles", "duplicate", settle_fenced=False),
    "deadline": without("once: a person settles", "duplicate", deadline=False),
    "look": without("once: correction, withdrawal, hold", "stop", look=False),
    "correction_waits": without("once: correction and a person", "stale", correction_waits=False),
    "withdrawal_waits": without("once: correction, withdrawal, hold", "loss", withdrawal_waits=False),
    "clear_own": without("once: correction, withdrawal, hold", "loss", clear_own=False),
    "one_commit": without("once: three runs, two killed", "loss", one_commit=False),
    "plan_all": without("both: correction", "loss", plan_all=False),
    "hand_back": without("repeatable: correction, withdrawal", "loss", hand_back=False),
    "loose_waits": without("repeatable: correction, withdrawal", "stale", loose_waits=False),
    "release": without("once: correction, withdrawal, hold", "self-made doubt", release=False),
    "keep_facts": without("once: correction, withdrawal, hold", "self-made doubt", keep_facts=False),
    "remember_nonces": without("once: a person settles", "self-made doubt", remember_nonces=False),
    "say_unsent": without("repeatable: killed, no answer, a person", "self-made doubt", say_unsent=False),
    "witness": without("rollback: once", "rollback", witness="site"),
    "look_ledger": without("rollback: once", "rollback", look_ledger=False),
    "takeover_voids": without("repeatable: killed, no answer, a person", "one-open", takeover_voids=False),
    "tip_has_cursor": without("once: correction, main fetched first", "append-only", tip_has_cursor=False),
    "by_intent": (Scenario(runs=3, main=(0, 1, WITHDRAWN), clocks=True), replace(ADOPTED, by_intent=False), "cursor"),
}
NOT_NEEDED = {                          # clean without it: a second lock, or an economy
    "own_head": without("rollback: once", "", own_head=False),
    "takeover_wanted": without("repeatable: correction, withdrawal", "", takeover_wanted=False),
    "prepare_first": without("once: every fault, withdrawal and hold", "", prepare_first=False),
    "unarmed": without("once: a person settles", "", doubt="unarmed", prepare_first=False),
}
AS_WRITTEN_BREAKS = {                   # the protocol as first written down
    f"as-written, {what}": (scenario, AS_WRITTEN, what) for what, scenario in {
        "duplicate": Scenario(runs=2, crashes=1),
        "self-made doubt": Scenario(runs=2, main=(0, 1, WITHDRAWN)),
        "loss": Scenario(runs=2, main=(0, 1, WITHDRAWN)),
        "stale": Scenario(channels=REPEATABLE, runs=2, main=(0, 1, WITHDRAWN), lost_calls=1),
        "one-open": Scenario(channels=REPEATABLE, runs=2),
        "rollback": Scenario(runs=2, rollback=True),
    }.items()
}
RESIDUAL = {                            # what no rule of ours can close: a call that lands after its deadline and settling time
    "thawed, once": (Scenario(runs=3, clocks=True, settles=1, zombies=1, frozen=True), ADOPTED, "duplicate"),
    "late request, once": (Scenario(runs=3, clocks=True, settles=1, crashes=1, frozen=True), ADOPTED, "duplicate"),
}
DEEP_RESIDUAL = {
    "thawed, repeatable": (Scenario(channels=REPEATABLE, runs=3, main=(0, 1, 2), clocks=True, frozen=True), ADOPTED, "stale"),
}
GROUPS = {
    "adopted rules, must be clean": {n: (s, ADOPTED, "") for n, s in SCENARIOS.items()},
    "one rule taken away, must break": TAKEN_AWAY,
    "kept although clean without": NOT_NEEDED,
    "as first written, must break": AS_WRITTEN_BREAKS,
    "named residual windows, must break": RESIDUAL,
}


def one(case):
    group, title, (scenario, rules, expected) = case
    return group, title, expected, search(scenario, rules, only=expected)


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--trace", metavar="NAME", help="print one shortest trace")
    words.add_argument("--list", action="store_true", help="print the names")
    words.add_argument("--deep", action="store_true", help="the larger scenarios as well (minutes)")
    words.add_argument("--jobs", type=int, default=None)
    chosen = words.parse_args()
    groups = dict(GROUPS)
    if chosen.deep:
        groups["adopted rules, deep, must be clean"] = {n: (s, ADOPTED, "") for n, s in DEEP.items()}
    if chosen.trace or chosen.deep:
        groups["named residual windows, deep, must break"] = DEEP_RESIDUAL
    cases = [(group, title, case) for group, entries in groups.items() for title, case in entries.items()]
    if chosen.list:
        print(*(title for _, title, _ in cases), sep="\n")
        return 0
    if chosen.trace:
        cases = [case for case in cases if case[1] == chosen.trace]
        if not cases:
            words.error(f"no such name: {chosen.trace}")
        result = one(cases[0])[3]
        print(*(f"{n:3} {line}" for n, line in enumerate(result.trace, 1)), sep="\n")
        print("==>", result.broken or f"clean, {result.states} states")
        return 0
    began, wrong, states, shown = time.perf_counter(), 0, 0, None
    with ProcessPoolExecutor(chosen.jobs) as pool:
        for group, title, expected, result in pool.map(one, cases):
            if group != shown:
                print(f"\n{group}")
                shown = group
            good = result.broken.startswith(expected) if expected else not result.broken
            found = f"{result.broken.split(':')[0]} after {len(result.trace)} steps" if result.broken else "clean"
            print(f"  {'ok ' if good else 'BAD'} {title:52} {result.states:>8} states {result.steps:>9} steps {result.seconds:6.1f} s  {found}", flush=True)
            wrong += not good
            states += result.states
    print(f"\n{len(cases)} searches, {states} states, {time.perf_counter() - began:.0f} s, {wrong} not as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
