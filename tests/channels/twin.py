"""A platform in memory and its channel, with the faults that the contract asks for and the lies that it must catch."""

from dataclasses import dataclass, field, replace
from math import inf

from kendal_git.model.outcome import Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.ports import Channel, Edits, NotPrepared, Parcel
from tests.contracts.channel import SECRET, Shown


@dataclass(slots=True)
class Twin:
    """What is shown, under which name and key; ``lie`` is what its channel does wrong."""

    repeatable: bool = True
    lie: str = ""
    posts: dict[str, tuple[str, Shown]] = field(default_factory=dict)  # name → key, post
    fault: str = ""

    def channel(self) -> Channel:
        return TwinChannel(self)

    def stranger(self) -> Channel:
        return TwinChannel(self, Denied("401" if self.lie != "tells" else SECRET))

    def nowhere(self) -> Channel:
        return TwinChannel(self, Unknown("?") if self.lie == "unsure" else Unreached("ConnectError"))

    def lose_answer(self) -> None:
        self.fault = "lost"

    def break_down(self) -> None:
        self.fault = "broken"

    def throttle(self) -> float:
        self.fault = "throttled"
        return 170.0

    def unwelcome(self, parcel: Parcel) -> Parcel:
        return replace(parcel, payload=replace(parcel.payload, text=""))

    def shown(self) -> list[Shown]:
        return [shown for _, shown in self.posts.values()]


class TwinChannel:
    """The channel; ``stop`` is what every one of its calls ends with."""

    keeps, edits = inf, Edits.ALL

    def __init__(self, twin: Twin, stop: Outcome | None = None) -> None:
        self.name, self.repeatable = "kanal", twin.repeatable
        self._twin, self._stop = twin, stop

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        if self._twin.lie == "eager":
            self._put(parcel, "")
        if parcel.pictures and isinstance(self._stop, Denied | Unreached):
            raise NotPrepared(self._stop)
        return tuple((f"picture-{number}", name) for number, (name, _) in enumerate(parcel.pictures, 1))

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        twin = self._twin
        fault, twin.fault = twin.fault, ""
        if self._stop:
            return self._stop
        if fault == "broken":
            return Refused("500") if twin.lie == "final" else Unknown("500")
        if fault == "throttled":
            return Throttled("429", 1.0 if twin.lie == "hasty" else 170.0)
        if not parcel.payload.text:
            return Refused("422")
        shown = self._put(parcel, nonce)
        if fault == "lost":
            return Unreached("cut") if twin.lie == "bold" else Unknown("cut")
        return shown

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        names = [name for name, (key, _) in self._twin.posts.items() if key == self._key(parcel, nonce)]
        if self._twin.lie == "gullible":
            names = list(self._twin.posts)
        return _at(names[0]) if names else None

    def withdraw(self, post: str, remote: str) -> Outcome:
        if self._stop and self._twin.lie != "deaf":
            return self._stop
        if self._twin.lie != "deaf":
            self._twin.posts.pop(remote, None)
        return Sent()

    def _key(self, parcel: Parcel, nonce: str) -> str:
        return f"{parcel.post} {parcel.revision}" if self.repeatable else nonce

    def _put(self, parcel: Parcel, nonce: str) -> Sent:
        twin, key = self._twin, self._key(parcel, nonce)
        standing = [name for name, (known, _) in twin.posts.items() if known == key and self.repeatable]
        name = parcel.replaces or (standing[0] if standing else f"p{len(twin.posts)}")
        if twin.lie == "forgetful":
            name = f"p{len(twin.posts)}"
        pictures = [(one.alt, data) for one, (_, data) in zip(parcel.payload.pictures, parcel.pictures, strict=True)]
        if twin.lie == "shuffles":
            pictures.reverse()
        alts = tuple(alt for alt, _ in pictures) if twin.lie != "mute" else ("",) * len(pictures)
        twin.posts[name] = key, Shown(parcel.payload.text, alts, tuple(data for _, data in pictures))
        return _at(name)


def _at(name: str) -> Sent:
    return Sent(f"twin:{name}", name)
