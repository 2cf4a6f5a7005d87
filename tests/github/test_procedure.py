"""The five steps through the command on GitHub: each person at their own clone, real pushes, and CI's publisher."""

import json
from typing import Any

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.faults import Fault
from tests.github.conftest import People
from tests.support.githouse import FRONT, POST, House


def published(said_out: str) -> dict[str, str]:
    """Channel → state of what one run printed."""
    return {one["channel"]: one["state"] for one in json.loads(said_out)["deliveries"]}


def test_a_post_goes_through_all_hands_and_out_once(house: House, person: People) -> None:
    """Submit, two approvals, merge, publish: each channel once, with the verdict and its approvers in the ledger."""
    staf, subkoor, kabid = person("staf"), person("subkoor-psdk"), person("kabid-ikp")
    staf.write(f"{POST}/post.md", FRONT + "Terima kasih, guru.\n")

    submitted = staf("submit", POST)
    assert submitted.code == 0, submitted
    assert "diajukan sebagai proposal 1 (cabang kiriman/2026-11-25-hari-guru)" in submitted.out
    _, pull = house.repository.pull(1)
    assert [one.login for one in pull.requested] == ["subkoor-psdk", "kabid-ikp"]
    assert "**Selamat Hari Guru** · Pengumuman" in str(house.repository.issues[1].body)
    assert "| Diperiksa oleh | SubKoor PSDK, Kabid IKP |" in str(house.repository.issues[1].body)

    assert subkoor("review", "1", "--approve").code == 0
    assert kabid("merge", "1").code == 1
    status = kabid("status")
    assert "menunggu: Kabid IKP · sejak" in status.out
    assert kabid("review", "1", "--approve", "-m", "bagus").code == 0
    assert kabid("gate", "1").code == 0
    assert kabid("merge", "1").code == 0

    first, second = (
        person("kepala-dinas")("publish", "--format", "json"),
        person("kepala-dinas")("publish", "--format", "json"),
    )

    assert (first.code, published(first.out)) == (0, {"x": "handed-off", "facebook": "handed-off"})
    assert (second.code, json.loads(second.out)["deliveries"]) == (0, [])
    judged = next(line for line in lines_of(house) if line["kind"] == "judged")
    assert judged["verdict"]["authenticated"] is True
    assert [(one["role"], one["by"], one["id"]) for one in judged["verdict"]["approvals"]] == [
        ("subkoor-psdk", "subkoor-psdk", 2),
        ("kabid-ikp", "kabid-ikp", 3),
    ]


def lines_of(house: House) -> list[dict[str, Any]]:
    """What the ledger at GitHub says about the post."""
    clone = house.clone("kepala-dinas")
    clone.fetch("origin", "+refs/heads/ledger:refs/remotes/origin/ledger")
    found = clone.object(f"refs/remotes/origin/ledger:posts/{POST.removeprefix('content/')}.jsonl")
    return [json.loads(line) for line in found[2].splitlines()] if found else []


@pytest.mark.rule("forges-37", "design-5.12")
def test_a_bypass_is_refused_and_has_a_way_out(house: House, person: People) -> None:
    """What an administrator merges without approval is not published; submitted again with a reason, it is."""
    kadis, staf = person("kepala-dinas"), person("staf")
    number = house.propose()
    house.forge("kepala-dinas")._api.send("PUT", f"pulls/{number}/merge", {"merge_method": "merge"})

    refused = kadis("publish")
    assert refused.code == 1
    assert f"kendal submit --again {POST} --reason ALASAN" in refused.out

    staf("status")
    staf.house.clone("staf").run("pull", "-q", "origin", "main")
    again = staf("submit", "--again", POST, "--reason", "digabung sebelum disetujui")
    assert again.code == 0, again
    number = house.forge("staf").open_proposals()[0]
    for login in ("subkoor-psdk", "kabid-ikp"):
        assert person(login)("review", str(number), "--approve").code == 0
    assert person("kabid-ikp")("merge", str(number)).code == 0

    done = kadis("publish", "--format", "json")
    assert published(done.out) == {"x": "handed-off", "facebook": "handed-off"}


