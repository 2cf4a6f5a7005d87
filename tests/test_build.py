"""The build's promises: what may be seen and when, and that it touches only what differs and only what is its own."""

import json
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import run as process

import pytest

from kendal_git.cli.app import run
from kendal_git.files import WorkTree
from kendal_git.ledgers.git import GitLedger
from kendal_git.ledgers.memory import MemoryHead
from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.office import Site
from kendal_git.model.post import Amendment, Timed
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.objects import Git
from kendal_git.reading.posts import Files
from kendal_git.rendering.values import Proof
from kendal_git.verbs.build import Target, build, visible
from kendal_git.verbs.ledger import baseline
from kendal_git.verbs.showing import Gathered, from_ledger, from_work_tree, tree_reader
from kendal_git.wiring.workplace import CLOCK
from tests.siteroom import KENDAL_YAML, NOW, OFFICE, PHOTO, POST_MD, Press, git, item, post, repository, with_own

OPENS = datetime(2026, 11, 25, 6, 0, tzinfo=OFFICE.zone)
PATH = "content/2026/11/25-libur"
SECOND = timedelta(seconds=1)


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """A folder to build into."""
    return Press(tmp_path / "public")


# ---- time -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["embargo", "publish_at"])
def test_a_post_and_its_pictures_wait_for_their_second(press: Press, field: str) -> None:
    """Before its time nothing of a post is in the folder, not even a picture; one second later all of it is."""
    waiting = item(replace(post(), embargo=OPENS) if field == "embargo" else replace(post(), publish_at=OPENS))

    built = press.build(waiting, now=OPENS - SECOND)
    assert built.waiting == 1
    assert not [path for path in press.files() if "25-hari-guru" in path]
    assert "Hari Guru" not in press.read("index.html") + press.read("feed.xml") + press.read("sitemap.xml")

    press.build(waiting, now=OPENS)
    assert {"2026/11/25-hari-guru/index.html", "2026/11/25-hari-guru/foto.jpg"} <= press.files()
    assert "Hari Guru" in press.read("index.html")


def test_a_post_that_waits_for_an_unknown_day_stays_away(press: Press) -> None:
    """While nobody knows the date that a post waits for, it is not shown."""
    undated = item(post(publish_at=Timed("idulfitri", OPENS.timetz())))

    assert press.build(undated).waiting == 1


def test_expired_information_is_marked_and_kept(press: Press) -> None:
    """A post whose information has expired says so from that moment on."""
    urgent = item(post(expires=OPENS))

    press.build(urgent, now=OPENS - SECOND)
    assert "Berlaku sampai</strong> Rabu, 25 November 2026 pukul 06.00 WIB" in press.read(
        "2026/11/25-hari-guru/index.html"
    )
    press.build(urgent, now=OPENS)
    assert "Sudah berakhir." in press.read("2026/11/25-hari-guru/index.html")


def test_posts_are_stamped_by_what_let_them_out() -> None:
    """The feed's stamp is the verdict or the opening, whichever came later; without a verdict, the post's own day."""
    judged = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    stamps = visible((item(since=judged), item(post(embargo=OPENS), since=judged), item()), OFFICE, lambda *_: (), NOW)

    assert {judged, OPENS, datetime(2026, 11, 25, tzinfo=OFFICE.zone)} == {one.updated for one in stamps}


# ---- the folder -----------------------------------------------------------------------------------------------------


def test_a_second_build_touches_nothing(press: Press) -> None:
    """Building the same site again writes and removes nothing, and no file is replaced behind its name."""
    press.build(item(), item(post("2026/11/26-lain")))
    before = {path: (press.out / path).stat() for path in press.files()}

    again = press.build(item(), item(post("2026/11/26-lain")))

    assert (0, 0, len(before)) == (again.written, again.removed, again.unchanged)
    for path, stat in before.items():
        now = (press.out / path).stat()
        assert (stat.st_mtime_ns, stat.st_ino) == (now.st_mtime_ns, now.st_ino)


def test_one_post_more_touches_few_files(press: Press) -> None:
    """With 45 posts on the site, one more writes at most 8 files."""
    fields = {"officials": ("bupati",), "opd": ("dinkes",)}
    posts = [item(post(f"2026/{1 + number // 28:02d}/{1 + number % 28:02d}-a", **fields)) for number in range(46)]
    press.build(*posts[:-1])

    assert press.build(*posts).written <= 8


