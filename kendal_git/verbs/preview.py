"""preview: a post as it lies on disk to one page that shows what everybody would see, and what the check says."""

from datetime import datetime

from kendal_git.composing import compose
from kendal_git.model.office import Office
from kendal_git.objects import Git
from kendal_git.planning.times import NEVER, DaysOf, ends, opens
from kendal_git.reading.posts import FILE, Files, read_post
from kendal_git.rendering.preview import Draft
from kendal_git.rendering.values import Shown, SitePost
from kendal_git.verbs.check import check_post
from kendal_git.verbs.showing import PATH


def draft(files: Files, path: str, office: Office, days_of: DaysOf, digest: str = "") -> Draft:
    """Everything that a preview of one post shows. Its opening time is told, not waited for."""
    found = tuple(check_post(files, path, office))
    post = read_post(files, path).post
    if post is None:
        return Draft(path, found, digest=digest)
    opening = opens(post, office.zone, days_of)
    until = ends(post, office.zone, days_of)
    item = SitePost(post, lambda name: files.read(f"{path}/{name}"), withdrawn=post.withdrawn)
    shown = Shown(
        item, datetime.combine(post.date, datetime.min.time(), office.zone), None if until == NEVER else until
    )
    payloads = tuple(compose(post, name, office) for name in post.channels)
    return Draft(path, found, shown, payloads, digest, None if opening == NEVER else opening, opening == NEVER)


def changed_posts(git: Git, files: Files) -> tuple[str, ...]:
    """The posts that differ from the last commit, new ones too; a post that was removed is none."""
    if not _in_git(git):
        return ()
    listed = git.run("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "content").stdout
    names = (row[3:].decode(errors="replace") for row in listed.split(b"\0") if row)
    folders = dict.fromkeys("/".join(name.split("/")[:4]) for name in names)
    return tuple(folder for folder in folders if PATH.fullmatch(folder) and files.read(f"{folder}/{FILE}") is not None)


def digest_of(git: Git, path: str) -> str:
    """The tree id of a post whose folder is committed as it lies there; empty otherwise."""
    if not _in_git(git) or git.text("status", "--porcelain", "--untracked-files=all", "--", path):
        return ""
    return git.tree_id("HEAD", path) or ""


def _in_git(git: Git) -> bool:
    return git.run("rev-parse", "--git-dir", ok=(0, 128)).returncode == 0
