"""What a publishing run did, for a person and for a program."""

from shlex import quote

from kendal_git.messages import text
from kendal_git.model.message import Message, say
from kendal_git.reporters.style import Style, safe
from kendal_git.verbs.delivered import Delivered
from kendal_git.verbs.publish import Published

COLOURS = {
    "delivered": "green",
    "already": "dim",
    "baseline": "dim",
    "withdrawn": "green",
    "in-doubt": "red",
    "refused": "red",
    "owed": "yellow",
}


def line(one: Delivered, language: str, style: Style) -> str:
    """One delivery: state, channel, post, where it is or why not."""
    word = text(say(f"publish.state.{one.state}"), language)
    head = f"{style(f'{word:<14}', COLOURS.get(one.state, 'yellow'))} {one.channel or '–':<10} {one.post}"
    lines = [head + (f"  {safe(one.url)}" if one.url else "")]
    if one.reason:
        lines.append(f"    {safe(text(one.reason, language))}")
    if one.settle:
        lines.append(f"    {text(_settling(one), language)}")
    return "\n".join(lines)


def _settling(one: Delivered) -> Message:
    """The command that ends a doubt: whole where the run itself knows what happened, and only its record failed."""
    if one.known:
        return say(f"publish.settle.{one.known}", post=one.post, channel=one.channel, url=quote(safe(one.url)))
    return say("publish.settle", post=one.post, channel=one.channel)


def summary(published: Published, language: str) -> str:
    """The last line."""
    states = [one.state for one in published.deliveries]
    if not states:
        return text(say("publish.nothing"), language)
    delivered, doubts = states.count("delivered") + states.count("already"), states.count("in-doubt")
    handed = states.count("handed-off")
    owed = len(states) - delivered - doubts - handed - states.count("baseline") - states.count("withdrawn")
    counted = text(say("publish.summary", delivered=delivered, doubts=doubts, owed=owed), language)
    return counted + (text(say("publish.summary.by-hand", count=handed), language) if handed else "")


def as_json(published: Published, language: str) -> dict[str, object]:
    """The result in the shape of the command contract (DESIGN §4)."""
    return {
        "deliveries": [
            {
                "post": one.post,
                "channel": one.channel,
                "revision": one.revision,
                "state": one.state,
                "url": one.url or None,
                "reason": text(one.reason, language) if one.reason else None,
            }
            for one in published.deliveries
        ]
    }
