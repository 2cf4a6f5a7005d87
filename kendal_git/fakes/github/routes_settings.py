"""What can be asked of the repository's settings; nothing here can be changed by a request."""

from functools import partial
from typing import Any

from kendal_git.fakes.github import answers_people, answers_repository
from kendal_git.fakes.github.answers_people import node
from kendal_git.fakes.github.call import Answer, Call, Listing
from kendal_git.fakes.github.clock import text
from kendal_git.fakes.github.errors import UPGRADE, Refusal, not_found
from kendal_git.fakes.github.protections import protection_of, rulesets
from kendal_git.fakes.github.records import Json, Protection, Ruleset


def collaborators(call: Call) -> Listing:
    return Listing(call.repository.collaborators(), partial(answers_people.collaborator, call))


def permission(call: Call) -> Answer:
    """One person's permission; a stranger to a public repository may read."""
    user = call.state.people.by_login(call.words["login"])
    if user is None:
        raise not_found()
    return Answer(200, answers_people.permission(call, user))


def branch(call: Call) -> Answer:
    """A branch and the gist of its protection."""
    name, repository = call.words["branch"], call.repository
    sha = repository.bare.branch(name)
    if sha is None:
        raise Refusal(404, "Branch not found")
    rules = protection_of(repository, name)
    guarded = rules is not None or any(True for _ in rulesets(repository, name))
    contexts = list((rules and rules.required_status_checks) or ())
    checks = {"enforcement_level": _level(rules), "contexts": contexts, "checks": _checks(contexts)}
    url = f"{call.api}/branches/{name}"
    return Answer(
        200,
        {
            "name": name,
            "commit": answers_repository.commit(call, repository.bare.commits([sha])[0]),
            "_links": {"self": url, "html": f"{call.html}/tree/{name}"},
            "protected": guarded,
            "protection": {"enabled": rules is not None, "required_status_checks": checks},
            "protection_url": f"{url}/protection",
        },
    )


def _level(rules: Protection | None) -> str:
    if rules is None or rules.required_status_checks is None:
        return "off"
    return "everyone" if rules.enforce_admins else "non_admins"


def _checks(contexts: list[str]) -> list[Json]:
    return [{"context": context, "app_id": None} for context in contexts]


def protection(call: Call) -> Answer:
    """The protection of a branch; a private repository on the free plan has none to show."""
    if not call.repository.protectable:
        raise Refusal(403, UPGRADE)
    name = call.words["branch"]
    if call.repository.bare.branch(name) is None:
        raise Refusal(404, "Branch not found")
    rules = protection_of(call.repository, name)
    if rules is None:
        raise Refusal(404, "Branch not protected")
    return Answer(200, _protection(call, f"{call.api}/branches/{name}/protection", rules))


def _protection(call: Call, url: str, rules: Protection) -> Json:
    shown: dict[str, Any] = {
        "url": url,
        "required_signatures": {"url": f"{url}/required_signatures", "enabled": False},
        "enforce_admins": {"url": f"{url}/enforce_admins", "enabled": rules.enforce_admins},
    }
    switches = {
        "required_linear_history": rules.required_linear_history,
        "allow_force_pushes": rules.allow_force_pushes,
        "allow_deletions": rules.allow_deletions,
    }
    off = ("block_creations", "required_conversation_resolution", "lock_branch", "allow_fork_syncing")
    shown |= {name: {"enabled": on} for name, on in {**switches, **dict.fromkeys(off, False)}.items()}
    if rules.required_approving_review_count is not None:
        shown["required_pull_request_reviews"] = {
            "url": f"{url}/required_pull_request_reviews",
            "dismiss_stale_reviews": rules.dismiss_stale_reviews,
            "require_code_owner_reviews": rules.require_code_owner_reviews,
            "require_last_push_approval": rules.require_last_push_approval,
            "required_approving_review_count": rules.required_approving_review_count,
            "bypass_pull_request_allowances": {**_allowed(call, rules.bypass_pull_request)},
        }
    if rules.required_status_checks is not None:
        contexts, checks = list(rules.required_status_checks), f"{url}/required_status_checks"
        shown["required_status_checks"] = {
            "url": checks,
            "strict": rules.strict,
            "contexts": contexts,
            "contexts_url": f"{checks}/contexts",
            "checks": _checks(contexts),
        }
    if rules.restrictions is not None:
        where = f"{url}/restrictions"
        urls = {"url": where, **{f"{word}_url": f"{where}/{word}" for word in ("users", "teams", "apps")}}
        shown["restrictions"] = {**urls, **_allowed(call, rules.restrictions)}
    return shown


def _allowed(call: Call, logins: tuple[str, ...]) -> Json:
    users = [answers_people.user(call, call.repository.person(login)) for login in logins]
    return {"users": users, "teams": [], "apps": []}


def _ruleset(call: Call, one: Ruleset) -> Json:
    url, stamp = f"{call.api}/rulesets/{one.id}", text(call.repository.created_at)
    html = f"{call.html}/rules/{one.id}"
    return {
        "id": one.id,
        "name": one.name,
        "target": "branch",
        "source_type": "Repository",
        "source": call.repository.full_name,
        "enforcement": one.enforcement,
        "node_id": node("RepositoryRuleset", one.id),
        "_links": {"self": {"href": url}, "html": {"href": html}},
        "created_at": stamp,
        "updated_at": stamp,
    }


def all_rulesets(call: Call) -> Listing:
    if not call.repository.protectable:
        raise Refusal(403, UPGRADE)
    return Listing(call.repository.settings.rulesets, partial(_ruleset, call))


def ruleset(call: Call) -> Answer:
    """One ruleset; who may bypass it is told only to those who may change it."""
    if not call.repository.protectable:
        raise Refusal(403, UPGRADE)
    found = next((one for one in call.repository.settings.rulesets if one.id == call.number("ruleset")), None)
    if found is None:
        raise not_found()
    names = {"include": list(found.include), "exclude": list(found.exclude)}
    shown = {**_ruleset(call, found), "conditions": {"ref_name": names}, "rules": list(found.rules)}
    if call.may("admin"):
        shown["bypass_actors"] = list(found.bypass_actors)
    return Answer(200, shown)


def branch_rules(call: Call) -> Listing:
    """The rules that hold for a branch, each with the ruleset that it comes from."""
    if not call.repository.protectable:
        raise Refusal(403, UPGRADE)
    source = {"ruleset_source_type": "Repository", "ruleset_source": call.repository.full_name}
    found = [
        {**rule, **source, "ruleset_id": one.id}
        for one in rulesets(call.repository, call.words["branch"])
        for rule in one.rules
    ]
    return Listing(found, dict)
