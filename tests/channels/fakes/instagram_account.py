"""What the Graph API tells of one Instagram account to whoever only looks (platforms.md §3)."""

import json
from typing import Any

from tests.channels.fakes.meta import Token, debugged
from tests.channels.fakes.service import Asked, Fake, No, Reply
from tests.contracts.channel import Shown

ACCOUNT, TOKEN = "17840000000000001", "EAAhalamanRahasia00000000000000000000000000000006"
VERSION = "v26.0"
SCOPES = ("instagram_basic", "instagram_content_publish", "pages_read_engagement", "pages_show_list")
LIMIT = 100


class FakeInstagramAccount(Fake):
    """``connected``: the account of the token's Page; ``used``: posts of these 24 hours; ``token``: what Meta knows."""

    name = "instagram"

    def __init__(self) -> None:
        super().__init__()
        self.connected, self.used = ACCOUNT, 3
        self.token = Token(TOKEN, SCOPES)

    @property
    def api(self) -> str:
        return f"{self.url}/{VERSION}"

    def visible(self) -> list[Shown]:
        """It only looks: nothing can be posted here."""
        return []

    def trouble(self, kind: str) -> Reply:
        usage = {ACCOUNT: [{"type": "instagram", "call_count": 100, "estimated_time_to_regain_access": 7}]}
        headers = {"X-Business-Use-Case-Usage": json.dumps(usage)}
        throttled = error(80002, "(#80002) There have been too many calls to this Instagram account.").reply
        return {
            "throttled": Reply(throttled.status, throttled.body, headers),
            "expired": error(190, "Error validating access token: Session has expired.", 401, 463).reply,
        }.get(kind, error(2, "Service temporarily unavailable", 500).reply)

    def handle(self, asked: Asked) -> Reply:
        if asked.method != "GET":
            raise error(100, "(#100) nothing may change here")
        path = asked.path.removeprefix(f"/{VERSION}/")
        if path == "debug_token":
            return debugged(asked, self.token)
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or "access_token" in asked.query:
            raise error(104, "An access token is required to request this resource.", 401)
        if token != TOKEN:
            raise error(190, f"Malformed access token {token}")
        match path.split("/"):
            case ["me"]:
                whole: dict[str, Any] = {"id": "100000000000001", "name": "Kominfo Contoh"}
                account = {"id": self.connected, "username": "kominfocontoh"}
                whole |= {"instagram_business_account{id,username}": account} if self.connected else {}
                return self._node(asked, whole, {"instagram_business_account{id,username}"})
            case [number] if number == ACCOUNT:
                return self._node(asked, {"id": ACCOUNT, "username": "kominfocontoh", "name": "Kominfo"}, set())
            case [number, "content_publishing_limit"] if number == ACCOUNT:
                row = {"quota_usage": self.used, "config": {"quota_total": LIMIT, "quota_duration": 86400}}
                return Reply(200, {"data": [self._node(asked, row, set()).body]})
        words = f"Unsupported get request. Object with ID '{path}' does not exist or cannot be loaded"
        raise error(100, words, 400, 33)

    def _node(self, asked: Asked, whole: dict[str, Any], absent: set[str]) -> Reply:
        """An object's fields, those that are asked for; ``absent`` ones may be missing in it."""
        left = asked.query.get("fields", "id")
        wanted = [name for name in (*whole, *absent) if name in left]
        for name in sorted(set(wanted), key=len, reverse=True):
            left = left.replace(name, "", 1)
        if left.strip(","):
            raise error(100, f"(#100) Tried accessing nonexisting field ({left})")
        return Reply(200, {name.partition("{")[0]: whole[name] for name in wanted if name in whole})


def error(code: int, message: str, status: int = 400, subcode: int = 0) -> No:
    """A refusal in Meta's form."""
    detail = {"error_subcode": subcode} if subcode else {}
    return No(Reply(status, {"error": {"message": message, "type": "OAuthException", "code": code, **detail}}))
