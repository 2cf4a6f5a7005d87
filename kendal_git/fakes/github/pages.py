"""Lists in pages, with GitHub's Link header: by number, and by cursor where GitHub has cursors."""

import base64
from collections.abc import Mapping
from urllib.parse import urlencode

from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.errors import Refusal

DEFAULT, MOST = 30, 100


def paged(call: Call, listing: Listing) -> Answer:
    """One page of a list, and the way to the others."""
    size, number = size_of(call), max(1, _number(call.query.get("page", "1"), 1))
    last = max(1, -(-len(listing.items) // size))
    body = [listing.shape(item) for item in listing.items[(number - 1) * size : number * size]]
    near = {"prev": number - 1, "next": number + 1, "last": last, "first": 1}
    if number == 1:
        del near["prev"], near["first"]
    if number >= last:
        del near["next"], near["last"]
    links = {rel: {**call.query, "page": str(page)} for rel, page in near.items()}
    whole = {"total_count": len(listing.items), listing.key: body} if listing.key else body
    return Answer(200, whole, _header(call, links))


def by_cursor(call: Call, listing: Listing) -> Answer:
    """The items after or before a cursor; a cursor names an item's `id`, so new items do not shift the pages."""
    size, items = size_of(call), list(listing.items)
    ids = [item.id for item in items]
    start = 0
    if "after" in call.query:
        start = _position(ids, call.query["after"]) + 1
    elif "before" in call.query:
        start = max(0, _position(ids, call.query["before"]) - size)
    shown = items[start : start + size]
    bare = {name: value for name, value in call.query.items() if name not in ("after", "before", "page")}
    links = {}
    if shown and start:
        links["prev"] = {**bare, "before": _cursor(shown[0].id)}
    if shown and start + size < len(items):
        links["next"] = {**bare, "after": _cursor(shown[-1].id)}
    return Answer(200, [listing.shape(item) for item in shown], _header(call, links))


def size_of(call: Call) -> int:
    return min(MOST, _number(call.query.get("per_page", str(DEFAULT)), DEFAULT) or DEFAULT)


def _number(word: str, default: int) -> int:
    return int(word) if word.isascii() and word.isdigit() else default


def _header(call: Call, links: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    here = call.links.api + call.path
    parts = [f'<{here}?{urlencode(query)}>; rel="{rel}"' for rel, query in links.items()]
    return {"Link": ", ".join(parts)} if parts else {}


def _cursor(number: int) -> str:
    return base64.urlsafe_b64encode(f"cursor:v1:{number}".encode()).decode()


def _position(ids: list[int], cursor: str) -> int:
    try:
        return ids.index(int(base64.urlsafe_b64decode(cursor).decode().removeprefix("cursor:v1:")))
    except ValueError:
        raise Refusal(422, "The cursor is invalid.") from None
