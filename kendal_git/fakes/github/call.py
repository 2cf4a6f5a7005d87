"""One request as a route sees it, and what a route answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kendal_git.fakes.github.errors import Refusal, invalid, not_found
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.records import Issue, Json, Pull
from kendal_git.fakes.github.repository import Repository
from kendal_git.fakes.github.state import State


@dataclass(frozen=True)
class Links:
    """Where this forge stands, for the addresses in its answers."""

    api: str
    html: str


@dataclass(frozen=True)
class Answer:
    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing:
    """A list that comes in pages; with a key it stands in an object beside its total."""

    items: Sequence[Any]
    shape: Callable[[Any], Json]
    key: str = ""


@dataclass(frozen=True)
class Call:
    """One request by somebody who is allowed to make it."""

    state: State
    links: Links
    user: User
    path: str
    words: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)
    home: Repository | None = None

    @property
    def repository(self) -> Repository:
        assert self.home
        return self.home

    @property
    def api(self) -> str:
        """The API address of the repository."""
        return f"{self.links.api}/repos/{self.repository.full_name}"

    @property
    def html(self) -> str:
        return f"{self.links.html}/{self.repository.full_name}"

    def may(self, level: str) -> bool:
        return self.repository.may(self.user, level)

    def need(self, level: str) -> None:
        """Refuse somebody whose permission is too low."""
        if not self.may(level):
            raise Refusal(403, REFUSED.get(level, "Must have push access to repository"))

    def number(self, name: str) -> int:
        return int(self.words[name])

    def issue(self) -> Issue:
        found = self.repository.issues.get(self.number("number"))
        if found is None:
            raise not_found()
        return found

    def pull(self) -> tuple[Issue, Pull]:
        issue = self.issue()
        if issue.pull is None:
            raise not_found()
        return issue, issue.pull

    def text(self, name: str, default: str = "") -> str:
        """A field of the body that must be text when it is there."""
        value = self.body.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            raise Refusal(422, f"Invalid request.\n\nFor 'properties/{name}', {value!r} is not a string.")
        return value

    def flag(self, name: str) -> bool:
        """A field of the body that must be true or false when it is there."""
        value = self.body.get(name)
        if value not in (None, True, False) or (isinstance(value, int) and not isinstance(value, bool)):
            raise Refusal(422, f"Invalid request.\n\nFor 'properties/{name}', {value!r} is not a boolean.")
        return bool(value)

    def required(self, name: str, resource: str) -> str:
        value = self.text(name)
        if not value:
            raise invalid(resource, name, "missing_field")
        return value

    def texts(self, name: str) -> list[str]:
        """A field of the body that must be a list of texts when it is there."""
        value = self.body.get(name) or []
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise Refusal(422, f"Invalid request.\n\nFor 'properties/{name}', {value!r} is not an array of strings.")
        return value

    def chosen(self, name: str, choices: Iterable[str], default: str) -> str:
        """A word of the query; GitHub takes an unknown one for the default."""
        value = self.query.get(name, default)
        return value if value in choices else default


REFUSED = {
    "triage": "Must have triage access to repository",
    "write": "Must have push access to repository",
    "admin": "Must have admin rights to Repository.",
}
