"""Values as JSON for programs, in the shapes of the command contract (DESIGN §4)."""

import json

from kendal_git.messages import text
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic


def dump(value: object) -> str:
    """One JSON document, readable and stable."""
    words = json.dumps(value, ensure_ascii=False, indent=2)
    return words.encode("utf-8", "backslashreplace").decode("utf-8")  # a lone surrogate stays JSON, as \\udc80


def diagnostics(checked: Checked, language: str) -> str:
    """A check's result."""
    return dump(
        {
            "checked": len(checked.posts),
            "errors": checked.errors,
            "warnings": checked.warnings,
            "diagnostics": [_diagnostic(found, language) for found in checked.diagnostics],
        }
    )


def _diagnostic(found: Diagnostic, language: str) -> dict[str, object]:
    return {
        "code": found.rule,
        "severity": str(found.severity),
        "path": found.place.path,
        "line": found.place.line,
        "column": found.place.column,
        "message": text(found.message, language),
        "hint": text(found.hint, language) if found.hint else None,
    }
