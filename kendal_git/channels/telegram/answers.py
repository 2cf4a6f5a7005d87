"""What the Bot API's answers mean. Its ``description`` texts are no stable contract: they only refine a code."""

from typing import Any

from kendal_git.channels.answers import aloud, part, record_of, seconds, unshaped
from kendal_git.channels.telegram.payload import address
from kendal_git.model.outcome import Denied, Outcome, Refused, Sent, Throttled, Unknown
from kendal_git.transport import Answer

# Descriptions of a 400 that blame the bot's place in the channel and not the post.
OUR_PLACE = (
    "chat not found",
    "rights",
    "administrator",
    "kicked",
    "not a member",
    "upgraded to a supergroup",
    "chat_write_forbidden",
    "chat_admin_required",
    "peer_id_invalid",
)
UNCHANGED = "message is not modified"
GONE = ("message to delete not found", "message_id_invalid")
TOO_OLD = "message can't be deleted"


def outcome_of(answer: Answer, chat: str, secrets: tuple[str, ...]) -> Outcome:
    """How a call ended; of a success the address and the numbers of the messages."""
    said = record_of(answer)
    if answer.status >= 500 or "ok" not in said:
        return unshaped(answer)
    if said["ok"] is True:
        return _receipt(said.get("result"), chat)
    code, reason = _code(said, answer), aloud(said.get("description", ""), secrets)
    match code:
        case 429:
            return Throttled(reason, seconds(part(said, "parameters").get("retry_after")))
        case 401 | 403 | 404:
            return Denied(reason)
        case 400 | 413:
            ours = "migrate_to_chat_id" in part(said, "parameters") or any(one in reason.lower() for one in OUR_PLACE)
            return Denied(reason) if ours else Refused(reason)
        case _ if 400 <= code < 500:
            return Refused(reason)
        case _:
            return Unknown(reason or str(code))


def _code(said: dict[str, Any], answer: Answer) -> int:
    code = said.get("error_code", answer.status)
    return code if isinstance(code, int) else answer.status


def _receipt(result: object, chat: str) -> Outcome:
    """Where the messages are; a success without their numbers is none that could be corrected or taken down."""
    messages = [one for one in (result if isinstance(result, list) else [result]) if isinstance(one, dict)]
    ids = [one.get("message_id") for one in messages]
    if not ids or not all(isinstance(one, int) for one in ids):
        return Sent() if result is True else Unknown("no message_id")
    name = part(messages[0], "chat").get("username")
    return Sent(address(f"@{name}" if name else chat, int(str(ids[0]))), ",".join(map(str, ids)))
