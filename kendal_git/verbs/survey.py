"""What main wants of every post that changed since the cursor or is still open, and whether it may be sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kendal_git.model.diagnostic import Severity
from kendal_git.model.ledger import WITHDRAWN, LedgerEntry
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.model.proposal import Look, Order
from kendal_git.model.trouble import Misuse
from kendal_git.model.verdict import Ruling
from kendal_git.objects import CommitFiles, Git
from kendal_git.planning import lines
from kendal_git.planning.book import read
from kendal_git.planning.lines import Entries
from kendal_git.planning.plan import Want
from kendal_git.planning.times import NEVER, DaysOf, Standing, timing
from kendal_git.ports import Head, Records
from kendal_git.reading.calendar import Calendar, read_calendar
from kendal_git.reading.posts import ReadPost, read_post
from kendal_git.verbs.charter import Charter
from kendal_git.verbs.fingerprints import fingerprints
from kendal_git.verbs.investigate import main_tip, office_at, post_of
from kendal_git.verbs.looks import second_look
from kendal_git.verbs.origin import CHARTER, Origin, Proof


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One post as main has it. ``judged`` is the verdict's line when it is new; ``why`` explains a stop to a person."""

    path: str
    revision: str
    post: Post | None
    wants: tuple[Want, ...]
    judged: LedgerEntry | None = None
    why: Message | None = None
    look: Look | None = None  # the second look that is owed before anything is sent (DESIGN §5.7)
    shown: tuple[tuple[str, str], ...] = ()  # channel → the fingerprint of what it gets, as it was when it was judged

    def shows(self, channel: str) -> str:
        """What a channel's payload was when the post was judged; empty when nobody wrote it down."""
        return dict(self.shown).get(channel, "")


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that a plan needs to know about main."""

    tip: str
    office: Office
    posts: tuple[Surveyed, ...]

    @property
    def wants(self) -> tuple[Want, ...]:
        """What main wants of every delivery."""
        return tuple(want for post in self.posts for want in post.wants)

    @property
    def facts(self) -> tuple[tuple[str, LedgerEntry], ...]:
        """The verdicts that are new."""
        return tuple((post.path, post.judged) for post in self.posts if post.judged)

    def of(self, path: str) -> Surveyed | None:
        """One post."""
        return next((post for post in self.posts if post.path == path), None)


@dataclass(frozen=True, slots=True)
class _Moment:
    """What holds for one whole survey: the ledger, main, the office there, the stops in force, and now."""

    head: Head
    tip: str
    office: Office
    holds: frozenset[str]
    orders: dict[str, Order]
    waiting: frozenset[str]  # the channels that asked to be left alone for a while yet
    now: datetime

    def held(self, channel: str) -> bool:
        """Whether a stop concerns this channel."""
        return "" in self.holds or channel in self.holds

    def wait(self, channel: str) -> str:
        """The word for a channel that wants no call yet, whatever the post; empty for any other."""
        return "throttled" if channel in self.waiting else ""

    def wished(self, post: str) -> tuple[str, ...]:
        """The channels for which a post stands open."""
        return tuple(wish.channel for wish in self.head.wishes() if wish.post == post)


class Surveyor:
    """Surveys one repository.

    ``keeps`` names the channels that can be sent to, with the seconds for which each keeps a key: 0 for none.
    """

    def __init__(self, git: Git, forge: Records, keeps: Mapping[str, float], run: str) -> None:
        self._git, self._forge, self._keeps, self._run = git, forge, keeps, run
        self._charter = Charter(git, forge)
        self._origin = Origin(git, forge, self._charter)
        self._calendars: dict[str, Calendar] = {}

    def survey(self, head: Head, office: Office, now: datetime) -> Survey | None:
        """The survey against the ledger at ``head``; None when the fetched main is older than the cursor.

        Raises Misuse while main has an office that nobody approved: then nothing is planned, and the cursor stays.
        """
        tip = main_tip(self._git, office)
        if not self._git.is_ancestor(head.cursor, tip):
            return None
        fault = self._charter.fault(head.cursor, tip, now)
        if fault:
            raise Misuse(fault, say("gate.charter.hint"))
        changed = () if tip == head.cursor else self._git.changed(head.cursor, tip, "content")
        paths = dict.fromkeys(post_of(path) for path in changed if path.count("/") >= 4)
        paths.update(dict.fromkeys(wish.post for wish in head.wishes()))
        holds = frozenset(hold.channel for hold in self._forge.holds())
        office = office_at(self._git, tip)
        orders = {one.post: one for one in self._forge.orders() if office.roles_of(one.by.id, one.at)}
        paths.update(dict.fromkeys(post for post in orders if head.entries(post)))
        waiting = frozenset(
            one.channel for one in head.wishes() if lines.throttled(head.entries(one.post), one.channel, now)
        )
        moment = _Moment(head, tip, office, holds, orders, waiting, now)
        return Survey(tip, moment.office, tuple(self._one(path, moment) for path in paths))

    def _one(self, path: str, moment: _Moment) -> Surveyed:
        """One post: what of it is wanted where, and what stops it."""
        entries = moment.head.entries(path)
        revision = self._git.tree_id(moment.tip, path) or ""
        post = _sound(read_post(CommitFiles(self._git, moment.tip), path)) if revision else None
        if post is None:
            why = say("publish.unreadable" if revision else "publish.vanished", path=path)
            kept = tuple(
                Want(path, one.channel, one.wanted, "refused") for one in moment.head.wishes() if one.post == path
            )
            return Surveyed(path, revision, None, kept, None, why)
        order = moment.orders.get(path)
        if post.withdrawn or order:
            channels = dict.fromkeys((*lines.known(entries), *moment.wished(path)))
            wants = (self._want(path, name, WITHDRAWN, moment.wait(name)) for name in channels)
            told = say("publish.ordered", by=order.by.login, reason=order.reason) if order else None
            return Surveyed(path, revision, post, tuple(wants), None, told)
        channels = dict.fromkeys(name for name in post.channels if name in self._keeps)
        if all(lines.stands(entries, name, revision) for name in channels):
            standing = (Want(path, name, revision) for name in channels)
            return Surveyed(path, revision, post, (*standing, *_dropped(post, entries, moment)))
        return self._unsent(post, revision, entries, moment)

    def _unsent(self, post: Post, revision: str, entries: Entries, moment: _Moment) -> Surveyed:
        """A post of which something is still to be sent: it is judged, now and again before every call."""
        ruling, proof = self._judged(post.path, revision, entries, moment)
        judged = self._line(ruling, proof, (post, revision), entries, moment)
        wants, why = [], None
        for name in (name for name in post.channels if name in self._keeps):
            refused = any(one.kind == "refusal" and (one.channel, one.revision) == (name, revision) for one in entries)
            stop, reason_why = self._stop(post, ruling, name, moment)
            why = why or reason_why
            reason = stop or ("held" if moment.held(name) else "refused" if refused else moment.wait(name))
            wants.append(self._want(post.path, name, revision, reason))
        wants += _dropped(post, entries, moment)
        look = second_look(post.path, revision, proof, moment.now) if ruling is Ruling.APPROVED else None
        shown = lines.shown((*entries, *((judged,) if judged else ())), revision)
        return Surveyed(post.path, revision, post, tuple(wants), judged, why, look, shown)

    def _judged(self, path: str, revision: str, entries: Entries, moment: _Moment) -> tuple[Ruling, Proof]:
        """The ruling now; what an office without approval let through stays blocked, for the cursor has passed it."""
        if against := lines.refused_for_good(entries, revision, CHARTER):
            return Ruling.BLOCKED, against.verdict or {}
        return self._origin.verdict(path, revision, (moment.head.cursor, moment.tip), moment.now)

    def _want(self, path: str, channel: str, wanted: str, stop: str) -> Want:
        keeps = self._keeps.get(channel, 0)
        return Want(path, channel, wanted, stop, keeps > 0, keeps)

    def _line(
        self, ruling: Ruling, proof: Proof, what: tuple[Post, str], entries: Entries, moment: _Moment
    ) -> LedgerEntry | None:
        """The ruling's line, when the ledger does not say so already.

        It is asked anew while anything is unsent: a change request or a dismissal after the merge stops it (DESIGN
        §5.1).
        """
        post, revision = what
        known = [entry.outcome for entry in entries if entry.kind == "judged" and entry.revision == revision]
        if ruling is Ruling.UNKNOWN or known[-1:] == [ruling]:
            return None
        if ruling is Ruling.APPROVED:
            proof = {**proof, "payloads": fingerprints(self._git, moment.office, post, revision)}
        return LedgerEntry(
            "judged", moment.now, revision=revision, run=self._run, main=moment.tip, outcome=str(ruling), verdict=proof
        )

    def _stop(self, post: Post, ruling: Ruling, channel: str, moment: _Moment) -> tuple[str, Message | None]:
        """Why a post may not be sent now on one channel: it is not approved, or its time has not come, or is over."""
        if ruling is Ruling.UNKNOWN:
            return "unknown", say("publish.unknown", path=post.path)
        if ruling is not Ruling.APPROVED:
            return "refused", say("publish.unapproved", path=post.path)
        office = moment.office
        times = timing(post, office.window(channel), office.zone, self._days_of(moment))
        standing, at = times.at(moment.now, office.zone)
        if standing is Standing.DUE:
            return "", None
        if at == NEVER:
            return "scheduled", say("publish.undated")
        assert at
        return str(standing), say(f"publish.{standing}", at=at.astimezone(office.zone))

    def _days_of(self, moment: _Moment) -> DaysOf:
        """The confirmed dates of a commemoration, as main has them now; the calendar is read when it is asked for."""

        def days_of(name: str, year: int) -> tuple[date, ...]:
            if moment.tip not in self._calendars:
                self._calendars[moment.tip] = read_calendar(CommitFiles(self._git, moment.tip))
            calendar = self._calendars[moment.tip]
            found = calendar.in_year(name, year) if name in calendar.ids else ()
            return tuple(one.date for one in found if one.confirmed)

        return days_of


def _sound(found: ReadPost) -> Post | None:
    """The post, when every field is what the person wrote: an embargo that cannot be read is not "no embargo".

    A withdrawal is taken from a post with any other trouble, too.
    """
    broken = any(one.severity is Severity.ERROR for one in found.trouble)
    return None if broken and not (found.post and found.post.withdrawn) else found.post


def _dropped(post: Post, entries: Entries, moment: _Moment) -> tuple[Want, ...]:
    """A channel that the post no longer names keeps its doubt until somebody ends it; else nothing is wanted."""
    wants = []
    for channel in dict.fromkeys((*lines.known(entries), *moment.wished(post.path))):
        book = read(entry for entry in entries if entry.channel == channel)
        if channel not in post.channels and book.open:
            wants.append(Want(post.path, channel, book.open[-1].revision, "dropped"))
        elif channel not in post.channels and channel in moment.wished(post.path):
            wants.append(Want(post.path, channel, ""))
    return tuple(wants)
