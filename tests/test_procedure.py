"""The five steps through the ``kendal`` command, on real Git with a real remote, as the four roles type them."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from kendal_git.cli import main

POST = "content/2026/11/25-hari-guru"
FRONT = """---
title: Selamat Hari Guru
kind: pengumuman
date: 2026-11-25
opd: [setda]
commemoration: hari-guru-nasional
team: {design: staf, text: staf}
channels: [instagram, facebook, x]
information: serta-merta
sensitivity: SENSITIVITY
images:
  - {file: flyer.jpg, alt: Buku terbuka di atas meja guru, credit: Tim IKP, purpose: flyer}
consent: {children: none}
---
"""


@dataclass(frozen=True)
class Said:
    """What one command printed and how it ended."""

    code: int
    out: str
    error: str


Kendal = Callable[..., Said]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content repository with its remote and its ledger, to be copied: both lie inside of its folder."""
    folder = tmp_path_factory.mktemp("office") / "kantor"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def kendal(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kendal:
    """The command, run in a content repository of its own."""
    shutil.copytree(office, tmp_path / "kantor", symlinks=True)
    monkeypatch.chdir(tmp_path / "kantor")
    capsys.readouterr()

    def run(*words: str) -> Said:
        code = main(list(words))
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return run


def write_post(words: str = "Terima kasih, guru.", sensitivity: str = "biasa", path: str = POST) -> None:
    """A complete post in the work tree."""
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "post.md").write_text(FRONT.replace("SENSITIVITY", sensitivity) + words + "\n", encoding="utf-8")
    Image.new("RGB", (540, 675), (20, 90, 90)).save(folder / "flyer.jpg")


def approve(kendal: Kendal, number: int, *people: str) -> None:
    """Approvals that are taken."""
    for who in people:
        assert kendal("review", str(number), "--approve", "--as", who).code == 0


def deliveries(said: Said) -> dict[str, str]:
    """Channel and state of each delivery of ``publish --format json``."""
    return {one["channel"]: one["state"] for one in json.loads(said.out)["deliveries"]}


def test_a_post_goes_out_once_with_proof(kendal: Kendal) -> None:
    """A post approved by both levels is delivered to each channel once, and the ledger says by whose word."""
    write_post()
    assert "diajukan sebagai proposal 1" in kendal("submit", POST).out
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    assert kendal("merge", "1").code == 0

    first, second = kendal("publish", "--format", "json"), kendal("publish", "--format", "json")

    assert (first.code, deliveries(first)) == (0, dict.fromkeys(("instagram", "facebook", "x"), "handed-off"))
    assert (second.code, deliveries(second)) == (0, {})
    lines = json.loads(kendal("ledger", "show", "--format", "json").out)["posts"][POST]
    kinds = [line["kind"] for line in lines]
    assert sorted(kinds) == sorted(["judged", *["intent"] * 3, *["receipt"] * 3])
    assert [one["by"] for one in lines[0]["verdict"]["approvals"]] == ["subkoor-psdk", "kabid-ikp"]
    assert "buku tayang utuh: 1 kiriman, 7 baris" in kendal("ledger", "verify").out


def test_the_outbox_holds_exactly_what_was_approved(kendal: Kendal) -> None:
    """The folder has text, the very picture bytes, the alternative text, a page, a manifest, and nothing else."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    kendal("merge", "1")
    kendal("publish")

    folder = Path("outbox/instagram/2026-11-25-hari-guru")

    names = ["01-flyer.jpg", "01-flyer.jpg.alt.txt", "kit.html", "manifest.json", "teks.txt"]
    assert names == sorted(path.name for path in folder.iterdir())
    assert (folder / "teks.txt").read_text(encoding="utf-8") == "Terima kasih, guru.\n"
    assert (folder / "01-flyer.jpg").read_bytes() == (Path(POST) / "flyer.jpg").read_bytes()
    assert (folder / "01-flyer.jpg.alt.txt").read_text(encoding="utf-8") == "Buku terbuka di atas meja guru\n"
    assert json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["post"] == POST


def test_what_waits_to_be_posted_by_hand_is_named_until_somebody_records_it(kendal: Kendal) -> None:
    """A kit is not a post: the status names it, and is silent once a role holder says where the post is."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    kendal("merge", "1")
    kendal("publish")

    waiting = kendal("status").out
    for channel in ("instagram", "facebook", "x"):
        url = f"https://{channel}.example/1"
        done = kendal("publish", "--handed-off", POST, channel, "--url", url, "--as", "kabid-ikp")
        assert (done.code, done.out) == (0, f"dicatat: {POST} di {channel}, diunggah dengan tangan oleh kabid-ikp\n")

    assert f"{POST}: kit untuk instagram siap sejak " in waiting
    assert waiting.count("belum dicatat tayang") == 3
    assert kendal("status").out == "tidak ada proposal terbuka\n"


