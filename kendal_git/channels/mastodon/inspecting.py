"""The doctor's eyes on a Mastodon account and its server: scopes, version, limits that differ from kendal.yaml's."""

from collections.abc import Iterator
from typing import Any

from kendal_git.channels.answers import content, part
from kendal_git.channels.examining import Case, Told, ask, clock, forever, quota
from kendal_git.channels.mastodon.service import settled
from kendal_git.channels.versions import of_server
from kendal_git.composing.limits import limits_of
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import Message, say
from kendal_git.model.office import ChannelSettings
from kendal_git.model.outcome import Denied
from kendal_git.model.secret import Secret
from kendal_git.ports import Clock
from kendal_git.transport import Answer

SERVER, ME, APP = "/api/v2/instance", "/api/v1/accounts/verify_credentials", "/api/v1/apps/verify_credentials"
NEEDED = ("read:accounts", "read:statuses", "write:media", "write:statuses")
LINK = 23  # characters that we count for a link
KEYLESS = "gotosocial"  # takes the key of a post and does not heed it


class Inspector:
    """One account on its server."""

    def __init__(self, address: str, token: Secret) -> None:
        self._address, self._token = address.rstrip("/"), token
        self._case = Case("mastodon", (token.word,))

    def findings(self, settings: ChannelSettings, clock_: Clock) -> Iterator[Finding]:
        """The account, its scopes, what is left, then the server: version and limits."""
        told = self._ask(ME)
        yield from clock(told, clock_.now())
        me = record(told)
        if me.get("id") and me.get("acct"):
            yield self._account(me)
            yield forever()
            yield self._scopes()
            yield from quota(told, "x-ratelimit", say("account.mastodon.window"))
        else:
            yield self._failure(told, "account")
            if isinstance(told, Answer) and told.status == 403:  # a good token that may not even say whose it is
                yield self._scopes()
        yield from self._server(settings)

    def _ask(self, path: str) -> Told:
        return ask(self._address + path, {"Authorization": f"Bearer {self._token.word}"})

    def _account(self, me: dict[str, Any]) -> Finding:
        """Its name with the server's, as others write it."""
        host = self._address.rpartition("/")[2]
        who = self._case.aloud(f"@{me['acct']}@{host}")
        if part(me, "moved").get("acct"):
            message = say("account.mastodon.moved", who=who, to=self._case.aloud(me["moved"]["acct"]))
            return Finding("account", State.MISSING, message, say("account.mastodon.moved.hint"))
        if me.get("suspended") is True:
            suspended = say("account.mastodon.suspended", who=who)
            return Finding("account", State.MISSING, suspended, say("account.mastodon.suspended.hint"))
        return Finding("account", State.OK, say("examine.account", who=who))

    def _scopes(self) -> Finding:
        """The app's scopes; servers before 4.3 and tokens without an app do not tell them."""
        told = self._ask(APP)
        page = f"{self._address}/settings/applications"
        names = record(told).get("scopes")
        if not isinstance(names, list):
            hint = say("account.mastodon.scopes.look")
            return Finding("scopes", State.UNKNOWN, say("examine.scopes.unknown", names=NEEDED), hint, page)
        lacked = tuple(name for name in NEEDED if name not in names and name.partition(":")[0] not in names)
        return self._case.lacking(lacked, NEEDED, say("account.mastodon.scopes.hint"), page)

    def _server(self, settings: ChannelSettings) -> Iterator[Finding]:
        told = self._ask(SERVER)
        server = record(told)
        if not server.get("version"):
            yield self._failure(told, "version")
            return
        if KEYLESS in f"{server.get('source_url', '')} {server['version']}".lower():
            yield Finding(
                "version", State.MISSING, say("account.mastodon.keyless"), say("account.mastodon.keyless.hint")
            )
        else:
            yield of_server("Mastodon", self._case.aloud(server["version"]))
        yield from limits(server, settings)

    def _failure(self, told: Told, name: str) -> Finding:
        """No such page means: no such server."""
        outcome = settled(told)
        if isinstance(outcome, dict):
            return self._case.strange(name, "200")
        if isinstance(outcome, Denied) and outcome.reason.startswith("404"):
            return Finding(name, State.MISSING, say("account.mastodon.none"), say("account.mastodon.none.hint"))
        return self._case.stopped(outcome, name)


def record(told: Told) -> dict[str, Any]:
    """The JSON object of a good answer; empty for everything else."""
    return (content(told) or {}) if isinstance(told, Answer) and told.status == 200 else {}


def limits(server: dict[str, Any], settings: ChannelSettings) -> Iterator[Finding]:
    """What the server takes beside what posts are checked against: less is a gap, more is only said."""
    usual, own = limits_of("mastodon"), settings.limits
    statuses, media = (part(part(server, "configuration"), name) for name in ("statuses", "media_attachments"))
    rows = (
        ("characters", own.characters or usual.texts[0].most, statuses.get("max_characters")),
        ("pictures", own.pictures or usual.pictures, statuses.get("max_media_attachments")),
        ("alt", own.alt or usual.alt, media.get("description_limit")),
    )
    known = tuple((name, ours, theirs) for name, ours, theirs in rows if isinstance(theirs, int) and theirs > 0)
    less = tuple((name, theirs) for name, ours, theirs in known if theirs < ours)
    more = tuple((name, theirs) for name, ours, theirs in known if theirs > ours)
    if less:
        yield Finding("limits", State.MISSING, say("account.limits.less", limits=_yaml(less)), _hint(less + more))
    elif more:
        yield Finding("limits", State.OK, say("account.limits.more", limits=_yaml(more)))
    elif known:
        yield Finding(
            "limits", State.OK, say("account.limits", limits=_yaml(tuple((name, ours) for name, ours, _ in known)))
        )
    else:
        yield Finding("limits", State.UNKNOWN, say("account.limits.unknown"), say("account.limits.look"))
    yield from _unwritten(statuses.get("characters_reserved_per_url"), media.get("image_size_limit"), usual.image.bytes)


def _unwritten(link: object, image: object, ours: int) -> Iterator[Finding]:
    """Limits for which kendal.yaml has no word."""
    if isinstance(link, int) and link > LINK:
        yield Finding(
            "limits", State.MISSING, say("account.limits.link", most=link, ours=LINK), say("account.limits.look")
        )
    if isinstance(image, int) and 0 < image < ours:
        yield Finding(
            "limits", State.MISSING, say("account.limits.image", most=image, ours=ours), say("account.limits.look")
        )


def _yaml(pairs: tuple[tuple[str, int], ...]) -> str:
    """The limits as kendal.yaml writes them."""
    return ", ".join(f"{name}: {number}" for name, number in pairs)


def _hint(pairs: tuple[tuple[str, int], ...]) -> Message:
    return say("account.limits.hint", limits=_yaml(pairs))
