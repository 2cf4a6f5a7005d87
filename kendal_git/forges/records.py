"""What the embedded forge writes down about one proposal, line by line, and how it reads it back as a Proposal."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from kendal_git.model.proposal import Account, Approval, Dismissal, Merge, Opinion, Proposal, Push

Record = dict[str, Any]


def line(event: str, by: Account, at: datetime, **values: object) -> bytes:
    """One event as a JSON line."""
    record = {"event": event, "by": by.id, "login": by.login, "at": at.isoformat(), **values}
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def records(data: bytes) -> list[Record]:
    """All lines of a file."""
    return [json.loads(one) for one in data.splitlines()]


def proposal(number: int, lines: Iterable[Record], base: str) -> Proposal:
    """The proposal that the lines add up to; ``base`` is the protected branch."""
    found = Proposal(number, "", None, "", base, authenticated=False, pushes=())
    for record in lines:
        found = _after(found, record)
    return found


def _after(found: Proposal, record: Record) -> Proposal:
    by, at = Account(record["by"], record["login"]), datetime.fromisoformat(record["at"])
    match record["event"]:
        case "opened":
            return replace(found, title=record["title"], author=by, branch=record["branch"], opened_at=at)
        case "pushed":
            return replace(found, head=record["commit"], pushes=(*(found.pushes or ()), Push(record["commit"], at, by)))
        case "reviewed":
            number = len(found.approvals) + 1
            review = Approval(number, by, Opinion(record["opinion"]), record["commit"], at, record.get("text", ""))
            return replace(found, approvals=(*found.approvals, review))
        case "dismissed":
            dismissed = [
                replace(one, dismissed=Dismissal(by, at)) if one.number == record["review"] else one
                for one in found.approvals
            ]
            return replace(found, approvals=tuple(dismissed))
        case "merged":
            return replace(found, state="merged", merge=Merge(record["commit"], at, by, record.get("before", "")))
        case "closed":
            return replace(found, state="closed")
        case _:
            return found
