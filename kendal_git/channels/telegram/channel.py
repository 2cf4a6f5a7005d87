"""The Telegram channel: once, and nothing can be looked up: a bot cannot read what its channel shows."""

from dataclasses import dataclass, field, replace

from kendal_git.channels.telegram.answers import GONE, TOO_OLD, UNCHANGED, outcome_of
from kendal_git.channels.telegram.payload import Request, address, correction, message, numbers, removal
from kendal_git.model.message import say
from kendal_git.model.outcome import ByHand, Outcome, Refused, Sent, Unknown, Unreached
from kendal_git.ports import Edits, Parcel
from kendal_git.transport import call

API = "https://api.telegram.org"
REMOVAL_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Bot:
    """Who posts, and where: ``chat`` is the channel's @name or its number."""

    token: str = field(repr=False)
    chat: str
    api: str = API


class Telegram:
    """One bot in one channel."""

    repeatable, keeps, edits = False, 0.0, Edits.TEXT

    def __init__(self, name: str, bot: Bot) -> None:
        self.name = name
        self._bot = bot

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Nothing can be made ready: pictures travel with the visible call."""
        return ()

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Post, or put new words in the old ones' place; that they stand there already is as good."""
        chat = self._bot.chat
        if not parcel.replaces:
            return self._outcome(message(chat, parcel), timeout)
        ids = numbers(parcel.replaces)
        if not ids:
            return Refused(f"{parcel.replaces}: ≠ message_id")  # what a person made from the outbox
        outcome = self._outcome(correction(chat, parcel), timeout)
        if isinstance(outcome, Refused) and UNCHANGED in outcome.reason.lower():
            outcome = Sent()
        if isinstance(outcome, Sent):
            return replace(outcome, url=outcome.url or address(chat, ids[0]), remote=parcel.replaces)
        return outcome

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """A bot cannot read: a person looks."""
        return None

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Delete it; what is older than 48 hours stays until a person deletes it in the app."""
        if not numbers(remote):
            return ByHand(say("channels.no-number", post=post))
        outcome = self._outcome(removal(self._bot.chat, remote), REMOVAL_SECONDS)
        if isinstance(outcome, Refused):
            words = outcome.reason.lower()
            if any(one in words for one in GONE):
                return Sent()
            if TOO_OLD in words:
                return ByHand(say("channels.too-old", reason=outcome.reason))
        return outcome

    def _outcome(self, request: Request, timeout: float) -> Outcome:
        """One attempt. The token is part of the address, so no word of that is ever passed on."""
        bot = self._bot
        answer = call("POST", f"{bot.api}/bot{bot.token}/{request.method}", body=request.body, timeout=timeout)
        if isinstance(answer, Unreached | Unknown):
            return answer
        return outcome_of(answer, bot.chat, (bot.token,))
