"""Who may approve is itself approved: a kendal.yaml that was pushed past the page makes nobody a holder."""

import json

import pytest

from tests.github.conftest import People
from tests.github.test_procedure import published
from tests.support.githouse import FRONT, POST, House

TAKEN = ("{id: 3, login: kabid-ikp,", "{id: 9, login: tamu,")


def office(house: House) -> str:
    clone = house.clone("kepala-dinas")
    clone.fetch("origin", "+refs/heads/main:refs/remotes/origin/main")
    found = clone.object("refs/remotes/origin/main:kendal.yaml")
    assert found
    return found[2].decode()


def merged(house: House, person: People, *people: str) -> int:
    """A proposal of one post, approved by these people and merged whatever the verdict."""
    number = house.propose()
    for login in people:
        assert person(login)("review", str(number), "--approve").code == 0
    house.forge("kepala-dinas")._api.send("PUT", f"pulls/{number}/merge", {"merge_method": "merge"})
    return number


@pytest.mark.rule("forges-5", "design-5.1", "design-5.4")
def test_roles_pushed_past_the_page_stop_publication(house: House, person: People) -> None:
    """Whoever makes themselves Kabid by a direct push publishes nothing, and the gate names the commit."""
    person("kepala-dinas")("publish")
    commit = house.push("tamu", "main", {"kendal.yaml": office(house).replace(*TAKEN)})
    number = house.propose()
    for login in ("subkoor-psdk", "tamu"):
        person(login)("review", str(number), "--approve")

    gate = person("subkoor-psdk")("gate", str(number), "--format", "json")
    house.forge("kepala-dinas")._api.send("PUT", f"pulls/{number}/merge", {"merge_method": "merge"})
    said = person("kepala-dinas")("publish", "--format", "json")

    assert (gate.code, json.loads(gate.out)["verdict"]) == (1, "blocked")
    assert json.loads(gate.out)["reasons"] == [
        f"peran atau kebijakan di kendal.yaml diubah tanpa persetujuan (commit {commit[:12]})"
    ]
    assert (said.code, said.out) == (2, "")
    assert f"diubah tanpa persetujuan (commit {commit[:12]})" in said.error


@pytest.mark.rule("forges-5", "design-5.4")
def test_what_was_approved_meanwhile_stays_blocked(house: House, person: People) -> None:
    """When kendal.yaml is put back others go out again; the post that the false Kabid let through never does."""
    before = office(house)
    house.push("tamu", "main", {"kendal.yaml": before.replace(*TAKEN)})
    merged(house, person, "subkoor-psdk", "tamu")
    house.push("kepala-dinas", "main", {"kendal.yaml": before})

    first = person("kepala-dinas")("publish", "--format", "json")
    second = person("kepala-dinas")("publish", "--format", "json")

    assert (first.code, set(published(first.out).values())) == (1, {"refused"})
    assert (second.code, set(published(second.out).values())) == (1, {"refused"})


@pytest.mark.rule("design-5.4")
def test_an_approved_change_of_roles_counts(house: House, person: People) -> None:
    """With the decree's number in the Kepala Dinas's approval the new holder approves from then on."""
    head = house.push("staf", "kebijakan/peran", {"kendal.yaml": office(house).replace(*TAKEN)})
    number = house.forge("staf").submit("kebijakan/peran", "Pergantian Kabid", head)
    kadis = person("kepala-dinas")
    assert kadis("review", str(number), "--approve").code == 0
    assert kadis("merge", str(number)).code == 1
    assert kadis("review", str(number), "--approve", "-m", "sesuai SK 821.2/045/2026").code == 0
    assert kadis("merge", str(number)).code == 0
    house.clone("staf").run("pull", "-q", "origin", "main")
    text = FRONT + "Terima kasih.\n"
    branch = house.push("staf", "kiriman/baru", {f"{POST}/post.md": text})
    post = house.forge("staf").submit("kiriman/baru", "Baru", branch)
    for login in ("subkoor-psdk", "tamu"):
        assert person(login)("review", str(post), "--approve").code == 0
    assert kadis("merge", str(post)).code == 0

    assert published(kadis("publish", "--format", "json").out) == {"x": "handed-off", "facebook": "handed-off"}