@pytest.mark.rule("forges-38")
def test_a_change_request_after_the_merge_stops_what_is_unsent(house: House, person: People) -> None:
    """Whoever holds a role may still say stop on the merged proposal; the publisher asks again before it sends."""
    number = house.propose()
    for login in ("subkoor-psdk", "kabid-ikp"):
        person(login)("review", str(number), "--approve")
    assert person("kabid-ikp")("merge", str(number)).code == 0
    assert person("subkoor-psdk")("review", str(number), "--request-changes", "-m", "fotonya keliru").code == 0

    said = person("kepala-dinas")("publish", "--format", "json")

    assert (said.code, set(published(said.out).values())) == (1, {"refused"})


@pytest.mark.rule("design-5.9")
def test_a_hold_on_the_page_stops_the_channel(house: House, person: People) -> None:
    """An issue with the label stops its channel alone, and closing it lets the post go."""
    number = house.propose()
    for login in ("subkoor-psdk", "kabid-ikp"):
        person(login)("review", str(number), "--approve")
    person("kabid-ikp")("merge", str(number))
    assert person("staf")("hold", "--channel", "x", "-m", "akun diperiksa").code == 0

    held = published(person("kepala-dinas")("publish", "--format", "json").out)
    assert held == {"x": "held", "facebook": "handed-off"}
    assert person("kabid-ikp")("unhold", "--channel", "x").code == 0
    assert published(person("kepala-dinas")("publish", "--format", "json").out)["x"] == "handed-off"


@pytest.mark.parametrize(
    "path", [r"/commits/[0-9a-f]+/pulls", r"/pulls/\d+$", "/reviews", "/events", "/activity", "/issues\\?"]
)
@pytest.mark.parametrize("kind", ["answer", "cut", "html", "drop-after"])
def test_while_github_cannot_tell_nothing_is_published(
    house: House, person: People, monkeypatch: pytest.MonkeyPatch, path: str, kind: str
) -> None:
    """Whatever fails: exit 3, nothing in the outbox, no intent in the ledger; once it is over, it goes out once."""
    number = house.propose()
    for login in ("subkoor-psdk", "kabid-ikp"):
        person(login)("review", str(number), "--approve")
    person("kabid-ikp")("merge", str(number))
    monkeypatch.setattr("kendal_git.forges.github.api.sleep", lambda _: None)
    kadis = person("kepala-dinas")
    house.server.faults.set(Fault(kind, path=path, status=500, times=999))

    failed = kadis("publish", "--format", "json")
    assert failed.code == 3, failed
    assert not list(kadis.root.glob("outbox/**/*.md"))
    house.server.faults.clear()
    assert "intent" not in [line["kind"] for line in lines_of(house)]

    assert published(kadis("publish", "--format", "json").out) == {"x": "handed-off", "facebook": "handed-off"}


@pytest.mark.rule("design-5.7")
def test_the_fast_lane_asks_for_a_second_look_first(house: House, person: People) -> None:
    """Urgent information goes out on one written approval, with an issue that only another holder may close."""
    text = (house.clone("kepala-dinas").folder / "kendal.yaml").read_text(encoding="utf-8")
    text = text.replace("policy:\n", "policy:\n  fast_lane: [pengumuman]\n")
    head = house.push("staf", "kebijakan/jalur-cepat", {"kendal.yaml": text})
    policy = house.forge("staf").submit("kebijakan/jalur-cepat", "Jalur cepat", head)
    assert person("kepala-dinas")("review", str(policy), "--approve").code == 0
    assert person("kepala-dinas")("merge", str(policy)).code == 0
    for login in ("staf", "kabid-ikp", "kepala-dinas", "subkoor-psdk"):
        house.clone(login).run("pull", "-q", "origin", "main")
    number = house.propose(information="serta-merta")
    kabid = person("kabid-ikp")
    assert kabid("review", str(number), "--approve").code == 0
    silent = json.loads(kabid("gate", str(number), "--format", "json").out)
    assert silent["verdict"] == "waiting"
    assert kabid("review", str(number), "--approve", "-m", "rob sudah masuk permukiman").code == 0
    assert kabid("merge", str(number)).code == 0

    house.server.faults.set(Fault("answer", path="/issues$", method="POST", status=500, times=9))
    assert set(published(person("kepala-dinas")("publish", "--format", "json").out).values()) == {"owed"}
    house.server.faults.clear()
    assert set(published(person("kepala-dinas")("publish", "--format", "json").out).values()) == {"handed-off"}

    look = house.forge("staf").looks()[0]
    assert (look.post, look.open, look.verifier) == (POST, True, 3)
    house.forge("kabid-ikp")._api.send("PATCH", f"issues/{look.number}", {"state": "closed"})
    swept = person("subkoor-psdk")("gate", "--all")
    assert "kabid-ikp sudah menyetujui kiriman ini; pandangan kedua harus dari orang lain. Dibuka lagi." in swept.out
    house.forge("subkoor-psdk")._api.send("PATCH", f"issues/{look.number}", {"state": "closed"})
    assert person("subkoor-psdk")("gate", "--all").out == ""
    assert not house.forge("staf").looks()[0].open


