"""When a post may be seen: its own moments, and those that follow a commemorative day."""

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from kendal_git.model.post import Post, Timed

DaysOf = Callable[[str, int], tuple[date, ...]]  # a commemoration's dates in a year; none while they are not known
NEVER = datetime.max.replace(tzinfo=ZoneInfo("UTC"))  # a date that nobody knows yet has not come


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
    """The moment from which it is no longer sent."""
    return moment(post.expires, post, zone, days_of)
