"""kendal gate on GitHub: one status, one comment, a few questions, and no verdict from half an answer."""

import json
import subprocess
import threading
from typing import Any

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.faults import Fault
from kendal_git.model.proposal import Opinion
from tests.github.conftest import People
from tests.support.githouse import FRONT, POST, House, Person, Said

READS, WRITES = 6, 3  # of one verdict on an ordinary proposal


def verdict(said: Said) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said.out)
    return found


def approve(house: House, number: int, *people: str) -> None:
    for login in people:
        forge = house.forge(login)
        found = forge.proposal(number)
        assert found
        forge.review(number, Opinion.APPROVE, "", found.head)


def comments(house: House, number: int) -> list[str]:
    return [one.body for one in house.repository.issues[number].comments]


def statuses(house: House) -> list[tuple[str, str, str | None]]:
    return [(one.context, one.state, one.description) for one in house.repository.statuses]


def test_the_gate_sets_a_status_and_writes_one_comment(house: House, person: People) -> None:
    """Beside the proposal stands whose turn it is, what would be published, and where the preview's words come from."""
    number = house.propose()
    approve(house, number, "subkoor-psdk")

    said = person("kepala-dinas")("gate", str(number))

    assert said.code == 1
    assert statuses(house) == [("kendal/gate/main", "pending", "menunggu Kabid IKP")]
    (comment,) = comments(house, number)
    assert comment.startswith(
        "<!-- kendal:gate -->\n### ⏳ Menunggu Kabid IKP\n\n| | Peran | Keadaan |\n|---|---|---|\n| ✅ |"
    )
    assert "| ⏳ | Kabid IKP | menunggu kabid&#45;ikp |" in comment
    assert "Pemeriksaan: 1 kiriman, 0 galat, 0 peringatan." in comment
    assert f"#### Selamat Hari Guru\n`{POST}` · sidik isi `" in comment
    assert (
        "<details><summary>X · 19/280 dihitung menurut cara X</summary>\n\n```text\nTerima kasih, guru.\n```" in comment
    )
    assert "Persetujuan berlaku untuk isi `" in comment


def test_the_comment_is_edited_in_place(house: House, person: People) -> None:
    """However often the gate is asked there is one comment, and an unchanged one is not written again."""
    number, head = house.propose(), person("kepala-dinas")
    head("gate", str(number))
    approve(house, number, "subkoor-psdk", "kabid-ikp")
    assert head("gate", str(number)).code == 0
    house.server.log.clear()

    head("gate", str(number))

    (comment,) = comments(house, number)
    assert "### ✅ Disetujui – boleh digabung" in comment
    assert house.server.log.writes == 1
    assert statuses(house)[-1] == ("kendal/gate/main", "success", "disetujui subkoor-psdk, kabid-ikp")


def test_quiet_only_looks(house: House, person: People) -> None:
    """--quiet writes nothing on the forge."""
    number = house.propose()

    assert person("kepala-dinas")("gate", str(number), "--quiet").code == 1

    assert (comments(house, number), statuses(house)) == ([], [])


def test_somebody_elses_comment_with_our_mark_is_left_alone(house: House, person: People) -> None:
    """Who plants the mark neither hides our comment nor has theirs rewritten."""
    number = house.propose()
    planted = "<!-- kendal:gate -->\n### ✅ Disetujui"
    house.forge("tamu")._api.send("POST", f"issues/{number}/comments", {"body": planted})

    person("kepala-dinas")("gate", str(number))

    first, second = comments(house, number)
    assert first == planted
    assert "### ⏳ Menunggu SubKoor PSDK, Kabid IKP" in second


def test_who_may_not_write_still_gets_the_verdict(house: House, person: People) -> None:
    """A reader is told that the forge did not let the verdict be written, and the exit code stays the verdict's."""
    number = house.propose()
    house.repository.grant("tamu", "read")

    said = person("tamu")("gate", str(number))

    assert said.code == 1
    assert f"putusan ini tidak dapat ditulis pada proposal {number}: GitHub menolak (HTTP 403)" in said.error


@pytest.mark.rule("design-5.11")
def test_what_a_post_says_is_never_markup(house: House, person: People) -> None:
    """Mentions, links, tables, fences and our own mark in a title or a text stay words in the comment."""
    words = "Awal\n\n````\n<!-- kendal:gate -->\n</details> @kominfo/semua ![x](http://jahat.example/x.png)\n````"
    number = house.propose(words, title='"@kabid-ikp [klik](http://jahat.example) | </details> <img src=x> `a`"')

    person("kepala-dinas")("gate", str(number))

    (comment,) = comments(house, number)
    shown, fenced = comment.split("`````text\n")[0], comment.split("`````text\n")[1].split("\n`````")[0]
    assert "</details>" not in shown
    assert "<img" not in shown
    assert "@" not in shown
    assert "](http" not in shown
    assert "&#64;kabid&#45;ikp &#91;klik&#93;&#40;http&#58;//jahat.example&#41; &#124; &lt;/details&gt;" in shown
    assert "kominfo/semua" in fenced