def test_nothing_goes_out_before_both_levels_approved(kendal: Kendal) -> None:
    """A proposal with one approval is not merged, and the gate names who is still asked."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk")

    merged, gate = kendal("merge", "1"), kendal("gate", "1", "--format", "json")

    assert merged.code == 1
    assert "proposal 1 belum boleh digabungkan" in merged.out
    verdict = json.loads(gate.out)
    assert (gate.code, verdict["verdict"], verdict["authenticated"]) == (1, "waiting", False)
    assert [need["state"] for need in verdict["requirements"]] == ["given", "waiting"]
    assert verdict["requirements"][1]["reason"] == "menunggu kabid-ikp"


def test_a_changed_byte_drops_every_approval(kendal: Kendal) -> None:
    """After an edit both approvals are ignored with the commit that they were for, until they are given again."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    write_post("Terima kasih, guru!")
    kendal("submit", POST)

    said = kendal("gate", "1")

    assert said.code == 1
    assert said.out.count("isinya sudah berubah") == 2
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    assert kendal("merge", "1").code == 0


def test_the_author_cannot_approve_their_own_post(kendal: Kendal) -> None:
    """The author's approval is listed and passed over."""
    write_post()
    kendal("submit", POST)

    said = kendal("review", "1", "--approve")

    assert "diabaikan: staf – pengusul tidak dapat menyetujui usulannya sendiri" in said.out


def test_a_sensitive_post_needs_the_kepala_dinas(kendal: Kendal) -> None:
    """With both levels given, a post marked sensitif still waits for the Kepala Dinas."""
    write_post(sensitivity="sensitif")
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")

    assert "menunggu kepala-dinas" in kendal("merge", "1").out
    approve(kendal, 1, "kepala-dinas")
    assert kendal("merge", "1").code == 0


def test_a_returned_post_waits_for_the_person_who_returned_it(kendal: Kendal) -> None:
    """A change request blocks although everyone approved the mended content, until its author approves."""
    write_post()
    kendal("submit", POST)
    assert kendal("review", "1", "--request-changes", "-m", "jam acara keliru", "--as", "kepala-dinas").code == 0
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")

    blocked = kendal("merge", "1")

    assert (blocked.code, "kepala-dinas meminta perbaikan: jam acara keliru" in blocked.out) == (1, True)
    approve(kendal, 1, "kepala-dinas")
    assert kendal("merge", "1").code == 0


def test_an_objection_after_the_merge_stops_what_is_unsent(kendal: Kendal) -> None:
    """A change request by a role holder after the merge keeps the post from every channel."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    kendal("merge", "1")
    kendal("review", "1", "--request-changes", "-m", "tunggu dulu", "--as", "kepala-dinas")

    said = kendal("publish", "--format", "json")

    assert (said.code, set(deliveries(said).values())) == (1, {"refused"})
    assert not Path("outbox").exists()


def test_a_direct_push_is_never_published(kendal: Kendal) -> None:
    """Content that reached main without a proposal is refused, with the way back."""
    from kendal_git.objects import Git

    write_post()
    git = Git(Path.cwd())
    git.run("add", ".")
    git.run("commit", "-qm", "langsung")
    git.run("push", "-q", "origin", "main")
    git.close()

    said = kendal("publish")

    assert said.code == 1
    assert "masuk ke cabang utama tanpa persetujuan lengkap" in said.out
    assert "kendal submit --again content/2026/11/25-hari-guru" in said.out


def test_a_hold_stops_and_its_end_goes_on(kendal: Kendal) -> None:
    """While one channel is held the others go out; lifted, the rest follows."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    kendal("merge", "1")
    said = kendal("hold", "--channel", "x", "-m", "akun diperiksa")

    held = kendal("publish", "--format", "json")
    kendal("unhold", "--channel", "x")
    after = kendal("publish", "--format", "json")

    assert said.code == 0
    assert said.out.splitlines() == [
        "penayangan ditahan: x",
        "panggilan yang sudah berjalan tidak ikut berhenti: dalam 180 detik ini mungkin masih ada yang tayang",
    ]
    assert deliveries(held) == {"instagram": "handed-off", "facebook": "handed-off", "x": "held"}
    assert deliveries(after)["x"] == "handed-off"


