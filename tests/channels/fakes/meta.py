"""Meta's word about a token (developers.facebook.com, graph-api/reference/debug_token), as it is documented."""

from dataclasses import dataclass
from typing import Any

from tests.channels.fakes.service import Asked, No, Reply

APP, APP_SECRET = "200000000000002", "rahasiaAplikasiMeta0000000000000005"


@dataclass
class Token:
    """What Meta knows of a token; 0 for no end. ``itself``: whether Meta lets it ask about itself."""

    word: str
    scopes: tuple[str, ...]
    kind: str = "PAGE"
    valid: bool = True
    expires: int = 0
    access: int = 0
    targets: tuple[str, ...] = ()
    itself: bool = False


def debugged(asked: Asked, token: Token) -> Reply:
    """An app's own token asks about one of that app's; anybody else is refused."""
    scheme, _, asker = asked.headers.get("authorization", "").partition(" ")
    if set(asked.query) != {"input_token"} or scheme != "Bearer":
        raise _no(100, "(#100) debug_token takes input_token, and who asks goes into a header")
    if asker != f"{APP}|{APP_SECRET}" and not (token.itself and asker == token.word):
        if "|" in asker:
            raise _no(190, f"Invalid OAuth access token signature: {asker}")
        raise _no(100, "(#100) You must provide an app access token, or a user access token of a developer of the app")
    if asked.query["input_token"] != token.word or not token.valid:
        wrong = {"code": 190, "message": "The session was invalidated: the password was changed.", "subcode": 460}
        return Reply(200, {"data": {"app_id": APP, "type": "PAGE", "is_valid": False, "scopes": [], "error": wrong}})
    data: dict[str, Any] = {
        "app_id": APP,
        "type": token.kind,
        "application": "kendal",
        "data_access_expires_at": token.access,
        "expires_at": token.expires,
        "is_valid": True,
        "scopes": list(token.scopes),
        "granular_scopes": [
            {"scope": one, **({"target_ids": list(token.targets)} if token.targets else {})} for one in token.scopes
        ],
    }
    return Reply(200, {"data": data})


def _no(code: int, message: str) -> No:
    return No(Reply(400, {"error": {"message": message, "type": "OAuthException", "code": code}}))
