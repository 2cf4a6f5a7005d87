"""The Graph API for one Instagram account (platforms.md §1 and §3), which fetches each picture where it is told to."""

import re
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from tests.channels.fakes.facebook import VERSION, authenticate, error, trouble
from tests.channels.fakes.service import Asked, Fake, No, Reply, size
from tests.channels.fakes.site import FakeSite
from tests.contracts.channel import Shown

ACCOUNT = "17841400000000001"
# The reference allows 30 hashtags, the product 5 since December 2025: what we send must pass both.
CAPTION, HASHTAGS, MENTIONS, ALT, CHILDREN = 2200, 5, 20, 1000, 10
BYTES, RATIOS = 8_000_000, (0.8, 1.91)
LIFE = DAY = timedelta(hours=24)
QUOTA, CONTAINERS = 100, 400  # of a rolling day
LOOKS, SITE = {"status_code", "status", "id"}, "/situs"
SEEN = {"id", "caption", "permalink", "timestamp"}


@dataclass
class Container:
    """A post in the making, or a picture of one; ``children`` are the numbers of a carousel's."""

    number: str
    caption: str
    alt: str
    data: bytes
    child: bool
    children: tuple[str, ...]
    created: datetime
    unready: int
    failed: str
    published: bool = False


@dataclass
class Media:
    """A post that stands."""

    number: str
    caption: str
    parts: tuple[Container, ...]
    created: datetime


def wrong(code: int, subcode: int, words: str) -> No:
    return error(code, words, 400, subcode, error_user_msg=words)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def fetched(address: str) -> bytes:
    """The picture at an address, for whoever can give it plainly."""
    lost = wrong(9004, 2207052, "The media could not be fetched from this URI")
    if not address.isascii():
        raise lost
    try:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)
        with opener.open(address, timeout=5) as answer:
            data: bytes = answer.read()
            kind = answer.headers.get_content_type()
    except (urllib.error.URLError, ValueError, OSError):
        raise lost from None
    if kind != "image/jpeg":
        raise lost
    return data


