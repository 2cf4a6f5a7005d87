"""What a rule may look at: one post as read, the office, and the repository's files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kendal_git.model.diagnostic import Diagnostic, Place
from kendal_git.model.document import Document
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.reading.posts import Files, ReadPost


@dataclass(frozen=True, slots=True)
class Context:
    """One post and its surroundings. ``post`` and ``document`` are there: a post without them has said so already."""

    read: ReadPost
    post: Post
    document: Document
    office: Office
    files: Files

    def at(self, *route: str | int) -> Place:
        """The place of a front matter value."""
        return self.document.place(*route)


Rule = Callable[[Context], Iterator[Diagnostic]]
