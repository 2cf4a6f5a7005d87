"""Rendering's promises: what is typed never becomes more than words, and pages stay where they are."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jinja2
import pytest

from kendal_git.files import packaged
from kendal_git.messages import LANGUAGES, room
from kendal_git.messages.site import TEXTS
from kendal_git.model import vocabulary
from kendal_git.model.post import Amendment
from kendal_git.rendering import narration, words
from kendal_git.rendering.feeds import ATOM
from kendal_git.rendering.lists import members, sheets
from kendal_git.rendering.site import Press
from kendal_git.rendering.sizes import media_type, size
from kendal_git.rendering.templates import Templates
from kendal_git.rendering.values import Proof, Shown, Site
from tests.siteroom import NOW, OFFICE, item, picture, post, shown

NASTY = """Judul <b>tebal</b> & "kutip" </title><script>alert(1)</script>"""


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def pages(*posts: Shown, **more: Any) -> dict[str, bytes]:
    """The whole site by path."""
    press = Press(Site(OFFICE, posts, **more), Templates(packaged("templates")))
    return {page.path: page.make() or b"" for page in press.pages()}


@pytest.mark.rule("design-5.11")
@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<img src="foto.jpg" onerror="alert(1)" style="position:fixed">',
        "[klik](javascript:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href=" jAvAsCrIpT:alert(1)">klik</a>',
        "<iframe src='https://example.org'>isi</iframe>",
        "<svg><script>alert(1)</script></svg>",
        "<math><a xlink:href='javascript:alert(1)'>klik</a></math>",
        "<form action='https://example.org'><input name=nik></form>",
        "<style>body{display:none}</style>",
        "<p style='background:url(https://example.org)' onclick='alert(1)'>isi</p>",
        "<base href='https://example.org'>",
        "<meta http-equiv=refresh content='0;url=https://example.org'>",
        "<!-- <script>alert(1)</script> -->",
    ],
)
def test_narration_holds_nothing_that_acts(typed: str) -> None:
    """Whatever is typed into a narration, only known tags and attributes come out of it."""
    page = Tags(narration.as_html(f"Mulai.\n\n{typed}\n\nSelesai.", {"foto.jpg": "foto.jpg"}))

    assert {tag for tag, _ in page.found} <= narration.TAGS
    for tag, attributes in page.found:
        assert set(attributes) <= {"href", "rel"} if tag == "a" else {"src", "alt", "loading"}
        assert (attributes.get("href") or "https:").startswith("https:")
        assert attributes.get("src") in (None, "foto.jpg")


def test_words_around_an_attack_stay() -> None:
    """A narration is cleaned, not thrown away."""
    safe = narration.as_html("Sebelum <script>alert(1)</script> sesudah.", {})

    assert safe.strip() == "<p>Sebelum  sesudah.</p>"


@pytest.mark.parametrize(
    "address", ["https://example.org/x.jpg", "../26-lain/foto.jpg", "//example.org/x.jpg", "lain.jpg"]
)
def test_pictures_come_from_the_posts_own_folder(address: str) -> None:
    """A narration shows the post's own pictures and no other, even when an alt text tries to look like a tag."""
    typed = f'![luar]({address}) ![dalam > " src="x](foto.jpg)'

    assert [
        attributes for tag, attributes in Tags(narration.as_html(typed, {"foto.jpg": "foto.jpg"})).found if tag == "img"
    ] == [{"src": "foto.jpg", "alt": 'dalam > " src="x', "loading": "lazy"}]


def test_links_vouch_for_nothing() -> None:
    """A link in a narration leads out without a recommendation and opens no second window."""
    safe = narration.as_html('<a href="https://example.org" target="_blank">situs</a>', {})

    assert safe.strip() == '<p><a href="https://example.org" rel="noopener nofollow">situs</a></p>'


def test_tables_lists_and_headings_are_kept() -> None:
    """Ordinary Markdown comes out as ordinary HTML, its headings below the page's own."""
    safe = narration.as_html("# Judul\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n3. tiga\n4. empat\n", {})

    assert "<h2>Judul</h2>" in safe
    assert "<td>2</td>" in safe
    assert '<ol start="3">' in safe


