"""What GitHub's settings hold a branch to: classic protection and rulesets read as the same values."""

from dataclasses import dataclass

from kendal_git.forges.github.api import Api, Record, Refused
from kendal_git.forges.github.reading import need
from kendal_git.model.message import Message

ROLES = {1: "read", 2: "maintain", 3: "triage", 4: "write", 5: "admin"}
UPGRADE = "upgrade to github"  # how GitHub begins what it says about a plan without a feature
# GitHub's word for a rule, and ours.
RULES = {"pull_request": "proposals", "non_fast_forward": "history", "deletion": "kept", "update": "pushers"}


@dataclass(frozen=True, slots=True)
class Source:
    """One page of rules. ``bypass``: whom they do not bind, None when we are not told.

    ``contexts`` are the required statuses, each with the number of the app that must have set it, or None.
    """

    rules: frozenset[str]
    contexts: tuple[tuple[str, int | None], ...] = ()
    bypass: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """Everything that holds for a branch. ``doubt``: what we could not read, and why; ``offered``: by the plan."""

    sources: tuple[Source, ...]
    doubt: Message | None = None
    offered: bool = True


def guard_of(api: Api, branch: str) -> Guard:
    """The rules of one branch, from both kinds of settings."""
    found: list[Source] = []
    doubt, offered = None, True
    try:
        found += _rulesets(api, branch)
    except Refused as refused:
        offered, doubt = not unoffered(refused), refused.message
    try:
        found += _classic(api, branch)
    except Refused as refused:
        doubt = refused.message
    return Guard(tuple(found), doubt if offered else None, offered)


def unoffered(refused: Refused) -> bool:
    """Whether GitHub refuses because of the plan, and not because of the token."""
    return refused.status == 403 and UPGRADE in str(dict(refused.message.values).get("reason")).casefold()


def _rulesets(api: Api, branch: str) -> list[Source]:
    groups: dict[int, list[Record]] = {}
    for rule in api.pages(f"rules/branches/{branch}"):
        groups.setdefault(int(need(rule, "ruleset_id")), []).append(rule)
    return [_ruleset(api, number, rules) for number, rules in groups.items()]


def _ruleset(api: Api, number: int, rules: list[Record]) -> Source:
    try:
        actors = (api.find(f"rulesets/{number}") or {}).get("bypass_actors")
    except Refused:
        actors = None
    checks = [
        (str(need(check, "context")), check.get("integration_id"))
        for rule in rules
        if rule.get("type") == "required_status_checks"
        for check in rule.get("parameters", {}).get("required_status_checks", ())
    ]
    named = frozenset(RULES[rule["type"]] for rule in rules if rule.get("type") in RULES)
    return Source(named, tuple(checks), None if actors is None else tuple(_actor(one) for one in actors))


def _actor(one: Record) -> str:
    """Who is let through, in words that a person finds on the settings page."""
    kind, number = str(need(one, "actor_type")), one.get("actor_id")
    if kind == "RepositoryRole":
        return f"{kind} {ROLES.get(number or 0, number)}"
    return f"{kind} {number}" if number else kind


def _classic(api: Api, branch: str) -> list[Source]:
    shown = api.find(f"branches/{branch}")
    if shown is None or not shown.get("protection", {}).get("enabled"):
        return []
    told = api.get(f"branches/{branch}/protection")
    rules = {"proposals"} if told.get("required_pull_request_reviews") else set()
    rules |= set() if _on(told, "allow_force_pushes") else {"history"}
    rules |= set() if _on(told, "allow_deletions") else {"kept"}
    # A classic list of pushers takes administrators for granted unless they are bound as well.
    bypass = [] if _on(told, "enforce_admins") else ["RepositoryRole admin"]
    bypass += _people((told.get("required_pull_request_reviews") or {}).get("bypass_pull_request_allowances"))
    if told.get("restrictions"):
        rules.add("pushers")
        bypass += _people(told["restrictions"])
    checks = (told.get("required_status_checks") or {}).get("checks", ())
    contexts = tuple((str(need(one, "context")), one.get("app_id")) for one in checks)
    return [Source(frozenset(rules), contexts, tuple(dict.fromkeys(bypass)))]


def _on(told: Record, name: str) -> bool:
    return bool((told.get(name) or {}).get("enabled"))


def _people(allowed: Record | None) -> list[str]:
    """The users, teams and apps of a list."""
    found = allowed or {}
    users = [f"User {need(one, 'login')}" for one in found.get("users", ())]
    teams = [f"Team {need(one, 'slug')}" for one in found.get("teams", ())]
    return users + teams + [f"Integration {need(one, 'slug')}" for one in found.get("apps", ())]
