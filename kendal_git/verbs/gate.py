"""gate: one proposal to its verdict, what its posts would look like, and the word that stands beside it."""

from dataclasses import dataclass, replace
from datetime import datetime

from kendal_git.composing import compose
from kendal_git.model.delivery import Payload
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.proposal import Proposal
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.model.verdict import Ruling, Verdict
from kendal_git.objects import CommitFiles, Git
from kendal_git.policy import judge
from kendal_git.ports import Forge
from kendal_git.reading.posts import read_post
from kendal_git.verbs.charter import Charter
from kendal_git.verbs.investigate import main_tip, question

MOST_EXHIBITS = 8  # posts that are shown beside a proposal; a person who approves more reads them in the preview


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One touched post as its channels would show it; ``links`` lead to its pictures at the judged commit, by file."""

    path: str
    title: str
    digest: str
    payloads: tuple[Payload, ...]
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gated:
    """A verdict with what a verifier wants to see; ``proposal`` is None where the forge did not tell."""

    proposal: Proposal | None
    verdict: Verdict
    findings: tuple[Diagnostic, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    checked: int = 0

    @property
    def code(self) -> int:
        """The exit code: 0 only when approved, 3 when it cannot be told."""
        if self.verdict.approved:
            return 0
        return 3 if self.verdict.ruling is Ruling.UNKNOWN else 1


def gate(git: Git, forge: Forge, number: int, office: Office, now: datetime, since: str = "") -> Gated:  # noqa: PLR0913, PLR0917
    """Judge proposal ``number``; what the forge or this clone cannot tell makes it unknown.

    ``since`` is the ledger's cursor, up to which main's office is known to be approved; empty where there is no ledger.
    Raises Misuse when there is no such proposal.
    """
    proposal = None
    try:
        proposal = forge.proposal(number)
        if proposal is None:
            raise Misuse(say("forge.no-proposal", number=number), say("forge.no-proposal.hint"))
        asked = question(git, proposal, office.main, now)
        base = proposal.merge.before if proposal.merge else main_tip(git, office)
        fault = Charter(git, forge).fault(since, base, now)
        if fault:
            asked = replace(asked, touched=replace(asked.touched, faults=(*asked.touched.faults, fault)))
    except OutsideFailed as failed:
        head = proposal.head if proposal else ""
        return Gated(proposal, Verdict(number, Ruling.UNKNOWN, head, reasons=(failed.message,)))
    touched = asked.touched
    shown = () if proposal.merge else _exhibits(git, forge, proposal.head, touched.digests)
    return Gated(proposal, judge(asked), touched.findings, shown, len(touched.posts))


def _exhibits(git: Git, forge: Forge, head: str, digests: tuple[tuple[str, str], ...]) -> tuple[Exhibit, ...]:
    """The first touched posts that can be read, each composed for its channels."""
    files, found = CommitFiles(git, head), []
    for path, digest in digests:
        post = read_post(files, path).post if path.startswith("content/") else None
        if post is None:
            continue
        payloads = tuple(compose(post, channel) for channel in post.channels)
        links = tuple((image.file, forge.link(head, f"{path}/{image.file}")) for image in post.images)
        found.append(Exhibit(path, post.title, digest, payloads, links))
        if len(found) == MOST_EXHIBITS:
            break
    return tuple(found)
