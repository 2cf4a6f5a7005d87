"""The protocol as a person meets it: real processes, a real remote, exit codes, and the sentences on the screen."""

import json
import shlex
import shutil
import subprocess
from pathlib import Path

from tests.wire.office import CHANNELS, FRONT, POST, Place, calls, copy, finish

NEW = "content/2026/11/26-hari-ikan"


def git(folder: Path, *words: str) -> str:
    """Git as somebody at the keyboard would use it."""
    done = subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def remote(place: Place) -> Path:
    """The bare repository that all clones share."""
    return place.folder / ".git/kendal-origin.git"


def sent(log: Path, name: str) -> list[int]:
    """The accepted calls of each channel."""
    return [calls(log, name, channel) for channel in CHANNELS]


def test_a_ledger_that_was_forced_back_ends_with_4(office: Place, log: Path, tmp_path: Path) -> None:
    """The second ref knows better than the copy that was pushed over the first: nothing is sent, and it says why."""
    place = copy(office, tmp_path / "a", "forced-back")
    old = git(remote(place), "rev-parse", "ledger")
    finish(place, log, "forced-back")
    git(remote(place), "update-ref", "refs/heads/ledger", old)
    ended = place.kendal("publish")

    assert (ended.code, sent(log, "forced-back")) == (4, [1, 1])
    assert "buku tayang mundur: ada baris yang pernah tercatat kini hilang; tidak ada yang dikirim" in one_line(
        ended.error
    )
    assert "pulihkan cabang ledger dari salinan terbaru, lalu periksa kanal satu per satu" in one_line(ended.error)


def test_a_main_that_was_forced_back_ends_with_3(office: Place, log: Path, tmp_path: Path) -> None:
    """What the ledger has planned is no longer on main: nothing is planned from there, and nothing is sent twice."""
    place = copy(office, tmp_path / "a", "main-back")
    finish(place, log, "main-back")
    git(remote(place), "update-ref", "refs/heads/main", git(remote(place), "rev-parse", "main~1"))
    ended = place.kendal("publish")

    assert (ended.code, sent(log, "main-back")) == (3, [1, 1])
    assert "cabang utama yang diambil lebih tua dari buku tayang" in one_line(ended.error)
    assert "jalankan lagi; bila tetap begini, cabang utama mungkin dipaksa mundur" in one_line(ended.error)


def test_a_ledger_that_begins_late_sends_nothing_old(office: Place, log: Path, tmp_path: Path) -> None:
    """An archive that was published by hand is known from the first commit on; only what comes after it goes out."""
    place = copy(office, tmp_path / "a", "genesis")
    for name in ("ledger", "ledger-seen"):
        git(remote(place), "update-ref", "-d", f"refs/heads/{name}")
    settings = place.folder / "kendal.yaml"
    words = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("ledger:")]
    settings.write_text("\n".join((*words, "ledger: {root: null}", "")), encoding="utf-8")
    begun = place.kendal("ledger", "init", "--from", "origin/main")
    git(place.folder, "commit", "-qam", "kantor: buku tayang dimulai")
    git(place.folder, "push", "-q", "origin", "HEAD:main")
    old = place.kendal("publish", "--format", "json")
    propose(place, NEW)
    new = place.kendal("publish", "--format", "json")

    assert (begun.code, "1 kiriman lama dicatat dan tidak akan dikirim" in begun.out) == (0, True), begun
    assert (old.code, old.deliveries) == (0, [])
    assert (new.code, [(one["post"], one["state"]) for one in new.deliveries]) == (0, [(NEW, "delivered")] * 2), new
    posts = [line for line in log.read_text(encoding="utf-8").splitlines() if '"/genesis/' in line]
    assert (sent(log, "genesis"), all(NEW in line for line in posts)) == ([1, 1], True)


def test_a_result_that_could_not_be_pushed_is_taken_in_with_the_line_that_was_printed(
    office: Place, log: Path, tmp_path: Path
) -> None:
    """Sent, and the remote takes no push any more: exit 4 with a whole command, which ends the doubt as it stands."""
    place = copy(office, tmp_path / "a", "unrecorded")
    count, hook = tmp_path / "pushes", remote(place) / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\necho >>"{count}"\n[ "$(wc -l <"{count}")" -le 2 ]\n', encoding="utf-8")
    hook.chmod(0o755)
    ended = place.kendal("publish", "--only", CHANNELS[0])
    hook.unlink()
    line = next(line.strip() for line in ended.out.splitlines() if "kendal ledger settle" in line)
    lost = place.kendal("publish", "--only", CHANNELS[0])
    settled = place.kendal(*shlex.split(line.removeprefix("catat dengan: kendal ")), "--as", "kabid-ikp")
    last = place.kendal("publish", "--only", CHANNELS[0])

    assert (ended.code, lost.code) == (4, 4)
    assert "sudah tayang, tetapi belum tercatat: buku tayang sedang dipakai banyak proses" in ended.out
    assert line == f"catat dengan: kendal ledger settle {POST} wire-one sent --url wire:/unrecorded/wire-one"
    assert settled.out == f"dicatat: {POST} di wire-one dinyatakan sent oleh kabid-ikp\n"
    assert (last.code, sent(log, "unrecorded")) == (0, [1, 0])


def test_the_address_that_a_person_gives_names_the_post(office: Place, tmp_path: Path) -> None:
    """What the channel itself calls a post is read from its address, so that a later correction is no work by hand."""
    place = copy(office, tmp_path / "a", "named")
    settings = place.folder / "kendal.yaml"
    text = settings.read_text(encoding="utf-8")
    place.kendal("publish", "--only", CHANNELS[0], own=("--kill", "http receive", "1"))
    for channel, via in zip(CHANNELS, ("telegram", "facebook"), strict=True):
        text = text.replace(f"{channel}: {{via: wire}}", f"{channel}: {{via: {via}}}")
    settings.write_text(text, encoding="utf-8")
    kabid = ("--as", "kabid-ikp", "--url")
    settled = place.kendal("ledger", "settle", POST, CHANNELS[0], "sent", *kabid, "https://t.me/kendalkab/412")
    page = "https://www.facebook.com/100001/posts/200002"
    handed = place.kendal("publish", "--handed-off", POST, CHANNELS[1], *kabid, page)
    lines = json.loads(place.kendal("ledger", "show", POST, "--format", "json").out)["posts"][POST]
    remotes = {one["channel"]: one["remote"] for one in lines if one["kind"] in {"settled", "found"}}

    assert (settled.code, handed.code) == (0, 0), (settled, handed)
    assert remotes == {CHANNELS[0]: "412", CHANNELS[1]: "100001_200002"}


def propose(place: Place, path: str) -> None:
    """One more post, approved and merged."""
    shutil.copytree(place.folder / POST, place.folder / path)
    (place.folder / path / "post.md").write_text(FRONT.replace("2026-11-25", "2026-11-26"), encoding="utf-8")
    steps = (
        ("submit", path),
        ("review", "2", "--approve", "--as", "subkoor-psdk"),
        ("review", "2", "--approve", "--as", "kabid-ikp"),
        ("merge", "2"),
    )
    for words in steps:
        done = place.kendal(*words)
        assert done.code == 0, done.out + done.error


def one_line(said: str) -> str:
    """A sentence that the terminal has folded, as it was."""
    return " ".join(said.split())
