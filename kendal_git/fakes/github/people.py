"""The fake forge's accounts: numbers that stay, logins that move, addresses that name an account in a commit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# GitHub's own, and the one of an Enterprise server that stands where the fake stands.
NOREPLY = re.compile(r"(\d+)\+[^@]*@users\.noreply\.(?:github\.com|127\.0\.0\.1(?::\d+)?)", re.IGNORECASE)
GHOST_ID, WEB_FLOW_ID, ACTIONS_ID = 10137, 19864447, 41898282
ACTIONS_LOGIN = "github-actions[bot]"


@dataclass(frozen=True)
class Identity:
    """A name and an address as a commit carries them."""

    name: str
    email: str


WEB_FLOW = Identity("GitHub", "noreply@github.com")


@dataclass(eq=False)
class User:
    """One account."""

    id: int
    login: str
    type: str = "User"
    name: str = ""
    emails: list[str] = field(default_factory=list)
    deleted: bool = False

    @property
    def bot(self) -> bool:
        return self.type == "Bot"

    @property
    def noreply(self) -> str:
        """The address that always leads to this account."""
        return f"{self.id}+{self.login}@users.noreply.github.com"

    @property
    def identity(self) -> Identity:
        """How the account signs a commit that it makes on the web page."""
        return Identity(self.name or self.login, self.emails[0] if self.emails else self.noreply)


class People:
    """All accounts and their tokens."""

    def __init__(self) -> None:
        self._users: dict[int, User] = {}
        self._tokens: dict[str, int] = {}
        self.ghost = self.add(User(GHOST_ID, "ghost", name="Deleted user"))
        self.web_flow = self.add(User(WEB_FLOW_ID, "web-flow", name="GitHub Web Flow", emails=[WEB_FLOW.email]))

    def __iter__(self) -> Iterator[User]:
        return (user for user in self._users.values() if not user.deleted)

    def add(self, user: User) -> User:
        if user.id in self._users:
            raise ValueError(f"the number {user.id} is taken")
        if self.by_login(user.login):
            raise ValueError(f"the login {user.login} is taken")
        for email in user.emails:
            if self.by_email(email):
                raise ValueError(f"the address {email} belongs to another account")
        self._users[user.id] = user
        return user

    def give_token(self, user: User, token: str) -> None:
        self._tokens[token] = user.id

    def revoke(self, token: str) -> None:
        del self._tokens[token]

    def by_token(self, token: str) -> User | None:
        return self.by_id(self._tokens.get(token, 0))

    def by_id(self, number: int) -> User | None:
        user = self._users.get(number)
        return user if user and not user.deleted else None

    def by_login(self, login: str) -> User | None:
        """An account by its login, whose letters may be large or small."""
        return next((user for user in self if user.login.casefold() == login.casefold()), None)

    def by_email(self, email: str) -> User | None:
        """The account that GitHub shows beside a commit with this address."""
        if match := NOREPLY.fullmatch(email):
            return self.by_id(int(match[1]))
        return next((user for user in self if email.casefold() in map(str.casefold, user.emails)), None)

    def rename(self, user: User, login: str) -> None:
        """Give an account another login; the old one is free at once."""
        if (holder := self.by_login(login)) and holder is not user:
            raise ValueError(f"the login {login} is taken")
        user.login = login

    def delete(self, user: User) -> None:
        """Delete an account: its login, its addresses and its tokens are gone, its number is never used again."""
        user.deleted = True
        self._tokens = {token: number for token, number in self._tokens.items() if number != user.id}
