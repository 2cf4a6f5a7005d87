"""The second look at a post of the fast lane: asked for before it goes out, and ended by another role holder alone."""

from datetime import datetime
from typing import Any

from kendal_git.messages import text
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.proposal import Look
from kendal_git.ports import Forge, Records


def second_look(post: str, revision: str, proof: dict[str, Any], now: datetime) -> Look | None:
    """The look that a post of the fast lane owes; None for one that the usual roles approved."""
    if not proof.get("fast"):
        return None
    return Look(0, post, revision, now, int(proof["approvals"][0]["id"]))


def ask(forge: Records, office: Office, look: Look) -> None:
    """Ask for a look, in the office's language; asked again it stays one question. Raises OutsideFailed."""
    by = next((one.login for role in office.roles for one in role.holders if one.id == look.verifier), "?")
    words = (text(say("looks.title", post=look.post), office.language), text(say("looks.text", by=by), office.language))
    forge.ask_look(look, *words)


def watch(forge: Forge, office: Office) -> tuple[tuple[Look, Message], ...]:
    """Reopen every look that nobody was entitled to close; what was reopened, and why. Raises OutsideFailed."""
    reopened = []
    for look in forge.looks():
        why = None if look.open else objection(look, office)
        if why is not None:
            forge.reopen_look(look, text(why, office.language))
            reopened.append((look, why))
    return tuple(reopened)


def objection(look: Look, office: Office) -> Message | None:
    """Why the one who closed a look may not: no role, or the very person who let the post through (DESIGN §5.7)."""
    by = look.closed_by
    if by is None or by.bot:
        return say("looks.nobody")
    if by.id == look.verifier:
        return say("looks.same", by=by.login)
    if not any(holder.id == by.id for role in office.roles for holder in role.holders):
        return say("looks.no-role", by=by.login)
    return None
