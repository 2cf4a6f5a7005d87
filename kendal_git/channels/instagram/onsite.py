"""Whether the site shows a picture as Instagram will fetch it: there, unmoved, a JPEG, and byte for byte ours."""

from kendal_git.channels.answers import header
from kendal_git.model.message import Message, say
from kendal_git.model.outcome import Awaited
from kendal_git.ports import NotPrepared
from kendal_git.transport import Answer, call

SECONDS = 20.0
JPEG = b"\xff\xd8\xff"


def require_on_site(address: str, data: bytes, fresh: str) -> None:
    """Raises NotPrepared while the site does not give ``data`` at ``address``.

    A site's cache remembers also that something was not there. So the address that Instagram will ask for is asked for
    only once the file was seen under the query ``fresh``, which no cache knows.
    """
    for one in (f"{address}?{fresh}", address):
        found = _amiss(one, data)
        if found:
            raise NotPrepared(Awaited(say("channels.awaited", address=address, found=found)))


def _amiss(address: str, data: bytes) -> str | Message:
    """What is wrong at an address; empty when nothing is."""
    answer = call("GET", address, timeout=SECONDS)
    if not isinstance(answer, Answer):
        return answer.reason
    kind = header(answer, "content-type").partition(";")[0].strip()
    if answer.status != 200:
        return f"HTTP {answer.status}"
    if kind != "image/jpeg":
        return kind or "?"
    return "" if answer.data == data else say("channels.awaited.other")
