"""Accounts in GitHub's JSON."""

import base64

from kendal_git.fakes.github.call import Call
from kendal_git.fakes.github.clock import text
from kendal_git.fakes.github.git import Signature
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.records import LEVELS, Json

USER_URLS = {
    "url": "",
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}
NOTHING = dict.fromkeys(("bio", "blog", "company", "hireable", "location", "email"))
ZEROES = dict.fromkeys(
    (
        "followers",
        "following",
        "public_gists",
        "public_repos",
        "collaborators",
        "disk_usage",
        "owned_private_repos",
        "private_gists",
        "total_private_repos",
    ),
    0,
)
PERMISSIONS = {"admin": "admin", "maintain": "maintain", "push": "write", "triage": "triage", "pull": "read"}


def node(kind: str, number: int | str) -> str:
    """A node id: opaque, and another one for every kind."""
    return base64.b64encode(f"{kind}:{number}".encode()).decode()


def user(call: Call, who: User) -> Json:
    """An account as it stands beside what it did."""
    base = f"{call.links.api}/users/{who.login}"
    return {
        "login": who.login,
        "id": who.id,
        "node_id": node("User", who.id),
        "avatar_url": f"{call.links.html}/avatars/{who.id}",
        "gravatar_id": "",
        "html_url": f"{call.links.html}/{who.login}",
        **{name: base + rest for name, rest in USER_URLS.items()},
        "type": who.type,
        "user_view_type": "public",
        "site_admin": False,
    }


def known(call: Call, who: User | None) -> Json | None:
    """An account, or null when it was deleted or there is none."""
    return None if who is None or who.deleted else user(call, who)


def ghost(call: Call, who: User) -> Json:
    """An account, or the one that GitHub shows in place of a deleted one."""
    return user(call, call.state.people.ghost if who.deleted else who)


def oneself(call: Call, who: User) -> Json:
    """An account as GET /user shows it to its holder."""
    since = text(call.state.clock.now().replace(year=2020, month=1, day=1, hour=0, minute=0, second=0))
    return {
        **user(call, who),
        **NOTHING,
        **ZEROES,
        "name": who.name or None,
        "two_factor_authentication": True,
        "created_at": since,
        "updated_at": since,
    }


def permissions(call: Call, who: User) -> dict[str, bool]:
    return {word: call.repository.may(who, level) for word, level in PERMISSIONS.items()}


def collaborator(call: Call, who: User) -> Json:
    role = call.repository.level(who)
    return {**user(call, who), "permissions": permissions(call, who), "role_name": role}


def permission(call: Call, who: User) -> Json:
    """One person's permission: the old word beside the exact role."""
    role = call.repository.level(who)
    word = {"maintain": "write", "triage": "read"}.get(role, role)
    return {"permission": word, "role_name": role, "user": collaborator(call, who)}


def association(call: Call, who: User) -> str:
    """What GitHub says about somebody's tie to the repository; it is no evidence of a role."""
    if who is call.repository.owner:
        return "OWNER"
    own = call.repository.access.get(who.id, LEVELS[0])
    return "NONE" if own == LEVELS[0] or who.deleted else "COLLABORATOR"


def git_user(signature: Signature) -> Json:
    return {"name": signature.who.name, "email": signature.who.email, "date": text(signature.when)}


def account_of(call: Call, signature: Signature) -> Json | None:
    """The account that an address in a commit leads to."""
    return known(call, call.state.people.by_email(signature.who.email))
