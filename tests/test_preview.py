"""The preview's promises: one file that shows what everybody would see, runs nothing, and opens nothing."""

import base64
import re
from pathlib import Path

import pytest

from kendal_git.cli.app import run
from tests.siteroom import KENDAL_YAML, PHOTO, POST_MD, git, repository

PATH = "content/2026/11/25-libur"
PAGE = ".pratinjau/2026-11-25-libur.html"


def preview(root: Path, *words: str) -> str:
    """The preview's page after running the command."""
    run(["-C", str(root), "preview", *words])
    return (root / PAGE).read_text(encoding="utf-8")


def write_post(root: Path, name: str, text: str = POST_MD) -> None:
    """One more post of November."""
    folder = root / "content/2026/11" / name
    folder.mkdir(exist_ok=True)
    (folder / "post.md").write_text(text, encoding="utf-8", newline="\n")


def test_one_file_holds_everything(tmp_path: Path) -> None:
    """The page carries its pictures, letters and style inside and asks for nothing else."""
    page = preview(repository(tmp_path), PATH)

    assert f"data:image/jpeg;base64,{base64.b64encode(PHOTO).decode()}" in page
    assert 'url("data:font/woff2;base64,' in page
    assert not re.search(r'(src|srcset)="(?!data:)', page)
    assert "<link rel=" not in page.replace('<link rel="icon" href="data:,">', "")


def test_every_channel_is_shown_as_it_will_be(tmp_path: Path) -> None:
    """Each channel's card has its text, its tags, its count against the limit and each picture's alternative text."""
    page = preview(repository(tmp_path), PATH)

    assert page.count("Loket tutup satu hari.\n\n#Layanan") == 2
    assert "32 / 2200 <span>karakter</span>" in page
    assert "32 / 280 <span>dihitung menurut cara X</span>" in page
    assert page.count("Loket pelayanan yang tertutup rapi</span>") == 2
    assert "1 dari 1" in page


def test_a_text_over_the_limit_says_by_how_much(tmp_path: Path) -> None:
    """What a channel would refuse is plain on its card."""
    long = POST_MD.replace("hashtags:", f"captions: {{x: {'kata ' * 60}}}\nhashtags:")
    page = preview(repository(tmp_path, post_md=long), PATH)

    assert "309 / 280" in page
    assert "kelebihan 29" in page


def test_a_channel_that_counts_twice_shows_both_counts(tmp_path: Path) -> None:
    """Bluesky counts what is seen and its bytes: both stand on the card, and the one that is too much says so."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 130
    own = POST_MD.replace("channels: [instagram, x]", "channels: [bluesky]").replace(
        "hashtags:", f"captions: {{bluesky: {family}}}\nhashtags:"
    )
    root = repository(tmp_path, post_md=own)
    page = preview(root, PATH)

    assert "140 / 300 <span>karakter yang terlihat</span><br>" in page
    assert "3260 / 3000 <span>byte · kelebihan 260</span>" in page


def test_the_office_s_own_limits_are_on_the_card(tmp_path: Path) -> None:
    """What kendal.yaml sets for a channel is what the text is counted against, on that channel alone."""
    root = repository(tmp_path)
    own = KENDAL_YAML.replace("x: {via: outbox}", "x: {via: outbox, limits: {characters: 25000}}")
    (root / "kendal.yaml").write_text(own, encoding="utf-8", newline="\n")
    page = preview(root, PATH)

    assert "32 / 25000 <span>dihitung menurut cara X</span>" in page
    assert "32 / 2200 <span>karakter</span>" in page


@pytest.mark.rule("design-5.11")
def test_a_script_in_a_post_never_runs(tmp_path: Path) -> None:
    """What a writer typed as markup is text on the cards and gone from the page; the policy lets no script in."""
    evil = POST_MD.replace("Loket **tutup**", "<script>alert(1)</script><img src=x onerror=alert(2)> Loket")
    evil = evil.replace("title: P", "title: <script>alert(3)</script> P")
    evil = evil.replace("hashtags:", 'captions: {x: "<script>alert(4)</script>"}\nhashtags:')
    page = preview(repository(tmp_path, post_md=evil), PATH)

    assert "<script" not in page
    assert "&lt;script&gt;alert(3)&lt;/script&gt; Pengumuman" in page
    assert "&lt;script&gt;alert(4)&lt;/script&gt;" in page
    assert "default-src 'none'" in page
    assert not re.search(r"<[^>]+\son\w+=", page)


def test_the_check_speaks_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the check finds stands on the page with its line and hint, and the exit code is 1."""
    root = repository(tmp_path, post_md=POST_MD.replace("kind: pengumuman", "kind: pengumumam"))

    assert run(["-C", str(root), "preview", PATH]) == 1
    assert PAGE in capsys.readouterr().out
    page = (root / PAGE).read_text(encoding="utf-8")
    assert "post.md, baris 3" in page
    assert "pengumuman" in page
    assert "Perbaiki dahulu galat di atas" in page


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    """A picture that is not there is missing on the card by its name, and the page is made all the same."""
    root = repository(tmp_path)
    (root / PATH / "foto.jpg").unlink()

    assert "foto.jpg: berkasnya tidak ada atau bukan JPEG/PNG" in preview(root, PATH)