@pytest.mark.parametrize(
    ("typed", "levels"), [("# a\n\n## b\n\n# c", "232"), ("### a\n\n# b\n\n## c", "223"), ("## a\n\n##### b", "23")]
)
def test_headings_skip_no_step(typed: str, levels: str) -> None:
    """Whatever levels a narration uses, they come out below the page's own heading and one step at a time."""
    assert re.findall(r"<h(\d)>", narration.as_html(typed, {})) == list(levels)


def test_wide_tables_scroll_by_themselves() -> None:
    """A table lies in a box that scrolls and that a keyboard reaches."""
    safe = narration.as_html("| a |\n|---|\n| 1 |\n", {})

    assert '<div class="scroll" role="region" aria-label="Tabel" tabindex="0"><table>' in safe
    assert safe.strip().endswith("</table></div>")


def test_headings_never_sink_below_the_sixth() -> None:
    """However deep a narration's headings begin, what comes out is a heading."""
    deep = narration.as_html("# a\n\n## b\n\n### c\n\n#### d\n\n##### Dalam", {}, level=4)

    assert deep.strip().endswith("<h6>Dalam</h6>")


def test_summary_ends_between_two_words() -> None:
    """A summary is cut where a word ends and says that it was cut."""
    summary = narration.summary("<p>" + "kata sambung, " * 30 + "</p>")

    assert len(summary) <= 180
    assert summary.endswith(("sambung…", "kata…"))


@pytest.mark.parametrize(("width", "height"), [(1080, 1350), (1350, 1080)])
def test_sizes_are_read_without_decoding(width: int, height: int) -> None:
    """A JPEG's header tells its size."""
    assert (width, height) == size(picture(width, height))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff" * 9]
)
def test_a_broken_header_has_no_size(data: bytes) -> None:
    """A cut or senseless header gives zeros, never an error."""
    assert size(data) == (0, 0)