def test_what_no_longer_belongs_is_removed(press: Press) -> None:
    """A post that is gone leaves no page, no picture, no list and no empty folder."""
    press.build(item(), item(post("2026/10/01-lama", kind="program")))

    built = press.build(item())

    assert built.removed == 3  # its page, its picture, the list of its kind
    assert not (press.out / "2026/10").exists()
    assert not (press.out / "jenis/program").exists()


def test_a_withdrawal_takes_the_picture_away(press: Press) -> None:
    """The build after a withdrawal leaves a tombstone where the page was, and no picture."""
    press.build(item())
    built = press.build(replace(item(), withdrawn=Amendment("izin")))

    assert "telah ditarik karena izin yang belum lengkap" in press.read("2026/11/25-hari-guru/index.html")
    assert not (press.out / "2026/11/25-hari-guru/foto.jpg").exists()
    assert built.removed >= 1


def test_a_foreign_folder_is_refused(press: Press) -> None:
    """A folder with files that no build made is left exactly as it is."""
    press.out.mkdir()
    (press.out / "skripsi.docx").write_bytes(b"penting")

    with pytest.raises(Misuse) as refused:
        press.build(item())

    assert refused.value.message.key == "site.not-ours"
    assert {"skripsi.docx"} == press.files()


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": 3}', "\x00"])
def test_a_spoilt_manifest_vouches_for_nothing(press: Press, manifest: str) -> None:
    """A manifest that cannot be read is treated as none."""
    press.out.mkdir()
    (press.out / ".kendal-build.json").write_text(manifest, encoding="utf-8")

    with pytest.raises(Misuse):
        press.build(item())


def test_a_manifest_cannot_point_outside(press: Press) -> None:
    """Names in a manifest that lead out of the folder are never removed."""
    press.build(item())
    outside = press.out.parent / "penting.txt"
    outside.write_text("penting", encoding="utf-8")
    names = ["../penting.txt", str(outside), "a/../../penting.txt", "..\\penting.txt"]
    (press.out / ".kendal-build.json").write_text(json.dumps({"files": names}), encoding="utf-8")

    press.build(item())

    assert outside.exists()


def test_files_of_others_in_our_folder_stay(press: Press) -> None:
    """What somebody put beside the site after a build is not ours to remove."""
    press.build(item())
    (press.out / "google123.html").write_text("bukti", encoding="utf-8")

    press.build()

    assert "google123.html" in press.files()


