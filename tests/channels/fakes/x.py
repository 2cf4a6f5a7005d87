"""X's API v2 for one account (platforms.md §5), with its own reading of OAuth 1.0a (RFC 5849)."""

import base64
import hashlib
import hmac
import html
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, unquote

from tests.channels.fakes.service import Asked, Fake, No, Reply, moment, size
from tests.contracts.channel import Shown

KEY, SECRET_KEY = "xKunciAplikasi0000000001", "xRahasiaAplikasi00000000000000000000000002"
TOKEN, SECRET_TOKEN = "1700000001-xTokenAkun0000000003", "xRahasiaToken0000000000000000000000004"
USER = "1700000001"
WEIGHT, LINK, PICTURES, ALT = 280, 23, 4, 1000
BYTES = 5 * 1024 * 1024
LIFE = timedelta(seconds=86400)
SKEW = 300
WAIT = 600
QUESTIONS = 75
FORBIDDEN = "You are not permitted to perform this action."
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
FIELDS = {"attachments", "created_at", "entities", "id", "text"}
URL = re.compile(r"https?://\S+")


@dataclass
class Media:
    data: bytes
    until: datetime
    alt: str = ""


@dataclass
class Tweet:
    number: str
    text: str
    media: tuple[str, ...]
    created: datetime


def problem(status: int, title: str, detail: str, kind: str = "about:blank") -> No:
    return No(Reply(status, {"title": title, "detail": detail, "type": kind, "status": status}))


def invalid(detail: str) -> No:
    kind = "https://api.twitter.com/2/problems/invalid-request"
    body = {"errors": [{"message": detail}], "title": "Invalid Request", "detail": detail, "type": kind}
    return No(Reply(400, body))


def weight(text: str) -> int:
    """23 a link, 1 in the light ranges, 2 elsewhere."""
    rest = URL.sub("", text)
    light = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
    heavy = sum(2 - any(low <= ord(one) <= high for low, high in light) for one in rest)
    return heavy + LINK * len(URL.findall(text))


