"""The embedded forge's slips: stops in force and second looks, each the sum of the lines about it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from kendal_git.forges.records import Record
from kendal_git.model.proposal import Account, Hold, Look, Order


def holds(lines: Iterable[Record]) -> tuple[Hold, ...]:
    """The stops that nobody has lifted."""
    active: dict[str, Hold] = {}
    for record in lines:
        if record["event"] == "hold":
            by, at = _who(record), datetime.fromisoformat(record["at"])
            active[record["channel"]] = Hold(by, at, record["reason"], record["channel"])
        else:
            active.pop(record["channel"], None)
    return tuple(active.values())


def looks(lines: Iterable[Record]) -> tuple[Look, ...]:
    """Every second look, the newest first."""
    found: dict[int, Look] = {}
    for record in lines:
        number = record["number"]
        if record["event"] == "asked":
            at = datetime.fromisoformat(record["at"])
            found[number] = Look(number, record["post"], record["revision"], at, record["verifier"])
        else:
            closed = record["event"] == "closed"
            found[number] = replace(found[number], open=not closed, closed_by=_who(record) if closed else None)
    return tuple(reversed(found.values()))


def orders(lines: Iterable[Record]) -> tuple[Order, ...]:
    """Every takedown ordered, the latest of each post."""
    found = {
        one["post"]: Order(_who(one), datetime.fromisoformat(one["at"]), one["post"], one["reason"]) for one in lines
    }
    return tuple(found.values())


def _who(record: Record) -> Account:
    return Account(record["by"], record["login"])
