"""When a post may go out: its own moments, the day that it is about, and the hours in which the office posts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kendal_git.model.office import Window
from kendal_git.model.post import Post, Timed

DaysOf = Callable[[str, int], tuple[date, ...]]  # a commemoration's confirmed dates in a year; none while there is none
NEVER = datetime.max.replace(tzinfo=ZoneInfo("UTC"))  # a date that nobody knows yet has not come
GREETING = "flyer-hari-besar"  # a greeting after its day is worse than none
URGENT = "serta-merta"  # urgent information keeps no office hours (UU 14/2008 art. 10)


class Standing(StrEnum):
    """Where a post is in its time."""

    EARLY = "scheduled"
    DUE = "due"
    MISSED = "missed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Timing:
    """One post on one channel: ``opens`` and ``missed`` bound the time to send it, ``window`` the hours of each day.

    ``missed`` is the moment from which only a person may still decide to send it: it is never sent silently late.
    """

    opens: datetime | None = None
    missed: datetime | None = None
    expires: datetime | None = None
    window: Window | None = None

    def at(self, now: datetime, zone: ZoneInfo) -> tuple[Standing, datetime | None]:
        """Where it stands, and the moment that says so: when it opens, or since when it is too late."""
        if self.expires and now >= self.expires:
            return Standing.EXPIRED, self.expires
        if self.missed and now >= self.missed:
            return Standing.MISSED, self.missed
        opening = next_opening(now if self.opens is None else max(now, self.opens), self.window, zone)
        return (Standing.EARLY, opening) if opening > now else (Standing.DUE, None)


def timing(post: Post, window: Window, zone: ZoneInfo, days_of: DaysOf) -> Timing:
    """The times of a post. A correction is never too late, nor is a greeting that was submitted again with a reason."""
    hours = None if post.information == URGENT else window
    opening = opens(post, zone, days_of)
    latest = []
    if post.publish_at is not None and hours and opening is not None and opening != NEVER:
        latest.append(_closing(next_opening(opening, hours, zone), hours, zone))
    if post.kind == GREETING and not post.resubmitted:
        latest.append(datetime.combine(_day(post, days_of) + timedelta(days=1), time(0), zone))
    missed = None if post.correction else min(latest, default=None)
    return Timing(opening, missed, ends(post, zone, days_of), hours)


def moment(when: datetime | Timed | None, post: Post, zone: ZoneInfo, days_of: DaysOf) -> datetime | None:
    """The moment meant; NEVER when it follows a day whose date is not known. The day nearest the post's is taken."""
    if not isinstance(when, Timed):
        return when
    days = days_of(when.commemoration, post.date.year)
    if not days:
        return NEVER
    day = min(days, key=lambda one: abs(one - post.date))
    return datetime.combine(day, time(when.at.hour, when.at.minute), zone)


def opens(post: Post, zone: ZoneInfo, days_of: DaysOf) -> datetime | None:
    """The moment before which nothing of it may be visible: the later of ``publish_at`` and ``embargo``."""
    moments = (moment(when, post, zone, days_of) for when in (post.publish_at, post.embargo))
    return max((at for at in moments if at), default=None)


def ends(post: Post, zone: ZoneInfo, days_of: DaysOf) -> datetime | None:
    """The moment from which it is no longer sent, nor shown."""
    return moment(post.expires, post, zone, days_of)


def next_opening(at: datetime, window: Window | None, zone: ZoneInfo) -> datetime:
    """``at`` itself inside the hours, otherwise the next moment at which they begin."""
    if window is None or window.first == window.last or at == NEVER:
        return at
    local = at.astimezone(zone)
    if window.first <= local.time() < window.last:
        return at
    day = local.date() + timedelta(days=local.time() >= window.last)
    return datetime.combine(day, window.first, zone)


def _closing(at: datetime, window: Window, zone: ZoneInfo) -> datetime:
    """The end of the hours in which ``at`` lies; hours that never close end nowhere."""
    if window.first == window.last:
        return NEVER
    return datetime.combine(at.astimezone(zone).date(), window.last, zone)


def _day(post: Post, days_of: DaysOf) -> date:
    """The day that a greeting is for, as the calendar has it now: a day that moves takes its greeting along."""
    days = days_of(post.commemoration, post.date.year) if post.commemoration else ()
    return min(days, key=lambda one: abs(one - post.date), default=post.date)
