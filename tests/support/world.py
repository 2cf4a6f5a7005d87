"""Real commits without a forge: branches, merges of every kind, odd trees, and what a forge would tell of them."""

import subprocess
from pathlib import Path
from typing import Any

from kendal_git.model.proposal import Approval, Merge, Proposal
from kendal_git.model.verdict import Verdict
from kendal_git.objects import Git
from kendal_git.policy import Question, judge
from kendal_git.verbs.investigate import question
from tests import builders
from tests.builders import MORNING, POST, at, push

OFFICE = """\
office: {name: Dinas Contoh}
roles:
  staf: {holders: [{id: 1001, login: staf-desain, from: 2026-01-01}]}
  subkoor-psdk: {holders: [{id: 1101, login: subkoor-psdk, from: 2026-01-01}]}
  kabid-ikp: {holders: [{id: 1201, login: kabid-ikp, from: 2026-01-01}]}
  kepala-dinas: {holders: [{id: 1301, login: kepala-dinas, from: 2026-01-01}]}
opd: {setda: Sekretariat Daerah}
channels: {x: {via: outbox}}
"""
FRONT = """\
---
title: Selamat Hari Guru
kind: pengumuman
date: 2026-11-25
opd: [setda]
team: {text: staf-desain}
channels: [x]
information: berkala
sensitivity: biasa
consent: {children: none}
---
"""
TEXT = FRONT + "Harga tiket Rp 10.000.\n"
FILE = f"{POST}/post.md"
Tree = dict[str, str | bytes | None]


class World:
    """A repository whose ``origin/main`` holds an office; everything else is for the test to make."""

    def __init__(self, folder: Path) -> None:
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
        self.folder, self.git, self.main = folder, Git(folder), ""
        self.onto_main({"kendal.yaml": OFFICE, "agenda/2026/11/24.yaml": "date: 2026-11-24\nentries: []\n"})

    def commit(self, parent: str, files: Tree, when: Any = MORNING) -> str:
        """One commit on top of another."""
        data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        return self.git.write_commit(parent or None, data, "isi", when)

    def odd(self, parent: str, *lines: bytes) -> str:
        """A commit of what no ordinary editor makes, in fast-import's own words."""
        head = (
            b"commit refs/kendal/odd\nmark :1\ncommitter k <k@localhost> 0 +0000\ndata 1\nxfrom %s\n" % parent.encode()
        )
        data = head + b"\n".join(lines) + b"\n\nget-mark :1\n"
        return self.git.run("fast-import", "--quiet", "--force", data=data).stdout.decode().strip()

    def set_main(self, commit: str) -> str:
        self.git.run("update-ref", "refs/remotes/origin/main", commit)
        self.main = commit
        return commit

    def onto_main(self, files: Tree) -> str:
        """One more commit on main, by nobody's proposal."""
        return self.set_main(self.commit(self.main, files))

    def joined(self, tree_of: str, *parents: str) -> str:
        """A commit with the tree of one commit and the parents of one's choice."""
        words = [word for parent in parents for word in ("-p", parent)]
        who = ("-c", "user.name=k", "-c", "user.email=k@localhost")
        return self.git.text(*who, "commit-tree", f"{tree_of}^{{tree}}", *words, "-m", "gabung")

    def merged(self, head: str, how: str) -> tuple[str, str]:
        """Main with the branch in it, and main before: ``merge``, ``squash``, ``rebase`` or ``fast-forward``."""
        before = self.main
        if how == "fast-forward":
            return self.set_main(head), before
        tree = self.git.text("merge-tree", "--write-tree", before, head)
        if how == "rebase":
            tip = before
            for one in reversed(self.git.commits(head, f"^{before}")):
                changed = self.git.changed(f"{one}^", one)
                found = {path: self.git.object(f"{one}:{path}") for path in changed}
                tip = self.commit(tip, {path: entry[2] if entry else None for path, entry in found.items()})
            return self.set_main(tip), before
        parents = (before, head) if how == "merge" else (before,)
        words = [word for parent in parents for word in ("-p", parent)]
        who = ("-c", "user.name=k", "-c", "user.email=k@localhost")
        return self.set_main(self.git.text(*who, "commit-tree", tree, *words, "-m", how)), before

    def question(self, head: str, *approvals: Approval, **more: Any) -> Question:
        """What the judge is asked about a proposal with this head; ``more`` as in the builders' proposal."""
        usual = {"head": head, "pushes": (push(head, 0),), **more}
        return question(self.git, proposal(*approvals, **usual), "main", at(120))

    def judge(self, head: str, *approvals: Approval, **more: Any) -> Verdict:
        return judge(self.question(head, *approvals, **more))

    def judge_merged(self, head: str, how: str, *approvals: Approval, **more: Any) -> Verdict:
        """The verdict on the proposal once it is merged at minute 30."""
        commit, before = self.merged(head, how)
        return self.judge(head, *approvals, state="merged", merge=Merge(commit, at(30), before=before), **more)


def proposal(*approvals: Approval, **more: Any) -> Proposal:
    return builders.proposal(*approvals, **more)


def both(commit: str, minutes: float = 10) -> tuple[Approval, Approval]:
    """What an ordinary post needs, given at one commit."""
    first = builders.approve(builders.SUBKOOR, minutes, commit)
    return first, builders.approve(builders.KABID, minutes + 5, commit)
