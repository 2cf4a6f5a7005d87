"""What somebody with an account and bad intentions, or bad luck, can do on GitHub itself, and what comes of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from kendal_git.fakes.github import hands, movements
from kendal_git.fakes.github.faults import Fault
from kendal_git.forges.github.address import address_of
from kendal_git.forges.github.api import Api
from kendal_git.forges.github.people import with_people
from tests.builders import MORNING, office, proposal, push
from tests.github.conftest import People
from tests.support.githouse import FRONT, POST, House, Person
from tests.support.world import World


def gate(person: Person, number: int) -> dict[str, Any]:
    """The verdict, without a word on the page."""
    found: dict[str, Any] = json.loads(person("gate", str(number), "--quiet", "--format", "json").out)
    return found


def ignored(found: dict[str, Any]) -> list[str]:
    return [one["reason"] for need in found["requirements"] for one in need["ignored"]]


def review(house: House, login: str, number: int, event: str = "APPROVE") -> int:
    """A review as the page sends it, at whatever the head is; its number."""
    api = house.forge(login)._api
    return int(api.send("POST", f"pulls/{number}/reviews", {"event": event, "body": "setuju"})["id"])


@pytest.mark.rule("forges-39", "forges-37", "forges-27", "design-5.1")
def test_neither_a_green_status_nor_a_word_nor_a_merge_publishes(house: House, person: People) -> None:
    """A forged status, "setuju" as a comment, a label and an administrator's merge: the publisher finds no approval."""
    number = house.propose()
    api = house.forge("tamu")._api
    head = api.get(f"pulls/{number}")["head"]["sha"]
    api.send("POST", f"statuses/{head}", {"state": "success", "context": "kendal/gate/main"})
    for login in ("subkoor-psdk", "kabid-ikp"):
        review(house, login, number, "COMMENT")
        house.forge(login)._api.send("POST", f"issues/{number}/comments", {"body": "setuju 👍"})
    api.send("POST", f"issues/{number}/labels", {"labels": ["disetujui"]})
    judged = gate(person("kepala-dinas"), number)
    house.forge("kepala-dinas")._api.send("PUT", f"pulls/{number}/merge", {"merge_method": "merge"})

    said = person("kepala-dinas")("publish", "--format", "json")

    assert (judged["verdict"], [need["by"] for need in judged["requirements"]]) == ("waiting", [None, None])
    assert (said.code, {one["state"] for one in json.loads(said.out)["deliveries"]}) == (1, {"refused"})
    assert not list(person("kepala-dinas").root.glob("outbox/**/*.txt"))


@pytest.mark.rule("forges-13", "forges-8", "forges-14", "design-5.3")
def test_a_review_that_github_moved_forward_or_lost_does_not_count(house: House, person: People) -> None:
    """After a force push GitHub may name the new head in an old review, or none: neither is an approval of it."""
    number = house.propose()
    moved, lost = (review(house, login, number) for login in ("subkoor-psdk", "kabid-ikp"))
    house.clone("staf").run("push", "-q", "origin", "+refs/remotes/origin/main:refs/heads/kiriman/hari-guru")
    house.push("staf", "kiriman/hari-guru", {f"{POST}/post.md": FRONT + "Isi lain.\n"})
    if house.repository.issues[number].state != "open":
        hands.set_state(house.repository, number, "open", "staf")
    hands.roll_forward(house.repository, number, moved)
    hands.lose_commit(house.repository, number, lost)

    found = gate(person("kepala-dinas"), number)

    assert found["verdict"] == "waiting"
    assert ignored(found)[0].startswith("diberikan sebelum isi ini diajukan (")
    assert ignored(found)[1] == "tidak diketahui isi mana yang disetujui"


@pytest.mark.rule("forges-4", "forges-2")
def test_a_forged_author_hides_nobody(house: House, person: People) -> None:
    """Kabid who pushes a sentence of his own under the staff's address does not give the last approval."""
    number = house.propose()
    forged = "staf <1+staf@users.noreply.github.com>"
    house.push("kabid-ikp", "kiriman/hari-guru", {f"{POST}/post.md": FRONT + "Kalimat Kabid.\n"}, forged)
    for login in ("subkoor-psdk", "kabid-ikp"):
        review(house, login, number)

    found = gate(person("kepala-dinas"), number)

    assert (found["verdict"], ignored(found)) == ("blocked", ["ikut menulis isinya"])


