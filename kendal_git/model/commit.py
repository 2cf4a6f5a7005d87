"""A commit's own facts, as the objects' room reads them and the judge and the forge ask for them."""

import re

from kendal_git.model.values import dataclass

CO_AUTHOR = re.compile(r"^Co-authored-by:.*<([^>\n]+)>", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit. ``people`` are the addresses of author, committer and co-authors."""

    id: str
    tree: str
    parents: tuple[str, ...]
    people: tuple[str, ...] = ()


def from_object(identity: str, content: bytes) -> Commit:
    """The commit of a raw commit object."""
    head, _, message = content.decode(errors="replace").partition("\n\n")
    lines = head.splitlines()
    people = [line.split("<")[-1].split(">")[0] for line in lines if line.startswith(("author ", "committer "))]
    people += CO_AUTHOR.findall(message)
    parents = tuple(line[7:] for line in lines if line.startswith("parent "))
    return Commit(identity, lines[0][5:], parents, tuple(dict.fromkeys(people)))
