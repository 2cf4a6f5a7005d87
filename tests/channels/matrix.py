"""Every channel × every call × every fault, through the real publisher: what a person is told and how it ends.

    python -m tests.channels.matrix > docs/channels-faults.md

A story is a post on its way; its last step meets the fault. Then time passes, runs go on, and a person settles each
doubt truthfully, by what the fake shows, until nothing is left to do.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kendal_git.messages import text
from kendal_git.model.ledger import LedgerEntry
from kendal_git.verbs.publish import Published
from tests.channels.fakes.service import FAULTS, Fake, Fault
from tests.channels.offices import FAKES, VISIBLE, channel_of
from tests.contracts.channel import picture
from tests.support.desk import OFFICE, TEACHERS, Desk, ScriptedLedger, post

OLD, NEW = "Terima kasih, guru. kendalkab.go.id/guru", "Terima kasih, Bapak & Ibu guru. https://kendalkab.go.id/guru"
HOUR = 3600
ROUNDS = 8
NO_DUPLICATES = ("telegram", "instagram")  # refuse none
STORIES = ("post", "look", "correct", "withdraw")


class ServiceDesk(Desk):
    """A publishing office in memory whose one channel is a real adapter over a fake service."""

    def __init__(self, folder: Path, fake: Fake) -> None:
        super().__init__(folder)
        self.fake = fake
        fake.clock = self.clock.now
        routes = ", ".join(f"{name}: {{via: {name}}}" for name in FAKES)
        office = OFFICE.replace("papan: {via: outbox}, arsip: {via: outbox}", routes)
        self.change({"kendal.yaml": f"{office}site: {{url: https://kantor.example}}\n"})
        data = {f"{TEACHERS}/{name}.jpg": picture(shade) for name, shade in (("a", 40), ("b", 90))}
        self.main = self.git.write_commit(self.main, data, "pictures", self.clock.now())
        self.git.run("update-ref", "refs/remotes/origin/main", self.main)
        self.ledger = ScriptedLedger(self.begin())
        self.runs = 0

    def write(self, words: str, **fields: str) -> None:
        """A new revision of the post, approved and merged."""
        pictures = [f"{{file: {name}.jpg, alt: Barisan peserta {name}, credit: Tim IKP}}" for name in "ab"]
        named = {"channels": f"[{self.fake.name}]", "images": f"[{', '.join(pictures)}]", **fields}
        self.propose(post(words, **named))

    def run(self) -> Published:
        """One more run of a process of its own."""
        self.runs += 1
        channel = channel_of(self.fake.name, self.fake.url, clock=self.clock.now)
        return self.publish(f"run-{self.runs}", boards={self.fake.name: channel}).published

    def settle(self, *, sent: bool) -> None:
        """What a person says who has looked at the channel."""
        intent = next(one for one in reversed(self.lines()) if one.kind == "intent")
        outcome = "sent" if sent else "not-sent"
        line = LedgerEntry("settled", self.clock.now(), self.fake.name, intent.revision, intent.nonce, intent.run)
        self.ledger.write((TEACHERS, replace(line, by="kabid-ikp", outcome=outcome)))

    def lines(self) -> list[LedgerEntry]:
        return self.ledger.lines(channel=self.fake.name)


@dataclass(frozen=True)
class Case:
    """One cell of the matrix."""

    channel: str
    story: str
    call: str
    nth: int
    fault: str


@dataclass(frozen=True)
class Row:
    """What became of it."""

    case: Case
    told: tuple[str, str]
    ended: str
    most: int
    last: tuple[str, ...]

    @property
    def doubles(self) -> int:
        """Posts too many, at any time."""
        return max(0, self.most - 1)

    @property
    def losses(self) -> int:
        """Whether what main wants does not stand at the end, or what it withdrew does."""
        words = wanted(self.case.story)
        return int(self.last != ((words,) if words else ()))


def before(story: str, desk: ServiceDesk) -> None:
    """Everything before the step that meets the fault."""
    desk.write(OLD)
    if story == "look":
        desk.fake.faults.append(Fault("lost", VISIBLE[desk.fake.name]))
    if story != "post":
        desk.run()
    if story == "correct":
        desk.write(NEW)
    if story == "withdraw":
        desk.write(OLD, withdrawn="{reason: fakta}")
    desk.fake.faults.clear()
    desk.fake.log.clear()


def calls(channel: str, story: str) -> list[tuple[str, int]]:
    """The calls of a story's last step, undisturbed: each by its name and how often it has come before."""
    with FAKES[channel]() as fake, tempfile.TemporaryDirectory() as folder:
        desk = ServiceDesk(Path(folder), fake)
        before(story, desk)
        desk.run()
        desk.close()
        return [(call, fake.log[: place + 1].count(call)) for place, call in enumerate(fake.log)]