def test_an_interrupted_build_is_taken_up(press: Press) -> None:
    """A build that dies half-way leaves a folder that the next one may finish and clean."""
    lost = item(post("2026/10/01-lama"))

    def dies(done: int, _all: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(OFFICE, [lost], lambda *_: (), NOW, Target(press.out, press.templates, told=dies))
    press.build(item())

    assert not (press.out / "2026/10").exists()


def test_a_clone_of_the_public_site_may_be_built_into(press: Press) -> None:
    """A folder that holds nothing but .git is as good as empty."""
    (press.out / ".git").mkdir(parents=True)
    (press.out / ".git/config").write_text("", encoding="utf-8")

    assert press.build(item()).written > 0
    assert (press.out / ".git/config").exists()


def test_an_own_template_wins_file_by_file(press: Press, tmp_path: Path) -> None:
    """A repository's own template replaces the packaged one of that name; all others stay the packaged ones."""
    own = tmp_path / "templates"
    (own / "site").mkdir(parents=True)
    (own / "site/404.html").write_text("Tersesat di {{ site_title }}.", encoding="utf-8")

    with_own(press, own).build(item())

    assert press.read("404.html") == "Tersesat di Kabar Contoh."
    assert "Kabar terbaru" in press.read("index.html")


def test_a_site_without_an_address_has_no_feed(press: Press) -> None:
    """While kendal.yaml names no site address there is nothing absolute to say: no feed, no sitemap, no canonical."""
    press.build(item(), office=replace(OFFICE, site=Site()))

    assert not {"feed.xml", "sitemap.xml"} & press.files()
    assert "canonical" not in press.read("index.html")


def test_an_empty_site_is_a_site(press: Press) -> None:
    """With nothing to show there is still a front page that says so."""
    press.build()

    assert "Belum ada kabar yang tayang" in press.read("index.html")


# ---- main and the ledger --------------------------------------------------------------------------------------------


class Kept:
    """The files of one post at one revision."""

    def __init__(self, text: str) -> None:
        self._files = {f"{PATH}/post.md": text.encode(), f"{PATH}/foto.jpg": PHOTO}

    def read(self, path: str) -> bytes | None:
        return self._files.get(path)

    def entries(self, path: str) -> tuple[()]:
        return ()


def judged(revision: str, outcome: str = "approved", hour: int = 1) -> LedgerEntry:
    return LedgerEntry("judged", datetime(2026, 11, 24, hour, tzinfo=UTC), revision=revision, outcome=outcome)


def gather(revisions: dict[str, str], on_main: str, *entries: LedgerEntry) -> Gathered:
    """What the site shows of the one post, whose revisions are texts; ``on_main`` is the newest."""

    def at(revision: str, _path: str) -> Files:
        return Kept(revisions[revision])

    return from_ledger([(PATH, on_main)], at, MemoryHead(facts={PATH: entries}))


NEWER = POST_MD.replace("Libur", "Cuti")
WITHDRAWN = POST_MD.replace("hashtags:", "withdrawn: {reason: izin, note: Nama dan alamat pemohon}\nhashtags:")


@pytest.mark.parametrize("entries", [(), (judged("a", "blocked"),), (judged("a", "waiting"),), (judged("z"),)])
def test_only_an_approved_revision_is_shown(entries: tuple[LedgerEntry, ...]) -> None:
    """A post of main without a verdict in favour of something that main has had is not on the site."""
    shown = gather({"a": POST_MD, "z": POST_MD}, "a", *entries).posts

    assert [entry.revision for entry in entries if entry.outcome == "approved"] == ["z"] * len(shown)


def test_an_unapproved_edit_does_not_change_the_site() -> None:
    """While main has an edit that nobody approved, the site shows the last revision that was."""
    (one,) = gather({"a": POST_MD, "b": NEWER}, "b", judged("a"), judged("b", "blocked")).posts

    assert one.post.title == "Pengumuman Libur Layanan"


def test_an_approved_edit_replaces_the_page() -> None:
    """An approved newer revision is what the site shows, stamped with its own verdict."""
    (one,) = gather({"a": POST_MD, "b": NEWER}, "b", judged("a"), judged("b", hour=5)).posts

    assert (one.post.title, one.since.hour if one.since else None) == ("Pengumuman Cuti Layanan", 5)


def test_a_return_to_an_approved_revision_needs_no_new_verdict() -> None:
    """When main goes back to what was approved before, the site follows main."""
    (one,) = gather({"a": POST_MD, "b": NEWER}, "a", judged("a"), judged("b")).posts

    assert one.post.title == "Pengumuman Libur Layanan"


def test_a_withdrawal_counts_at_once_but_its_words_do_not() -> None:
    """Main's withdrawal makes a tombstone without waiting for a verdict; its unapproved note is not shown."""
    (one,) = gather({"a": POST_MD, "w": WITHDRAWN}, "w", judged("a")).posts
    (approved,) = gather({"a": POST_MD, "w": WITHDRAWN}, "w", judged("a"), judged("w")).posts

    assert Amendment("izin") == one.withdrawn
    assert Amendment("izin", "Nama dan alamat pemohon") == approved.withdrawn


def test_a_withdrawal_of_what_was_never_shown_shows_nothing() -> None:
    """A post that was withdrawn before any approval has no tombstone either."""
    assert not gather({"w": WITHDRAWN}, "w").posts


def test_what_was_public_before_the_ledger_stays() -> None:
    """A baseline post belongs to the site, its later edits only when approved."""
    baseline = LedgerEntry("baseline", NOW, "instagram", "a")

    assert len(gather({"a": POST_MD}, "a", baseline).posts) == 1
    (one,) = gather({"a": POST_MD, "b": NEWER}, "b", baseline).posts
    assert one.post.title == "Pengumuman Libur Layanan"


def test_receipts_become_proof_of_what_stands() -> None:
    """The newest receipt of each channel is shown, and a withdrawn channel's is not."""
    lines = []
    for channel, nonce, url in (("x", "1", "https://x.com/1"), ("instagram", "2", "https://instagram.com/2")):
        lines.append(LedgerEntry("intent", NOW, channel, "a", nonce, until=NOW))
        lines.append(LedgerEntry("receipt", NOW, channel, "a", nonce, url=url))
    lines.append(LedgerEntry("withdrawal", NOW, "instagram", "a"))
    (one,) = gather({"a": POST_MD}, "a", judged("a"), *lines).posts

    assert (Proof("x", "https://x.com/1", NOW),) == one.proofs


def test_an_approved_revision_that_cannot_be_read_is_named() -> None:
    """A post that this version cannot read is reported by its path, not dropped in silence."""
    assert gather({"a": "bukan kiriman"}, "a", judged("a")).unreadable == (PATH,)


def test_a_clone_without_the_approved_revision_is_an_error(tmp_path: Path) -> None:
    """When Git lacks an approved tree the build stops: a shallow clone never takes a page down."""
    with closing(Git(repository(tmp_path))) as repo, pytest.raises(OutsideFailed):
        tree_reader(repo)("0" * 40, PATH)


# ---- the command ----------------------------------------------------------------------------------------------------


def test_without_a_ledger_the_work_tree_is_built_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A repository without a ledger gives a site with a banner, and one sentence on standard error."""
    root = repository(tmp_path / "repo", committed=False)

    assert run(["-C", str(root), "build"]) == 0
    printed = capsys.readouterr()
    assert "tanpa verifikasi" in printed.err
    assert "Situs jadi" in printed.out
    assert "Tanpa verifikasi." in (root / "public/2026/11/25-libur/index.html").read_text(encoding="utf-8")


def test_json_is_all_that_standard_output_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --format json the output is one object with the five keys of the contract."""
    root = repository(tmp_path / "repo")

    assert run(["-C", str(root), "build", "--format", "json", "--out", str(tmp_path / "out")]) == 0
    result = json.loads(capsys.readouterr().out)
    assert {"pages", "written", "removed", "unchanged", "out"} == set(result)
    assert str(tmp_path / "out") == result["out"]
    assert result["pages"] == len(list((tmp_path / "out").rglob("*.html")))


def test_an_unreadable_post_is_told_and_the_rest_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A post that cannot be read is named with the command that explains it, and the exit code is 1."""
    root = repository(tmp_path / "repo")
    (root / "content/2026/11/26-rusak").mkdir()
    (root / "content/2026/11/26-rusak/post.md").write_text("kosong", encoding="utf-8")

    assert run(["-C", str(root), "build"]) == 1
    assert "kendal check content/2026/11/26-rusak" in capsys.readouterr().err
    assert (root / "public/2026/11/25-libur/foto.jpg").exists()


def test_a_pinned_ledger_that_is_missing_stops_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An office that has a ledger never gets an unverified site in its place."""
    root = repository(tmp_path / "repo")
    (root / "kendal.yaml").write_text(KENDAL_YAML + f"ledger: {{root: {'a' * 40}}}\n", encoding="utf-8")

    assert run(["-C", str(root), "build"]) == 2
    assert not (root / "public").exists()
    assert "buku tayang" in capsys.readouterr().err


def test_with_a_ledger_only_its_posts_are_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a pinned ledger the site is what main has approved, whatever lies in the work tree; unpinned is refused."""
    root = repository(tmp_path / "repo")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "hub.git")
    git(root, "remote", "add", "origin", str(tmp_path / "hub.git"))
    git(root, "push", "-q", "origin", "main")
    tip = git(root, "rev-parse", "HEAD")
    with closing(Git(root)) as repo:
        pinned = GitLedger(repo, CLOCK).begin(tip, baseline(repo, tip, OFFICE, NOW), NOW)
    assert run(["-C", str(root), "build"]) == 2  # nobody has pinned it yet
    assert pinned in capsys.readouterr().err
    (root / "kendal.yaml").write_text(KENDAL_YAML + f"ledger: {{root: {pinned}}}\n", encoding="utf-8")
    (root / "content/2026/11/26-diam").mkdir()
    (root / "content/2026/11/26-diam/post.md").write_text(POST_MD.replace("25", "26"), encoding="utf-8")

    assert run(["-C", str(root), "build"]) == 0
    assert capsys.readouterr().err == ""
    assert (root / "public/2026/11/25-libur/index.html").exists()
    assert not (root / "public/2026/11/26-diam").exists()
    assert "Tanpa verifikasi." not in (root / "public/index.html").read_text(encoding="utf-8")


def test_paths_that_are_no_posts_are_not_built(tmp_path: Path) -> None:
    """A folder whose path is not content/YYYY/MM/DD-slug gets no page."""
    folder = tmp_path / "content/draf"
    folder.mkdir(parents=True)
    (folder / "post.md").write_text(POST_MD, encoding="utf-8")

    assert from_work_tree(WorkTree(tmp_path)).unreadable == ("content/draf",)


def test_heavy_packages_wait_until_a_page_is_made() -> None:
    """Importing the commands brings neither Jinja, Markdown nor the sanitiser."""
    heavy = "{'jinja2', 'markdown', 'nh3'}"
    asked = f"import sys, kendal_git.cli.build, kendal_git.cli.preview; print({heavy} & {{*sys.modules}})"
    done = process([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