def test_one_verdict_asks_little(house: House, person: People) -> None:
    """An ordinary proposal costs at most six questions one after another and three changes."""
    number = house.propose()
    approve(house, number, "subkoor-psdk", "kabid-ikp")
    head = person("kepala-dinas")
    house.server.log.clear()

    assert head("gate", str(number)).code == 0

    assert house.server.log.reads <= READS
    assert house.server.log.writes <= WRITES


def test_a_draft_and_a_closed_proposal_are_never_approved(house: House, person: People) -> None:
    """A draft waits with all its approvals; a closed one is blocked."""
    number, head = house.propose(), person("kepala-dinas")
    approve(house, number, "subkoor-psdk", "kabid-ikp")
    hands.convert_to_draft(house.repository, number, "staf")
    draft = head("gate", str(number), "--format", "json")
    hands.mark_ready(house.repository, number, "staf")
    hands.set_state(house.repository, number, "closed", "staf")
    closed = head("gate", str(number), "--format", "json")

    assert (draft.code, verdict(draft)["verdict"]) == (1, "waiting")
    assert (closed.code, verdict(closed)["verdict"]) == (1, "blocked")


@pytest.mark.rule("forges-47")
def test_a_sweep_judges_every_open_proposal(house: House, person: People) -> None:
    """--all writes beside each and ends with 0 when all could be told, whatever the verdicts."""
    number = house.propose()
    head = house.push("staf", "agenda/baru", {"agenda/2026/11/30.yaml": "date: 2026-11-30\nentries: []\n"})
    other = house.forge("staf").submit("agenda/baru", "Agenda", head)

    said = person("kepala-dinas")("gate", "--all", "--format", "json")

    assert said.code == 0
    assert [one["proposal"] for one in json.loads(said.out)] == [number, other]
    assert len(comments(house, number)) == len(comments(house, other)) == 1


FAULTS = {
    "500": Fault("answer", status=500, times=99),
    "502": Fault("answer", status=502, times=99),
    "429": Fault("answer", status=429, retry_after=7200, times=99),
    "rate limit": Fault("rate-limit", reset=7200, times=99),
    "cut page": Fault("cut", times=99),
    "a page of HTML": Fault("html", times=99),
    "an object for a list": Fault("object", times=99),
    "no such field": Fault("lacking", times=99),
    "lost connection": Fault("drop-before", times=99),
    "lost answer": Fault("drop-after", times=99),
}
READING = {  # each question by its path, and a field without which its answer means nothing
    "the proposal": (r"/pulls/\d+$", "head"),
    "reviews": (r"/pulls/\d+/reviews", "state"),
    "events": (r"/issues/\d+/events", "event"),
    "activity": ("/activity", "after"),
    "commits": (r"/pulls/\d+/commits", "commit"),
}


@pytest.mark.parametrize("what", READING)
@pytest.mark.parametrize("name", FAULTS)
def test_half_an_answer_is_no_verdict(
    house: House, person: People, monkeypatch: pytest.MonkeyPatch, what: str, name: str
) -> None:
    """Whatever goes wrong at whichever question, an approved proposal is unknown: exit 3, and nothing is written."""
    number = house.propose()
    newest = house.push("staf", "kiriman/hari-guru", {f"{POST}/post.md": FRONT + "baru"}, "Staf <staf@example.id>")
    house.forge("staf").submit("kiriman/hari-guru", "", newest, "", ("kabid-ikp",))  # which leaves an event
    approve(house, number, "subkoor-psdk", "kabid-ikp")
    monkeypatch.setattr("kendal_git.forges.github.api.sleep", lambda _: None)
    shape, (path, field) = FAULTS[name], READING[what]
    head = person("kepala-dinas")
    house.server.faults.set(
        Fault(shape.kind, path=path, status=shape.status, retry_after=shape.retry_after, reset=shape.reset,
              lacks=field, times=99)
    )  # fmt: skip

    said = head("gate", str(number), "--format", "json")

    assert (said.code, verdict(said)["verdict"]) == (3, "unknown"), said
    assert (comments(house, number), statuses(house)) == ([], [])


@pytest.mark.parametrize("what", ["/statuses/", r"/issues/\d+/comments"])
def test_a_verdict_that_could_not_be_shown_ends_with_3(house: House, person: People, what: str) -> None:
    """The verdict stands on the terminal, the exit code says that the page does not show it; run again, it does."""
    number, head = house.propose(), person("kepala-dinas")
    fault = house.server.faults.set(Fault("answer", path=what, status=500, times=99, method="POST"))

    said = head("gate", str(number))
    assert (said.code, fault.fired) == (3, 1)
    house.server.faults.clear()
    head("gate", str(number))

    assert len(comments(house, number)) == 1


