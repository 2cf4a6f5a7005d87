"""The demonstration: five steps, one return, three attacks, one recovery, and nothing of it pretended."""

import subprocess
from pathlib import Path

import pytest

from kendal_git.cli import main

SELF = {
    "local": "ditolak: pengusul tidak dapat menyetujui usulannya sendiri",
    "github": "GitHub menolak (HTTP 422): Unprocessable Entity: Can not approve your own pull request",
}
REMOTE = {"local": "kantor/.git/kendal-origin.git", "github": "github/kominfo/konten.git"}


@pytest.mark.parametrize("forge", ["local", "github"])
def test_the_demonstration_shows_every_step_and_each_attack_refused(
    forge: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """On either forge it ends with 0, each attack with its reason, and what it says to open is there."""
    monkeypatch.setenv("COLUMNS", "100")

    code = main(["demo", "--forge", forge, "--dir", str(tmp_path / "peragaan")])

    out = " ".join(capfd.readouterr().out.split())
    assert code == 0
    assert f"Staf menyetujui usulannya sendiri → {SELF[forge]}" in out
    assert "Staf mengubah isi setelah disetujui → ditolak: menyetujui isi lain" in out
    assert "→ ditolak: kiriman bercampur dengan berkas kebijakan (kendal.yaml)" in out
    assert "proses kedua menyelesaikannya: 3 kanal, masing-masing satu kali" in out
    assert (tmp_path / "peragaan/situs/index.html").exists()
    assert len(list((tmp_path / "peragaan/kantor/outbox").glob("*/*/manifest.json"))) == 3
    remote = tmp_path / "peragaan" / REMOTE[forge]
    log = ["git", "log", "--format=%s", "ledger"]
    verify = subprocess.run(log, cwd=remote, capture_output=True, text=True, check=True)
    assert verify.stdout.count("intent") >= 2
