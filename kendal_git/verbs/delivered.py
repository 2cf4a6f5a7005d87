"""What became of one delivery, as a run tells it to a person and to a program."""

from dataclasses import dataclass, replace

from kendal_git.model.ledger import by_hand
from kendal_git.model.message import Message, say


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivery's end in this run; ``state`` is a word of the command contract (DESIGN §4)."""

    post: str
    channel: str
    revision: str
    state: str
    url: str = ""
    reason: Message | None = None
    settle: str = ""  # the nonce that a person must settle, when it is in doubt
    pauses: bool = False  # whether the channel takes nothing from us for now, whatever the post
    awaits: bool = False  # whether it lacks nothing but its pictures on the public site
    # Of a doubt about the record alone, what the run itself saw: ``sent``, ``not-sent``; ``gone``: sent, and no ledger
    # knows the intent any more.
    known: str = ""

    def but(self, state: str, reason: Message | None = None, settle: str = "") -> "Delivered":
        """The same delivery in another state."""
        return replace(self, state=state, reason=reason, settle=settle)


def shown(blank: Delivered, url: str) -> tuple[str, Message | None]:
    """The state of a delivery that the channel has: a kit is ready, and not yet seen by anybody."""
    if not by_hand(url):
        return "delivered", None
    return "handed-off", say("kit.made", place=url, post=blank.post, channel=blank.channel)
