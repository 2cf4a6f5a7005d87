"""publish: everything owed and due, on every channel side by side, each exactly once, with proof."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kendal_git.model.ledger import by_hand
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.trouble import OutsideFailed
from kendal_git.objects import Git
from kendal_git.planning.decision import Do
from kendal_git.planning.plan import Planned
from kendal_git.ports import Channel, Clock, Head, Ledger, Records
from kendal_git.verbs.clerk import Clerk, View
from kendal_git.verbs.deliver import Courier
from kendal_git.verbs.delivered import Delivered
from kendal_git.verbs.looks import ask
from kendal_git.verbs.survey import Survey, Surveyed, Surveyor

STATES = {Do.CLOSE: "already", Do.WITHDRAW: "withdrawn", Do.WAIT: "owed", Do.NOTHING: "already"}
ACTING = (Do.INTENT, Do.TAKE, Do.RESUME, Do.FIND, Do.DOWN)
DOUBTFUL = ("in-doubt",)
FAILED = ("owed",)


@dataclass(frozen=True, slots=True)
class Published:
    """What a run did and found, by post and channel."""

    deliveries: tuple[Delivered, ...]

    @property
    def code(self) -> int:
        """The exit code: 4 while any doubt stands, 3 when something owed was not sent, 1 when a person must decide."""
        states = {one.state for one in self.deliveries}
        if states & set(DOUBTFUL):
            return 4
        if states & set(FAILED):
            return 3
        return 1 if states & {"refused", "missed"} else 0

    @property
    def awaiting(self) -> tuple[Delivered, ...]:
        """What lacks nothing but its pictures on the public site."""
        return tuple(one for one in self.deliveries if one.awaits)

    @property
    def code_without_awaiting(self) -> int:
        """The exit code for whoever builds the site now and runs again."""
        return Published(tuple(one for one in self.deliveries if not one.awaits)).code


@dataclass(frozen=True, slots=True)
class Publisher:
    """The adapters of one run."""

    git: Git
    forge: Records
    ledger: Ledger
    channels: Mapping[str, Channel]
    clock: Clock
    office: Office
    run: str

    def publish(self, only: str = "", told: Callable[[Delivered], None] = lambda _: None) -> Published:
        """Plan, send, record. ``told`` hears of each delivery as it ends. Raises OutsideFailed, InDoubt, Misuse."""
        surveyor = Surveyor(self.git, self.forge, self._keeps(), self.run)
        clerk = Clerk(
            self.ledger, lambda head: self._survey(surveyor, head), self.clock, self.office.publishing, self.run
        )
        view = clerk.glance()
        acting = [one for one in view.plan.planned if one.decision.do in ACTING and self._ours(one, view, only)]
        others = [one for one in view.plan.planned if one not in acting and one.want.wanted]
        passive = [_standing(one, view) for one in others if one.want.channel == only or not only or one.book.open]
        passive += [_refused(post) for post in view.survey.posts if not post.wants and post.why]
        acting, unasked = self._look_first(acting, view)
        passive += unasked
        for one in passive:
            told(one)
        done = self._carry(acting, view, clerk, told)
        return Published(tuple(sorted((*passive, *done), key=lambda one: (one.post, one.channel))))

    def _keeps(self) -> dict[str, float]:
        return {name: channel.keeps if channel.repeatable else 0 for name, channel in self.channels.items()}

    def _survey(self, surveyor: Surveyor, head: Head) -> Survey | None:
        return surveyor.survey(head, self.office, self.clock.now())

    def _ours(self, planned: Planned, view: View, only: str) -> bool:
        surveyed = view.survey.of(planned.want.post)
        readable = surveyed is not None and surveyed.post is not None
        # A hold keeps no withdrawal up, so the plan goes on to take down; a channel that asked to wait is not called.
        asleep = planned.decision.do is Do.DOWN and planned.want.stop == "throttled"
        return readable and not asleep and planned.want.channel in self.channels and only in ("", planned.want.channel)

    def _look_first(self, acting: list[Planned], view: View) -> tuple[list[Planned], list[Delivered]]:
        """Ask for the second looks before anything of the fast lane goes out; what cannot be asked for is not sent."""
        unasked: dict[str, Message] = {}
        for post in view.survey.posts:
            if post.look and any(one.want.post == post.path for one in acting):
                try:
                    ask(self.forge, self.office, post.look)
                except OutsideFailed as failed:
                    unasked[post.path] = say("looks.failed", problem=failed.message)
        owed = [
            Delivered(one.want.post, one.want.channel, one.want.wanted, "owed", reason=unasked[one.want.post])
            for one in acting
            if one.want.post in unasked
        ]
        return [one for one in acting if one.want.post not in unasked], owed

    def _carry(
        self, acting: list[Planned], view: View, clerk: Clerk, told: Callable[[Delivered], None]
    ) -> list[Delivered]:
        """Channels side by side, one channel's deliveries one after another."""
        lanes: dict[str, list[tuple[Surveyed, Planned]]] = {}
        for planned in acting:
            surveyed = view.survey.of(planned.want.post)
            assert surveyed
            lanes.setdefault(planned.want.channel, []).append((surveyed, planned))

        def carry(name: str) -> list[Delivered]:
            courier = Courier(self.channels[name], clerk, self.clock, self.git, view.survey.office)
            done: list[Delivered] = []
            for surveyed, planned in lanes[name]:
                paused = next((one for one in done if one.pauses), None)
                done.append(_after(paused, planned) if paused else courier.carry(surveyed, planned))
                told(done[-1])
            return done

        # What is invisible may begin before the plan is in the ledger; every intent's own push carries the plan, too.
        with ThreadPoolExecutor(len(lanes) + 1) as pool:
            pushed = pool.submit(clerk.plan)
            done = [one for lane in pool.map(carry, lanes) for one in lane]
            pushed.result()
        return done


def _after(paused: Delivered, planned: Planned) -> Delivered:
    """A delivery that was not tried: the channel had just said that it takes nothing from us."""
    want = planned.want
    return Delivered(want.post, want.channel, want.wanted, "owed", reason=say("publish.paused", reason=paused.reason))


def _standing(planned: Planned, view: View) -> Delivered:
    """A delivery that this run does nothing about, in a word."""
    want, surveyed = planned.want, view.survey.of(planned.want.post)
    why: Message | None = surveyed.why if surveyed else None
    if want.stop == "throttled":
        why = say("publish.stop.throttled")
    state = STATES.get(planned.decision.do, "owed")
    entries = [entry for entry in view.head.entries(want.post) if entry.channel == want.channel]
    if planned.decision.do is Do.CLOSE and any(
        (entry.kind, entry.revision) == ("baseline", want.wanted) for entry in entries
    ):
        state = "baseline"
    if planned.decision.do is Do.WAIT:
        state = "owed" if want.stop in ("", "unknown", "throttled") else want.stop
        if state == "dropped" or planned.book.open:
            state, why = "in-doubt", say("publish.doubt", run=planned.book.open[-1].run if planned.book.open else "?")
    if state == "already" and by_hand(planned.book.url):
        state = "handed-off"
    settle = planned.book.open[-1].nonce if state == "in-doubt" and planned.book.open else ""
    return Delivered(want.post, want.channel, want.wanted, state, planned.book.url, why, settle)


def _refused(post: Surveyed) -> Delivered:
    """A post that cannot be read, or was refused before any channel was planned."""
    return Delivered(post.path, "", post.revision, "refused", reason=post.why)
