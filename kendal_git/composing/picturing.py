"""The pictures of one payload as its channel takes them: their bytes, and the names under which they go."""

import hashlib
from collections.abc import Callable

from kendal_git.composing.limits import limits_of
from kendal_git.model.delivery import Payload
from kendal_git.model.office import Office

ROUNDING = 0.005  # of a ratio: sides are whole pixels
Read = Callable[[str], bytes | None]  # a picture of the post by its file's name


def picture(data: bytes, channel: str, office: Office, ratio: float = 0) -> bytes:
    """One picture for one channel, in a ratio where it must have one. Raises UndecodableError for what is none."""
    limit = limits_of(channel, office).image
    if not limit.bytes:
        return data
    from kendal_git.pictures.deriving import Frame, derived  # Pillow, and only where a channel has limits

    narrowest, widest = (ratio * (1 - ROUNDING), ratio * (1 + ROUNDING)) if ratio else (limit.narrowest, limit.widest)
    return derived(data, Frame(limit.bytes, limit.longest, narrowest, widest, limit.png))


def shape(payload: Payload, read: Read, office: Office) -> float:
    """The ratio of the first picture as it goes out, where the channel would crop all others to it; 0 otherwise.

    Margins are added then, for nothing of a picture that people approved may be cut away. Raises UndecodableError.
    """
    if len(payload.pictures) < 2 or not limits_of(payload.channel, office).image.alike:
        return 0
    from kendal_git.pictures import inspect

    data = read(payload.pictures[0].file)
    first = inspect(picture(data, payload.channel, office), 0) if data else None
    return first.width / first.height if first else 0


def pictures(payload: Payload, read: Read, office: Office) -> tuple[tuple[str, bytes], ...]:
    """(file, bytes) of every picture of a payload, in its order; a missing one is empty, and the check tells of it."""
    found, ratio = [], shape(payload, read, office)
    for number, one in enumerate(payload.pictures):
        data = read(one.file) or b""
        wanted = ratio if number else 0
        found.append((one.file, picture(data, payload.channel, office, wanted) if data else data))
    return tuple(found)


def post_link(office: Office, path: str) -> str:
    """The post's page on the office's site; empty while the office has none."""
    return f"{office.site.url}/{path.removeprefix('content/')}/" if office.site.url else ""


def fingerprint(payload: Payload, sent: tuple[tuple[str, bytes], ...]) -> str:
    """The digest of all that a channel gets, text, descriptions and bytes: what was planned is what goes out."""
    digest = hashlib.sha256(payload.text.encode())
    for (_, data), one in zip(sent, payload.pictures, strict=True):
        digest.update(b"\0" + one.alt.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def public_name(data: bytes) -> str:
    """Where the site keeps a picture for channels that fetch it themselves: by its bytes, and in ASCII."""
    return f"media/{hashlib.sha256(data).hexdigest()[:40]}.jpg"
