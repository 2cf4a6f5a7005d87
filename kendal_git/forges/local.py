"""The embedded forge: proposals, reviews and merges in the remote repository's own refs, for learning on one machine.

Nobody proves who they are here, so every verdict says so; it is never used beside real channels' credentials.
"""

from dataclasses import replace

from kendal_git.forges import records, slips
from kendal_git.forges.branch import Branch, Step
from kendal_git.forges.people import account, with_people
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.proposal import EMBEDDED, Account, Announcement, Hold, Look, Opinion, Order, Proposal
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.objects import Git
from kendal_git.ports import Clock
from kendal_git.processes import run_ended


class LocalForge:
    """The embedded forge of a clone's remote ``origin``, used by ``login``."""

    name = "local"

    def __init__(self, git: Git, office: Office, login: str, clock: Clock) -> None:
        self._git, self._office, self._login, self._clock = git, office, login, clock
        self._branch = Branch(git, clock)

    # ---- what it tells -----------------------------------------------------------------------------------------------

    def proposal(self, number: int) -> Proposal | None:
        """One proposal; its head is what the branch holds now, also when somebody pushed past us."""
        return self._proposal(self._branch.fetched(), number)

    def _proposal(self, state: str | None, number: int) -> Proposal | None:
        data = self._branch.file(state, f"proposals/{number}.jsonl")
        if not data:
            return None
        found = records.proposal(number, records.records(data), self._office.main)
        return with_people(found, self._git, self._office) if found.state != "open" else self._live(found)

    def _live(self, found: Proposal) -> Proposal:
        head = self._git.resolve(f"refs/remotes/origin/{found.branch}")
        known = found.pushes is not None and head in {push.commit for push in found.pushes}
        current = replace(found, head=head or found.head, pushes=found.pushes if known or not head else None)
        return with_people(current, self._git, self._office)

    def proposal_of(self, commit: str) -> int | None:
        """The proposal whose merge made ``commit``."""
        found = self._branch.file(self._branch.fetched(), f"merges/{commit}")
        return int(found) if found else None

    def open_proposals(self, head: str = "") -> tuple[int, ...]:
        """The open ones, oldest first."""
        state = self._branch.fetched()
        found = (self._proposal(state, number) for number in range(1, self._count(state) + 1))
        return tuple(one.number for one in found if one and one.state == "open" and head in ("", one.head))

    def holds(self) -> tuple[Hold, ...]:
        """The stops in force."""
        return slips.holds(records.records(self._branch.file(self._branch.fetched(), "holds.jsonl")))

    def looks(self) -> tuple[Look, ...]:
        """The second looks, newest first."""
        return slips.looks(records.records(self._branch.file(self._branch.fetched(), "looks.jsonl")))

    def orders(self) -> tuple[Order, ...]:
        """The takedowns in force."""
        return slips.orders(records.records(self._branch.file(self._branch.fetched(), "orders.jsonl")))

    def link(self, commit: str, path: str) -> str:
        """There are no pages here."""
        return ""

    def run_ended(self, run: str) -> bool | None:
        """Whether the process of a run on this machine has ended; None for a run of another machine."""
        return run_ended(run)

    # ---- what it is told ---------------------------------------------------------------------------------------------

    def author(self) -> str:
        """The login as name, and the address that ``people`` maps back to it."""
        me = self._me()
        return f"{me.login} <{me.login}@{EMBEDDED}>"

    def submit(self, branch: str, title: str, head: str, body: str = "", reviewers: tuple[str, ...] = ()) -> int:
        """Open a proposal of ``branch``, or record its new head; the branch has been pushed, and nobody is told."""
        chosen: list[int] = []

        def change(state: str | None) -> Step:
            me, now = self._me(), self._clock.now()
            for number in range(self._count(state), 0, -1):
                found = self._proposal(state, number)
                if found and found.state == "open" and found.branch == branch:
                    chosen[:] = [number]
                    if found.pushes and found.pushes[-1].commit == head:
                        return Step()
                    return Step(self._more(state, number, records.line("pushed", me, now, commit=head)))
            number = self._count(state) + 1
            chosen[:] = [number]
            opened = records.line("opened", me, now, title=title, branch=branch)
            files = self._more(state, number, opened + records.line("pushed", me, now, commit=head))
            return Step({**files, "count": str(number).encode()})

        self._branch.write(change, f"submit {branch}")
        return chosen[0]

    def review(self, number: int, opinion: Opinion, text: str, commit: str) -> None:
        """Say an opinion on the head that was seen. Raises Misuse when the proposal has moved on or is not open."""

        def change(state: str | None) -> Step:
            found = self._existing(state, number)
            if found.state == "closed" or (found.state == "merged" and opinion is Opinion.APPROVE):
                raise Misuse(say("forge.not-open", number=number))
            if found.state == "open" and found.head != commit:
                raise Misuse(say("forge.moved", number=number), say("forge.moved.hint", number=number))
            me, now = self._me(), self._clock.now()
            event = records.line("reviewed", me, now, opinion=str(opinion), commit=commit, text=text)
            return Step(self._more(state, number, event))

        self._branch.write(change, f"review {number}")

    def merge(self, number: int, head: str) -> str:
        """A merge commit on the protected branch, taken only when head and branch are still what was judged."""
        made: list[str] = []

        def change(state: str | None) -> Step:
            found = self._existing(state, number)
            if found.state != "open":
                raise Misuse(say("forge.not-open", number=number))
            if found.head != head:
                raise Misuse(say("forge.moved", number=number), say("forge.moved.hint", number=number))
            made[:] = [self._merged(found)]
            event = records.line(
                "merged", self._me(), self._clock.now(), commit=made[0], before=self._main(), method="merge"
            )
            files = {**self._more(state, number, event), f"merges/{made[0]}": str(number).encode()}
            return Step(files, (f"{made[0]}:refs/heads/{self._office.main}",))

        self._branch.write(change, f"merge {number}")
        return made[0]

    def _merged(self, found: Proposal) -> str:
        base, main = self._main(), self._office.main
        done = self._git.run("merge-tree", "--write-tree", base, found.head, ok=(0, 1))
        if done.returncode:
            raise Misuse(say("forge.conflict", number=found.number), say("forge.conflict.hint", main=main))
        tree, me = done.stdout.decode().split("\n")[0], self._me()
        who = ("-c", f"user.name={me.login}", "-c", f"user.email={me.login}@{EMBEDDED}")
        subject = f"Merge proposal {found.number}: {found.title}"
        return self._git.text(*who, "commit-tree", tree, "-p", base, "-p", found.head, "-m", subject)

    def _main(self) -> str:
        """The tip of the protected branch as fetched."""
        base = self._git.resolve(f"refs/remotes/origin/{self._office.main}")
        if base is None:
            raise OutsideFailed(say("forge.no-main", main=self._office.main))
        return base

    def announce(self, proposal: Proposal, announcement: Announcement) -> None:
        """Nothing to show it on: the verdict stands on the terminal of whoever asks."""

    def ask_look(self, look: Look, title: str, text: str) -> None:
        """Write the question down, once for a revision."""

        def change(state: str | None) -> Step:
            data = self._branch.file(state, "looks.jsonl")
            known = slips.looks(records.records(data))
            if any((one.post, one.revision) == (look.post, look.revision) for one in known):
                return Step()
            facts = {"number": len(known) + 1, "post": look.post, "revision": look.revision, "verifier": look.verifier}
            return Step({"looks.jsonl": data + records.line("asked", self._me(), self._clock.now(), **facts)})

        self._branch.write(change, "second look")

    def close_look(self, number: int) -> None:
        """Say that the post has been looked at; on a forge with pages a person closes the issue there."""
        self._slip("looks.jsonl", "closed", number=number)

    def reopen_look(self, look: Look, text: str) -> None:
        """Ask again."""
        self._slip("looks.jsonl", "reopened", number=look.number, text=text)

    def order(self, post: str, reason: str, text: str) -> Order:
        """Write the order down."""
        self._slip("orders.jsonl", "ordered", post=post, reason=f"{reason}: {text}")
        return next(one for one in self.orders() if one.post == post)

    def hold(self, channel: str, reason: str) -> None:
        """Stop a channel, or all. Raises Misuse for who holds no role."""
        self._slip("holds.jsonl", "hold", channel=channel, reason=reason)

    def unhold(self, channel: str) -> None:
        """End that stop."""
        self._slip("holds.jsonl", "unhold", channel=channel, reason="")

    def _slip(self, path: str, event: str, **facts: object) -> None:
        """One line more on a slip, by somebody who holds a role."""

        def change(state: str | None) -> Step:
            me, now = self._me(), self._clock.now()
            if not self._office.roles_of(me.id, now):
                raise Misuse(say("forge.no-role", login=me.login))
            return Step({path: self._branch.file(state, path) + records.line(event, me, now, **facts)})

        self._branch.write(change, event)

    # ---- its own branch ----------------------------------------------------------------------------------------------

    def _count(self, state: str | None) -> int:
        return int(self._branch.file(state, "count") or b"0")

    def _existing(self, state: str | None, number: int) -> Proposal:
        found = self._proposal(state, number)
        if found is None:
            raise Misuse(say("forge.no-proposal", number=number), say("forge.no-proposal.hint"))
        return found

    def _more(self, state: str | None, number: int, lines: bytes) -> dict[str, bytes | None]:
        path = f"proposals/{number}.jsonl"
        return {path: self._branch.file(state, path) + lines}

    def _me(self) -> Account:
        """Who uses the forge: a login of kendal.yaml keeps its number, any other becomes a guest."""
        if not self._login:
            raise Misuse(say("forge.nobody"), say("forge.nobody.hint"))
        return account(self._login, self._office)
