"""What machines read of the site: the Atom feed, the sitemap and robots.txt."""

import re
from collections.abc import Iterable
from urllib.parse import quote
from xml.etree import ElementTree as ET

from kendal_git.rendering.values import Shown, Site
from kendal_git.rendering.views import View

NEWEST = 20
ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def absolute(site: Site, address: str) -> str:
    """A page's full address; empty while the office has not said where its site stands."""
    return f"{site.office.site.url.rstrip('/')}/{quote(address)}" if site.office.site.url else ""


def atom(site: Site, newest: Iterable[tuple[Shown, View]]) -> bytes:
    """The newest posts, newest first, as an Atom feed."""
    entries = tuple(newest)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    _add(feed, "title", site.office.site.title or site.office.identity.name)
    _add(feed, "id", absolute(site, ""))
    _add(feed, "link", rel="self", type="application/atom+xml", href=absolute(site, "feed.xml"))
    _add(feed, "link", rel="alternate", type="text/html", href=absolute(site, ""))
    updated = max((shown.updated.isoformat() for shown, _ in entries), default="1970-01-01T00:00:00+00:00")
    _add(feed, "updated", updated)
    _add(_add(feed, "author"), "name", site.office.identity.name)
    for shown, view in entries:
        entry = _add(feed, "entry")
        _add(entry, "title", view.title)
        _add(entry, "id", absolute(site, view.address))
        _add(entry, "link", rel="alternate", type="text/html", href=absolute(site, view.address))
        _add(entry, "updated", shown.updated.isoformat())
        _add(entry, "summary", view.summary)
        _add(entry, "category", term=shown.item.post.kind, label=view.kind.title)
        if view.cover:
            kind = "image/png" if view.cover.file.endswith(".png") else "image/jpeg"
            _add(entry, "link", rel="enclosure", type=kind, href=absolute(site, view.cover.address))
    return _document(feed)


def sitemap(site: Site, addresses: Iterable[tuple[str, str]]) -> bytes:
    """Every page that may be found: (address, day of its last change or empty)."""
    root = ET.Element("urlset", {"xmlns": SITEMAP})
    for address, day in addresses:
        url = _add(root, "url")
        _add(url, "loc", absolute(site, address))
        if day:
            _add(url, "lastmod", day)
    return _document(root)


def robots(site: Site) -> bytes:
    """Everything may be found on a verified site, nothing on an unverified one."""
    lines = ["User-agent: *", "Allow: /" if site.verified else "Disallow: /"]
    if site.office.site.url:
        lines.append(f"Sitemap: {absolute(site, 'sitemap.xml')}")
    return ("\n".join(lines) + "\n").encode()


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, {key: NOT_XML.sub("", value) for key, value in attributes.items()})
    if text:
        made.text = NOT_XML.sub("", text)
    return made


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()
