"""An office elsewhere: the wheel alone, from outside of this tree, carries everything that the procedure needs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.test_procedure import POST, write_post

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel installs it, away from its sources."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_another_office_works_with_the_wheel_alone(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``kendal init`` makes a repository in which check, submit, review, gate, merge, publish and build work."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}

    def kendal(*words: str, folder: Path = tmp_path / "other-office") -> str:
        command = [sys.executable, "-m", "kendal_git", *words]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    kendal("init", "other-office", "--name", "Diskominfo Contoh", folder=tmp_path)
    monkeypatch.chdir(tmp_path / "other-office")
    write_post()
    kendal("check")
    assert kendal("check", "--explain", "day-name").startswith("day-name\n========\n")
    kendal("preview", POST)
    kendal("submit", POST)
    for who in ("subkoor-psdk", "kabid-ikp"):
        kendal("review", "1", "--approve", "--as", who)
    kendal("gate", "1")
    kendal("merge", "1")
    published = kendal("publish")
    kendal("build", "--out", "public")

    assert "0 tayang, 0 meragukan, 0 belum, 3 menunggu diunggah dengan tangan" in published
    assert "Terima kasih, guru." in Path("public/2026/11/25-hari-guru/index.html").read_text(encoding="utf-8")
    where = [sys.executable, "-c", "import kendal_git; print(kendal_git.__file__)"]
    used = subprocess.run(where, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert used.startswith(str(installed))
