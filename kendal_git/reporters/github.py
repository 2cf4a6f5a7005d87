"""Findings as GitHub's workflow commands, which become annotations at the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; a step shows ten of each severity.
"""

from kendal_git.messages import text
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.message import say
from kendal_git.reporters.style import Style, safe
from kendal_git.reporters.text import summary


def diagnostics(checked: Checked, language: str) -> str:
    """A command a finding, then the line for the log."""
    commands = (_command(found, language) for found in checked.diagnostics)
    return "\n".join([*commands, summary(checked, language, Style())])


def _command(found: Diagnostic, language: str) -> str:
    place = found.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.width),
        "title": found.rule,
    }
    words = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    sentence = safe(text(found.message, language))
    if found.hint:
        sentence += f"\n{text(say('check.hint'), language)}: {safe(text(found.hint, language))}"
    return f"::{found.severity} {words}::{_data(sentence)}"


def _data(value: str) -> str:
    """What stands behind the second ``::``; a line end there would end the command."""
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """What stands between commas, before the second ``::``."""
    return _data(safe(value)).replace(":", "%3A").replace(",", "%2C")
