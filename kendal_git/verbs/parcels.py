"""What a channel gets: one revision of a post, composed, with its pictures as they go out."""

from kendal_git.composing import compose
from kendal_git.composing.picturing import pictures, post_link
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import OutsideFailed
from kendal_git.objects import Git, TreeFiles
from kendal_git.pictures import UndecodableError
from kendal_git.ports import Parcel
from kendal_git.reading.posts import read_post
from kendal_git.verbs.survey import Surveyed


def parcel_of(git: Git, office: Office, surveyed: Surveyed, channel: str, revision: str = "") -> Parcel:
    """What a channel gets, from the very tree that was judged. Raises OutsideFailed when that tree cannot be read."""
    revision = revision or surveyed.revision
    files = TreeFiles(git, revision, surveyed.path)
    post = surveyed.post if revision == surveyed.revision else read_post(files, surveyed.path).post
    if post is None:
        raise OutsideFailed(say("publish.unreadable", path=surveyed.path))
    payload = compose(post, channel, office)
    try:
        sent = pictures(payload, lambda name: files.read(f"{surveyed.path}/{name}"), office)
    except UndecodableError:
        raise OutsideFailed(say("publish.unreadable", path=surveyed.path)) from None
    link = post_link(office, surveyed.path)
    return Parcel(surveyed.path, revision, payload, sent, post.title, link, site=office.site.url)


def pictures_in(git: Git, office: Office, path: str, revision: str, channel: str) -> int | None:
    """How many pictures a channel gets of one revision; None when its tree cannot be read here."""
    post = read_post(TreeFiles(git, revision, path), path).post if revision and git.object(revision) else None
    return len(compose(post, channel, office).pictures) if post else None