@pytest.mark.parametrize("data", [b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html>", b"%PDF-1.7"])
def test_only_jpeg_and_png_are_pictures(data: bytes) -> None:
    """A file that only calls itself .jpg is not copied into the site."""
    assert media_type(data) == ""
    assert not [path for path in pages(shown(files={"foto.jpg": data})) if path.endswith(".jpg")]


def test_titles_are_escaped_on_every_page() -> None:
    """A title with markup in it is shown as typed, on pages and in the feed, and opens no tag anywhere."""
    made = pages(shown(post(title=NASTY, place=NASTY, officials=(), hashtags=("a&b",))))

    for path, data in made.items():
        if path.endswith(".html"):
            assert "script" not in {tag for tag, _ in Tags(data.decode()).found}, path
    article = made["2026/11/25-hari-guru/index.html"].decode()
    assert "&lt;/title&gt;&lt;script&gt;" in article
    entry = ET.fromstring(made["feed.xml"]).find(f"{{{ATOM}}}entry")
    assert entry is not None
    assert entry.findtext(f"{{{ATOM}}}title") == NASTY


def test_feed_and_sitemap_are_xml_whatever_is_typed() -> None:
    """Characters that XML forbids are left out, so a feed reader never meets a broken feed."""
    made = pages(shown(post(title="Judul\x0b\x00 & <akhir>", narration="Isi\x1b ]]> selesai.")))

    feed = ET.fromstring(made["feed.xml"])
    assert feed.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}title") == "Judul & <akhir>"
    assert "https://contoh.example/kabar/2026/11/25-hari-guru/" in made["sitemap.xml"].decode()
    assert ET.fromstring(made["sitemap.xml"]) is not None


def test_a_page_says_what_it_is_to_machines() -> None:
    """A post's page has its description, its own address, a picture to share, and a policy without scripts."""
    page = pages(shown())["2026/11/25-hari-guru/index.html"].decode()
    found = Tags(page).found
    metas = {attributes.get("property") or attributes.get("name"): attributes.get("content") for _, attributes in found}

    assert metas["description"] == "Upacara berlangsung khidmat."
    assert metas["og:image"] == "https://contoh.example/kabar/2026/11/25-hari-guru/foto.jpg"
    assert ("link", {"rel": "canonical", "href": "https://contoh.example/kabar/2026/11/25-hari-guru/"}) in found
    assert ("html", {"lang": "id"}) in found
    assert "default-src 'none'" in page
    assert "script" not in {tag for tag, _ in found}


def test_no_page_needs_anything_from_outside() -> None:
    """No page asks for a file of another site; only a person's click leads there."""
    proof = Proof("instagram", "https://www.instagram.com/p/abc/")
    made = pages(shown(proofs=(proof,)), shown(post("2026/11/26-lain")))

    for path, data in made.items():
        for tag, attributes in Tags(data.decode()).found if path.endswith(".html") else ():
            loads = attributes.get("src") or (attributes.get("href") if tag == "link" else None) or ""
            own = attributes.get("rel") == "canonical" or "//" not in loads
            assert own, f"{path}: {tag} {loads}"
    assert not re.search(r"url\([\"']?(https?:)?//", made["style.css"].decode())


def test_every_link_inside_the_site_leads_somewhere() -> None:
    """A link from one page to another, however deep it stands, has a page at its end."""
    posts = [shown(post(f"2026/10/{day:02d}-a", officials=("bupati",), opd=("dinkes",))) for day in range(1, 31)]
    made = pages(*posts)

    for path, data in made.items():
        for _, attributes in Tags(data.decode()).found if path.endswith(".html") and path != "404.html" else ():
            for link in (attributes.get("href"), attributes.get("src")):
                if link and "//" not in link and not link.startswith("#"):
                    steps = (Path("/") / Path(path).parent / link).as_posix()
                    target = Path(*_walk(steps)).as_posix()
                    target = "" if target == "." else target
                    full = f"{target}/index.html".lstrip("/") if link.endswith("/") else target
                    assert full in made, f"{path} links to {link}"


def _walk(path: str) -> list[str]:
    """The parts of a path with its dots resolved."""
    parts: list[str] = []
    for part in path.strip("/").split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part] if part not in ("", ".") else parts
    return parts


def test_channel_links_are_proof() -> None:
    """A receipt's address stands on the page as bukti tayang, with its hour; what is no web address does not."""
    made = item(proofs=(Proof("instagram", "https://www.instagram.com/p/abc/", NOW), Proof("x", "outbox:x/2026-11-25")))
    page = pages(Shown(made, NOW))["2026/11/25-hari-guru/index.html"].decode()

    assert "Bukti tayang" in page
    assert '<a href="https://www.instagram.com/p/abc/" rel="noopener nofollow">Instagram</a>' in page
    assert "Rabu, 30 Desember 2026 pukul 10.00 WIB" in page
    assert "outbox:" not in page


def test_a_correction_says_so_with_its_reason() -> None:
    """A corrected post names itself and the reason above its text."""
    corrected = post(correction=Amendment("nama-jabatan", "Jabatan pembicara <keliru>."))
    page = pages(shown(corrected))["2026/11/25-hari-guru/index.html"].decode()

    assert "Ralat." in page
    assert "karena kekeliruan nama atau jabatan." in page
    assert "Jabatan pembicara &lt;keliru&gt;." in page


def test_a_tombstone_tells_the_reason_and_nothing_of_the_post() -> None:
    """A withdrawn post keeps its address and says why; its words, pictures and title are gone from the whole site."""
    made = pages(shown(post(title="Nama Warga", narration="Isi lama."), withdrawn=Amendment("data-pribadi")))
    page = made["2026/11/25-hari-guru/index.html"].decode()

    assert "karena perlindungan data pribadi" in page
    assert not any("Nama Warga" in data.decode(errors="replace") or b"Isi lama." in data for data in made.values())
    assert not [path for path in made if path.endswith(".jpg")]
    assert "25-hari-guru" not in made["feed.xml"].decode() + made["sitemap.xml"].decode()
    assert "jenis/liputan/index.html" not in made


