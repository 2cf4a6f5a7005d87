"""The counter's promises: one serves at a time, each request once, and nobody who is answered serves the others."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from kendal_git.verbs.counter import Asked, Counter


@dataclass(slots=True)
class Wish(Asked):
    name: str = ""


def gathered(*names: str) -> tuple[list[tuple[int, tuple[str, ...]]], dict[str, int]]:
    """One serves while the others come; who served what, and who asked for what."""
    served: list[tuple[int, tuple[str, ...]]] = []
    lock, door, inside = threading.Lock(), threading.Event(), threading.Event()

    def serve(batch: list[Wish]) -> Iterator[list[Wish]]:
        assert lock.acquire(blocking=False)
        try:
            inside.set()
            assert door.wait(10)
            looks = [one for one in batch if one.name.startswith("look")]
            for part in (looks, [one for one in batch if one not in looks]):
                served.append((threading.get_ident(), tuple(sorted(one.name for one in part))))
                yield part
        finally:
            lock.release()

    counter = Counter(serve)

    def ask(name: str) -> int:
        counter.ask(Wish(name=name))
        return threading.get_ident()

    with ThreadPoolExecutor(len(names)) as pool:
        first = pool.submit(ask, names[0])
        assert inside.wait(10)
        others = [pool.submit(ask, name) for name in names[1:]]
        while len(counter._queue) < len(others):
            time.sleep(0.001)
        door.set()
        who = {name: done.result(10) for name, done in zip(names, (first, *others), strict=True)}
    return [one for one in served if one[1]], who


def test_those_who_come_meanwhile_are_served_together() -> None:
    """What waits while somebody serves is one batch, whose parts are served in their order."""
    served, _ = gathered("push-a", "push-b", "push-c", "look-d")

    assert [names for _, names in served] == [("push-a",), ("look-d",), ("push-b", "push-c")]


def test_nobody_who_is_answered_is_kept_to_serve_the_others() -> None:
    """A look's own thread goes on to its call; the pushes behind it are served by somebody who waits for one."""
    served, who = gathered("push-a", "look-b", "push-c")
    by = {names: thread for thread, names in served}

    assert by["look-b",] == who["look-b"]
    assert by["push-c",] == who["push-c"]


def test_a_failure_reaches_whoever_it_concerns() -> None:
    """A part that failed raises for each that waited for it; the next one is served as if nothing had happened."""
    served = []

    def serve(batch: list[Wish]) -> Iterator[list[Wish]]:
        for one in batch:
            one.failure = OSError("putus") if one.name == "putus" else None
            served.append(one.name)
        yield batch

    counter = Counter(serve)
    with pytest.raises(OSError, match="putus"):
        counter.ask(Wish(name="putus"))

    assert counter.ask(Wish(name="sambung")).done
    assert served == ["putus", "sambung"]


def test_when_serving_breaks_off_nobody_is_left_waiting() -> None:
    """What ends the process ends everybody's waiting, and nobody is served after it."""
    inside, door = threading.Event(), threading.Event()

    def serve(batch: list[Wish]) -> Iterator[list[Wish]]:
        inside.set()
        assert door.wait(10)
        if door.is_set():
            raise KeyboardInterrupt
        yield batch

    counter = Counter(serve)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(counter.ask, Wish(name="a"))
        assert inside.wait(10)
        second = pool.submit(counter.ask, Wish(name="b"))
        while not counter._queue:
            time.sleep(0.001)
        door.set()
        ended = [type(one.exception(10)) for one in (first, second)]

    assert ended == [KeyboardInterrupt, KeyboardInterrupt]
    with pytest.raises(KeyboardInterrupt):
        counter.ask(Wish(name="c"))


def test_a_crowd_is_served_each_once() -> None:
    """Many threads, each asking again and again: every request is answered once, and one thread serves at a time."""
    served, lock = [], threading.Lock()

    def serve(batch: list[Wish]) -> Iterator[list[Wish]]:
        for one in batch:
            assert lock.acquire(blocking=False)
            served.append(one.name)
            lock.release()
            yield [one]

    counter = Counter(serve)

    def ask(person: int) -> None:
        for turn in range(50):
            counter.ask(Wish(name=f"{person}-{turn}"))

    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(ask, person) for person in range(8)]:
            done.result(30)

    assert sorted(served) == sorted(f"{person}-{turn}" for person in range(8) for turn in range(50))
