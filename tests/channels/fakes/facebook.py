"""The Graph API for one Facebook Page (platforms.md §1 and §2)."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.channels.fakes.meta import Token, debugged
from tests.channels.fakes.service import Asked, Fake, No, Reply, size
from tests.contracts.channel import Shown

PAGE, TOKEN = "100000000000001", "EAAhalamanRahasia00000000000000000000000000000001"
TEXT, PICTURES, BYTES = 63206, 10, 4 * 1024 * 1024
LIFE = timedelta(hours=24)  # of a picture that no post uses
MINUTES = 5  # of a throttle
VERSION = "v26.0"
SEEN = {"id", "message", "created_time", "permalink_url", "attachments{media_type,target,subattachments}"}


@dataclass
class Photo:
    data: bytes
    alt: str
    until: datetime
    post: str = ""


@dataclass
class Post:
    number: str
    message: str
    photos: tuple[str, ...]
    created: datetime
    link: str = field(default="")


def error(code: int, message: str, status: int = 400, subcode: int = 0, **more: Any) -> No:
    detail = {"error_subcode": subcode} if subcode else {}
    kind = "OAuthException" if code in (102, 190) or code >= 200 else "GraphMethodException"
    return No(Reply(status, {"error": {"message": message, "type": kind, "code": code, **detail, **more}}))


def authenticate(asked: Asked) -> None:
    """Meta repeats a malformed token in its error: what is planted in a test must not come out again."""
    scheme, _, token = asked.headers.get("authorization", "").partition(" ")
    if "access_token" in asked.query or "access_token" in asked.fields:
        raise error(1, "a token does not go in an address")
    if scheme != "Bearer" or not token:
        raise error(104, "An access token is required to request this resource.", 401)
    if not token.startswith("EAA"):
        raise error(190, f"Malformed access token {token}")
    if token != TOKEN:
        raise error(190, "Error validating access token: the session was invalidated", 401, 460)


def trouble(kind: str, throttle: Reply, usage: dict[str, str]) -> Reply:
    """How the Graph words a fault; ``usage`` names what is used up, and its kind."""
    rows = {
        number: [{"type": what, "call_count": 100, "estimated_time_to_regain_access": MINUTES}]
        for number, what in usage.items()
    }
    headers = {"X-Business-Use-Case-Usage": json.dumps(rows)}
    expired = "Error validating access token: Session has expired on Tuesday."
    sorry = "Please reduce the amount of data you're asking for, then retry your request"
    return {
        "throttled": Reply(throttle.status, throttle.body, headers),
        "expired": error(190, expired, 401, 463).reply,
    }.get(kind, error(2, sorry, 500, is_transient=True).reply)


class FakeFacebook(Fake):
    """``role``: whether the token's owner may still create content; ``quiet``: errors come with HTTP 200.

    ``token``: what Meta knows of it; ``owner``: whose it is; ``published``: whether anybody sees the Page.
    """

    name = "facebook"

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[Post] = []
        self.photos: dict[str, Photo] = {}
        self.role, self.quiet = True, False
        self.token = Token(TOKEN, ("pages_show_list", "pages_read_engagement", "pages_manage_posts"))
        self.owner, self.published = PAGE, True
        self.used = 0  # percent of the hour's calls
        self._last = 500

    @property
    def api(self) -> str:
        return f"{self.url}/{VERSION}"

    def visible(self) -> list[Shown]:
        return [
            Shown(
                one.message,
                tuple(self.photos[number].alt for number in one.photos),
                tuple(self.photos[number].data for number in one.photos),
            )
            for one in self.posts
        ]

    def trouble(self, kind: str) -> Reply:
        duplicate = error(506, "(#506) Duplicate status message").reply
        throttle = error(32, "(#32) Page request limit reached").reply
        return duplicate if kind == "duplicate" else trouble(kind, throttle, {PAGE: "pages"})

    def label(self, asked: Asked) -> str:
        return super().label(replace(asked, path=asked.path.removeprefix(f"/{VERSION}")))

    def handle(self, asked: Asked) -> Reply:
        try:
            if asked.path == f"/{VERSION}/debug_token" and asked.method == "GET":
                return debugged(asked, self.token)
            return self._handle(asked)
        except No as refused:
            raise No(Reply(200, refused.reply.body)) if self.quiet else refused from None

    def _handle(self, asked: Asked) -> Reply:
        self._authenticate(asked)
        match asked.method, asked.path.removeprefix(f"/{VERSION}/").split("/"):
            case "POST", [page, "photos"] if page == PAGE:
                return self._photo(asked)
            case "POST", [page, "feed"] if page == PAGE:
                return self._feed(asked)
            case "GET", [page, "published_posts"] if page == PAGE:
                newest = [self._shown(one, asked.query) for one in reversed(self.posts)]
                return Reply(200, {"data": newest[: min(100, int(asked.query.get("limit", "25")))]})
            case "GET", [number] if number in ("me", PAGE):
                return self._page(number, asked)
            case "GET", [number]:
                return Reply(200, self._shown(self._found(number), asked.query))
            case "POST", [number]:
                return self._edit(self._found(number), asked)
            case "DELETE", [number]:
                self.posts.remove(self._found(number))
                return Reply(200, {"success": True})
        raise error(2500, "Unknown path components")

    def _authenticate(self, asked: Asked) -> None:
        authenticate(asked)
        if not self.role and asked.method != "GET":
            raise error(200, "(#200) The user hasn't authorized the application to perform this action", 403)

    def _page(self, number: str, asked: Asked) -> Reply:
        """The token's owner or the Page: its fields, those that are asked for."""
        whole: dict[str, Any] = {"id": self.owner if number == "me" else PAGE, "name": "Kominfo Contoh"}
        if number == PAGE:
            whole |= {"username": "kominfocontoh", "is_published": self.published}
        wanted = asked.query.get("fields", "id,name").split(",")
        if unknown := set(wanted) - set(whole):
            raise error(100, f"(#100) Tried accessing nonexisting field {sorted(unknown)}")
        used = json.dumps({"call_count": self.used, "total_time": 3, "total_cputime": 2})
        return Reply(200, {name: whole[name] for name in wanted}, {"X-App-Usage": used} if self.used else {})

    def _fields(self, asked: Asked, known: set[str]) -> dict[str, str]:
        if unknown := (set(asked.fields) | set(asked.query)) - known:
            raise error(100, f"(#100) Param {sorted(unknown)} is not supported")
        return asked.fields

    def _photo(self, asked: Asked) -> Reply:
        given = self._fields(asked, {"published", "alt_text_custom"})
        data = asked.files.get("source", b"")
        found = size(data)
        if given.get("published") != "false":
            raise error(100, "(#100) a picture of its own would be a post")
        if set(asked.files) != {"source"} or found is None or found[0] not in ("JPEG", "PNG") or len(data) > BYTES:
            raise error(
                100, "Invalid image", 400, 1366046, error_user_msg="Photos must be smaller than 4 MB, JPG or PNG."
            )
        number = self._number()
        self.photos[number] = Photo(data, given.get("alt_text_custom", ""), self.clock() + LIFE)
        return Reply(200, {"id": number})

    def _feed(self, asked: Asked) -> Reply:
        given = self._fields(asked, {"message", "link", "attached_media", "published", "fields"})
        message = given.get("message", "").strip()
        photos = tuple(str(one["media_fbid"]) for one in json.loads(given.get("attached_media", "[]")))
        if not (message or photos or given.get("link")) or given.get("published", "true") != "true":
            raise error(100, "(#100) Missing message or attachment")
        if len(message) > TEXT or len(photos) > PICTURES:
            raise error(100, "(#100) The post is too long")
        if any(one not in self.photos or self.photos[one].until < self.clock() for one in photos):
            raise error(100, "(#100) The photo does not exist")
        if any(self.photos[one].post for one in photos):
            raise error(1, "Already posted", 400, 1366051, error_user_msg="These photos were already posted.")
        if message and self.posts and self.posts[-1].message == message:
            raise error(506, "(#506) Duplicate status message")
        made = Post(f"{PAGE}_{self._number()}", message, photos, self.clock(), given.get("link", ""))
        self.posts.append(made)
        for one in photos:
            self.photos[one].post = made.number
        return Reply(200, self._shown(made, {"fields": given.get("fields", "id")}))

    def _edit(self, one: Post, asked: Asked) -> Reply:
        given = self._fields(asked, {"message"})
        if len(given.get("message", "")) > TEXT:
            raise error(100, "(#100) The post is too long")
        one.message = given.get("message", "").strip()
        return Reply(200, {"success": True})

    def _found(self, number: str) -> Post:
        found = next((one for one in self.posts if one.number == number), None)
        if found is None:
            words = f"Unsupported request. Object with ID '{number}' does not exist or cannot be loaded"
            raise error(100, words, 400, 33)
        return found

    def _shown(self, one: Post, query: dict[str, str]) -> dict[str, Any]:
        wanted = query.get("fields", "id,created_time,message")
        plain = wanted.replace("{media_type,target,subattachments}", "").split(",")
        if unknown := set(plain) - {name.partition("{")[0] for name in SEEN}:
            raise error(100, f"(#100) Tried accessing nonexisting field {sorted(unknown)}")
        created = one.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
        link = f"https://www.facebook.com/{PAGE}/posts/{one.number.partition('_')[2]}"
        whole: dict[str, Any] = {"id": one.number, "created_time": created, "permalink_url": link}
        if one.message:
            whole["message"] = one.message
        photos: list[dict[str, Any]] = [{"media_type": "photo", "target": {"id": number}} for number in one.photos]
        if photos:
            album = {"media_type": "album", "target": {"id": "7"}, "subattachments": {"data": photos}}
            whole["attachments"] = {"data": photos if len(photos) == 1 else [album]}
        return {name: value for name, value in whole.items() if name in plain}

    def _number(self) -> str:
        self._last += 1
        return str(self._last)