def test_archive_pages_are_numbered_from_the_oldest() -> None:
    """The front page has the newest posts, every post stands on exactly one page, and page 1 is the oldest dozen."""
    posts = tuple(shown(post(f"2026/{1 + number // 28:02d}/{1 + number % 28:02d}-a")) for number in range(45))
    made = sheets(posts)

    assert [sheet.address for sheet in made] == ["", "halaman/2/", "halaman/1/"]
    assert [len(sheet.posts) for sheet in made] == [21, 12, 12]
    assert list(posts[::-1]) == [one for sheet in made for one in sheet.posts]
    assert [(s.newer, s.older) for s in made] == [(None, "halaman/2/"), ("", "halaman/1/"), ("halaman/2/", None)]


@pytest.mark.parametrize("count", [0, 1, 12, 23, 24, 25, 36, 120])
def test_a_full_archive_page_never_changes(count: int) -> None:
    """One post more leaves the posts of every archive page as they were."""
    posts = tuple(shown(post(f"2026/{1 + number // 28:02d}/{1 + number % 28:02d}-a")) for number in range(count + 1))
    before = {sheet.address: sheet.posts for sheet in sheets(posts[:-1]) if sheet.number}
    after = {sheet.address: sheet.posts for sheet in sheets(posts)}

    assert before == {address: after[address] for address in before}


def test_members_follow_the_offices_order() -> None:
    """Officials are listed as kendal.yaml ranks them, and a code that it does not know still has its page."""
    made = members((shown(post(officials=("sekda", "tamu", "bupati"), opd=("dinkes",))),), OFFICE)

    assert [one.link.title for one in made] == [
        "Bupati Contoh",
        "Sekretaris Daerah",
        "tamu",
        "Dinas Kesehatan",
        "Liputan",
    ]


def test_an_unverified_site_says_so_everywhere() -> None:
    """Every page of an unverified build carries the note and asks not to be found; a verified one has neither."""
    loose, vouched = pages(shown(), verified=False), pages(shown())

    for path in (path for path in loose if path.endswith(".html")):
        assert "Tanpa verifikasi." in loose[path].decode()
        assert '<meta name="robots" content="noindex">' in loose[path].decode()
        assert "Tanpa verifikasi." not in vouched[path].decode()
    assert "Disallow: /" in loose["robots.txt"].decode()
    assert "Disallow" not in vouched["robots.txt"].decode()


def test_a_missing_page_finds_its_way_from_any_depth() -> None:
    """404.html, which a server shows under any address, links from the root of the site."""
    page = pages(shown())["404.html"].decode()

    assert 'href="/kabar/style.css"' in page
    assert 'href="/kabar/telusuri/"' in page


def test_templates_cannot_reach_into_python(tmp_path: Path) -> None:
    """A template is a form, not a program: the way to Python's insides is closed."""
    (tmp_path / "evil.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", encoding="utf-8")

    with pytest.raises(jinja2.exceptions.SecurityError):
        Templates(tmp_path).render("evil.html")


def test_a_forgotten_value_is_an_error(tmp_path: Path) -> None:
    """A template that asks for a value that nobody gives fails at once, it does not print a gap."""
    (tmp_path / "gap.html").write_text("{{ tittle }}", encoding="utf-8")

    with pytest.raises(jinja2.exceptions.UndefinedError, match="tittle"):
        Templates(tmp_path).render("gap.html", title="x")


def test_every_word_of_the_office_has_a_name() -> None:
    """Each kind and each reason of the closed vocabularies has its words in both languages."""
    reasons = {*vocabulary.CORRECTION_REASONS, *vocabulary.WITHDRAWAL_REASONS}

    assert {f"kind.{name}" for name in vocabulary.KINDS} | {f"reason.{name}" for name in reasons} <= set(room("site"))
    assert all(len(pair) == len(LANGUAGES) and all(pair) for pair in TEXTS.values())


def test_moments_are_read_in_the_offices_words() -> None:
    """A moment is a weekday, a day and an hour with the office's own zone."""
    assert words.moment(NOW.astimezone(OFFICE.zone)) == "Rabu, 30 Desember 2026 pukul 10.00 WIB"
