"""A commit's own facts, as the objects' room reads them and the judge and the forge ask for them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit. ``people`` are the addresses of author, committer and co-authors."""

    id: str
    tree: str
    parents: tuple[str, ...]
    people: tuple[str, ...] = ()
    subject: str = ""
