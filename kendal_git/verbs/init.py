"""init: a content repository for an office, ready to work on the embedded forge, with its ledger begun and pinned."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from kendal_git import __version__, repository
from kendal_git.files import WorkTree, packaged, write
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.reading.offices import read_office
from kendal_git.verbs.schema import RECORDS, schema

# The embedded forge's remote lies inside the repository's own .git, so that the folder can be moved as a whole.
ORIGIN = ".git/kendal-origin.git"
STARTER = "templates/starter"
LOCKED = ".github/kendal/requirements.txt"  # what CI installs, by hash: the versions that this version was tested with


def init(
    folder: Path, name: str, login: str, begin: Callable[[Path], str], pages: Callable[[Office], Mapping[str, bytes]]
) -> str:
    """Make the repository; ``begin`` starts the ledger and returns its root. The root is pinned in the second commit.

    ``pages`` are the files that a forge reads, made from the new kendal.yaml.

    Raises Misuse for a folder that already holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Misuse(say("git.exists", folder=folder), say("git.exists.hint"))
    folder.mkdir(parents=True, exist_ok=True)
    repository.create(folder, "main")
    starter = packaged(STARTER)
    for source in sorted(path for path in starter.rglob("*") if path.is_file()):
        data = source.read_bytes().replace(b"@NAMA@", name.encode()).replace(b"@VERSI@", __version__.encode())
        write(folder / _name(source.relative_to(starter)), data)
    write(folder / LOCKED, packaged("requirements/run.txt").read_bytes())
    write(folder / "agenda/hari-besar.yaml", packaged("agenda/hari-besar.yaml").read_bytes())
    office = read_office(WorkTree(folder))[0]
    for path, content in (pages(office) if office else {}).items():
        write(folder / path, content)
    for what in RECORDS:  # so that editors complete and check while typing
        words = json.dumps(schema(what, "id"), ensure_ascii=False, indent=2)
        write(folder / f"schemas/{what}.schema.json", words.encode() + b"\n")
    repository.introduce(folder, login)
    repository.commit_all(folder, "kantor: repositori konten dimulai", login)
    repository.create_bare(folder / ORIGIN, "main")
    repository.publish_main(folder, ORIGIN, "main")
    root = begin(folder)
    pin(folder, root)
    repository.commit_all(folder, "kantor: buku tayang dimulai", login)
    repository.push_main(folder, "main")
    return root


def pin(folder: Path, root: str) -> bool:
    """Write the ledger's root into the work tree's kendal.yaml; False when its line is not the one that we know."""
    path = folder / "kendal.yaml"
    return write(path, path.read_bytes().replace(b"ledger: {root: null}", f"ledger: {{root: {root}}}".encode()))


def _name(path: Path) -> Path:
    """Names that would mean something inside a package are stored without their dot: ``dot.gitignore``."""
    return Path(*(part.removeprefix("dot") if part.startswith("dot.") else part for part in path.parts))
