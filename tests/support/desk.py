"""A publishing office in memory: a scripted channel, ledger, forge and clock around one real Git repository."""

import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path

from kendal_git.ledgers.memory import MemoryHead, MemoryLedger
from kendal_git.messages import text
from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.outcome import Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.model.proposal import Account, Announcement, Approval, Hold, Look, Merge, Opinion, Order, Proposal, Push
from kendal_git.model.trouble import OutsideFailed
from kendal_git.objects import Git
from kendal_git.ports import Channel, Edits, Head, Ledger, LedgerChange, NotPrepared, Parcel
from kendal_git.verbs.delivered import Delivered
from kendal_git.verbs.investigate import office_at
from kendal_git.verbs.publish import Published, Publisher
from kendal_git.verbs.survey import Survey, Surveyor

TEACHERS, FISH = "content/2026/11/25-hari-guru", "content/2026/11/21-hari-ikan"
ONCE, KEEPER = "papan", "arsip"  # a channel that may double a post, and one that knows its keys
STAFF, SUBKOOR, KABID = Account(1001, "staf-desain"), Account(1101, "subkoor-psdk"), Account(1201, "kabid-ikp")
TOO_MUCH = Throttled("terlalu banyak", 600.0)
MORNING = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
OFFICE = """\
office: {name: Dinas Contoh}
roles:
  subkoor-psdk: {holders: [{id: 1101, login: subkoor-psdk, from: 2026-01-01}]}
  kabid-ikp: {holders: [{id: 1201, login: kabid-ikp, from: 2026-01-01}]}
channels: {papan: {via: outbox}, arsip: {via: outbox}}
publishing: {deadline: 60, settling: 120}
"""
FRONT = """\
---
title: Selamat Hari Guru
kind: pengumuman
date: 2026-11-25
channels: [papan, arsip]
information: berkala
sensitivity: biasa
consent: {children: none}
"""


def post(text: str = "Terima kasih, guru.", **fields: str) -> str:
    """A post with one narration; ``fields`` are lines of front matter, also in place of the usual ones."""
    usual = dict(line.split(": ", 1) for line in FRONT.splitlines()[1:])
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in {**usual, **fields}.items()) + f"---\n{text}\n"


