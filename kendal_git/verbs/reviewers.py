"""Who is asked to look at a submitted path: the holders, today, of the roles that must approve it."""

from datetime import date

from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.policy.level import level
from kendal_git.policy.needs import VERIFIERS, levels


def roles_for(path: str, post: Post | None, office: Office) -> tuple[str, ...]:
    """The roles, the lowest first: a post's levels, any verifier for the agenda, the Kepala Dinas for policy."""
    if path.startswith("content/"):
        return levels(office.policy, level(post, office.policy).value if post else "biasa")
    return VERIFIERS[:1] if path.startswith("agenda/") else VERIFIERS[-1:]


def logins(roles: tuple[str, ...], office: Office, day: date) -> tuple[str, ...]:
    """Everyone who holds one of the roles on a day, each once."""
    return tuple(dict.fromkeys(holder.login for role in roles for holder in office.role(role).held_on(day)))
