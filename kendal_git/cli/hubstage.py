"""The demonstration on GitHub: a strict stand-in of its API with real Git behind it, each person with a token."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from kendal_git.cli.stage import STAFF, Stage, Stopped
from kendal_git.fakes.github.server import Server
from kendal_git.forges.github.address import address_of
from kendal_git.forges.github.api import Api
from kendal_git.forges.github.forge import GitHubForge
from kendal_git.model.message import say
from kendal_git.objects import Git
from kendal_git.verbs.investigate import office_at
from kendal_git.wiring.workplace import CLOCK

OWNER, NAME = "kominfo", "konten"
ACCESS = {"staf": "write", "subkoor-psdk": "write", "kabid-ikp": "maintain", "kepala-dinas": "admin"}
VARIABLE = "KENDAL_GITHUB_TOKEN"  # in which everybody keeps their token
# Git asks for the token when it pushes, and finds the one of whoever runs the command.
HELPER = f'!f() {{ echo username=x; echo "password=${VARIABLE}"; }}; f'


@dataclass(frozen=True, slots=True)
class HubStage(Stage):
    """The same acts; who somebody is, their token says."""

    servers: list[Server] = field(default_factory=list)

    @property
    def server(self) -> Server:
        """The forge."""
        return self.servers[0]

    @property
    def remote(self) -> Path:
        """The bare repository behind the forge."""
        return self.folder / "github" / OWNER / f"{NAME}.git"

    def begin(self, name: str) -> None:
        """An office that has just moved to GitHub: main and its ledger are pushed there by the Kepala Dinas."""
        Stage.begin(self, name)  # a class with slots is made twice, and super() would mean the first
        self.servers.append(Server(self.folder / "github").start())
        for number, login in enumerate(ACCESS, 1):
            self.server.state.add_user(login, id=number)
        self.server.state.add_repository(OWNER, NAME, access=ACCESS)
        office = self.office / "kendal.yaml"
        office.write_text(office.read_text("utf-8").replace("forge: local", "forge: github"), "utf-8")
        self._git("fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*")
        self._git("commit", "-qam", "kantor: pindah ke GitHub")
        self._git("config", "credential.helper", HELPER)
        self._git("config", "protocol.http.allow", "always")  # some machines' own settings forbid it
        self._git("remote", "set-url", "origin", self.server.git_url(OWNER, NAME))
        ledger = [f"refs/remotes/origin/{branch}:refs/heads/{branch}" for branch in ("ledger", "ledger-seen")]
        self._git("push", "-q", "origin", "main", *ledger)

    def end(self) -> None:
        """Close the forge; its repositories stay to be looked at."""
        for server in self.servers:
            server.stop()

    def start(self, *words: str, who: str = STAFF) -> "subprocess.Popen[str]":
        """Start one kendal process in the office with somebody's token."""
        command = (sys.executable, "-m", "kendal_git", "--lang", self.now.language, *words)
        return self._start(command, {VARIABLE: f"token-of-{who}"} if self.servers else {})

    def propose(self, branch: str, title: str, files: dict[str, bytes | None]) -> int:
        """A pull request of the staff, its branch pushed by plain Git."""
        git = Git(self.office)
        main = git.resolve("refs/remotes/origin/main") or ""
        api = Api(address_of(self.server.git_url(OWNER, NAME)), f"token-of-{STAFF}")
        forge = GitHubForge(git, office_at(git, main), STAFF, CLOCK, api)
        head = git.write_commit(main, files, title, CLOCK.now(), forge.author())
        self._git("push", "-q", "origin", f"{head}:refs/heads/{branch}", who=STAFF)
        return forge.submit(branch, title, head)

    def _git(self, *words: str, who: str = "kepala-dinas") -> None:
        process = self._start(("git", *words), {VARIABLE: f"token-of-{who}"})
        out, error = process.communicate()
        if process.returncode:
            raise Stopped(
                say("demo.failed", command=" ".join(("git", *words)), code=f"{process.returncode} {error}{out}")
            )
