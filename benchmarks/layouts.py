"""The corpus in each tool's own folders and headers: one function a tool, the same post in all of them."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file name and its two texts."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Post:
    """A made-up piece of news."""

    title: str
    slug: str
    date: dt.datetime
    category: str
    tags: Sequence[str]
    summary: str
    authors: Sequence[str]
    channels: Sequence[str]
    images: Sequence[Picture]
    body: str
    status: str = "published"

    @property
    def folder(self) -> str:
        """The dated folder that most layouts share."""
        return f"{self.date:%Y/%m/%d}-{self.slug}"


class Laid(NamedTuple):
    """Where a post's text goes, the text, and where its pictures go."""

    path: str
    text: str
    pictures: str


def quoted(text: str) -> str:
    """Write a YAML double-quoted scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(key: str, items: Sequence[str]) -> list[str]:
    """Write a YAML block list."""
    return [f"{key}:"] + [f"  - {item}" for item in items]


def head_of(post: Post) -> list[str]:
    """Write the lines that every YAML header begins with."""
    return ["---", f"title: {quoted(post.title)}", f"slug: {post.slug}", f"date: {post.date.isoformat()}"]


def page(post: Post, extra: Sequence[str] = (), *, status: bool = True, prefix: str = "") -> str:
    """Write a post with a YAML header of the usual keys."""
    lines = [*head_of(post), f"category: {post.category}", *listed("tags", post.tags)]
    lines += [f"summary: {quoted(post.summary)}", *listed("authors", post.authors), *listed("channels", post.channels)]
    lines += [f"status: {post.status}"] if status else []
    lines += ["images:"] if post.images else []
    for image in post.images:
        lines += [f"  - file: {prefix}{image.file}"]
        lines += [f"    alt: {quoted(image.alt)}", f"    caption: {quoted(image.caption)}"]
    return "\n".join([*lines, *extra, "---", "", post.body])


def kendal(post: Post) -> Laid:
    """Lay it out as our own content folder is, with fields that a check finds good."""
    folder = f"content/{post.folder}"
    channels = [name for name in post.channels if name in ("facebook", "instagram", "x")] or ["instagram"]
    lines = ["---", f"title: {quoted(post.title)}", "kind: program", f"date: {post.date:%Y-%m-%d}"]
    lines += ["officials: [bupati]", "place: Alun-alun Kendal", "opd: [disdikbud]", *listed("channels", channels)]
    lines += ["information: berkala", "sensitivity: biasa", "images:"]
    for image in post.images:
        lines += [f"  - file: {image.file}", f"    alt: {quoted(image.alt)}"]
        lines += ["    credit: Tim IKP", "    purpose: foto"]
    lines += ["consent: {children: not-recognisable}"]
    lines += ["captions:", f"  x: {quoted(post.summary[:200])}"] if "x" in channels else []
    lines += [f"hashtags: [{', '.join(tag.title() for tag in post.tags)}]"]
    return Laid(f"{folder}/post.md", "\n".join([*lines, "---", "", post.body]), folder)


def hugo(post: Post) -> Laid:
    """Lay it out as a Hugo page bundle."""
    folder = f"content/posts/{post.folder}"
    return Laid(f"{folder}/index.md", page(post, status=False), folder)


def zola(post: Post) -> Laid:
    """Lay it out for Zola: pages must sit in a section of their own, so one flat folder."""
    folder = f"content/posts/{post.date:%Y-%m-%d}-{post.slug}"
    lines = [*head_of(post), f"description: {quoted(post.summary)}", f"authors: [{', '.join(post.authors)}]"]
    lines += ["taxonomies:", f"  tags: [{', '.join(post.tags)}]", f"  category: [{post.category}]", "extra:"]
    lines += [f"  channels: [{', '.join(post.channels)}]", "  images:"]
    for image in post.images:
        lines += [f"    - file: {image.file}", f"      alt: {quoted(image.alt)}"]
        lines += [f"      caption: {quoted(image.caption)}"]
    return Laid(f"{folder}/index.md", "\n".join([*lines, "---", "", post.body]), folder)


def pelican(post: Post) -> Laid:
    """Lay it out with Pelican's own header."""
    folder = f"content/posts/{post.folder}"
    lines = [f"Title: {post.title}", f"Slug: {post.slug}", f"Date: {post.date.isoformat()}"]
    lines += [f"Category: {post.category}", f"Tags: {', '.join(post.tags)}", f"Summary: {post.summary}"]
    lines += [f"Authors: {'; '.join(post.authors)}", f"Channels: {', '.join(post.channels)}", "Status: published"]
    for number, image in enumerate(post.images, 1):
        lines += [f"Image{number}: {folder.removeprefix('content/')}/{image.file}"]
        lines += [f"Image{number}alt: {image.alt}", f"Image{number}caption: {image.caption}"]
    return Laid(f"{folder}/post.md", "\n".join([*lines, "", post.body]), folder)


