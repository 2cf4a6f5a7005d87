"""One delivery: prepare, push the intent, look once more, make the one visible call, push what came of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from kendal_git.composing.picturing import fingerprint
from kendal_git.model.ledger import WITHDRAWN, LedgerEntry
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.model.trouble import InDoubt, OutsideFailed
from kendal_git.objects import Git
from kendal_git.planning.decision import Do
from kendal_git.planning.plan import Planned
from kendal_git.ports import Channel, Clock, NotPrepared, Parcel
from kendal_git.verbs.amending import amended
from kendal_git.verbs.clerk import Clerk, Grant
from kendal_git.verbs.delivered import Delivered, shown
from kendal_git.verbs.parcels import parcel_of
from kendal_git.verbs.survey import Surveyed
from kendal_git.verbs.waits import asked_until, told, wait_line

CALL_SECONDS = 30.0  # one visible call; shorter when less of the deadline is left
MARGIN = (
    2.0  # seconds: what may pass between the last reading of the clock and the call itself; less of a short deadline
)


@dataclass(frozen=True, slots=True)
class Courier:
    """Carries one channel's deliveries."""

    channel: Channel
    clerk: Clerk
    clock: Clock
    git: Git
    office: Office

    def carry(self, surveyed: Surveyed, planned: Planned) -> Delivered:
        """Do what the plan says about one delivery and say what came of it."""
        want = planned.want
        blank = Delivered(want.post, want.channel, want.wanted, "owed")
        match planned.decision.do:
            case Do.INTENT | Do.TAKE | Do.RESUME:
                return self._send(surveyed, planned, blank)
            case Do.FIND:
                return self._find(surveyed, planned, blank)
            case Do.DOWN:
                return self._take_down(planned, blank)
            case _:
                return blank

    # ---- sending -------------------------------------------------------------------------------

    def _send(self, surveyed: Surveyed, planned: Planned, blank: Delivered) -> Delivered:
        try:
            parcel = self._parcel(surveyed, planned)
            if isinstance(parcel, Message):
                return blank.but("handed-off", parcel)
            if surveyed.shows(self.channel.name) not in ("", fingerprint(parcel.payload, parcel.pictures)):
                return blank.but("refused", say("publish.looks-different", path=blank.post))
            parcel = replace(parcel, prepared=self.channel.prepare(parcel))
            grant = self.clerk.intend(blank.post, blank.channel, parcel.prepared)
        except NotPrepared as failed:
            return self._unprepared(failed, blank)
        except OutsideFailed as failed:
            return blank.but("owed", failed.message)
        if not isinstance(grant, Grant):
            return blank.but("owed", say("publish.changed"))
        if grant.entry.revision != parcel.revision:  # main moved between the preparation and the intent
            return self._release(blank, grant, say("publish.changed"))
        return self._call(replace(parcel, since=grant.entry.at), grant, blank)

    def _parcel(self, surveyed: Surveyed, planned: Planned) -> Parcel | Message:
        """What the channel gets now; a message where only a person can change what stands there."""
        parcel = parcel_of(self.git, self.office, surveyed, self.channel.name)
        if not planned.book.stands:
            return parcel
        return amended(self.channel, self.office, parcel, self._standing(surveyed, planned), planned.book.remote)

    def _standing(self, surveyed: Surveyed, planned: Planned) -> Parcel | None:
        """What stands on the channel, as it was sent."""
        try:
            return parcel_of(self.git, self.office, surveyed, self.channel.name, planned.book.stands)
        except OutsideFailed:
            return None

    def _unprepared(self, failed: NotPrepared, blank: Delivered) -> Delivered:
        """Nothing visible was begun, so no line needs ending; content that the channel refuses is told as such."""
        if isinstance(failed.outcome, Throttled):
            return self._wait(failed.outcome, blank)
        state = "refused" if isinstance(failed.outcome, Refused) else "owed"
        paused = isinstance(failed.outcome, Denied)
        return replace(blank.but(state, failed.message), pauses=paused, awaits=failed.awaits)

    def _wait(self, outcome: Throttled, blank: Delivered) -> Delivered:
        """Write down how long the channel asked to be left alone, where no intent has a release to say it."""
        revision = "" if blank.revision == WITHDRAWN else blank.revision
        line = wait_line(outcome, (blank.channel, revision), self.clock.now(), self.clerk.run)
        assert line.until
        reason = told(outcome, line.until, self.office)
        try:
            self.clerk.record(blank.post, line)
        except (OutsideFailed, InDoubt) as failed:
            reason = failed.message
        return replace(blank.but("owed", reason), pauses=True)

    def _call(self, parcel: Parcel, grant: Grant, blank: Delivered) -> Delivered:
        """The visible call under a pushed intent; once again under the same intent where the channel keeps the key."""
        reached, said = False, ""
        for attempt in range(2 if self.channel.repeatable else 1):
            try:
                stop = self._last_look(grant, blank)
            except OutsideFailed as failed:
                stop = failed.message
            left = self._left(grant)
            if stop is not None or left <= 0:
                reason = stop or say("publish.late")
                return self._doubt(blank, grant, reason) if reached else self._release(blank, grant, reason)
            gone = self.channel.withdraw(blank.post, parcel.outdated) if parcel.outdated and not reached else Sent()
            if not isinstance(gone, Sent):
                return self._not_down(gone, blank, grant)
            outcome = self._answer(parcel, grant, min(CALL_SECONDS, left))
            if isinstance(outcome, Unknown):
                reached, said = True, outcome.reason
                continue
            return self._conclude(outcome, blank, grant, repeated=attempt > 0)
        return self._doubt(blank, grant, say("publish.no-answer", reason=said))

    def _not_down(self, gone: Outcome, blank: Delivered, grant: Grant) -> Delivered:
        """What the correction replaces still stands: nothing was sent, and the channel may have asked to wait."""
        assert not isinstance(gone, Sent)
        reason, until = say("publish.not-down", reason=gone.reason), asked_until(gone, self.clock.now())
        return replace(self._release(blank, grant, reason, until=until), pauses=until is not None)

    def _answer(self, parcel: Parcel, grant: Grant, timeout: float) -> Outcome:
        """What the channel says; an adapter that breaks has said nothing, and its call may have arrived."""
        try:
            return self.channel.send(parcel, grant.entry.nonce, timeout)
        except Exception as broken:  # noqa: BLE001 — one channel's fault must not stop the others, nor hide a doubt
            return Unknown(type(broken).__name__)  # its words may hold what must not be read

    def _last_look(self, grant: Grant, blank: Delivered) -> Message | None:
        """Why the call must not be made after all, in the order of DESIGN §6: ledger, main, holds and objections."""
        view = self.clerk.look(grant)
        planned, surveyed = view.plan.of(blank.post, blank.channel), view.survey.of(blank.post)
        if planned is None or planned.decision.intent is None or planned.decision.intent.nonce != grant.entry.nonce:
            return say("publish.taken-over")
        if planned.want.wanted != grant.entry.revision:
            return say("publish.changed")
        if planned.want.stop:
            return (surveyed.why if surveyed else None) or say(f"publish.stop.{planned.want.stop}")
        return None

    def _left(self, grant: Grant) -> float:
        """Seconds until the intent's deadline, by the clock that is further on."""
        deadline = self.clerk.times.deadline
        wall = (self.clock.now() - grant.entry.at).total_seconds()
        return deadline - max(wall, self.clock.steady() - grant.started) - min(MARGIN, deadline / 4)

    def _conclude(self, outcome: Outcome, blank: Delivered, grant: Grant, *, repeated: bool) -> Delivered:
        """The line of an answer. After a repeat only a receipt says anything: the first try may have arrived."""
        match outcome:
            case Sent(url=url, remote=remote):
                receipt = replace(self._line("receipt", grant), url=url, remote=remote, repeated=repeated)
                return self._push(replace(blank, url=url), receipt, *shown(blank, url))
            case Refused(reason=reason) if not repeated:
                refusal = replace(self._line("refusal", grant), reason=reason)
                return self._push(blank, refusal, "refused", say("publish.refused", reason=reason))
            case Unreached(reason=reason) if not repeated:
                return self._release(blank, grant, say("publish.unreached", reason=reason), reason)
            case Denied(reason=reason) if not repeated:
                return replace(self._release(blank, grant, say("publish.denied", reason=reason), reason), pauses=True)
            case Throttled(reason=reason) if not repeated:
                until = asked_until(outcome, self.clock.now())
                assert until
                message = told(outcome, until, self.office)
                return replace(self._release(blank, grant, message, reason, until), pauses=True)
            case _:
                return self._doubt(blank, grant, say("publish.no-answer", reason=outcome.reason))

    def _release(
        self, blank: Delivered, grant: Grant, reason: Message, text: str = "", until: datetime | None = None
    ) -> Delivered:
        """Say that nothing was sent under the intent, and when the channel may be called again if it said so."""
        return self._push(blank, replace(self._line("release", grant), reason=text, until=until), "owed", reason)

    def _line(self, kind: str, grant: Grant) -> LedgerEntry:
        """A line that ends the intent of ``grant``."""
        intent = grant.entry
        return LedgerEntry(kind, self.clock.now(), intent.channel, intent.revision, intent.nonce, intent.run)

    def _push(self, blank: Delivered, entry: LedgerEntry, state: str, reason: Message | None = None) -> Delivered:
        """Record a line; when that fails, a person gets it ready to type."""
        try:
            self.clerk.record(blank.post, entry)
        except (OutsideFailed, InDoubt) as failed:
            done = "sent" if entry.kind == "receipt" else "not-sent"
            unsure = blank.but("in-doubt", say(f"publish.unrecorded.{done}", problem=failed.message), entry.nonce)
            if failed.message.key != "ledger.intent-gone":
                return replace(unsure, known=done)
            return replace(unsure, known="gone") if done == "sent" else replace(unsure, settle="")
        return blank.but(state, reason)

    def _doubt(self, blank: Delivered, grant: Grant, reason: Message) -> Delivered:
        return blank.but("in-doubt", reason, grant.entry.nonce)

    # ---- another run's intent, and withdrawal ---------------------------------------------------

    def _find(self, surveyed: Surveyed, planned: Planned, blank: Delivered) -> Delivered:
        """A foreign intent without an end: only what the channel surely shows ends it; "not found" changes nothing."""
        intent = planned.decision.intent
        assert intent
        doubt = blank.but("in-doubt", say("publish.doubt", run=intent.run or "?"), intent.nonce)
        try:
            parcel = parcel_of(self.git, self.office, surveyed, self.channel.name, intent.revision)
            parcel = replace(parcel, prepared=intent.ids, since=intent.at, replaces=planned.book.remote)
            found = self.channel.find(parcel, intent.nonce)
            if found is None:
                return doubt
            line = LedgerEntry("found", self.clock.now(), blank.channel, intent.revision, intent.nonce, self.clerk.run)
            self.clerk.record(blank.post, replace(line, url=found.url, remote=found.remote))
        except (OutsideFailed, InDoubt):
            return doubt
        state, why = shown(blank, found.url)
        return replace(blank, revision=intent.revision, state=state, url=found.url, reason=why)

    def _take_down(self, planned: Planned, blank: Delivered) -> Delivered:
        outcome = self.channel.withdraw(blank.post, planned.book.remote)
        if isinstance(outcome, ByHand):
            return blank.but("handed-off", say("publish.by-hand", reason=outcome.reason))
        if isinstance(outcome, Throttled):
            return self._wait(outcome, blank)
        if not isinstance(outcome, Sent):
            return blank.but("owed", say("publish.not-down", reason=outcome.reason))
        if planned.decision.again:
            return blank.but("owed", say("publish.down-again"))
        entry = LedgerEntry("withdrawal", self.clock.now(), blank.channel, run=self.clerk.run, url=outcome.url)
        try:
            self.clerk.record(blank.post, entry)
        except (OutsideFailed, InDoubt) as failed:
            return blank.but("owed", failed.message)
        return blank.but("withdrawn")
