"""A verdict for the forge's page: one line as status and one comment in Markdown, in which no post's text is markup."""

import re

from kendal_git.messages import text
from kendal_git.model.delivery import Count, Payload
from kendal_git.model.diagnostic import Severity
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.proposal import Announcement
from kendal_git.model.verdict import Requirement, Ruling, State, Verdict
from kendal_git.rendering.words import channel as channel_name
from kendal_git.reporters.verdicts import role_title
from kendal_git.verbs.gate import Exhibit, Gated

MARKS = {State.GIVEN: "✅", State.WAITING: "⏳", State.BLOCKED: "⛔", State.UNKNOWN: "❓"}
SPECIAL = re.compile(r"[\\`*_{}\[\]()#+!|~@:-]")  # what Markdown, a mention or an emoji begins with
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
LONGEST_CAPTION = 3000  # characters of one caption; the whole comment must stay below GitHub's 65,536


def announcement(found: Gated, office: Office, language: str) -> Announcement:
    """What the forge shows: the same words for the same verdict, so that an unchanged comment need not be written."""
    writer = _Writer(found, office, language)
    return Announcement(str(found.verdict.ruling), writer.summary(), writer.comment())


def escaped(words: str) -> str:
    """Somebody's words on one line of Markdown, as nothing but words."""
    line = " ".join(words.split())
    line = "".join(HTML.get(character, character) for character in line)
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", line)


def fenced(words: str) -> str:
    """A text as it is, in a fence longer than any inside it."""
    ticks = max((len(run) for run in re.findall(r"`+", words)), default=0)
    fence = "`" * max(3, ticks + 1)
    return f"{fence}text\n{words}\n{fence}"


class _Writer:
    """One comment in one language."""

    def __init__(self, found: Gated, office: Office, language: str) -> None:
        self.found, self.office, self.language = found, office, language

    def words(self, key: str, **values: object) -> str:
        return text(say(key, **values), self.language)

    def said(self, message: Message) -> str:
        return escaped(text(message, self.language))

    @property
    def verdict(self) -> Verdict:
        return self.found.verdict

    def summary(self) -> str:
        """One line, as plain text."""
        ruling = self.verdict.ruling
        if ruling is Ruling.APPROVED:
            people = ", ".join(login for _, login in self.verdict.approvers) or self.words("comment.somebody")
            return self.words("comment.summary.approved", people=people)
        if ruling is Ruling.WAITING:
            return self.words("comment.summary.waiting", people=self._people())
        reasons = (*self.verdict.reasons, *(need.reason for need in self.verdict.requirements))
        reason = text(reasons[0], self.language) if reasons else "?"
        return self.words(f"comment.summary.{ruling}", reason=" ".join(reason.split()))

    def _people(self) -> str:
        roles = [need.role for need in self.verdict.requirements if need.state is not State.GIVEN]
        titles = ", ".join(role_title(role, self.office, self.language) for role in roles)
        reasons = ", ".join(text(reason, self.language) for reason in self.verdict.reasons)
        return titles or reasons or self.words("comment.somebody")

    def comment(self) -> str:
        """The whole comment."""
        ruling = self.verdict.ruling
        people = {"people": escaped(self._people())} if ruling is Ruling.WAITING else {}
        parts = [
            f"### {self.words(f'comment.title.{ruling}', **people)}",
            self._table(),
            self._list("blocking", self._reasons()),
        ]
        parts += [self._list("ignored", self._ignored()), *(f"> {self.said(note)}" for note in self.verdict.notes)]
        if self.found.checked:
            parts.append(self._checked())
        parts += [self._exhibit(one) for one in self.found.exhibits]
        more = self.found.checked - len(self.found.exhibits)
        if self.found.exhibits and more > 0:
            parts.append(self.words("comment.others", count=more))
        how = {"number": self.verdict.proposal} if ruling is Ruling.UNKNOWN else {}
        parts.append(f"---\n{self.words(f'comment.how.{ruling}', **how)}")
        if self.verdict.head:
            parts.append(f"<sub>{self.words('comment.bound', head=self.verdict.head[:12])}</sub>")
        return "\n\n".join(part for part in parts if part) + "\n"

    def _table(self) -> str:
        rows = [self._row(need) for need in self.verdict.requirements]
        head = f"| | {self.words('comment.head.role')} | {self.words('comment.head.state')} |\n|---|---|---|"
        return "\n".join((head, *rows)) if rows else ""

    def _row(self, need: Requirement) -> str:
        when = f"{need.at.astimezone(self.office.zone):%d-%m-%Y %H:%M}" if need.at else ""
        title = escaped(role_title(need.role, self.office, self.language))
        return f"| {MARKS[need.state]} | {title} | {self.said(need.reason)}{', ' if when else ''}{escaped(when)} |"

    def _reasons(self) -> list[str]:
        return [self.said(reason) for reason in self.verdict.reasons]

    def _ignored(self) -> list[str]:
        passed = dict.fromkeys((one.by, one.reason) for need in self.verdict.requirements for one in need.ignored)
        return [self.words("comment.ignored.line", by=escaped(by), reason=self.said(reason)) for by, reason in passed]

    def _list(self, heading: str, lines: list[str]) -> str:
        if not lines:
            return ""
        return "\n".join((f"**{self.words(f'comment.list.{heading}')}**", "", *(f"- {line}" for line in lines)))

    def _checked(self) -> str:
        errors = sum(one.severity is Severity.ERROR for one in self.found.findings)
        warnings = [one for one in self.found.findings if one.severity is not Severity.ERROR]
        line = self.words("comment.checked", posts=self.found.checked, errors=errors, warnings=len(warnings))
        told = [f"- {escaped(f'{one.place.path}:{one.place.line}')} {self.said(one.message)}" for one in warnings[:5]]
        return "\n".join((line, *told))

    # ---- what would be published -------------------------------------------------------------------------------------

    def _exhibit(self, one: Exhibit) -> str:
        digest = self.words("comment.digest", digest=one.digest[:12])
        parts = [f"#### {escaped(one.title)}\n`{one.path}` · {digest}"]
        parts += [self._payload(payload, dict(one.links)) for payload in one.payloads]
        return "\n\n".join(parts)

    def _payload(self, payload: Payload, links: dict[str, str]) -> str:
        line = {
            "channel": escaped(channel_name(payload.channel)),
            "counts": escaped(", ".join(map(self._count, payload.counts))),
        }
        shown = self.words("comment.channel", **line)
        if payload.pictures:
            shown = self.words("comment.channel.pictures", **line, pictures=len(payload.pictures))
        pictures = [f"![{escaped(one.alt)}]({links[one.file]})" for one in payload.pictures if links.get(one.file)]
        body = "\n\n".join((fenced(payload.text[:LONGEST_CAPTION]), *pictures))
        return f"<details><summary>{shown}</summary>\n\n{body}\n\n</details>"

    def _count(self, one: Count) -> str:
        unit = self.words(f"site.preview.unit.{one.unit}")
        if not one.most:
            return self.words("comment.count.free", length=one.length, unit=unit)
        return self.words("comment.count", length=one.length, most=one.most, unit=unit)
