"""A narration in Markdown to HTML that is safe for anyone: few tags, no style or script, the post's own pictures."""

import html
import re
from collections.abc import Mapping

TAGS = {
    "p", "br", "hr", "strong", "b", "em", "i", "del", "sup", "sub", "code", "pre", "blockquote", "ul", "ol", "li",
    "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# These go with everything inside them; of any other unknown tag the words stay.
EMPTIED = {"script", "style", "iframe", "object", "template", "noscript", "svg", "math", "title", "textarea", "select"}

# The sanitiser writes every attribute in double quotes: a tag ends where this says, whatever an alt text holds.
IMAGE = re.compile(r'<img((?:\s+[\w-]+="[^"]*")*)\s*/?>')
ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
HEADING = re.compile(r"<(/?)h([1-6])>")
TAG = re.compile(r"<[^>]*>")
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote|td|th)>|<br>|<hr>")
SPACE = re.compile(r"\s+")
# A table may be wider than a phone: it scrolls by itself, also for somebody who only has a keyboard.
TABLE_START = '<div class="scroll" role="region" aria-label="Tabel" tabindex="0"><table>'


def as_html(narration: str, pictures: Mapping[str, str], level: int = 2) -> str:
    """The narration's HTML. ``pictures`` maps the post's own file names to addresses; headings start at ``level``."""
    import markdown
    import nh3

    raw = markdown.markdown(narration, extensions=["sane_lists", "tables"], output_format="html")
    clean = nh3.clean(
        raw,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener nofollow",
        clean_content_tags=EMPTIED,
    )
    shown = IMAGE.sub(lambda found: _image(found[1], pictures), clean)
    return _levelled(shown, level).replace("<table>", TABLE_START).replace("</table>", "</table></div>")


def _levelled(safe: str, level: int) -> str:
    """The headings renumbered: they begin at ``level`` below the page's own, and none skips a step on the way down."""
    used = sorted({int(found[2]) for found in HEADING.finditer(safe)})
    above = level - 1

    def renumbered(found: re.Match[str]) -> str:
        nonlocal above
        if not found[1]:
            above = min(6, level + used.index(int(found[2])), above + 1)
        return f"<{found[1]}h{above}>"

    return HEADING.sub(renumbered, safe)


def _image(attributes: str, pictures: Mapping[str, str]) -> str:
    """The picture when it lies in the post's own folder, otherwise nothing."""
    values = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
    address = pictures.get(values.get("src", "").removeprefix("./"))
    if address is None:
        return ""
    return f'<img src="{html.escape(address)}" alt="{html.escape(values.get("alt", ""))}" loading="lazy">'


def words(safe: str) -> str:
    """The words of safe HTML in one line."""
    return SPACE.sub(" ", html.unescape(TAG.sub("", BLOCK_END.sub(" ", safe)))).strip()


def summary(safe: str, most: int = 180) -> str:
    """The beginning of the words, cut between two of them."""
    text = words(safe)
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",.;:–- ") + "…"
