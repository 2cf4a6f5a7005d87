"""The Facebook channel: once, in two steps; words can be changed in place, and a post be found on the Page."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from kendal_git.channels.answers import unseen
from kendal_git.channels.facebook.payload import SEEN, address, corrected, correction, feed, numbered, photo, shows
from kendal_git.channels.graph import no_such, outcome_of, success
from kendal_git.model.message import say
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Unknown, Unreached
from kendal_git.ports import Edits, NotPrepared, Parcel
from kendal_git.transport import Answer, Form, call

API = "https://graph.facebook.com/v26.0"
SECONDS = 30.0  # of a call that shows nothing
MOST = 100  # posts of one look at the Page


@dataclass(frozen=True, slots=True)
class Page:
    """Which Page, and its token."""

    number: str
    token: str = field(repr=False)
    api: str = API


class Facebook:
    """One Page."""

    repeatable, keeps, edits = False, 0.0, Edits.TEXT

    def __init__(self, name: str, page: Page) -> None:
        self.name = name
        self._page = page

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Upload the pictures unpublished; for new words in place there is nothing to upload."""
        ids: list[tuple[str, str]] = []
        if parcel.replaces:
            return ()
        for place, (one, (name, data)) in enumerate(zip(parcel.payload.pictures, parcel.pictures, strict=True), 1):
            answer = self._call("POST", f"{self._page.number}/photos", photo(name, data, one.alt))
            number = success(answer).get("id")
            if not number:
                raise NotPrepared(unseen(self._failure(answer)))
            ids.append((f"picture-{place}", str(number)))
        return tuple(ids)

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Post, or put new words in the old ones' place."""
        if parcel.replaces:
            if not numbered(parcel.replaces):
                return Refused(f"{parcel.replaces}: ≠ id")
            answer = self._call("POST", parcel.replaces, correction(parcel), timeout)
            done = success(answer).get("success") is True
            return Sent(address(parcel.replaces), parcel.replaces) if done else self._failure(answer)
        answer = self._call("POST", f"{self._page.number}/feed", feed(parcel), timeout)
        return _receipt(success(answer)) or self._failure(answer)

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The corrected post itself, or one with these words that is no older than the intent; never "the newest"."""
        if numbered(parcel.replaces) and not parcel.prepared:
            standing = success(self._call("GET", f"{parcel.replaces}?fields={quote(SEEN)}"))
            if corrected(standing, parcel):
                return Sent(address(parcel.replaces), parcel.replaces)
        return next((_receipt(one) for one in self._shown() or () if shows(one, parcel)), None)

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Delete it. "No such object" may also mean that our token sees less: then the Page's own list must lack it."""
        if not numbered(remote):
            return ByHand(say("channels.no-number", post=post))
        answer = self._call("DELETE", remote)
        if success(answer).get("success") is True:
            return Sent()
        outcome = self._failure(answer)
        if isinstance(answer, Answer) and no_such(answer):
            shown = self._shown()
            if shown is not None and all(one.get("id") != remote for one in shown):
                return Sent()
            return Denied(str(outcome.reason)) if not isinstance(outcome, Sent) else outcome
        return outcome

    def _shown(self) -> list[dict[str, Any]] | None:
        """The Page's newest posts; None when it does not tell."""
        found = success(self._call("GET", f"{self._page.number}/published_posts?fields={quote(SEEN)}&limit={MOST}"))
        posts = found.get("data")
        return [one for one in posts if isinstance(one, dict)] if isinstance(posts, list) else None

    def _failure(self, answer: Answer | Unreached | Unknown) -> Outcome:
        return outcome_of(answer, (self._page.token,)) if isinstance(answer, Answer) else answer

    def _call(
        self, method: str, path: str, body: Form | None = None, timeout: float = SECONDS
    ) -> Answer | Unreached | Unknown:
        """One attempt; the token goes in a header and never in an address."""
        page = self._page
        headers = {"Authorization": f"Bearer {page.token}"}
        return call(method, f"{page.api}/{path}", body=body, headers=headers, timeout=timeout)


def _receipt(shown: dict[str, Any]) -> Sent | None:
    """Where a post of the Page is."""
    number = shown.get("id")
    return Sent(str(shown.get("permalink_url") or address(str(number))), str(number)) if number else None
