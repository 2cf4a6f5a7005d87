"""A verdict for a person: each role with its mark, who was passed over and why, and whose turn it is."""

from kendal_git.messages import text
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.verdict import Requirement, Ruling, State, Verdict
from kendal_git.reporters.style import Style, safe

MARKS = {
    State.GIVEN: ("✓", "green"),
    State.WAITING: ("…", "yellow"),
    State.BLOCKED: ("✗", "red"),
    State.UNKNOWN: ("?", "red"),
}
NEEDS = ("agenda", "policy-1", "policy-2", "fast-lane")
COLOURS = {Ruling.APPROVED: "green", Ruling.WAITING: "yellow", Ruling.BLOCKED: "red", Ruling.UNKNOWN: "red"}


def verdict(found: Verdict, office: Office, language: str, style: Style) -> str:
    """The whole explanation."""
    ruling = text(say(f"gate.ruling.{found.ruling}"), language)
    lines = [
        text(say("gate.title", number=found.proposal, ruling=style(ruling, COLOURS[found.ruling], "bold")), language)
    ]
    for need in found.requirements:
        lines += _requirement(need, office, language, style)
    lines += [f"  {style('✗', 'red')} {safe(text(reason, language))}" for reason in found.reasons]
    lines += [f"  {style('·', 'cyan')} {safe(text(note, language))}" for note in found.notes]
    lines += [f"  {style(f'{path}  {digest[:12]}', 'dim')}" for path, digest in found.digests]
    if not found.authenticated:
        lines.append(f"  {style(text(say('gate.unauthenticated'), language), 'dim')}")
    return "\n".join(lines)


def _requirement(need: Requirement, office: Office, language: str, style: Style) -> list[str]:
    mark, colour = MARKS[need.state]
    title = role_title(need.role, office, language)
    when = f" ({need.at.astimezone(office.zone):%d-%m-%Y %H:%M})" if need.at else ""
    lines = [f"  {style(mark, colour)} {title:<14} {safe(text(need.reason, language))}{when}"]
    ignored = text(say("gate.ignored"), language)
    lines += [
        f"      {style(f'{ignored}: {one.by} – {safe(text(one.reason, language))}', 'dim')}" for one in need.ignored
    ]
    return lines


def role_title(role: str, office: Office, language: str) -> str:
    """What a requirement is called: the office's word for a role, ours for the needs that several roles may fill."""
    return text(say(f"gate.need.{role}"), language) if role in NEEDS else office.title(role)


def as_json(found: Verdict, language: str) -> dict[str, object]:
    """The verdict in the shape of the command contract (DESIGN §4)."""
    return {
        "proposal": found.proposal,
        "verdict": str(found.ruling),
        "head": found.head,
        "digests": dict(found.digests),
        "authenticated": found.authenticated,
        "reasons": [text(reason, language) for reason in found.reasons],
        "notes": [text(note, language) for note in found.notes],
        "fast": found.fast,
        "requirements": [
            {
                "role": need.role,
                "state": str(need.state),
                "by": need.by.login if need.by else None,
                "at": need.at.isoformat() if need.at else None,
                "reason": text(need.reason, language),
                "ignored": [{"by": one.by, "reason": text(one.reason, language)} for one in need.ignored],
            }
            for need in found.requirements
        ],
    }