@pytest.mark.rule("design-5.9")
def test_one_role_holder_withdraws_at_once_and_two_confirm(house: House, person: People) -> None:
    """The order takes the post down with the next run, before anybody approved it; the tombstone closes it."""
    number, kadis = house.propose(), person("kepala-dinas")
    for login in ("subkoor-psdk", "kabid-ikp"):
        person(login)("review", str(number), "--approve")
    person("kabid-ikp")("merge", str(number))
    kadis("publish")
    house.clone("staf").run("pull", "-q", "origin", "main")

    said = person("staf")("withdraw", POST, "--reason", "fakta", "-m", "foto salah orang")
    assert said.code == 0, said
    down = kadis("publish", "--format", "json")

    assert published(down.out) == {"x": "handed-off", "facebook": "handed-off"}  # a person posted, a person takes down
    for channel in ("x", "facebook"):
        gone = kadis("publish", "--handed-off", POST, channel)
        assert gone.out == f"dicatat: {POST} sudah diturunkan dari {channel} oleh kepala-dinas\n"
    assert [line["kind"] for line in lines_of(house)].count("withdrawal") == 2
    tombstone = house.forge("staf").open_proposals()[-1]
    for login in ("subkoor-psdk", "kabid-ikp"):
        assert person(login)("review", str(tombstone), "--approve").code == 0
    assert person("kabid-ikp")("merge", str(tombstone)).code == 0
    house.forge("kabid-ikp")._api.send("PATCH", f"issues/{tombstone - 1}", {"state": "closed"})
    assert kadis("publish", "--format", "json").code == 0
    assert [line["kind"] for line in lines_of(house)].count("intent") == 2


@pytest.mark.rule("design-5.9")
def test_an_order_of_somebody_without_a_role_takes_nothing_down(house: House, person: People) -> None:
    """Anybody with write access may label an issue; only a role holder's is an order."""
    number, kadis = house.propose(), person("kepala-dinas")
    for login in ("subkoor-psdk", "kabid-ikp"):
        person(login)("review", str(number), "--approve")
    person("kabid-ikp")("merge", str(number))
    house.forge("tamu")._api.send("POST", "issues", {"title": f"tarik {POST}", "labels": ["tarik"]})

    assert published(kadis("publish", "--format", "json").out) == {"x": "handed-off", "facebook": "handed-off"}


def test_a_rehearsal_asks_nobody_for_anything(house: House, person: People) -> None:
    """--rehearse reads GitHub and writes nothing there."""
    number = house.propose()
    for login in ("subkoor-psdk", "kabid-ikp"):
        person(login)("review", str(number), "--approve")
    person("kabid-ikp")("merge", str(number))
    house.server.log.clear()

    said = person("kepala-dinas")("publish", "--rehearse", "--format", "json")

    assert said.code == 0
    assert house.server.log.writes == 0


@pytest.mark.rule("forges-18")
def test_an_account_renamed_since_is_told_apart(house: House, person: People) -> None:
    """A renamed holder is named with both logins; whoever took the old login does not count for them."""
    number = house.propose()
    hands.rename_account(house.repository, "kabid-ikp", "kabid-baru")
    house.server.state.add_user("kabid-ikp", token="token-lain", id=666)
    house.repository.grant("kabid-ikp", "write")
    api = house.forge("kabid-ikp")._api  # the old token: the account keeps its number
    api.send("POST", f"pulls/{number}/reviews", {"event": "APPROVE"})

    found = json.loads(person("kepala-dinas")("gate", str(number), "--format", "json").out)

    assert [one for need in found["requirements"] for one in need["ignored"]] == [
        {
            "by": "kabid-baru",
            "reason": "akun ini di kendal.yaml bernama kabid-ikp, sekarang kabid-baru; perbarui kendal.yaml",
        }
    ]
