"""The pictures that a channel's service fetches from the site: each under the name of its very bytes.

Only what the ledger still owes to such a channel is there: once a post is sent, nobody comes for its pictures again. So
a build makes the few that are due now, whatever the size of the archive and whether its folder was empty before, and no
picture of a post that is not approved, or whose time has not come, has an address.
"""

from collections.abc import Iterator

from kendal_git.composing import compose
from kendal_git.composing.picturing import pictures, public_name
from kendal_git.pictures import UndecodableError
from kendal_git.rendering.values import Page, Shown, Site


def media(site: Site) -> Iterator[Page]:
    """A file for each picture that somebody will fetch; two posts with the same bytes share one."""
    found = {public_name(data): data for shown in site.posts for data in _wanted(shown, site)}
    yield from (_page(path, data) for path, data in found.items())


def _page(path: str, data: bytes) -> Page:
    return Page(path, lambda: data)


def _wanted(shown: Shown, site: Site) -> Iterator[bytes]:
    """The bytes exactly as the channel would get them; what cannot be read is refused when it is sent."""
    for channel in shown.fetching:
        payload = compose(shown.item.post, channel, site.office)
        try:
            yield from (data for _, data in pictures(payload, shown.item.read, site.office) if data)
        except UndecodableError:
            continue