@pytest.mark.rule("forges-2")
def test_who_wrote_an_older_version_stays_a_contributor(tmp_path: Path) -> None:
    """A version that was pushed and pushed away still says who wrote in it."""
    world = World(tmp_path / "kantor")
    files = {f"{POST}/post.md": b"x"}
    who = "kabid-ikp <1201+kabid-ikp@users.noreply.github.com>"
    old = world.git.write_commit(world.main, files, "isi", MORNING, who)
    head = world.git.write_commit(world.main, files, "isi", MORNING, who.replace("1201", "1001"))
    api = Api(address_of("https://github.com/kominfo/konten"), "token")

    found = with_people(proposal(head=head, pushes=(push(old, 0), push(head, 5))), world.git, api, office(), world.main)

    assert {one.id for one in found.contributors} == {1001, 1201}
    world.git.close()


@pytest.mark.rule("forges-32", "forges-34")
def test_approvals_outlive_a_closing_and_not_a_change_of_target(house: House, person: People) -> None:
    """Closed and opened again it is the same content; pointed elsewhere and back it is asked for again."""
    number, kadis = house.propose(), person("kepala-dinas")
    for login in ("subkoor-psdk", "kabid-ikp"):
        review(house, login, number)
    hands.set_state(house.repository, number, "closed", "staf")
    closed = gate(kadis, number)
    hands.set_state(house.repository, number, "open", "staf")
    opened = gate(kadis, number)
    house.repository.bare.update("refs/heads/rilis", house.main())
    hands.retarget(house.repository, number, "rilis", "staf")
    elsewhere = gate(kadis, number)
    hands.retarget(house.repository, number, "main", "staf")
    back = gate(kadis, number)

    assert [one["verdict"] for one in (closed, opened, elsewhere, back)] == [
        "blocked",
        "approved",
        "blocked",
        "waiting",
    ]
    assert ignored(back) == ["diberikan sebelum cabang tujuan diganti"] * 2


@pytest.mark.rule("design-5.2")
def test_main_that_was_set_back_does_not_change_a_merges_base(house: House) -> None:
    """An administrator who sets main back, names a friend and brings the merge again has not changed its base."""
    number, before = house.propose(), house.main()
    house.push("kepala-dinas", "main", {"agenda/2026/11/30.yaml": "date: 2026-11-30\nentries: []\n"})
    tip = house.main()
    head = house.forge("staf").proposal(number)
    assert head
    house.forge("kabid-ikp").merge(number, head.head)
    merge, admin = house.main(), house.repository.person("kepala-dinas")
    for commit in (before, merge):
        movements.move(house.repository, "main", commit, admin)

    found = house.forge("staf").proposal(number)

    assert found
    assert found.merge
    assert (found.merge.commit, found.merge.before) == (merge, tip)


@pytest.mark.rule("forges-33", "forges-45")
def test_the_status_names_the_branch_that_it_is_about(house: House, person: People) -> None:
    """Two proposals of one head have two statuses, and that for the side branch is red whoever approved."""
    number = house.propose()
    house.repository.bare.update("refs/heads/rilis", house.main())
    wanted = {"title": "Sama", "head": "kiriman/hari-guru", "base": "rilis"}
    other = house.forge("staf")._api.send("POST", "pulls", wanted)["number"]
    for login in ("subkoor-psdk", "kabid-ikp"):
        review(house, login, number)
        review(house, login, other)
    for one in (number, other):
        person("kepala-dinas")("gate", str(one))

    head = house.repository.bare.branch("kiriman/hari-guru")
    assert [(one.context, one.state, one.sha) for one in house.repository.statuses] == [
        ("kendal/gate/main", "success", head), ("kendal/gate/rilis", "failure", head)
    ]  # fmt: skip


@pytest.mark.rule("forges-44", "design-5.1")
def test_a_question_without_an_answer_is_no_verdict(house: House, person: People, monkeypatch: Any) -> None:
    """An approved proposal whose reviews cannot be read is unknown, exit 3, and no status says otherwise."""
    number = house.propose()
    for login in ("subkoor-psdk", "kabid-ikp"):
        review(house, login, number)
    monkeypatch.setattr("kendal_git.forges.github.api.sleep", lambda _: None)
    house.server.faults.set(Fault("cut", path="/reviews", times=99))

    said = person("kepala-dinas")("gate", str(number), "--format", "json")

    assert (said.code, json.loads(said.out)["verdict"]) == (3, "unknown")
    assert house.repository.statuses == []