class FakeX(Fake):
    """``enrolled``: whether the app may call API v2 at all; ``credits``: whether any money is left.

    ``level``: what the keys may do, as every answer's header says it, or empty; ``asked``: questions who we are.
    """

    name = "x"

    def __init__(self) -> None:
        super().__init__()
        self.tweets: list[Tweet] = []
        self.media: dict[str, Media] = {}
        self.enrolled, self.credits = True, True
        self.nonces: set[str] = set()
        self.level, self.asked = "read-write", 0
        self._last = 1990000000000000000

    def visible(self) -> list[Shown]:
        return [
            Shown(
                one.text,
                tuple(self.media[number].alt for number in one.media),
                tuple(self.media[number].data for number in one.media),
            )
            for one in self.tweets
        ]

    def trouble(self, kind: str) -> Reply:
        reset = {"x-rate-limit-reset": str(int(self.clock().timestamp()) + WAIT), "x-rate-limit-remaining": "0"}
        return {
            "throttled": Reply(429, problem(429, "Too Many Requests", "Too Many Requests").reply.body, reset),
            "expired": problem(401, "Unauthorized", "Unauthorized").reply,
            "duplicate": problem(403, "Forbidden", DUPLICATE).reply,
        }.get(kind, problem(500, "Internal Server Error", "Something went wrong").reply)

    def handle(self, asked: Asked) -> Reply:
        self._authenticate(asked)
        if not self.enrolled:
            kind = "https://api.twitter.com/2/problems/client-forbidden"
            raise problem(403, "Client Forbidden", "When authenticating requests you must use keys of a Project.", kind)
        if not self.credits:
            raise problem(402, "CreditsDepleted", "Your enrolled account does not have any credits to fulfill this.")
        match asked.method, asked.path.split("/")[1:]:
            case "POST", ["2", "media", "upload"]:
                return self._upload(asked)
            case "POST", ["2", "media", "metadata"]:
                return self._describe(asked.json)
            case "POST", ["2", "tweets"]:
                return self._tweet(asked.json)
            case "DELETE", ["2", "tweets", number]:
                return self._delete(number)
            case "GET", ["2", "users", "me"]:
                return self._me()
            case "GET", ["2", "users", number, "tweets"] if number == USER:
                return self._timeline(asked.query)
        raise problem(404, "Not Found", "Not Found")

    # ---- who asks ----------------------------------------------------------------------------------------------------

    def _authenticate(self, asked: Asked) -> None:
        """The signature, put together anew from what arrived; only query and header are signed."""
        scheme, _, words = asked.headers.get("authorization", "").partition(" ")
        said = {name: unquote(value) for name, value in re.findall(r'(\w+)="([^"]*)"', words)}
        theirs = said.pop("oauth_signature", "")
        parameters = list(asked.query.items()) + list(said.items())
        normal = "&".join(sorted(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in parameters))
        base = "&".join(quote(one, safe="~") for one in (asked.method, asked.url.split("?", maxsplit=1)[0], normal))
        ours = hmac.new(f"{SECRET_KEY}&{SECRET_TOKEN}".encode(), base.encode(), hashlib.sha1).digest()
        fresh = said.get("oauth_nonce", "") not in self.nonces | {""}
        timely = abs(int(said.get("oauth_timestamp", "0")) - self.clock().timestamp()) <= SKEW
        known = (said.get("oauth_consumer_key"), said.get("oauth_token")) == (KEY, TOKEN)
        usual = (said.get("oauth_signature_method"), said.get("oauth_version")) == ("HMAC-SHA1", "1.0")
        right = base64.b64encode(ours).decode() == theirs
        if not all((scheme == "OAuth", fresh, timely, known, usual, right)):
            raise problem(401, "Unauthorized", "Unauthorized")
        self.nonces.add(said["oauth_nonce"])

    def _me(self) -> Reply:
        self.asked += 1
        counted = {"x-rate-limit-limit": str(QUESTIONS), "x-rate-limit-remaining": str(QUESTIONS - self.asked)}
        level = {"x-access-level": self.level} if self.level else {}
        return Reply(200, {"data": {"id": USER, "name": "Kominfo", "username": "kominfocontoh"}}, {**counted, **level})

    # ---- media -------------------------------------------------------------------------------------------------------

    def _upload(self, asked: Asked) -> Reply:
        if set(asked.files) != {"media"} or asked.fields != {"media_category": "tweet_image"}:
            raise invalid(f"unexpected fields {sorted(asked.fields)} {sorted(asked.files)}")
        data, found = asked.files["media"], size(asked.files["media"])
        if found is None or found[0] not in ("JPEG", "PNG", "WEBP", "GIF"):
            raise invalid("media type unrecognized.")
        if len(data) > BYTES:
            raise problem(413, "Payload Too Large", "File size exceeds 5242880 bytes.")
        number = self._number()
        self.media[number] = Media(data, self.clock() + LIFE)
        return Reply(200, {"data": {"id": number, "media_key": f"3_{number}", "expires_after_secs": 86400}})

    def _describe(self, given: Any) -> Reply:
        try:
            number, text = given["id"], given["metadata"]["alt_text"]["text"]
        except (KeyError, TypeError):
            raise invalid("malformed metadata") from None
        if set(given) != {"id", "metadata"} or not 1 <= len(text) <= ALT:
            raise invalid("alt_text must be between 1 and 1000 characters")
        self._known(number).alt = text
        return Reply(200, {"data": {"id": number, "associated_metadata": {"alt_text": {"text": text}}}})

    def _known(self, number: str) -> Media:
        found = self.media.get(number)
        if found is None or found.until < self.clock():
            raise invalid("Your media IDs are invalid.")
        return found

    # ---- posts -------------------------------------------------------------------------------------------------------

    def _tweet(self, given: Any) -> Reply:
        if not isinstance(given, dict) or set(given) - {"text", "media"} or not given:
            raise invalid("One or more parameters to your request was invalid.")
        media, text = tuple(given.get("media", {}).get("media_ids", ())), str(given.get("text", "")).strip()
        if set(given.get("media", {})) - {"media_ids"} or len(media) > PICTURES or ("media" in given and not media):
            raise invalid("media_ids: size must be between 1 and 4")
        for number in media:
            self._known(number)
        if weight(text) > WEIGHT:
            raise problem(403, "Forbidden", FORBIDDEN)
        if text and any(one.text == text for one in self.tweets):
            raise problem(403, "Forbidden", DUPLICATE)
        self.tweets.append(Tweet(self._number(), text, media, self.clock()))
        return Reply(201, {"data": {"id": self.tweets[-1].number, "text": self._shown_text(self.tweets[-1])[0]}})

    def _delete(self, number: str) -> Reply:
        left = [one for one in self.tweets if one.number != number]
        if len(left) == len(self.tweets):
            kind = "https://api.twitter.com/2/problems/resource-not-found"
            raise problem(404, "Not Found Error", f"Could not find tweet with id: [{number}].", kind)
        self.tweets = left
        return Reply(200, {"data": {"deleted": True}})

    def _timeline(self, query: dict[str, str]) -> Reply:
        wanted = set(query.get("tweet.fields", "id,text").split(","))
        unknown = set(query) - {"max_results", "exclude", "start_time", "tweet.fields"}
        if unknown or wanted - FIELDS or not 5 <= int(query.get("max_results", "10")) <= 100:
            raise invalid(f"The query parameters {sorted(unknown | (wanted - FIELDS))} are not valid")
        start = datetime.fromisoformat(query["start_time"]) if "start_time" in query else None
        newest = [one for one in reversed(self.tweets) if start is None or one.created >= start]
        shown = [self._shown(one, wanted | {"id", "text"}) for one in newest[: int(query.get("max_results", "10"))]]
        return Reply(200, {**({"data": shown} if shown else {}), "meta": {"result_count": len(shown)}})

    def _shown(self, one: Tweet, wanted: set[str]) -> dict[str, Any]:
        text, urls = self._shown_text(one)
        whole: dict[str, Any] = {"id": one.number, "text": text, "created_at": moment(one.created)}
        if urls:
            whole["entities"] = {"urls": urls}
        if one.media:
            whole["attachments"] = {"media_keys": [f"3_{number}" for number in one.media]}
        return {name: value for name, value in whole.items() if name in wanted}

    def _shown_text(self, one: Tweet) -> tuple[str, list[dict[str, str]]]:
        """The words as X gives them back: links shortened, one more for the pictures, HTML escaped."""
        urls: list[dict[str, str]] = []

        def short(target: str) -> str:
            urls.append({"url": f"https://t.co/{one.number[-6:]}{len(urls)}", "expanded_url": target})
            return urls[-1]["url"]

        text = html.escape(URL.sub(lambda found: short(found[0]), one.text), quote=False)
        if one.media:
            text = f"{text} {short(f'https://x.com/kominfocontoh/status/{one.number}/photo/1')}".strip()
        return text, urls

    def _number(self) -> str:
        self._last += 1
        return str(self._last)
