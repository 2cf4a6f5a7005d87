"""Findings as GitLab's code quality report, which a merge request shows at its lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections import Counter
from hashlib import sha256

from kendal_git.messages import text
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic, Severity
from kendal_git.model.message import say
from kendal_git.reporters.machine import dump

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}


def diagnostics(checked: Checked, language: str) -> str:
    """The report: one list."""
    seen: Counter[str] = Counter()
    return dump([_issue(found, language, seen) for found in checked.diagnostics])


def _issue(found: Diagnostic, language: str, seen: Counter[str]) -> dict[str, object]:
    sentence = text(found.message, language)
    if found.hint:
        sentence += f" ({text(say('check.hint'), language)}: {text(found.hint, language)})"
    return {
        "description": sentence,
        "check_name": found.rule,
        "fingerprint": _fingerprint(found, seen),
        "severity": SEVERITIES[found.severity],
        "location": {"path": found.place.path, "lines": {"begin": found.place.line}},
    }


def _fingerprint(found: Diagnostic, seen: Counter[str]) -> str:
    """The same for the same finding, whatever was written above it and in whichever language it is told.

    Two findings that are alike in everything but the line are told apart by their order.
    """
    facts = (found.rule, found.place.path, found.place.text.strip(), found.message)
    same = repr(facts)
    seen[same] += 1
    return sha256(f"{same} {seen[same]}".encode("utf-8", "surrogatepass")).hexdigest()