def test_the_digest_is_shown_once_it_is_committed(tmp_path: Path) -> None:
    """The page names the Git tree that an approval would be bound to, and none while an edit is not committed."""
    root = repository(tmp_path)
    digest = git(root, "rev-parse", f"HEAD:{PATH}")

    assert digest in preview(root, PATH)
    (root / PATH / "post.md").write_text(POST_MD + "\nTambahan.\n", encoding="utf-8")
    assert digest not in preview(root, PATH)
    assert "belum di-commit" in preview(root, PATH)


def test_without_a_name_the_changed_posts_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edited and new posts are previewed, untouched and removed ones are not."""
    root = repository(tmp_path)
    for name in ("26-sama", "28-hapus"):
        write_post(root, name)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "more")
    write_post(root, "27-baru")
    write_post(root, "25-libur", POST_MD + "\nTambahan.\n")
    (root / "content/2026/11/28-hapus/post.md").unlink()

    run(["-C", str(root), "preview"])

    assert capsys.readouterr().out.split() == [PAGE, ".pratinjau/2026-11-27-baru.html"]


def test_with_nothing_changed_it_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clean work tree gives a sentence with an example, no page and exit code 0."""
    root = repository(tmp_path)

    assert run(["-C", str(root), "preview"]) == 0
    assert f"kendal preview {PATH}" in capsys.readouterr().out
    assert not (root / ".pratinjau").exists()


@pytest.mark.parametrize("typed", ["kendal.yaml", "content", "content/2026/11"])
def test_what_is_no_post_is_refused(tmp_path: Path, typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not one post is wrong usage."""
    assert run(["-C", str(repository(tmp_path)), "preview", typed]) == 2
    assert "bukan folder kiriman" in capsys.readouterr().err


def test_a_file_of_the_post_means_the_post(tmp_path: Path) -> None:
    """Naming post.md previews its folder."""
    assert "Pengumuman Libur Layanan" in preview(repository(tmp_path), f"{PATH}/post.md")


def test_git_passes_over_the_previews(tmp_path: Path) -> None:
    """Previews never end up in a proposal: their folder tells Git to leave it alone."""
    root = repository(tmp_path)
    preview(root, PATH)

    assert git(root, "status", "--porcelain") == ""


def test_out_takes_the_pages_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --out the pages go there and nowhere else."""
    root = repository(tmp_path / "repo")

    run(["-C", str(root), "preview", PATH, "--out", str(tmp_path / "lain")])

    assert (tmp_path / "lain/2026-11-25-libur.html").exists()
    assert not (root / ".pratinjau").exists()
    assert str(tmp_path / "lain") in capsys.readouterr().out


def test_the_desk_speaks_the_staffs_language(tmp_path: Path) -> None:
    """With --lang en the preview's own words are English; the site inside it stays Indonesian."""
    root = repository(tmp_path)
    run(["-C", str(root), "--lang", "en", "preview", PATH])
    page = (root / PAGE).read_text(encoding="utf-8")

    assert "Alternative text" in page
    assert "Rabu, 25 November 2026" in page


def test_a_preview_tells_when_the_post_opens(tmp_path: Path) -> None:
    """An embargo does not hide a post from its makers; the page says when everybody will see it."""
    root = repository(tmp_path, post_md=POST_MD.replace("hashtags:", "embargo: 2099-11-25T06:00+07:00\nhashtags:"))

    assert "25 November 2099 pukul 06.00 WIB" in preview(root, PATH)