def test_a_short_limit_is_waited_out(house: House, person: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub's own wait is kept, and then the question is asked again."""
    number, waits = house.propose(), list[float]()
    head = person("kepala-dinas")
    monkeypatch.setattr("kendal_git.forges.github.api.sleep", waits.append)
    house.server.faults.set(Fault("answer", path="/reviews", status=429, retry_after=5))

    said = head("gate", str(number), "--format", "json")

    assert verdict(said)["verdict"] == "waiting"
    assert waits == [5.0]


def started(person: Person, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """How many processes one command starts, without those of the fake GitHub, which answers in its own threads."""
    counted: list[Any] = []
    real = subprocess.Popen.__init__

    def counting(self: Any, *args: Any, **options: Any) -> None:
        if "process_request_thread" not in threading.current_thread().name:
            counted.append(args)
        real(self, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(subprocess.Popen, "__init__", counting)
        person(*words)
    return len(counted)


def test_a_verdict_starts_the_same_processes_however_long_the_archive(
    house: House, person: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 more posts on main start no process more."""
    number, head = house.propose(), person("kepala-dinas")
    few = started(head, monkeypatch, "gate", str(number))
    archive: dict[str, str | bytes | None] = {
        f"content/2025/{1 + count % 12:02}/{1 + count % 28:02}-arsip-{count}/post.md": FRONT for count in range(300)
    }
    house.push("kepala-dinas", "main", archive)

    many = started(head, monkeypatch, "gate", str(number))

    assert few == many


def dated(count: int, month: int = 0) -> tuple[str, str]:
    """The path and the text of one of many posts, on a day of its own."""
    month, day = month or 1 + count % 9, 1 + count % 28
    text = FRONT.replace("date: 2026-11-25", f"date: 2026-{month:02}-{day:02}")
    return f"content/2026/{month:02}/{day:02}-borongan-{count}/post.md", text


@pytest.mark.rule("forges-30", "forges-23")
@pytest.mark.slow
def test_a_huge_proposal_is_judged_right(house: House, person: People) -> None:
    """3,500 changed files, 400 commits and 450 reviews: the last two approvals are found, and one byte closes it."""
    clone, who = house.clone("staf"), "staf <1+staf@users.noreply.github.com>"
    head = house.push("staf", "kiriman/borongan", dict(dated(count) for count in range(3100)))
    for count in range(400):
        path, text = dated(count, month=10)
        head = clone.write_commit(head, {path: text.encode()}, "susulan", house.server.state.clock.now(), who)
    clone.push("origin", f"{head}:refs/heads/kiriman/borongan")
    number = house.forge("staf").submit("kiriman/borongan", "Borongan", head)
    api = house.forge("tamu")._api
    for count in range(448):
        api.send("POST", f"pulls/{number}/reviews", {"event": "COMMENT", "body": str(count)})
    approve(house, number, "subkoor-psdk", "kabid-ikp")

    approved = verdict(person("kepala-dinas")("gate", str(number), "--format", "json"))
    path, text = dated(0, month=10)
    house.push("staf", "kiriman/borongan", {path: text + "x"})
    changed = verdict(person("kepala-dinas")("gate", str(number), "--format", "json"))

    assert (approved["verdict"], len(approved["digests"])) == ("approved", 3500), approved["reasons"]
    assert changed["verdict"] == "waiting"
    assert [need["ignored"][0]["reason"] for need in changed["requirements"]] == [
        f"menyetujui isi lain (commit {head[:7]}), isinya sudah berubah"
    ] * 2


@pytest.mark.parametrize("fault", [None, Fault("answer", status=401, times=99), Fault("drop-before", times=99)])
def test_the_token_is_never_shown(
    house: House, person: People, monkeypatch: pytest.MonkeyPatch, fault: Fault | None
) -> None:
    """Neither on the terminal nor in the comment nor in the clone does anybody find it, whatever goes wrong."""
    number, head = house.propose(), person("kepala-dinas")
    monkeypatch.setattr("kendal_git.forges.github.api.sleep", lambda _: None)
    if fault:
        house.server.faults.set(fault)

    said = head("gate", str(number))

    written = (head.root / ".git" / "config").read_text(encoding="utf-8").replace("password=token-of-kepala-dinas", "")
    assert "token-of-kepala-dinas" not in "".join((said.out, said.error, written, *comments(house, number)))
    assert said.code == (3 if fault else 1)


def test_git_itself_is_missing(person: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence and what to do, and nothing else."""
    staf = person("staf")
    monkeypatch.setenv("PATH", "")

    said = staf("submit", "kendal.yaml")

    assert (said.code, said.out) == (2, "")
    assert said.error.startswith("kendal: ")
    assert "git" in said.error
    assert "Traceback" not in said.error
