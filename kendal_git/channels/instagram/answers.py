"""What Instagram's answers mean: its own subcodes first, then what the same answer means everywhere in the Graph."""

import re
from typing import Any

from kendal_git.channels import graph
from kendal_git.channels.answers import aloud
from kendal_git.model.outcome import Denied, Outcome, Refused, Throttled, Unknown, Unreached
from kendal_git.transport import Answer

UNSURE = {2207001, 2207032}  # a fault on their side
# Surely nothing visible, and a later try may do: a picture was not fetched, a container is not ready or is gone.
LATER = {2207003, 2207006, 2207008, 2207020, 2207027, 2207052}
CONTENT = {2207004, 2207005, 2207009, 2207010, 2207028, 2207040}
STOPPED = {2207050, 2207051}  # restricted, taken for spam: code 4 in one of them is no throttle, a person must look
QUOTA = {2207042}
HOUR = 3600.0  # a rolling day has room again some time; its end is not told
SUBCODE = re.compile(r"\b22\d{5}\b")


def outcome_of(answer: Answer, secrets: tuple[str, ...]) -> Outcome:
    """How a call that did not succeed ended."""
    error = graph.error_of(answer)
    own = _own(error.get("error_subcode"), graph.reason_of(error, secrets)) if answer.status < 500 else None
    return own or graph.outcome_of(answer, secrets)


def ended(container: dict[str, Any]) -> Outcome:
    """How a container ended that is neither ready nor in the making; its ``status`` holds the subcode in words."""
    reason = aloud(f"{container.get('status_code')}: {container.get('status') or ''}").rstrip(": ")
    found = SUBCODE.search(reason)
    return (_own(int(found[0]), reason) if found else None) or Unreached(reason)


def _own(number: object, reason: str) -> Outcome | None:
    """What one of Instagram's own subcodes means; None for any other."""
    kinds: tuple[tuple[set[int], Outcome], ...] = (
        (UNSURE, Unknown(reason)),
        (LATER, Unreached(reason)),
        (CONTENT, Refused(reason)),
        (STOPPED, Denied(reason)),
        (QUOTA, Throttled(reason, HOUR)),
    )
    return next((outcome for numbers, outcome in kinds if isinstance(number, int) and number in numbers), None)
