"""What an AT Protocol server tells who signs in and only looks (platforms.md §8); the real one answers under `node`."""

import base64
import json
from typing import Any

from tests.channels.fakes.service import Asked, Fake, No, Reply
from tests.contracts.channel import Shown

HANDLE, DID, PASSWORD = "kominfo.contoh.test", "did:plc:contoh0000000000000000000", "abcd-efgh-ijkl-mnop"
SIGN_INS, WAIT = 30, 300


class FakeBlueskyAccount(Fake):
    """``scope``: what the password may do; ``called``, ``status``: how the account stands; ``codes``: asks for one."""

    name = "bluesky"

    def __init__(self) -> None:
        super().__init__()
        self.scope, self.called, self.status, self.codes = "com.atproto.appPass", HANDLE, "", False
        self.sign_ins = 0

    def visible(self) -> list[Shown]:
        """It only looks: nothing can be posted here."""
        return []

    def trouble(self, kind: str) -> Reply:
        reset = {"ratelimit-reset": str(int(self.clock().timestamp()) + WAIT), "ratelimit-remaining": "0"}
        return {
            "throttled": Reply(429, {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}, reset),
            "expired": no(401, "AuthenticationRequired", "Invalid identifier or password").reply,
        }.get(kind, no(500, "InternalServerError", "Internal Server Error").reply)

    def handle(self, asked: Asked) -> Reply:
        match asked.method, asked.path:
            case "GET", "/xrpc/com.atproto.server.describeServer":
                return Reply(200, {"did": "did:web:contoh.test", "availableUserDomains": [".contoh.test"]})
            case "POST", "/xrpc/com.atproto.server.createSession":
                return self._sign_in(asked.json)
        raise no(501, "MethodNotImplemented", "Method Not Implemented")

    def _sign_in(self, given: Any) -> Reply:
        self.sign_ins += 1
        if set(given) != {"identifier", "password"}:
            raise no(400, "InvalidRequest", "Input must have the properties identifier and password")
        if given["identifier"].casefold() not in (HANDLE, DID) or given["password"] != PASSWORD:
            raise no(401, "AuthenticationRequired", "Invalid identifier or password")
        if self.codes:
            raise no(401, "AuthFactorTokenRequired", "A sign in code has been sent to your email address")
        counted = {"ratelimit-limit": str(SIGN_INS), "ratelimit-remaining": str(SIGN_INS - self.sign_ins)}
        return Reply(200, {**self._session(), "did": DID, "handle": self.called}, counted)

    def _session(self) -> dict[str, Any]:
        active = {"active": False, "status": self.status} if self.status else {"active": True}
        parts = [{"typ": "at+jwt"}, {"scope": self.scope, "sub": DID}] if self.scope else []
        jwt = ".".join(base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts)
        return {"accessJwt": f"{jwt}.tanda" if jwt else "buram", "refreshJwt": "segar", **active}


def no(status: int, error: str, message: str) -> No:
    """A refusal in the protocol's form."""
    return No(Reply(status, {"error": error, "message": message}))