class FakeInstagram(Fake):
    """``unready``: how many looks a new container is in the making; ``failed``: what it then ends in, if not well."""

    name = "instagram"

    def __init__(self) -> None:
        super().__init__()
        self.site = FakeSite()  # has an address of its own, and is shown below ours, too, for who knows only that
        self.containers: dict[str, Container] = {}
        self.media: list[Media] = []
        self.published: list[datetime] = []
        self.unready, self.failed, self.quota = 0, "", QUOTA
        self._last = 17900000000000000

    def __enter__(self) -> Self:
        self.site.__enter__()
        return super().__enter__()

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self.site.__exit__()

    @property
    def api(self) -> str:
        return f"{self.url}/{VERSION}"

    def visible(self) -> list[Shown]:
        return [
            Shown(one.caption, tuple(part.alt for part in one.parts), tuple(part.data for part in one.parts))
            for one in self.media
        ]

    def trouble(self, kind: str) -> Reply:
        throttle = error(4, "(#4) Application request limit reached").reply
        return trouble(kind, throttle, {ACCOUNT: "instagram"})

    def answer(self, asked: Asked) -> Reply | None:
        if asked.path.startswith(f"{SITE}/"):
            return self.site.answer(replace(asked, path=asked.path.removeprefix(SITE)))
        return super().answer(asked)

    def label(self, asked: Asked) -> str:
        call = super().label(replace(asked, path=asked.path.removeprefix(f"/{VERSION}")))
        return f"{call} ({asked.query['fields']})" if call == "GET /N" and "fields" in asked.query else call

    def handle(self, asked: Asked) -> Reply:
        authenticate(asked)
        match asked.method, asked.path.removeprefix(f"/{VERSION}/").split("/"):
            case "POST", [account, "media"] if account == ACCOUNT:
                return Reply(200, {"id": self._container(asked).number})
            case "POST", [account, "media_publish"] if account == ACCOUNT:
                return Reply(200, {"id": self._publish(asked).number})
            case "GET", [account, "content_publishing_limit"] if account == ACCOUNT:
                limit = {"quota_total": self.quota, "quota_duration": 86400}
                return Reply(200, {"data": [{"config": limit, "quota_usage": len(self._today())}]})
            case "GET", [account, "media"] if account == ACCOUNT:
                newest = [self._shown(one, asked.query) for one in reversed(self.media)]
                return Reply(200, {"data": newest[: min(100, int(asked.query.get("limit", "25")))]})
            case "GET", [number] if number in self.containers:
                return Reply(200, self._told(self.containers[number], asked.query))
            case "GET", [number]:
                return Reply(200, self._shown(self._found(number), asked.query))
            case "DELETE", [number]:
                self._found(number)
                raise error(10, "(#10) A user access token with instagram_manage_contents is required", 403)
        raise error(2500, "Unknown path components")

    # ---- containers --------------------------------------------------------------------------------------------------

    def _container(self, asked: Asked) -> Container:
        given, now = asked.fields, self.clock()
        known = {"image_url", "caption", "alt_text", "is_carousel_item", "media_type", "children"}
        if unknown := (set(given) | set(asked.query)) - known:
            raise error(100, f"(#100) Param {sorted(unknown)} is not supported")
        if len([one for one in self.containers.values() if one.created > now - DAY]) >= CONTAINERS:
            raise wrong(4, 2207042, "too many containers for today")
        child = given.get("is_carousel_item") == "true"
        children: tuple[str, ...] = ()
        if "media_type" in given:
            children, data = self._children(given), b""
        else:
            data = self._picture(given.get("image_url", ""))
        self._check_words(given, child=child)
        made = Container(
            self._number(), given.get("caption", ""), given.get("alt_text", ""), data, child, children, now,
            self.unready, self.failed,
        )  # fmt: skip
        self.containers[made.number] = made
        return made

    def _children(self, given: dict[str, str]) -> tuple[str, ...]:
        children = tuple(given.get("children", "").split(","))
        if given["media_type"] != "CAROUSEL" or {"image_url", "alt_text", "is_carousel_item"} & set(given):
            raise error(100, "(#100) media_type is not for this")
        if not 2 <= len(children) <= CHILDREN:
            raise wrong(100, 2207028, "A carousel has 2 to 10 items")
        for number in children:
            one = self.containers.get(number)
            if one is None or not one.child:
                raise wrong(24, 2207008, "The media builder does not exist")
            if self._state(one) != "FINISHED":
                raise wrong(9007, 2207027, "The media is not ready for publishing")
        return children

    @staticmethod
    def _picture(address: str) -> bytes:
        data = fetched(address)
        found = size(data)
        if found is None or found[0] != "JPEG":
            raise wrong(36001, 2207005, "The image format is not supported")
        if len(data) > BYTES:
            raise wrong(36000, 2207004, "The image is too large to download")
        if not RATIOS[0] <= found[1] / found[2] <= RATIOS[1]:
            raise wrong(36003, 2207009, "The submitted image has an aspect ratio that is not supported")
        return data

    @staticmethod
    def _check_words(given: dict[str, str], *, child: bool) -> None:
        caption = given.get("caption", "")
        if child and caption:
            raise error(100, "(#100) a carousel item has no caption")
        if len(caption) > CAPTION or len(re.findall(r"#\w+", caption)) > HASHTAGS:
            raise wrong(36004, 2207010, "The caption is too long")
        if len(re.findall(r"(?<!\w)@\w+", caption)) > MENTIONS:
            raise wrong(100, 2207040, "Cannot use more than 20 tags")
        if len(given.get("alt_text", "")) > ALT:
            raise error(100, "(#100) alt_text is too long")

    def _state(self, one: Container, *, looked: bool = False) -> str:
        if one.published:
            return "PUBLISHED"
        if self.clock() - one.created >= LIFE:
            return "EXPIRED"
        if one.unready > 0:
            one.unready -= looked
            return "IN_PROGRESS"
        return "ERROR" if one.failed else "FINISHED"

    def _told(self, one: Container, query: dict[str, str]) -> dict[str, str]:
        wanted = query.get("fields", "id").split(",")
        if unknown := set(wanted) - LOOKS:
            raise error(100, f"(#100) Tried accessing nonexisting field {sorted(unknown)}")
        state = self._state(one, looked=True)
        status = f"Error: Media upload has failed with error code {one.failed}" if state == "ERROR" else state
        whole = {"id": one.number, "status_code": state, "status": status}
        return {name: value for name, value in whole.items() if name in wanted}

    # ---- posts -------------------------------------------------------------------------------------------------------

    def _publish(self, asked: Asked) -> Media:
        if set(asked.fields) != {"creation_id"} or asked.query:
            raise error(100, "(#100) The parameter creation_id is required")
        one = self.containers.get(asked.fields["creation_id"])
        if one is None or one.child:
            raise wrong(24, 2207008, "The media builder does not exist")
        state = self._state(one)
        if state == "EXPIRED":
            raise wrong(-2, 2207020, "The media has expired")
        if state == "PUBLISHED":
            raise error(100, "(#100) The media builder has been published already")
        if state != "FINISHED":
            raise wrong(9007, 2207027, "The media is not ready for publishing")
        if len(self._today()) >= self.quota:
            raise wrong(9, 2207042, "You reached the maximum number of posts")
        one.published = True
        self.published.append(self.clock())
        parts = tuple(self.containers[number] for number in one.children) or (one,)
        self.media.append(Media(self._number(), one.caption, parts, self.clock()))
        return self.media[-1]

    def _today(self) -> list[datetime]:
        return [at for at in self.published if at > self.clock() - DAY]

    def _found(self, number: str) -> Media:
        found = next((one for one in self.media if one.number == number), None)
        if found is None:
            words = f"Unsupported request. Object with ID '{number}' does not exist or cannot be loaded"
            raise error(100, words, 400, 33)
        return found

    @staticmethod
    def _shown(one: Media, query: dict[str, str]) -> dict[str, Any]:
        wanted = query.get("fields", "id").split(",")
        if unknown := set(wanted) - SEEN:
            raise error(100, f"(#100) Tried accessing nonexisting field {sorted(unknown)}")
        link = f"https://www.instagram.com/p/C{one.number[-8:]}/"
        created = one.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
        whole = {"id": one.number, "permalink": link, "timestamp": created}
        if one.caption:
            whole["caption"] = one.caption
        return {name: value for name, value in whole.items() if name in {*wanted, "id"}}

    def _number(self) -> str:
        self._last += 1
        return str(self._last)
