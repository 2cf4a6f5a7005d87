"""What every channel gets of an approved revision, as digests: written with the verdict, compared before a call.

A package that is updated between approval and publication may compose another text or another picture. Nobody approved
that, so nobody sends it.
"""

from kendal_git.composing import compose
from kendal_git.composing.picturing import fingerprint, pictures
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.objects import Git, TreeFiles
from kendal_git.pictures import UndecodableError


def fingerprints(git: Git, office: Office, post: Post, revision: str) -> dict[str, str]:
    """Channel → digest of its payload; none where a picture cannot be read, which is refused when it is sent."""
    files, found = TreeFiles(git, revision, post.path), {}
    for channel in post.channels:
        payload = compose(post, channel, office)
        try:
            found[channel] = fingerprint(
                payload, pictures(payload, lambda name: files.read(f"{post.path}/{name}"), office)
            )
        except UndecodableError:
            continue
    return found
