"""The pictures of one payload as its channel takes them: their bytes, and the names under which they go."""

import hashlib
from collections.abc import Callable

from kendal_git.composing.limits import limits_of
from kendal_git.model.delivery import Payload
from kendal_git.model.office import Office

Read = Callable[[str], bytes | None]  # a picture of the post by its file's name


def picture(data: bytes, channel: str, office: Office) -> bytes:
    """One picture for one channel. Raises UndecodableError for what is no picture."""
    limit = limits_of(channel, office).image
    if not limit.bytes:
        return data
    from kendal_git.pictures.deriving import Frame, derived  # Pillow, and only where a channel has limits

    return derived(data, Frame(limit.bytes, limit.longest, limit.narrowest, limit.widest, limit.png))


def pictures(payload: Payload, read: Read, office: Office) -> tuple[tuple[str, bytes], ...]:
    """(file, bytes) of every picture of a payload, in its order; a missing one is empty, and the check tells of it."""
    found = []
    for one in payload.pictures:
        data = read(one.file) or b""
        found.append((one.file, picture(data, payload.channel, office) if data else data))
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
