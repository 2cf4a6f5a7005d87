"""The publishing office on real Git: one bare remote with main and the ledger, and a clone of its own for each run."""

import subprocess
from pathlib import Path

from kendal_git.ledgers.git import GitLedger
from kendal_git.objects import Git
from kendal_git.ports import Head, Ledger, LedgerChange
from kendal_git.verbs.clerk import Clerk
from kendal_git.verbs.ledger import Statement, settle
from tests.support.desk import ONCE, TEACHERS, Desk, ScriptedLedger, post

WITHDRAWN = {"withdrawn": "{reason: fakta}"}
UNTIL = 180  # seconds from an intent to its ``until``: the desk's deadline and settling time


def only(channel: str, words: str = "Terima kasih, guru.", **fields: str) -> str:
    """A post for one channel."""
    return post(words, channels=f"[{channel}]", **fields)


class Run(ScriptedLedger):
    """One run's ledger: its own clone, the office's weather around each of its pushes."""

    def __init__(self, inner: Ledger, office: ScriptedLedger) -> None:
        super().__init__(inner)
        self._office = office

    def push(self, base: Head, change: LedgerChange) -> Head | None:
        self.before, self.after = self._office.before, self._office.after
        return super().push(base, change)


class RemoteDesk(Desk):
    """A desk whose main and ledger lie on a remote; ``ledger`` sees it from a clone that publishes nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.remote = Git(folder / "remote.git")
        self.clones: list[Git] = []
        self.stays = False  # whether runs go on in the newest clone, as on a machine of the office's own
        subprocess.run(["git", "init", "--quiet", "--bare", str(self.remote.folder)], check=True)
        super().__init__(folder / "desk")

    def change(self, files: dict[str, str | None]) -> str:
        commit = super().change(files)
        self.git.run("push", "--quiet", str(self.remote.folder), f"{commit}:refs/heads/main")
        return commit

    def begin(self) -> Ledger:
        self.root = GitLedger(self.clone(), self.clock).begin(self.main, {}, self.clock.now())
        return GitLedger(self.clone(), self.clock, self.root)

    def clone(self) -> Git:
        """A clone that knows nothing yet, as each run of CI has it."""
        git = Git(self.folder / f"clone-{len(self.clones)}")
        subprocess.run(["git", "init", "--quiet", str(git.folder)], check=True)
        git.run("remote", "add", "origin", str(self.remote.folder))
        git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
        self.clones.append(git)
        return git

    def workplace(self) -> tuple[Git, Ledger]:
        git = self.clones[-1] if self.stays else self.clone()
        return git, Run(GitLedger(git, self.clock, self.root), self.ledger)

    def settle(self, outcome: str) -> None:
        """A role holder looks at the channel and says so."""
        clerk = Clerk(self.ledger, lambda _: None, self.clock, self.office.publishing, "meja")
        settle(Statement(TEACHERS, ONCE, outcome, "kabid-ikp"), clerk, self.ledger.fetch(), self.forge, self.clock)

    def tip(self, name: str = "ledger") -> str:
        """Where a branch of the remote stands."""
        found = self.remote.resolve(f"refs/heads/{name}")
        assert found
        return found

    def force(self, name: str, commit: str) -> None:
        """What no publisher does: a branch of the remote is put somewhere else."""
        self.remote.run("update-ref", f"refs/heads/{name}", commit)

    def hook(self, name: str, script: str) -> None:
        """A hook of the remote, which meets every push from now on."""
        path = self.remote.folder / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def close(self) -> None:
        for git in (self.remote, *self.clones):
            git.close()
        super().close()