def cases() -> Iterator[Case]:
    """The whole matrix."""
    for channel in FAKES:
        for story in STORIES:
            for call, nth in calls(channel, story):
                for fault in FAULTS:
                    visible = re.search(VISIBLE[channel], call) is not None
                    if fault != "duplicate" or (visible and channel not in NO_DUPLICATES):
                        yield Case(channel, story, call, nth, fault)


def play(case: Case, folder: Path) -> Row:
    """One cell: the story, the fault, and everything until nothing is left to do."""
    with FAKES[case.channel]() as fake:
        desk = ServiceDesk(folder, fake)
        before(case.story, desk)
        fault = Fault(case.fault, f"^{re.escape(case.call)}$", case.nth)
        fake.faults.append(fault)
        first = desk.run()
        assert fault.fired, case
        most, told, ended = len(fake.visible()), first, ""
        for turn in range(ROUNDS):
            if told.code == 0:
                break
            if turn and told.code == 4:  # a run has looked and could not tell
                sent = any(one.text == wanted(case.story) for one in fake.visible())
                desk.settle(sent=sent)
                ended = f"a person looks and says “{'sent' if sent else 'not-sent'}”"
            desk.clock.pass_(HOUR)
            told = desk.run()
            most = max(most, len(fake.visible()))
        found = any(one.kind == "found" for one in desk.lines())
        ended = ended or ("the next run finds it" if found else "the next run does it")
        last = tuple(one.text for one in fake.visible())
        row = Row(case, said(first), ended if told.code == 0 else "NOT ENDED", most, last)
        desk.close()
    return row


def wanted(story: str) -> str:
    """The words that main wants at a story's end."""
    return {"correct": NEW, "withdraw": ""}.get(story, OLD)


def said(ran: Published) -> tuple[str, str]:
    """The state and the sentence that a person reads."""
    (one,) = ran.deliveries
    return one.state, text(one.reason, "en") if one.reason else ""


# ---- the page --------------------------------------------------------------------------------------------------------

HEAD = """# When a channel's service fails

Written by `python -m tests.channels.matrix`; `tests/channels/test_matrix.py` holds it against the code. Do not edit.

Each line is one call of one channel with the faults that end alike, through the real publisher, adapter and transport,
against a strict fake of the service (`tests/channels/fakes/`). Four stories: *post* is sent for the first time, *look*
is a run that looks for a post whose answer was lost, *correct* changes what stands, *withdraw* takes it down (on
Instagram a person does both, and no call is made). Each post has two pictures. After the fault time passes and runs go
on; a person settles a doubt truthfully, once a run has looked and could not tell.

| fault | what the service does |
|---|---|
"""


TABLE = ("| story | call | fault | then | a person is told | it ends when |", "|---|---|---|---|---|---|")


def page(rows: Iterable[Row]) -> str:
    """The matrix as Markdown; faults of one call with one end share a line."""
    rows = list(rows)
    lines = [*(f"| {name} | {what} |" for name, what in FAULTS.items()), "", summary(rows)]
    for channel in FAKES:
        lines += ["", f"## {channel}", "", *TABLE]
        groups: dict[tuple[str, ...], dict[str, None]] = {}
        for row in rows:
            if row.case.channel == channel:
                groups.setdefault(end(row), {})[row.case.fault] = None
        lines += [line(key, faults) for key, faults in groups.items()]
    return HEAD + "\n".join(lines) + "\n"


def summary(rows: list[Row]) -> str:
    """The counts."""
    doubts = sum(row.told[0] == "in-doubt" for row in rows)
    settled = sum("person" in row.ended for row in rows)
    doubles, losses = sum(row.doubles for row in rows), sum(row.losses for row in rows)
    return (
        f"**{len(rows)} cases: {doubles} duplicates, {losses} losses.**\n"
        f"{doubts} are in doubt after the fault; {settled} of these need a person, everything else ends by itself."
    )


def end(row: Row) -> tuple[str, ...]:
    """What rows of one line share."""
    return row.case.story, row.case.call, *row.told, row.ended


def line(key: tuple[str, ...], faults: Iterable[str]) -> str:
    """One line of the table."""
    story, call, state, told, ended = key
    return f"| {story} | `{call}` | {', '.join(faults)} | {state} | {told or '–'} | {ended} |"


def main() -> None:
    """The whole matrix to standard output."""
    rows = []
    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            rows.append(play(case, Path(folder)))
    print(page(rows), end="")


if __name__ == "__main__":
    main()
