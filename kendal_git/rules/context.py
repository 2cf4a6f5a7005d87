"""What a rule may look at: one post as read, the office, and the repository's files."""

from collections.abc import Callable, Iterator

from kendal_git.model.diagnostic import Diagnostic, Place
from kendal_git.model.document import Document, Mapping, Node, Scalar, Sequence
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.model.values import dataclass
from kendal_git.reading.decoding import PARTS
from kendal_git.reading.posts import Files, ReadPost
from kendal_git.rules.wording.texts import Words


@dataclass(frozen=True, slots=True)
class Context:
    """One post and its surroundings. ``post`` may have gaps, which the reading has told of: a rule passes over them.

    ``texts`` is all that the public may read of it, in the order of the file.
    """

    read: ReadPost
    post: Post
    document: Document
    office: Office
    files: Files
    texts: tuple[Words, ...]

    def at(self, *route: str | int) -> Place:
        """The place of a front matter value."""
        return self.document.place(*route)

    def texts_in(self, fields: tuple[str, ...]) -> Iterator[Words]:
        """The texts of some fields only."""
        return (words for words in self.texts if words.field in fields)

    def items(self, *route: str, key: str = "") -> Iterator[tuple[int, str]]:
        """The texts of a list as written, of its records' ``key`` if one is named, each with its number in the file.

        A list of the Post has lost what was wrong in it: its numbers are no places.
        """
        node: Node | None = self.document.fields
        for step in route:
            node = node.get(step) if isinstance(node, Mapping) else None
        for index, item in enumerate(node.items[:PARTS] if isinstance(node, Sequence) else ()):
            part = item.get(key) if isinstance(item, Mapping) else item
            if isinstance(part, Scalar):
                yield index, part.text


Rule = Callable[[Context], Iterator[Diagnostic]]
