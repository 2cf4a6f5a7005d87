"""The doctor's eyes on GitHub: how the repository is set, against what the procedure rests on. Nothing is changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kendal_git.forges.github.api import Api, Record, Refused
from kendal_git.forges.github.guards import Guard, Source, guard_of, unoffered
from kendal_git.forges.github.issues import SECOND_LOOK, STOP, TAKEDOWN
from kendal_git.forges.github.minutes import FREE, Habits, monthly, total
from kendal_git.forges.github.reading import need
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import Message, say
from kendal_git.model.office import Holder, Office
from kendal_git.model.trouble import OutsideFailed, Trouble

ENVIRONMENT = "publikasi"
LEDGERS = ("ledger", "ledger-seen")
KEY, SITE = "KENDAL_LEDGER_KEY", "KENDAL_SITE_REPOSITORY"
ACTIONS = 15368  # the number of GitHub's own Actions app, which sets the statuses of a workflow
LABELS = (STOP, TAKEDOWN, SECOND_LOOK)
ENOUGH = ("admin", "maintain", "write")
IDENTITIES = ("DeployKey", "Integration")  # whoever publishes; never everybody with a role
PAGES = {
    "main": "settings/rules",
    "ledger": "settings/rules",
    "approvals": "settings/actions",
    "workflow": "settings/actions",
    "environment": "settings/environments",
    "secrets": "settings/environments",
    "pages": "settings/pages",
    "labels": "labels",
    "holders": "settings/access",
    "private": "settings",
    "minutes": "actions",
}


class Inspector:
    """Looks at one repository with one token; what the token may not see is ``unknown``, with GitHub's reason."""

    def __init__(self, api: Api, secrets: tuple[str, ...], workflows: Mapping[str, str]) -> None:
        """``secrets``: the names that the channels need; ``workflows``: the files' texts by their names."""
        self._api, self._needed, self._flows = api, secrets, workflows

    def findings(self, office: Office, day: date, posts: float) -> Iterator[Finding]:
        """Everything, one by one; a first answer that does not come ends it."""
        try:
            repository = self._api.get("")
        except Trouble as trouble:
            yield Finding("forge", State.UNKNOWN, trouble.message, trouble.hint, self._api.address.page)
            return
        private = bool(repository.get("private"))
        yield self._told("private", State.OK if private else State.MISSING)
        main, ledgers = guard_of(self._api, office.main), [guard_of(self._api, name) for name in LEDGERS]
        yield from self._main(main, f"kendal/gate/{office.main}")
        yield from self._ledgers(ledgers)
        for name, look in (
            ("approvals-by-workflows", lambda: self._workflows("can_approve_pull_request_reviews", False)),
            ("workflow-permissions", lambda: self._workflows("default_workflow_permissions", "read")),
            ("environment", lambda: self._environment(office.main, offered=main.offered)),
            ("secrets", lambda: self._secrets(ledgers)),
            ("pages", self._pages),
            ("labels", self._labels),
        ):
            yield self._guarded(name, look)
        for role in office.roles:
            for holder in role.held_on(day):
                yield self._guarded("holders", lambda one=holder: self._holder(one))  # type: ignore[misc]
        habits = Habits(posts=posts, awaited=any(channel.fetches for _, channel in office.channels))
        yield self._minutes(habits, private=private)

    # ---- how a finding is told ---------------------------------------------------------------------------------------

    def _told(self, name: str, state: State, **values: object) -> Finding:
        link = f"{self._api.address.page}/{PAGES[name.split('-', maxsplit=1)[0]]}"
        if state is State.OK:
            return Finding(name, state, say(f"settings.ok.{name}", **values))
        return Finding(name, state, say(f"settings.missing.{name}", **values), say(f"settings.hint.{name}"), link)

    def _unknown(self, name: str, reason: Message) -> Finding:
        link = f"{self._api.address.page}/{PAGES[name.split('-', maxsplit=1)[0]]}"
        what = say(f"settings.ok.{name}", **dict.fromkeys(("who", "minutes", "free", "posts"), "?"))
        message = say("settings.unknown", what=what, reason=reason)
        return Finding(name, State.UNKNOWN, message, say("settings.unknown.hint"), link)

    def _unavailable(self, name: str) -> Finding:
        what = say(f"settings.ok.{name}", who="?")
        return Finding(
            name, State.UNAVAILABLE, say("settings.unavailable", what=what), say("settings.unavailable.hint")
        )

    def _guarded(self, name: str, look: Callable[[], Finding]) -> Finding:
        try:
            return look()
        except Refused as refused:
            return self._unavailable(name) if unoffered(refused) else self._unknown(name, refused.message)
        except OutsideFailed as failed:
            return self._unknown(name, failed.message)

    # ---- branches ----------------------------------------------------------------------------------------------------

    def _main(self, guard: Guard, context: str) -> Iterator[Finding]:
        def requires(source: Source) -> bool:
            return any(name == context for name, _ in source.contexts)

        yield self._rule("main-proposals", [guard], lambda source: "proposals" in source.rules)
        yield self._rule("main-status", [guard], requires)
        apps = [app for source in guard.sources for name, app in source.contexts if name == context]
        if apps:
            pinned = State.OK if any(app == ACTIONS for app in apps) else State.MISSING
            yield self._told("main-status-source", pinned)
        yield self._rule("main-history", [guard], lambda source: {"history", "kept"} <= source.rules)
        holding = [source for source in guard.sources if "proposals" in source.rules or requires(source)]
        if holding:
            yield self._bypass("main-bypass", holding, ())

    def _ledgers(self, guards: list[Guard]) -> Iterator[Finding]:
        closed = self._rule("ledger-pushers", guards, lambda source: "pushers" in source.rules)
        if closed.state is State.OK:
            holding = [source for guard in guards for source in guard.sources if "pushers" in source.rules]
            closed = self._bypass("ledger-pushers", holding, IDENTITIES)
        yield closed
        yield self._rule("ledger-history", guards, lambda source: {"history", "kept"} <= source.rules)

    def _rule(self, name: str, guards: list[Guard], has: Callable[[Source], bool]) -> Finding:
        """Whether something holds for every one of some branches."""
        without = [guard for guard in guards if not any(has(source) for source in guard.sources)]
        if not without:
            return self._told(name, State.OK, who="-")
        if not all(guard.offered for guard in without):
            return self._unavailable(name)
        doubt = next((guard.doubt for guard in without if guard.doubt), None)
        return self._unknown(name, doubt) if doubt else self._told(name, State.MISSING, who="-")

    def _bypass(self, name: str, sources: list[Source], fine: tuple[str, ...]) -> Finding:
        """Whether the rules bind everybody but those who are meant to pass."""
        if any(source.bypass is None for source in sources):
            return self._unknown(name, say("settings.bypass-hidden"))
        passing = dict.fromkeys(who for source in sources for who in source.bypass or ())
        wrong = [who for who in passing if who.split()[0] not in fine]
        return self._told(name, State.MISSING if wrong else State.OK, who=tuple(wrong or passing) or "-")

    # ---- everything around -------------------------------------------------------------------------------------------

    def _workflows(self, key: str, wanted: object) -> Finding:
        name = "workflow-permissions" if wanted == "read" else "approvals-by-workflows"
        found = need(self._api.get("actions/permissions/workflow"), key)
        return self._told(name, State.OK if found == wanted else State.MISSING)

    def _environment(self, main: str, *, offered: bool) -> Finding:
        found = self._api.find(f"environments/{ENVIRONMENT}")
        if found is None:
            return self._told("environment", State.MISSING) if offered else self._unavailable("environment")
        policy = found.get("deployment_branch_policy") or {}
        alone = bool(policy.get("protected_branches"))
        if policy.get("custom_branch_policies"):
            path = f"environments/{ENVIRONMENT}/deployment-branch-policies"
            alone = [one.get("name") for one in self._api.pages(path, "branch_policies")] == [main]
        return self._told("environment", State.OK if alone else State.MISSING)

    def _secrets(self, ledgers: list[Guard]) -> Finding:
        """The names of what the channels need; a repository's own secret is read by a workflow of any branch."""
        passing = [who for guard in ledgers for source in guard.sources for who in source.bypass or ()]
        needed = (*self._needed, *((KEY,) if "DeployKey" in passing else ()))
        kept = self._names(f"environments/{ENVIRONMENT}/secrets")
        loose = self._names("actions/secrets")
        absent = [name for name in needed if name not in kept]
        if not absent:
            return self._told("secrets", State.OK, who=needed or "-")
        exposed = [name for name in absent if name in loose]
        if len(exposed) == len(absent):
            return Finding(
                "secrets",
                State.MISSING,
                say("settings.secrets.exposed", who=tuple(exposed)),
                say("settings.hint.secrets"),
                f"{self._api.address.page}/{PAGES['secrets']}",
            )
        return self._told("secrets", State.MISSING, who=tuple(name for name in absent if name not in loose))

    def _names(self, path: str) -> set[str]:
        """The names of the secrets in one place, which may not be there at all."""
        try:
            return {str(need(one, "name")) for one in self._api.pages(path, "secrets")}
        except Refused as refused:
            if refused.status == 404:
                return set()
            raise

    def _pages(self) -> Finding:
        found = self._api.find("pages")
        if found is not None and found.get("build_type") == "workflow":
            return self._told("pages", State.OK)
        elsewhere = any(one.get("name") == SITE for one in self._api.pages("actions/variables", "variables"))
        return self._told("pages", State.OK if elsewhere else State.MISSING)

    def _labels(self) -> Finding:
        known = {str(one.get("name")) for one in self._api.pages("labels")}
        absent = tuple(name for name in LABELS if name not in known)
        return self._told("labels", State.MISSING if absent else State.OK, who=absent or LABELS)

    def _holder(self, holder: Holder) -> Finding:
        """Whether the account of a role is the one that kendal.yaml means, and may do what the role does."""
        found: Record | None = self._api.find(f"collaborators/{holder.login}/permission")
        user = (found or {}).get("user") or {}
        if found is None or found.get("permission") == "none":
            return self._told("holders", State.MISSING, who=say("settings.holder.absent", login=holder.login))
        if user.get("id") != holder.id:
            other = say("settings.holder.other", login=holder.login, id=holder.id, found=user.get("id"))
            return self._told("holders", State.MISSING, who=other)
        if found.get("permission") not in ENOUGH:
            weak = say("settings.holder.weak", login=holder.login, found=found.get("permission"))
            return self._told("holders", State.MISSING, who=weak)
        return self._told("holders", State.OK, who=holder.login)

    def _minutes(self, habits: Habits, *, private: bool) -> Finding:
        minutes = total(monthly(habits, self._flows))
        state = State.OK if minutes <= FREE or not private else State.MISSING
        return self._told("minutes", state, minutes=minutes, free=FREE, posts=round(habits.posts, 1))
