"""Git's smart protocol over HTTP: Git's own program answers, the fake decides who may and notes what moved."""

import base64
import re
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from kendal_git.fakes.github import movements
from kendal_git.fakes.github.faults import Reply
from kendal_git.fakes.github.git import environment
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.protections import push_refusals
from kendal_git.fakes.github.repository import Repository
from kendal_git.fakes.github.state import State

PLACE = re.compile(r"/([^/]+)/([^/]+?)(?:\.git)?(/info/refs|/git-upload-pack|/git-receive-pack)")
COMMAND = re.compile(rb"([0-9a-f]{40}) ([0-9a-f]{40}) ([^\0\n]+)")
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
NO_REPOSITORY = Reply(404, PLAIN, b"Repository not found.\n")
WHO = Reply(401, {**PLAIN, "WWW-Authenticate": 'Basic realm="GitHub"'}, b"Authentication required.\n")


@dataclass(frozen=True)
class Asked:
    """One request of a git program."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def pushing(self) -> bool:
        return "git-receive-pack" in (self.query.removeprefix("service="), self.path.rpartition("/")[2])


def user_of(state: State, headers: Mapping[str, str]) -> User | None:
    """Who asks: the password is the token."""
    scheme, _, word = headers.get("Authorization", "").partition(" ")
    if scheme.casefold() != "basic":
        return None
    try:
        login, _, token = base64.b64decode(word).decode().partition(":")
    except ValueError:
        return None
    return state.people.by_token(token) or state.people.by_token(login)


def answer(state: State, asked: Asked, user: User | None) -> Reply:
    """Git's answer, or the refusal of somebody who may not ask."""
    place = PLACE.fullmatch(asked.path)
    repository = place and state.repository(place[1], place[2])
    if user is None and ("Authorization" in asked.headers or repository is None or repository.private or asked.pushing):
        return WHO
    if place is None or repository is None or (user and not repository.may(user, "read")):
        return NO_REPOSITORY
    if not asked.pushing:
        return _backend(state, repository, asked, place[3])
    assert user
    if not repository.may(user, "write"):
        sentence = f"Permission to {repository.full_name}.git denied to {user.login}.\n"
        return Reply(403, PLAIN, sentence.encode())
    if asked.method == "GET":
        return _backend(state, repository, asked, place[3])
    return _pushed(state, repository, asked, user)


def _pushed(state: State, repository: Repository, asked: Asked, user: User) -> Reply:
    """A push, alone in the forge: decided before, noted after."""
    with repository.lock:
        lines = [
            f"{ref}\t{when}\t{sentence}"
            for new, ref in _commands(asked)
            for when, sentence in push_refusals(repository, ref, new, user)
        ]
        before = repository.bare.refs()
        reply = _backend(state, repository, asked, "/git-receive-pack", "\n".join(lines))
        for movement in movements.compare(before, repository.bare.refs()):
            movements.record(repository, movement, user)
        return reply


def _commands(asked: Asked) -> list[tuple[str, str]]:
    """What a push wants, as (new commit, ref): the packets before the first flush."""
    gzipped = asked.headers.get("Content-Encoding") in ("gzip", "x-gzip")
    rest = zlib.decompress(asked.body, wbits=31) if gzipped else asked.body
    found = []
    while (size := int(rest[:4] or b"0", 16)) >= 4:
        if match := COMMAND.match(rest[4:size]):
            found.append((match[2].decode(), match[3].decode()))
        rest = rest[size:]
    return found


def _backend(state: State, repository: Repository, asked: Asked, action: str, refusals: str = "") -> Reply:
    """`git http-backend`, which is a CGI program."""
    relative = repository.bare.path.relative_to(state.folder).as_posix()
    variables = {
        "GIT_PROJECT_ROOT": str(state.folder),
        "GIT_HTTP_EXPORT_ALL": "1",
        "PATH_INFO": f"/{relative}{action}",
        "REQUEST_METHOD": asked.method,
        "QUERY_STRING": asked.query,
        "CONTENT_TYPE": asked.headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(asked.body)),
        "HTTP_CONTENT_ENCODING": asked.headers.get("Content-Encoding", ""),
        "GIT_PROTOCOL": asked.headers.get("Git-Protocol", ""),
        "REMOTE_ADDR": "127.0.0.1",
        "REMOTE_USER": "forge",
        "FAKE_FORGE_REFUSALS": refusals,
    }
    words = ["git", "http-backend"]
    done = subprocess.run(words, env=environment(**variables), input=asked.body, capture_output=True, check=False)
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    if done.returncode and not head:
        return Reply(500, PLAIN, done.stderr)
    headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
    status = int(headers.pop("Status", "200").split(" ")[0])
    return Reply(status, headers, body)