def eleventy(post: Post) -> Laid:
    """Lay it out for Eleventy."""
    folder = f"src/posts/{post.folder}"
    return Laid(f"{folder}/post.md", page(post, prefix=f"/posts/{post.folder}/"), folder)


def mkdocs(post: Post) -> Laid:
    """Lay it out for bare MkDocs."""
    folder = f"docs/posts/{post.folder}"
    return Laid(f"{folder}/index.md", page(post), folder)


def mkblog(post: Post) -> Laid:
    """Lay it out for MkDocs Material's blog plugin, whose templates know nothing of `images`."""
    folder = f"docs/posts/{post.folder}"
    extra = [f"categories: [{post.category}]", f"description: {quoted(post.summary)}"]
    text = page(replace(post, authors=()), extra).replace("authors:\n", "")
    pictures = "".join(f"\n![{image.alt}]({image.file})\n" for image in post.images)
    return Laid(f"{folder}/index.md", text + pictures, folder)


def nikola(post: Post) -> Laid:
    """Lay it out for Nikola, with the pictures in a tree of their own."""
    extra = [f"author: {', '.join(post.authors)}", f"description: {quoted(post.summary)}"]
    extra += [f"previewimage: /images/{post.folder}/{image.file}" for image in post.images[:1]]
    pictures = "".join(f"\n![{image.alt}](/images/{post.folder}/{image.file})\n" for image in post.images)
    return Laid(f"posts/{post.folder}.md", page(post, extra) + pictures, f"images/{post.folder}")


def lektor(post: Post) -> Laid:
    """Lay it out with Lektor's own separators."""
    folder = f"content/posts/{post.slug}"
    parts = [f"title: {post.title}", f"pub_date: {post.date:%Y-%m-%d}", f"category: {post.category}"]
    parts += [f"summary: {post.summary}", f"author: {', '.join(post.authors)}"]
    parts += [f"alt: {post.images[0].alt if post.images else ''}", "tags:\n\n" + "\n".join(post.tags)]
    parts += ["body:\n\n" + post.body.rstrip()]
    return Laid(f"{folder}/contents.lr", "\n---\n".join(parts) + "\n", folder)


def jekyll(post: Post) -> Laid:
    """Lay it out for Jekyll, whose pictures stand outside `_posts`."""
    folder = f"images/{post.folder}"
    text = page(post, ["layout: post"], prefix=f"/{folder}/").replace("category:", "categories:", 1)
    return Laid(f"_posts/{post.date:%Y-%m-%d}-{post.slug}.md", text, folder)


def astro(post: Post) -> Laid:
    """Lay it out as an Astro content collection with the pictures under `public`."""
    text = page(post, prefix=f"/posts/{post.folder}/")
    return Laid(f"src/content/posts/{post.slug}.md", text, f"public/posts/{post.folder}")


LAYOUTS: dict[str, Callable[[Post], Laid]] = {
    layout.__name__: layout
    for layout in (kendal, hugo, zola, pelican, eleventy, mkdocs, mkblog, nikola, lektor, jekyll, astro)
}
