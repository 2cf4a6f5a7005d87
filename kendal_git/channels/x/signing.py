"""OAuth 1.0a with HMAC-SHA1 (RFC 5849) for calls whose body is JSON or multipart: neither is part of the signature."""

import base64
import hmac
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qsl, quote


@dataclass(frozen=True, slots=True)
class Keys:
    """The four strings of an app and its account."""

    key: str = field(repr=False)
    secret: str = field(repr=False)
    token: str = field(repr=False)
    token_secret: str = field(repr=False)

    @property
    def all(self) -> tuple[str, ...]:
        """What must never be said aloud."""
        return self.key, self.secret, self.token, self.token_secret


def authorization(keys: Keys, method: str, url: str, nonce: str, now: datetime) -> str:
    """The header that signs one call."""
    own = {
        "oauth_consumer_key": keys.key,
        "oauth_nonce": nonce,
        "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": str(int(now.timestamp())),
        "oauth_token": keys.token,
        "oauth_version": "1.0",
    }
    base = _base(method, url, tuple(own.items())).encode()
    key = f"{encoded(keys.secret)}&{encoded(keys.token_secret)}".encode()
    own["oauth_signature"] = base64.b64encode(hmac.digest(key, base, "sha1")).decode()
    return "OAuth " + ", ".join(f'{name}="{encoded(value)}"' for name, value in sorted(own.items()))


def _base(method: str, url: str, own: tuple[tuple[str, str], ...]) -> str:
    """Method, address and all parameters, each encoded, sorted as encoded."""
    address, _, query = url.partition("?")
    pairs = sorted((encoded(name), encoded(value)) for name, value in (*parse_qsl(query, True), *own))
    return "&".join((method, encoded(address), encoded("&".join(f"{name}={value}" for name, value in pairs))))


def encoded(text: str) -> str:
    """Percent-encoded as RFC 3986 has it: all but letters, digits and ``-._~``."""
    return quote(text, safe="-._~")
