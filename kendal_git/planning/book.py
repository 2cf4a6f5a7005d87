"""The lines of one delivery added up; tests/protocol holds this function against the checked model's own."""

from collections.abc import Iterable

from kendal_git.model.ledger import Book, Intent, LedgerEntry

SENT = ("receipt", "found")  # and ``settled`` with the outcome ``sent``
ANSWERED = ("receipt", "release", "refusal")  # its own run's last word: nothing under it can land any more
UNSENT = ("release", "refusal")


def read(entries: Iterable[LedgerEntry]) -> Book:
    """What stands is the newest intent, in the order of intents, that was sent: a late receipt only adds proof."""
    reader = _Reader()
    for entry in entries:
        reader.take(entry)
    opened, loose = tuple(reader.opened.values()), tuple(reader.loose.values())
    return Book(opened, reader.stands, loose, reader.url, reader.remote)


class _Reader:
    """The running state of ``read``."""

    def __init__(self) -> None:
        self.known: dict[str, Intent] = {}
        self.ids: dict[str, tuple[tuple[str, str], ...]] = {}
        self.order: list[str] = []
        self.opened: dict[str, Intent] = {}
        self.loose: dict[str, Intent] = {}
        self.taken: list[Intent] = []
        self.stands, self.place, self.url, self.remote = "", -1, "", ""

    def take(self, entry: LedgerEntry) -> None:
        """One line more."""
        match entry.kind:
            case "judged":
                pass
            case "prepared":
                self.ids[entry.nonce] = tuple((entry.ids or {}).items())
            case "intent":
                ids = self.ids.get(entry.nonce, ())
                intent = Intent(entry.nonce, entry.revision, entry.until, entry.run, entry.at, ids)
                self.known[entry.nonce] = self.opened[entry.nonce] = intent
                self.order.append(entry.nonce)
            case "withdrawal":
                self.stands, self.place, self.url, self.remote = "", len(self.order) - 1, "", ""
            case "baseline":
                self.stands, self.place = entry.revision, len(self.order) - 1
            case _:
                self._end(entry)

    def _end(self, entry: LedgerEntry) -> None:
        """A line that ends an intent."""
        intent = self.known.get(entry.nonce, Intent(entry.nonce, entry.revision, entry.until))
        self.opened.pop(entry.nonce, None)
        if entry.kind in ANSWERED and not entry.repeated:
            self.loose.pop(entry.nonce, None)
        else:
            self.loose.setdefault(entry.nonce, intent)
        self._hand_back(entry, intent)
        sent = entry.kind in SENT or (entry.kind == "settled" and entry.outcome == "sent")
        place = self.order.index(entry.nonce) if entry.nonce in self.known else len(self.order)
        if sent and place > self.place:
            self.stands, self.place, self.url, self.remote = entry.revision, place, entry.url, entry.remote
        elif sent and place == self.place and self.stands == entry.revision and entry.url:
            # A person who posted what the outbox held knows its address better, and with it perhaps its name.
            self.url, self.remote = entry.url, entry.remote or self.remote

    def _hand_back(self, entry: LedgerEntry, intent: Intent) -> None:
        """A take-over that ends without sending gives the doubt back to the intent that it had voided."""
        if entry.kind == "void":
            self.taken.append(intent)
        elif entry.kind in UNSENT:
            self.taken = [other for other in self.taken if other.nonce != entry.nonce]
            if self.taken and not self.opened:
                back = self.taken.pop()
                self.opened[back.nonce] = back
        else:
            self.taken = []
