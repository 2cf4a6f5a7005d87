"""The Instagram channel: once, in two steps; it fetches the pictures from the site, and changes nothing that stands."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote

from kendal_git.channels.answers import part, require_light, unprepared
from kendal_git.channels.graph import success
from kendal_git.channels.instagram.answers import HOUR, ended, outcome_of
from kendal_git.channels.instagram.onsite import JPEG, require_on_site
from kendal_git.channels.instagram.payload import SEEN, carousel, child, shows, single
from kendal_git.composing.limits import limits_of
from kendal_git.composing.picturing import public_name
from kendal_git.model.message import say
from kendal_git.model.outcome import ByHand, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.ports import Edits, Parcel
from kendal_git.transport import Answer, Form, call

API = "https://graph.facebook.com/v26.0"
HOME = "https://www.instagram.com/"  # where a post is whose own address was not told
SECONDS = 30.0  # of a call that shows nothing
TELLING = 4.0  # seconds of the visible call's time for asking where the post is
WAITS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)  # seconds between looks at containers in the making, for all of a post
MOST = 50  # posts of one look at the account


@dataclass(frozen=True, slots=True)
class Account:
    """Which professional account, and its Page's token."""

    number: str
    token: str = field(repr=False)
    api: str = API


class Instagram:
    """One account."""

    repeatable, keeps, edits = False, 0.0, Edits.NOTHING

    def __init__(
        self, name: str, account: Account, now: Callable[[], datetime], pause: Callable[[float], None] = time.sleep
    ) -> None:
        self.name = name
        self._account, self._now, self._pause = account, now, pause

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """See that the site has the pictures, then make the container of the post and wait until it is ready.

        What is made and never published nobody sees, and it goes away after a day.
        """
        addresses = self._addresses(parcel)
        self._require_room()
        waits = iter(WAITS)
        if len(addresses) == 1:
            whole = self._container(single(parcel, addresses[0]))
        else:
            described = zip(addresses, parcel.payload.pictures, strict=True)
            children = [self._container(child(address, one.alt)) for address, one in described]
            for one in children:
                self._wait_for(one, waits)
            whole = self._container(carousel(parcel, children))
        self._wait_for(whole, waits)
        return (("container", whole),)

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Publish the container; where the post is, is a question of its own, whose failure changes nothing."""
        telling = min(TELLING, timeout / 4)
        form = Form((("creation_id", parcel.id("container")),))
        answer = self._call("POST", f"{self._account.number}/media_publish", form, timeout - telling)
        number = success(answer).get("id")
        if not number:
            return self._failure(answer)
        told = success(self._call("GET", f"{number}?fields=permalink", timeout=telling))
        return Sent(str(told.get("permalink") or HOME), str(number))

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The post of the intent's own container, once that says that it is published.

        Nothing leads from a container to its post: the account's list is searched for the words and the time.
        """
        container = parcel.id("container")
        told = success(self._call("GET", f"{container}?fields=status_code,status")) if container else {}
        if told.get("status_code") != "PUBLISHED":
            return None
        listed = success(self._call("GET", f"{self._account.number}/media?fields={quote(SEEN)}&limit={MOST}"))
        posts = listed.get("data")
        found = [one for one in posts if isinstance(one, dict)] if isinstance(posts, list) else []
        return next((_receipt(one) for one in found if shows(one, parcel)), None)

    def withdraw(self, post: str, remote: str) -> Outcome:
        """A Page's token cannot delete, and the token that can ends after sixty days: a person does it in the app."""
        return ByHand(say("channels.stays", post=post, channel=self.name))

    # ---- preparing -----------------------------------------------------------------------------

    def _addresses(self, parcel: Parcel) -> list[str]:
        """Where each picture is. Raises NotPrepared for what Instagram does not take, and for what is not there."""
        if not parcel.pictures:
            raise unprepared(Refused("0 JPEG"))
        odd = [name for name, data in parcel.pictures if not data.startswith(JPEG)]
        if odd:
            raise unprepared(Refused(f"{odd[0]}: ≠ JPEG"))
        require_light(parcel.pictures, limits_of("instagram").image.bytes)
        addresses = [f"{parcel.site}/{public_name(data)}" for _, data in parcel.pictures]
        fresh = f"{self._now().timestamp():.0f}"
        for address, (_, data) in zip(addresses, parcel.pictures, strict=True):
            require_on_site(address, data, fresh)
        return addresses

    def _require_room(self) -> None:
        """Raises NotPrepared when the account has published all that a rolling day allows; only it knows the number."""
        asked = f"{self._account.number}/content_publishing_limit?fields={quote('quota_usage,config')}"
        answer = self._call("GET", asked)
        rows = success(answer).get("data")
        if not isinstance(rows, list):
            raise unprepared(self._failure(answer))
        row = rows[0] if rows and isinstance(rows[0], dict) else {}
        used, most = row.get("quota_usage"), part(row, "config").get("quota_total")
        if isinstance(used, int) and isinstance(most, int) and used >= most:
            raise unprepared(Throttled(f"{used}/{most} (24 h)", HOUR))

    def _container(self, form: Form) -> str:
        """A new container's number. Raises NotPrepared."""
        answer = self._call("POST", f"{self._account.number}/media", form)
        number = success(answer).get("id")
        if not number:
            raise unprepared(self._failure(answer))
        return str(number)

    def _wait_for(self, container: str, waits: Iterator[float]) -> None:
        """Look until it is ready, as long as any of ``waits`` is left. Raises NotPrepared."""
        while True:
            answer = self._call("GET", f"{container}?fields=status_code,status")
            told = success(answer)
            match told.get("status_code"):
                case "FINISHED":
                    return
                case None:
                    raise unprepared(self._failure(answer))
                case "IN_PROGRESS":
                    wait = next(waits, None)
                    if wait is None:
                        raise unprepared(Unreached("IN_PROGRESS"))
                    self._pause(wait)
                case _:
                    raise unprepared(ended(told))

    # ---- the wire ------------------------------------------------------------------------------

    def _failure(self, answer: Answer | Unreached | Unknown) -> Outcome:
        return outcome_of(answer, (self._account.token,)) if isinstance(answer, Answer) else answer

    def _call(
        self, method: str, path: str, body: Form | None = None, timeout: float = SECONDS
    ) -> Answer | Unreached | Unknown:
        """One attempt; the token goes in a header and never in an address."""
        account = self._account
        headers = {"Authorization": f"Bearer {account.token}"}
        return call(method, f"{account.api}/{path}", body=body, headers=headers, timeout=timeout)


def _receipt(shown: dict[str, Any]) -> Sent:
    """Where a post of the account is."""
    return Sent(str(shown.get("permalink") or HOME), str(shown["id"]))
