"""The channel's own name of a post that a person points to, for the commands that take a person's word."""

from kendal_git.channels import naming
from kendal_git.verbs.parcels import pictures_in
from kendal_git.wiring.desk import Desk


def remote_of(at: Desk, delivery: tuple[str, str], revision: str, url: str) -> str:
    """What the channel calls the post at ``url``; empty where the address does not tell."""
    post, channel = delivery
    settings = dict(at.office.channels).get(channel)
    if settings is None or not url:
        return ""
    return naming.remote_of(settings.via, url, pictures_in(at.git, at.office, post, revision, channel))
