"""The site as a list of pages: every path is known before the first page is made, and a page is made when asked for."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from kendal_git.rendering import feeds, words
from kendal_git.rendering.fetched import media
from kendal_git.rendering.lists import Members, Sheet, members, sheets
from kendal_git.rendering.templates import Templates
from kendal_git.rendering.values import Page, Shown, Site
from kendal_git.rendering.views import View, view

ASSETS = (".css", ".svg", ".png", ".ico", ".woff2")
GROUPS = {"pejabat": "Pimpinan", "opd": "Perangkat daerah", "jenis": "Jenis kabar"}
GALLERY = 12  # how many posts of a member's list are shown with their picture; the rest are lines


class Press:
    """Prints one site. Views are made once, whichever page asks first."""

    def __init__(self, site: Site, templates: Templates) -> None:
        self._site = site
        self._templates = templates
        self._views: dict[str, View] = {}
        self._members = members(site.posts, site.office)
        self._sheets = sheets(site.posts)

    def pages(self) -> Iterator[Page]:
        """Every file of the site, posts first."""
        for shown in self._site.posts:
            yield from self._post(shown)
        yield from media(self._site)
        for sheet in self._sheets:
            yield self._page(sheet.address + "index.html", self._sheet, sheet)
        for one in self._members:
            yield self._page(one.link.address + "index.html", self._member, one)
        yield self._page("telusuri/index.html", self._browse)
        yield self._page("404.html", self._missing)
        yield self._page("robots.txt", lambda: feeds.robots(self._site))
        if self._site.office.site.url:
            yield self._page("feed.xml", self._feed)
            yield self._page("sitemap.xml", self._sitemap)
        for folder, inside in (("site", ""), ("fonts", "fonts/")):
            for name in self._templates.names(folder, ASSETS):
                yield self._page(inside + name.rpartition("/")[2], self._templates.data, name)

    @staticmethod
    def _page(path: str, make: Any, *arguments: Any) -> Page:
        return Page(path, lambda: make(*arguments))

    def _post(self, shown: Shown) -> Iterator[Page]:
        item = shown.item
        yield self._page(item.folder + "index.html", self._tombstone if item.withdrawn else self._article, shown)
        if not item.withdrawn:
            shown_files = (picture.file for picture in self._view(shown).pictures)
            yield from (self._page(item.folder + name, item.read, name) for name in shown_files)

    def _view(self, shown: Shown) -> View:
        found = self._views.get(shown.item.folder)
        if found is None:
            found = self._views[shown.item.folder] = view(shown, self._site.office)
        return found

    def _render(self, template: str, address: str, **values: Any) -> bytes:
        office = self._site.office
        common = {
            "root": "../" * address.count("/"),
            "office": office,
            "site_title": office.site.title or office.identity.name,
            "canonical": feeds.absolute(self._site, address),
            "verified": self._site.verified,
            "feed": bool(office.site.url),
            "updated": "",
        }
        return self._templates.render(f"site/{template}", **(common | values)).encode()

    def _article(self, shown: Shown) -> bytes:
        post = self._view(shown)
        share = feeds.absolute(self._site, post.cover.address) if post.cover else ""
        return self._render("post.html", post.address, post=post, share=share, updated=post.updated)

    def _tombstone(self, shown: Shown) -> bytes:
        post = self._view(shown)
        return self._render("tombstone.html", post.address, post=post, updated=post.updated)

    def _sheet(self, sheet: Sheet) -> bytes:
        posts = [self._view(shown) for shown in sheet.posts]
        return self._render("index.html", sheet.address, sheet=sheet, posts=posts, updated=_newest(posts))

    def _member(self, one: Members) -> bytes:
        views = [self._view(shown) for shown in one.posts]
        older: dict[str, list[View]] = {}
        for shown, made in list(zip(one.posts, views, strict=True))[GALLERY:]:
            older.setdefault(words.month(shown.item.post.date), []).append(made)
        values = {"group": GROUPS[one.group], "link": one.link, "posts": views[:GALLERY], "older": older}
        return self._render("members.html", one.link.address, **values, updated=_newest(views))

    def _browse(self) -> bytes:
        groups = [(title, [one.link for one in self._members if one.group == name]) for name, title in GROUPS.items()]
        return self._render("browse.html", "telusuri/", groups=groups)

    def _missing(self) -> bytes:
        """The page for a wrong address is shown at any depth: its links start at the site's own root."""
        return self._render(
            "404.html", "", root=urlsplit(self._site.office.site.url).path.rstrip("/") + "/", canonical=""
        )

    def _feed(self) -> bytes:
        newest = [shown for shown in reversed(self._site.posts) if not shown.item.withdrawn][: feeds.NEWEST]
        return feeds.atom(self._site, ((shown, self._view(shown)) for shown in newest))

    def _sitemap(self) -> bytes:
        zone = self._site.office.zone
        posts = [
            (s.item.folder, s.updated.astimezone(zone).date().isoformat())
            for s in self._site.posts
            if not s.item.withdrawn
        ]
        lists = [(address, "") for address in ("", "telusuri/", *(one.link.address for one in self._members))]
        return feeds.sitemap(self._site, [*lists, *posts])


def _newest(posts: list[View]) -> str:
    """The day that the footer names: of the newest post on the page, so that a page without news stays as it was."""
    return posts[0].updated if posts else ""
