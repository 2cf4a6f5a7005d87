"""withdraw: a post's file with its tombstone; the folder stays, history is never rewritten."""

from kendal_git.files import WorkTree
from kendal_git.frontmatter import read_post
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.reading.posts import FILE
from kendal_git.yamltext import put


def withdrawn(files: WorkTree, path: str, reason: str, note: str) -> bytes:
    """``post.md`` with ``withdrawn:`` saying why. Raises Misuse for what is no post, or cannot be read."""
    data = files.read(f"{path}/{FILE}")
    if data is None:
        raise Misuse(say("submit.not-a-post", path=path))
    document, _ = read_post(f"{path}/{FILE}", data)
    if document is None:
        raise Misuse(say("submit.unreadable", path=path), say("submit.unreadable.hint", path=path))
    told = {"reason": reason, "note": " ".join(note.split())}
    return put(document.source.text, document.fields, "withdrawn", told).encode()