def away(what: str) -> OutsideFailed:
    return OutsideFailed(say("git.failed", command=what, problem="tidak ada jawaban"))


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.moment, self.slept = MORNING, 0.0

    def now(self) -> datetime:
        return self.moment

    def steady(self) -> float:
        return self.slept

    def pass_(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        self.slept += seconds


class Board:
    """A channel that writes down each call it accepts; ``script`` says how the next calls end.

    ``lost``: taken, and the answer is lost; ``nowhere``: neither taken nor answered; ``unreached``, ``refused``,
    ``throttled``; ``travels``: on its way until ``land``. ``busy`` says how often a preparation or a take-down is too
    much for now.
    """

    def __init__(self, name: str, *, repeatable: bool = False) -> None:
        self.name, self.repeatable = name, repeatable
        self.keeps, self.edits = inf, Edits.ALL
        self.script: list[str] = []
        self.calls: list[tuple[str, str]] = []  # (revision, nonce) of each call that was accepted
        self.shown: dict[str, str] = {}  # what the public sees: post → revision
        self.posts = 0  # how often something new became visible
        self.tells = False  # whether find answers
        self.fails_to_prepare = False
        self.withdrawn: list[str] = []
        self.flying: list[tuple[str, str, str]] = []  # (post, revision, nonce) of requests that may still land
        self.busy = 0
        self.asked = 0  # how often anything at all was asked of it

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        self.asked += 1
        if self.fails_to_prepare:
            raise away("unggah")
        if self._too_much():
            raise NotPrepared(TOO_MUCH)
        return ()

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        ending = self.script.pop(0) if self.script else "sent"
        if ending == "unreached":
            return Unreached("tidak ada jaringan")
        if ending == "refused":
            return Refused("gambar terlalu besar")
        if ending == "throttled":
            return TOO_MUCH
        if ending == "travels":
            self.flying.append((parcel.post, parcel.revision, nonce))
        if ending in ("sent", "lost"):
            self._take(parcel.post, parcel.revision, nonce)
        return Sent(self._url(parcel.post), f"{self.name}-{self.posts}") if ending == "sent" else Unknown("waktu habis")

    def land(self) -> None:
        """What was on its way arrives."""
        while self.flying:
            self._take(*self.flying.pop(0))

    def _take(self, post: str, revision: str, nonce: str) -> None:
        known = self.repeatable and revision in {one for one, _ in self.calls}  # its key: the same for every run
        self.calls.append((revision, nonce))
        self.posts += not known
        self.shown[post] = revision

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        return Sent(self._url(parcel.post)) if self.tells and self.shown.get(parcel.post) == parcel.revision else None

    def withdraw(self, post: str, remote: str) -> Outcome:
        self.asked += 1
        if self._too_much():
            return TOO_MUCH
        self.withdrawn.append(remote)
        self.shown.pop(post, None)
        return Sent()

    def _too_much(self) -> bool:
        self.busy -= 1
        return self.busy >= 0

    def _url(self, post: str) -> str:
        return f"https://{self.name}.example/{post.rsplit('/', 1)[-1]}"


class ScriptedLedger:
    """A ledger over a bad line. ``before`` and ``after`` run around each push and may do anything, or fail."""

    def __init__(self, inner: Ledger) -> None:
        self.inner = inner
        self.before: Callable[[LedgerChange], None] = lambda _: None
        self.after: Callable[[LedgerChange], None] = lambda _: None
        self._lock = threading.RLock()

    def fetch(self) -> Head:
        head = self.inner.fetch()
        assert head
        return head

    def push(self, base: Head, change: LedgerChange) -> Head | None:
        with self._lock:
            self.before(change)
            taken = self.inner.push(base, change)
            if taken:
                self.after(change)
            return taken

    def lines(self, post: str = TEACHERS, channel: str = ONCE) -> list[LedgerEntry]:
        return [entry for entry in self.fetch().entries(post) if entry.channel == channel]

    def kinds(self, post: str = TEACHERS, channel: str = ONCE) -> list[str]:
        return [entry.kind for entry in self.lines(post, channel)]

    def write(self, *facts: tuple[str, LedgerEntry]) -> None:
        """Another run pushes."""
        assert self.inner.push(self.fetch(), LedgerChange(facts))


class ScriptedForge:
    """A forge that knows what it was told, until it goes away."""

    name = "memory"

    def __init__(self) -> None:
        self.proposals: dict[int, Proposal] = {}
        self.stops: dict[str, Hold] = {}
        self.asked: list[Look] = []
        self.ordered: list[Order] = []
        self.away = False
        self.forgetful = False  # holds are answered, proposals are not
        self.ended: bool | None = None

    def proposal(self, number: int) -> Proposal | None:
        self._answer(proposals=True)
        return self.proposals.get(number)

    def proposal_of(self, commit: str) -> int | None:
        self._answer(proposals=True)
        made = (one.number for one in self.proposals.values() if one.merge and one.merge.commit == commit)
        return next(made, None)

    def holds(self) -> tuple[Hold, ...]:
        self._answer()
        return tuple(self.stops.values())

    def hold(self, channel: str, reason: str) -> None:
        self.stops[channel] = Hold(KABID, MORNING, reason, channel)

    def unhold(self, channel: str) -> None:
        self.stops.pop(channel)

    def run_ended(self, run: str) -> bool | None:
        return self.ended

    def open_proposals(self, head: str = "") -> tuple[int, ...]:
        raise AssertionError("a publisher does not ask for open proposals")

    def author(self) -> str:
        raise AssertionError("a publisher writes no commit of a person")

    def submit(self, branch: str, title: str, head: str, body: str = "", reviewers: tuple[str, ...] = ()) -> int:
        raise AssertionError("a publisher proposes nothing")

    def announce(self, proposal: Proposal, announcement: Announcement) -> None:
        raise AssertionError("a publisher announces nothing")

    def link(self, commit: str, path: str) -> str:
        raise AssertionError("a publisher shows nobody a link")

    def orders(self) -> tuple[Order, ...]:
        return tuple(self.ordered)

    def order(self, post: str, reason: str, text: str) -> Order:
        self.ordered.append(Order(KABID, MORNING, post, f"{reason}: {text}"))
        return self.ordered[-1]

    def ask_look(self, look: Look, title: str, text: str) -> None:
        self._answer()
        if all((one.post, one.revision) != (look.post, look.revision) for one in self.asked):
            self.asked.append(look)

    def looks(self) -> tuple[Look, ...]:
        return tuple(self.asked)

    def reopen_look(self, look: Look, text: str) -> None:
        raise AssertionError("a publisher reopens nothing")

    def review(self, number: int, opinion: Opinion, text: str, commit: str) -> None:
        raise AssertionError("a publisher reviews nothing")

    def merge(self, number: int, head: str) -> str:
        raise AssertionError("a publisher merges nothing")

    def _answer(self, *, proposals: bool = False) -> None:
        if self.away or (proposals and self.forgetful):
            raise away("forge")


@dataclass(frozen=True)
class Ran:
    """What one run of the publisher came to."""

    published: Published

    @property
    def code(self) -> int:
        return self.published.code

    @property
    def states(self) -> dict[str, str]:
        """Channel → state, of a run about one post."""
        return {one.channel: one.state for one in self.published.deliveries}

    def of(self, channel: str, post: str = TEACHERS) -> Delivered:
        return next(one for one in self.published.deliveries if (one.post, one.channel) == (post, channel))

    def why(self, channel: str = ONCE) -> str:
        """The sentence that a person reads about one channel."""
        reason = self.of(channel).reason
        return text(reason, "id") if reason else ""


class Desk:
    """The repository, its main, and everything a publisher needs."""

    def __init__(self, folder: Path) -> None:
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
        self.git = Git(folder)
        self.clock, self.forge = Clock(), ScriptedForge()
        self.once, self.keeper = Board(ONCE), Board(KEEPER, repeatable=True)
        self.main = ""
        self.change({"kendal.yaml": OFFICE})
        self.ledger = ScriptedLedger(self.begin())

    def begin(self) -> Ledger:
        """The ledger, started at main."""
        return MemoryLedger(MemoryHead(cursor=self.main))

    def workplace(self) -> tuple[Git, Ledger]:
        """Where one run works: its clone and its ledger."""
        return self.git, self.ledger

    def close(self) -> None:
        self.git.close()

    @property
    def office(self) -> Office:
        return office_at(self.git, self.main)

    def change(self, files: dict[str, str | None]) -> str:
        """One more commit on main, by nobody's proposal."""
        data = {path: content.encode() if content is not None else None for path, content in files.items()}
        commit = self.git.write_commit(self.main or None, data, "change", self.clock.now())
        self.git.run("update-ref", "refs/remotes/origin/main", commit)
        self.main = commit
        return commit

    def propose(self, content: str, path: str = TEACHERS, by: tuple[Account, ...] = (SUBKOOR, KABID)) -> int:
        """A proposal that changes one post, approved by these people and merged at once."""
        before, commit = self.main, self.change({f"{path}/post.md": content})
        number, now = len(self.forge.proposals) + 1, self.clock.now()
        reviews = tuple(
            Approval(place, who, Opinion.APPROVE, commit, now + timedelta(seconds=place))
            for place, who in enumerate(by, 1)
        )
        self.forge.proposals[number] = Proposal(
            number, "Kiriman", STAFF, commit, "main", state="merged", opened_at=now, contributors=(STAFF,),
            approvals=reviews, pushes=(Push(commit, now),),
            merge=Merge(commit, now + timedelta(seconds=30), before=before),
        )  # fmt: skip
        self.clock.pass_(60)
        return number

    def review(self, number: int, opinion: Opinion, by: Account = KABID) -> None:
        """Somebody says something about a proposal, after everything else."""
        found = self.forge.proposals[number]
        said = Approval(len(found.approvals) + 1, by, opinion, found.head, self.clock.now(), "fotonya keliru")
        self.forge.proposals[number] = replace(found, approvals=(*found.approvals, said))

    def revision(self, path: str = TEACHERS) -> str:
        found = self.git.tree_id(self.main, path)
        assert found
        return found

    def look(self, head: Head) -> Survey | None:
        """What a run surveys."""
        kinds = {ONCE: 0.0, KEEPER: inf}
        return Surveyor(self.git, self.forge, kinds, "run-1").survey(head, self.office, self.clock.now())

    def publish(self, run: str = "run-1", only: str = "", boards: Mapping[str, Channel] | None = None) -> Ran:
        """One run from start to end; ``boards`` takes the place of the usual two."""
        self.clock.pass_(1)
        channels = boards or {ONCE: self.once, KEEPER: self.keeper}
        git, ledger = self.workplace()
        return Ran(Publisher(git, self.forge, ledger, channels, self.clock, self.office, run).publish(only))
