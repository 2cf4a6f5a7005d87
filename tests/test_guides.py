"""The pages that people read: what they link to is there, their pictures are small, what they tell to type exists."""

import re
from pathlib import Path

import pytest
import yaml
from PIL import Image

from kendal_git.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
GUIDES = sorted((ROOT / "docs/panduan").glob("*.md"))
PICTURES = sorted((ROOT / "docs/gambar").glob("*.png"))
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
TYPED = re.compile(r"\bkendal (?:-C \S+ |--lang \w+ )?([a-z]+)\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository, and every picture, is there."""
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]

    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_guide_is_linked_from_the_start() -> None:
    """Staff find each guide from the first page."""
    start = (ROOT / "README.md").read_text(encoding="utf-8")

    assert not [guide.name for guide in GUIDES if guide.relative_to(ROOT).as_posix() not in start]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures_are_small_and_shown(picture: Path) -> None:
    """A slow line loads each picture quickly, and none lies about that no page shows."""
    shown = [page for page in PAGES if f"gambar/{picture.name}" in page.read_text(encoding="utf-8")]

    assert picture.stat().st_size < 150_000
    assert shown
    with Image.open(picture) as opened:
        assert opened.format == "PNG"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_names_commands_that_exist(guide: Path) -> None:
    """Whatever stands behind ``kendal`` in a line to be typed is one of its commands."""
    blocks = re.findall(
        r"^```\n(.*?)^```$|`(kendal [^`]+)`", guide.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    typed = {name for pair in blocks for name in TYPED.findall(" ".join(pair))}

    assert typed
    assert typed <= {name for names in COMMANDS.values() for name in names}


def test_the_hook_of_the_guide_is_the_hook() -> None:
    """What staff copy for pre-commit looks at the same files as the hook that the repository offers."""
    text = (ROOT / "docs/panduan/memeriksa.md").read_text(encoding="utf-8")
    (copied,) = (
        block for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL) if "hooks:" in block
    )
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = yaml.safe_load(copied)["repos"]
    (hook,) = repository["hooks"]

    assert {name: hook[name] for name in ("id", "entry", "files", "require_serial")} == {
        name: offered[name] for name in ("id", "entry", "files", "require_serial")
    }
