"""The facts of publication: one line of the ledger, what is still open, and what a delivery's lines add up to."""

from datetime import datetime
from typing import Any

from kendal_git.model.values import dataclass

WITHDRAWN = "withdrawn"  # what main may want of a delivery instead of a revision
OUTBOX = "outbox:"  # how the address of a kit begins, which nobody is known to have posted yet

KINDS = (
    "judged",
    "prepared",
    "intent",
    "release",
    "receipt",
    "found",
    "void",
    "refusal",
    "settled",
    "withdrawal",
    "baseline",
)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line: a fact that is never edited. Fields that a kind does not need stay empty and are not written.

    ``revision`` is a Git tree id; ``nonce`` names an intent and everything that ends it; ``until`` is the moment after
    which a call under the intent can no longer land, or of a ``release`` the moment before which the channel asked not
    to be called; ``ids`` of ``prepared`` are uploads, containers; one without ids and nonce says that a preparation or
    a take-down came to nothing, and ``until`` when the channel may be called again; ``outcome`` of ``settled``:
    ``sent``, ``not-sent``.
    """

    kind: str
    at: datetime
    channel: str = ""
    revision: str = ""
    nonce: str = ""
    run: str = ""
    main: str = ""
    until: datetime | None = None
    url: str = ""
    remote: str = ""
    by: str = ""
    outcome: str = ""
    reason: str = ""
    repeated: bool = False
    verdict: dict[str, Any] | None = None
    ids: dict[str, str] | None = None


def as_record(entry: LedgerEntry) -> dict[str, Any]:
    """The entry as a JSON object, without its empty fields; moments in ISO 8601."""
    record: dict[str, Any] = {}
    for name in LedgerEntry.__match_args__:
        value = getattr(entry, name)
        if value not in ("", None, False):
            record[name] = value.isoformat() if isinstance(value, datetime) else value
    return record


def from_record(record: dict[str, Any]) -> LedgerEntry:
    """The entry of a JSON object. Raises ValueError, KeyError or TypeError for one that is not ours."""
    values = dict(record)
    if values["kind"] not in KINDS:
        raise ValueError(values["kind"])
    for name in ("at", "until"):
        if name in values:
            values[name] = datetime.fromisoformat(values[name])
    return LedgerEntry(**values)


@dataclass(frozen=True, slots=True)
class Wish:
    """An open entry: what main wanted of a delivery when it was planned, a revision or ``withdrawn``."""

    post: str
    channel: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Intent:
    """An intent and what it needs to be judged later."""

    nonce: str
    revision: str
    until: datetime | None
    run: str = ""
    at: datetime | None = None
    ids: tuple[tuple[str, str], ...] = ()  # what was prepared for it


@dataclass(frozen=True, slots=True)
class Book:
    """What the lines of one delivery say: intents without an end, the revision that stands, and loose intents.

    A loose intent has ended (void, found, settled, repeated); a call under it may yet land until its ``until``.
    """

    open: tuple[Intent, ...] = ()
    stands: str = ""
    loose: tuple[Intent, ...] = ()
    url: str = ""
    remote: str = ""  # what the channel calls it


def by_hand(url: str) -> bool:
    """Whether a delivery's address is a kit's: it is ready, and a person has not said yet that it was posted."""
    return url.startswith(OUTBOX)
