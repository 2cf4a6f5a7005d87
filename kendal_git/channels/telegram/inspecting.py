"""The doctor's eyes on a Telegram channel: which bot, which channel, and what the bot may do there."""

from collections.abc import Iterator
from typing import Any

from kendal_git.channels.answers import part, record_of
from kendal_git.channels.examining import Case, Told, ask, clock, forever
from kendal_git.channels.telegram.answers import outcome_of
from kendal_git.channels.telegram.channel import Bot
from kendal_git.channels.versions import version
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings
from kendal_git.ports import Clock
from kendal_git.transport import Answer

FATHER = "https://t.me/BotFather"
RIGHTS = {
    "can_post_messages": "Post messages",
    "can_edit_messages": "Edit messages",
    "can_delete_messages": "Delete messages",
}  # fmt: skip — as the app calls them


class Inspector:
    """One bot in one channel."""

    def __init__(self, bot: Bot) -> None:
        self._bot, self._case = bot, Case("telegram", (bot.token,))

    def findings(self, settings: ChannelSettings, clock_: Clock) -> Iterator[Finding]:
        """The bot, its channel, its rights there; its token has no end, and how much is left nobody tells."""
        told = self._ask("getMe")
        yield from clock(told, clock_.now())
        me = result(told)
        if isinstance(me.get("id"), int):
            yield Finding("account", State.OK, say("account.telegram", who=f"@{self._aloud(me.get('username', '?'))}"))
            yield forever()
            yield from self._place(me["id"])
        else:
            yield self._failure(told, "account")
        yield version("Telegram Bot API", "", clock_.now().date())

    def _place(self, me: int) -> Iterator[Finding]:
        """The channel, and what the bot is in it."""
        told = self._ask("getChat", chat_id=self._bot.chat)
        chat = result(told)
        if not isinstance(chat.get("id"), int):
            yield self._failure(told, "chat")
            return
        who = self._aloud(chat.get("title", "?")) + (
            f" (@{self._aloud(chat['username'])})" if chat.get("username") else ""
        )
        if chat.get("type") != "channel":
            kind = self._aloud(chat.get("type", "?"))
            message, hint = say("account.telegram.kind", who=who, kind=kind), say("account.telegram.chat.hint")
            yield Finding("chat", State.MISSING, message, hint)
            return
        yield Finding("chat", State.OK, say("account.telegram.chat", who=who))
        member = self._ask("getChatMember", chat_id=self._bot.chat, user_id=me)
        lacked = lacking(result(member))
        if lacked is None:
            yield self._failure(member, "rights")
        elif lacked:
            message, hint = say("account.telegram.rights.missing", names=lacked), say("account.telegram.rights.hint")
            yield Finding("rights", State.MISSING, message, hint)
        else:
            yield Finding("rights", State.OK, say("account.telegram.rights", names=tuple(RIGHTS.values())))

    def _failure(self, told: Told, name: str) -> Finding:
        """A chat that is not found, or where the bot is nobody, is a matter of its place and not of the token."""
        hint = say("account.telegram.token.hint") if name == "account" else say("account.telegram.place.hint")
        if not isinstance(told, Answer):
            return self._case.stopped(told, name)
        return self._case.stopped(outcome_of(told, self._bot.chat, self._case.secrets), name, hint)

    def _aloud(self, text: object) -> str:
        return self._case.aloud(text)

    def _ask(self, method: str, **words: Any) -> Told:
        """One question. The token is part of the address, so no word of that is ever passed on."""
        bot = self._bot
        return ask(f"{bot.api}/bot{bot.token}/{method}", body=words)


def result(told: Told) -> dict[str, Any]:
    """What a good answer says; empty for everything else."""
    good = isinstance(told, Answer) and told.status == 200 and record_of(told).get("ok") is True
    return part(record_of(told), "result") if good and isinstance(told, Answer) else {}


def lacking(member: dict[str, Any]) -> tuple[str, ...] | None:
    """Which rights a member of a channel lacks, as the app calls them; None when it is not told what it is."""
    status = member.get("status")
    if not isinstance(status, str):
        return None
    if status == "creator":
        return ()
    return tuple(title for right, title in RIGHTS.items() if status != "administrator" or member.get(right) is not True)
