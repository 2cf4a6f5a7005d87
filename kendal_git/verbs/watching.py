"""The watchdog: what is due and was not sent, and whether anybody has looked at main at all."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.objects import Git
from kendal_git.planning.decision import Do
from kendal_git.planning.plan import Planned, plan
from kendal_git.ports import Channel, Head, Records
from kendal_git.verbs.handing import unrecorded
from kendal_git.verbs.investigate import main_tip
from kendal_git.verbs.survey import Surveyor

DUE = (Do.INTENT, Do.TAKE, Do.FIND, Do.DOWN)
HANDS = timedelta(hours=2)  # in which somebody posts a kit and says so, before anybody is called
PATIENCE = timedelta(minutes=45)  # the timer's longest pause, and a run, may pass before anybody is called


def overdue(
    git: Git, forge: Records, head: Head, office: Office, at: tuple[Mapping[str, Channel], datetime]
) -> tuple[Message, ...]:
    """One sentence for a main left unplanned, each delivery that nothing holds back, each kit that waits to be posted.

    ``at`` are the channels that can be sent to and the moment of the question. Raises OutsideFailed.
    """
    channels, now = at
    tip = main_tip(git, office)
    moved = datetime.fromisoformat(git.text("log", "-1", "--format=%cI", tip))
    found, wished = [], {wish.post for wish in head.wishes()}
    unplanned = head.cursor != tip and now - moved > PATIENCE
    if unplanned:
        found.append(say("publish.watch.unplanned", since=moved.astimezone(office.zone)))
    keeps = {name: channel.keeps if channel.repeatable else 0 for name, channel in channels.items()}
    survey = Surveyor(git, forge, keeps, "").survey(head, office, now - PATIENCE)
    planned = plan(head, survey.wants if survey else (), lambda _: False, now).planned
    late = [one for one in planned if one.decision.do in DUE and not one.want.stop]
    found += [_told(one) for one in late if unplanned or one.want.post in wished]
    kits = unrecorded(git, office, head, now)
    return (*found, *(kit.told(office.zone) for kit in kits if now - kit.since > HANDS))


def _told(late: Planned) -> Message:
    word = "standing" if late.decision.do is Do.DOWN else "unsent"
    return say(f"publish.watch.{word}", post=late.want.post, channel=late.want.channel)
