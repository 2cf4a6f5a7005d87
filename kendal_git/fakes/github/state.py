"""Everything that one fake forge holds: accounts, repositories, one clock, one lock, one sequence of numbers."""

import itertools
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kendal_git.fakes.github.clock import Clock
from kendal_git.fakes.github.git import Bare
from kendal_git.fakes.github.people import People, User
from kendal_git.fakes.github.repository import Repository

FIRST_ID = 3_000_000_001  # GitHub's numbers no longer fit into 31 bits


class State:
    """What tests seed and look into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.people = People()
        self.lock = threading.RLock()
        self._numbers = itertools.count(FIRST_ID)
        self._accounts = itertools.count(1001)
        self._repositories: list[Repository] = []

    def add_user(self, login: str, token: str = "", **more: Any) -> User:
        """A new account (id, type, name, emails); its token is `token-of-LOGIN` unless another one is given."""
        with self.lock:
            number = more.pop("id", None) or next(self._accounts)
            user = self.people.add(User(number, login, **{**more, "emails": list(more.get("emails", ()))}))
            self.people.give_token(user, token or f"token-of-{login}")
            return user

    def add_repository(
        self,
        owner: str,
        name: str,
        *,
        private: bool = True,
        access: Mapping[str, str] | None = None,
        default_branch: str = "main",
    ) -> Repository:
        """A new empty repository; an unknown owner becomes an organization."""
        with self.lock:
            if self.repository(owner, name):
                raise ValueError(f"{owner}/{name} exists")
            holder = self.people.by_login(owner) or self.people.add(User(next(self._accounts), owner, "Organization"))
            bare = Bare(self.folder / owner / f"{name}.git")
            bare.create(default_branch)
            repository = Repository(
                next(self._numbers), holder, name, bare, self.people, self.clock, self._numbers, self.lock
            )
            repository.private, repository.default_branch = private, default_branch
            repository.created_at = self.clock.tick()
            for login, level in (access or {}).items():
                repository.grant(login, level)
            self._repositories.append(repository)
            return repository

    def repository(self, owner: str, name: str) -> Repository | None:
        """A repository by its name, whose letters may be large or small."""
        wanted = f"{owner}/{name}".casefold()
        return next((one for one in self._repositories if one.full_name.casefold() == wanted), None)