def test_submitting_again_with_nothing_changed_sends_nothing(kendal: Kendal) -> None:
    """Submit is safe to repeat, and leaves the work tree on its branch with the person's files in place."""
    write_post()
    kendal("submit", POST)

    said = kendal("submit", POST)

    assert (said.code, "proposal 1 sudah memuat isi ini" in said.out) == (0, True)
    assert (Path(POST) / "post.md").exists()


def test_a_post_with_errors_is_not_submitted(kendal: Kendal) -> None:
    """The check stands before the proposal."""
    write_post()
    (Path(POST) / "flyer.jpg").unlink()

    said = kendal("submit", POST)

    assert (said.code, "galat[picture-missing]" in said.out) == (1, True)
    assert kendal("status").out == "tidak ada proposal terbuka\n"


def test_status_says_whose_turn_it_is(kendal: Kendal) -> None:
    """An open proposal is listed with the roles that it waits for."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk")

    said = kendal("status")

    assert "menunggu     Selamat Hari Guru" in said.out
    assert "menunggu: Kabid IKP · sejak" in said.out


def test_a_rehearsal_sends_and_records_nothing(kendal: Kendal) -> None:
    """After a rehearsal nothing is in the outbox or the ledger, and the real run still delivers."""
    write_post()
    kendal("submit", POST)
    approve(kendal, 1, "subkoor-psdk", "kabid-ikp")
    kendal("merge", "1")

    rehearsed = kendal("publish", "--rehearse")

    assert "latihan: tidak ada yang benar-benar dikirim" in rehearsed.out
    assert not Path("outbox").exists()
    assert kendal("ledger", "show").out == "buku tayang masih kosong\n"
    assert set(deliveries(kendal("publish", "--format", "json")).values()) == {"handed-off"}


def test_the_embedded_forge_refuses_to_run_beside_real_credentials(
    kendal: Kendal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unauthenticated verdicts and a real channel's token never meet in one process."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:abc")

    said = kendal("status")

    assert said.code == 2
    assert "forge lokal tidak boleh dipakai bersama kredensial kanal sungguhan (TELEGRAM_BOT_TOKEN)" in said.error
    assert "123:abc" not in said.out + said.error


def test_a_ledger_that_kendal_yaml_does_not_pin_is_not_used(kendal: Kendal) -> None:
    """With another root pinned publish ends with 2 and sends nothing."""
    settings = Path("kendal.yaml")
    text = settings.read_text(encoding="utf-8")
    root = text.partition("{root: ")[2][:40]
    settings.write_text(text.replace(root, "0" * 40), encoding="utf-8")

    said = kendal("publish")

    assert (said.code, "bukan yang dicatat di kendal.yaml" in said.error) == (2, True)


def test_settling_without_a_doubt_is_refused(kendal: Kendal) -> None:
    """A person can end a doubt, not invent one; and only a role holder can."""
    assert "tidak ada keraguan" in kendal("ledger", "settle", POST, "x", "sent", "--as", "kabid-ikp").error
    assert (
        "orang-luar tidak memegang peran" in kendal("ledger", "settle", POST, "x", "sent", "--as", "orang-luar").error
    )


@pytest.mark.parametrize(("words", "sentence"), [
    (("gate", "7"), "tidak ada proposal nomor 7"),
    (("review", "1"), "pilih satu: --approve, --request-changes, atau --comment"),
    (("review", "1", "--request-changes"), "tulis alasannya dengan -m"),
    (("submit", "content/2026/11/25-tidak-ada"), "tidak ada berkas atau folder"),
    (("hold", "-m", "x", "--channel", "tiktok"), "tidak ada kanal tiktok"),
    (("publish", "--only", "tiktok"), "tidak ada kanal tiktok"),
    (("ledger", "show", "content/2026/11/25-hari-guru"), "buku tayang tidak mengenal"),
    (("ledger", "init"), "buku tayang sudah ada"),
])  # fmt: skip
def test_wrong_words_end_with_2_and_a_sentence(kendal: Kendal, words: tuple[str, ...], sentence: str) -> None:
    """Misuse is told in one sentence with exit code 2."""
    said = kendal(*words)

    assert (said.code, sentence in said.error) == (2, True), said
