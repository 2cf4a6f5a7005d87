"""The fake GitHub and our adapter, held against GitHub's own OpenAPI: a proxy between them judges every message."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.faults import Fault
from kendal_git.fakes.github.records import Environment, Protection, Ruleset
from kendal_git.fakes.github.server import Server
from kendal_git.forges.github.api import Api, Refused
from kendal_git.model.proposal import Look, Opinion
from kendal_git.model.trouble import OutsideFailed
from tests.github.conftest import People
from tests.support.githouse import FRONT, POST, House
from tests.support.prism import HERE, Listener, calls_of_the_adapter, closed, free_port, prism, through_node
from tools.slice_openapi import answered, operations, shape

SLICE = json.loads((HERE / "slice.json").read_text(encoding="utf-8"))
HOME = "/repos/kominfo/konten"


@pytest.fixture(scope="module")
def port() -> int:
    """Where the fake of every test of this module stands."""
    return free_port()


@pytest.fixture(scope="module")
def proxy(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Prism, which knows no field but those that GitHub describes."""
    folder = tmp_path_factory.mktemp("prism")
    (folder / "closed.json").write_text(json.dumps(closed(SLICE)), encoding="utf-8")
    with prism(folder / "closed.json", f"http://127.0.0.1:{port}/api/v3", folder / "log") as address:
        yield address


@pytest.fixture
def house(port: int, proxy: str, starter: Path, tmp_path: Path) -> Iterator[House]:
    """An office whose people reach GitHub's API through the proxy."""
    shutil.copytree(starter, tmp_path / "starter", symlinks=True)
    (tmp_path / "people").mkdir()
    with Server(tmp_path / "forge", port) as server:
        yield House(server, tmp_path / "people", tmp_path / "starter", proxy)


@pytest.fixture
def listener(proxy: str, monkeypatch: pytest.MonkeyPatch) -> Listener:
    """Who hears what is said through the proxy."""
    found = Listener(proxy)
    found.listen(monkeypatch)
    return found


def template(method: str, path: str) -> tuple[str, str]:
    """The operation of the slice that a request is one of; the more exact one when two fit."""
    fitting = []
    for known in SLICE["paths"]:
        pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(known))
        if re.fullmatch(pattern, path) and method.lower() in SLICE["paths"][known]:
            fitting.append(known)
    return method, shape(min(fitting, key=lambda one: one.count("{"), default=path))


def ask(api: Api, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """What GitHub says, also when it refuses."""
    if method == "DELETE":  # the only one that has no body, and that the adapter never needs
        return api._line.call(method, api._url(path, {}), headers=api._headers)
    try:
        return api.get(path) if method == "GET" else api.send(method, path, body or {})
    except Refused as refused:
        return refused.status


def status(described: str) -> str:
    """What Prism says of a status that is not among the described ones."""
    return f"response: Unable to match the returned status code with those defined in the document: {described}"


# ---- the life of an office through the proxy -------------------------------------------------------------------------


def live(house: House, person: People) -> None:
    """Everything that the adapter does."""
    staf, subkoor, kabid, kadis = (house.forge(who) for who in ("staf", "subkoor-psdk", "kabid-ikp", "kepala-dinas"))
    number = propose(house)
    for login, opinion in (
        ("kabid-ikp", Opinion.REQUEST_CHANGES), ("tamu", Opinion.COMMENT), ("subkoor-psdk", Opinion.APPROVE)
    ):  # fmt: skip
        house.forge(login).review(number, opinion, "catatan", head_of(house, number))
    found = kadis.proposal(number)
    assert found
    kadis._api.send("PUT", f"pulls/{number}/reviews/{found.approvals[0].number}/dismissals", {"message": "sudah benar"})
    for _ in range(2):  # a comment that is made, and one that is edited
        person("kepala-dinas")("gate", str(number))
        house.push("tamu", "kiriman/hari-guru", {f"{POST}/a.md": "a\n"}, "Entah <entah@example.org>")
    person("kepala-dinas")("gate", "--all")
    person("kabid-ikp")("status")
    kabid.review(number, Opinion.APPROVE, "", head_of(house, number))
    tip = kabid.merge(number, head_of(house, number))
    assert kabid.proposal_of(tip) == number
    assert staf.proposal_of("0" * 40) is None
    assert staf.proposal(999) is None
    kabid.proposal(number)
    subkoor.review(number, Opinion.REQUEST_CHANGES, "fotonya keliru", found.head)
    stop_and_look(house)
    run = house.repository.add_run("publish", actor="kepala-dinas")
    assert kadis.run_ended(f"github:{run.id}:1") is False
    assert kadis.run_ended("github:1:1") is None


def head_of(house: House, number: int) -> str:
    return house.repository.pull(number)[1].head_sha


def propose(house: House) -> int:
    """A proposal for whose review a stranger was asked, too, and its submission again."""
    number = house.propose()
    house.forge("staf").submit("kiriman/hari-guru", "", head_of(house, number), "", ("subkoor-psdk", "entah-siapa"))
    with pytest.raises(OutsideFailed):
        house.forge("staf").submit("kiriman/tak-ada", "", "0" * 40)
    return number


def stop_and_look(house: House) -> None:
    """Holds, takedowns and second looks."""
    staf, kabid = house.forge("staf"), house.forge("kabid-ikp")
    staf.hold("x", "akun diperiksa")
    assert [one.channel for one in kabid.holds()] == ["x"]
    kabid.unhold("x")
    staf.order(POST, "pdp", "diminta keluarga")
    assert [one.post for one in kabid.orders()] == [POST]
    look = Look(0, POST, "a" * 40, house.server.state.clock.now(), verifier=3)
    staf.ask_look(look, "Pandangan kedua", "mohon dilihat")
    (asked,) = staf.looks()
    kabid._api.send("PATCH", f"issues/{asked.number}", {"state": "closed"})
    house.server.faults.set(Fault("lacking", path=r"/issues\?", lacks="closed_by"))  # which a list need not tell
    (done,) = staf.looks()
    staf.reopen_look(done, "harus orang lain")


# ---- and what the adapter has no use for -----------------------------------------------------------------------------

RULES = (
    {"type": "deletion"},
    {"type": "non_fast_forward"},
    {
        "type": "pull_request",
        "parameters": {
            "dismiss_stale_reviews_on_push": False,
            "require_code_owner_review": False,
            "require_last_push_approval": False,
            "required_approving_review_count": 0,
            "required_review_thread_resolution": False,
        },
    },
    {
        "type": "required_status_checks",
        "parameters": {
            "required_status_checks": [{"context": "kendal/gate/main", "integration_id": 15368}],
            "strict_required_status_checks_policy": False,
        },
    },
)


def furnish(house: House) -> None:
    """Settings of every kind."""
    settings = house.repository.settings
    settings.plan, settings.pages = "team", {}
    settings.rulesets = [
        Ruleset(1, "utama", RULES),
        Ruleset(2, "buku", ({"type": "update"},), include=("refs/heads/ledger",),
                bypass_actors=({"actor_id": None, "actor_type": "DeployKey", "bypass_mode": "always"},)),
    ]  # fmt: skip
    settings.protections = {
        "main": Protection(1, required_status_checks=("kendal/gate/main",), restrictions=("kepala-dinas",)),
        "ledger": Protection(),
    }
    settings.environments = [
        Environment("publikasi", ("main",), ("kabid-ikp",), 5, ("KENDAL_LEDGER_KEY",)),
        Environment("bebas"),
        Environment("terjaga", ()),
    ]
    settings.secrets, settings.variables = ["KENDAL_LEDGER_KEY"], {"KENDAL_SITE_REPOSITORY": "kominfo/situs"}


SETTINGS = (
    "actions/permissions/workflow", "actions/secrets", "actions/variables", "branches/main/protection",
    "branches/ledger/protection", "branches/main", "branches/kiriman%2Flain", "rulesets", "rulesets/1", "rulesets/2",
    "rules/branches/main", "environments", "environments/publikasi", "environments/publikasi/secrets",
    "environments/publikasi/deployment-branch-policies", "environments/bebas", "environments/terjaga", "pages",
    "collaborators", "collaborators/staf/permission", "collaborators/entah/permission", "labels", "",
)  # fmt: skip


def look_around(house: House) -> None:
    """Every other answer of the fake: settings, and what the page's buttons do."""
    furnish(house)
    api = house.forge("kepala-dinas")._api
    for path in (*SETTINGS, "/users/staf", "/user/1", "/users/entah"):
        ask(api, "GET", path)
    api.send("POST", "labels", {"name": "penting", "color": "ff0000", "description": "segera"})
    house.repository.settings.rulesets = []
    house.repository.settings.protections = {}
    head = house.push("staf", "kiriman/lain", {"content/2026/11/26-lain/post.md": FRONT, "b.png": b"\x89PNG\0"})
    number = api.send("POST", "pulls", {"title": "Lain", "head": "kiriman/lain", "base": "main", "draft": True})[
        "number"
    ]
    hands.mark_ready(house.repository, number, "kepala-dinas")
    api.send("PATCH", f"pulls/{number}", {"title": "Lain lagi", "body": "isi"})
    review = house.forge("kabid-ikp")._api.send("POST", f"pulls/{number}/reviews", {"body": "belum dikirim"})["id"]
    ask(house.forge("kabid-ikp")._api, "GET", f"pulls/{number}/reviews/{review}")
    slip = api.send("POST", "issues", {"title": "Catatan", "assignees": ["staf"], "labels": ["penting"]})["number"]
    comment = api.send("POST", f"issues/{slip}/comments", {"body": "halo"})["id"]
    api.send("POST", f"issues/{number}/assignees", {"assignees": ["staf"]})
    api.send("POST", f"issues/{number}/labels", {"labels": ["penting", "baru"]})
    api.send("POST", f"statuses/{head}", {"state": "success", "context": "uji"})
    for path in ("files", "commits", "reviews", "merge"):
        ask(api, "GET", f"pulls/{number}/{path}")
    for path in ("statuses", "status", "pulls"):
        ask(api, "GET", f"commits/{head}/{path}")
    for path in (f"commits/{head}", f"issues/comments/{comment}", f"issues/{slip}", f"issues/{number}/labels"):
        ask(api, "GET", path)
    for place in (number, slip):
        ask(api, "GET", f"issues/{place}/events")
        ask(api, "GET", f"issues/{place}/comments")
    house.push("staf", "main", {"README.md": "lain\n"})
    finish(api, number)


def finish(api: Api, number: int) -> None:
    """The branch is brought up to date, merged and deleted."""
    ask(api, "DELETE", f"issues/{number}/labels/baru")
    ask(api, "PUT", f"pulls/{number}/update-branch")
    api.send("PUT", f"pulls/{number}/merge", {"merge_method": "squash"})
    ask(api, "GET", f"pulls/{number}/merge")
    ask(api, "DELETE", "git/refs/heads%2Fkiriman%2Flain")
    for path in (f"pulls/{number}", f"issues/{number}/events", "issues?state=all", "pulls?state=all", "activity"):
        ask(api, "GET", path)


def forget(house: House) -> None:
    """Accounts, names and commits of an older proposal are gone."""
    repository, api = house.repository, house.forge("kepala-dinas")._api
    first, *_, last = repository.pull(1)[1].reviews
    hands.lose_commit(repository, 1, first.id)
    hands.roll_forward(repository, 1, last.id)
    hands.rename_account(repository, "kabid-ikp", "kabid-baru")
    hands.delete_account(repository, "tamu")
    hands.delete_account(repository, "staf")
    # Not issues/1/events: GitHub's description knows no event whose actor is gone, although they have null there.
    for path in ("pulls/1", "pulls/1/reviews", "pulls/1/commits", "issues/1", "issues/1/comments"):
        ask(api, "GET", path)
    for path in ("issues?state=all", "pulls?state=all", "activity", "collaborators", "/user/1", "/user/3"):
        ask(api, "GET", path)


# What GitHub does and its description does not tell; a line that nothing needs any more fails the test.
UNDESCRIBED = {
    # An answer of 404 goes without saying: the list of answers is of those that are particular to an operation.
    ("GET", "/repos/{}/{}/actions/runs/{}", status("200")),
    # GitHub says "No commit found for SHA" with 422, as it does for GET /commits/{ref}, where that is described.
    ("GET", "/repos/{}/{}/commits/{}/pulls", status("200,409")),
    # A label without a description has null; the full pull request describes it so, the one of lists forgot it.
    ("GET", "/repos/{}/{}/commits/{}/pulls",
     "response.body.[].labels.[].description: Response body property 0.labels.1.description must be string"),
    # Every error bears its status as text (schema "basic-error"); "validation-error" forgot it.
    ("POST", "/repos/{}/{}/pulls", "response.body: Response body must NOT have additional properties; found 'status'"),
}  # fmt: skip


@pytest.mark.node
def test_every_message_is_as_github_describes_it(house: House, person: People, listener: Listener) -> None:
    """No request and no answer breaks GitHub's OpenAPI, in each operation of the fake and each call of the adapter."""
    live(house, person)
    look_around(house)
    furnish(house)
    person("kepala-dinas")("doctor")
    house.repository.settings.pages = None
    person("kepala-dinas")("doctor")
    forget(house)

    broken = {(*template(one.method, one.path), sentence) for one in listener.heard for sentence in one.violations}
    assert broken == set(UNDESCRIBED)
    assert {template(one.method, one.path) for one in listener.heard} == operations(SLICE)
    silent = [
        f"{module}:{first}"
        for module, first, last in calls_of_the_adapter()
        if not any((module, line) in listener.lines for line in range(first, last + 1))
    ]
    assert silent == []


@pytest.mark.node
def test_the_proxy_is_blind_nowhere(tmp_path: Path) -> None:
    """Every body and every answer of the slice is judged: Prism silently lets pass what it cannot read."""
    (tmp_path / "closed.json").write_text(json.dumps(closed(SLICE)), encoding="utf-8")

    assert through_node("control.mjs", tmp_path / "closed.json") == []


@pytest.mark.node
def test_the_proxy_sees_what_is_wrong(house: House, listener: Listener) -> None:
    """An answer without a field, a word that GitHub does not know, and a path that it does not have are told."""
    api = house.forge("staf")._api
    house.repository.label("tahan")
    house.server.faults.set(Fault("lacking", path="/labels", lacks="color"))
    api.get("labels")
    ask(api, "PATCH", "issues/1", {"state": "tutup"})
    ask(api, "GET", "tidak/ada")

    state = "Request body property state must be equal to one of the allowed values: open, closed"
    assert [(one.status, one.violations) for one in listener.heard] == [
        (200, ("response.body.[]: Response body property 0 must have required property 'color'",)),
        (404, (f"request.body.state: {state}",)),
        (404, ("request: Selected route not found",)),
    ]


def test_the_slice_is_of_what_the_fake_answers() -> None:
    """The committed part of GitHub's OpenAPI holds the operations of the fake, no less and no more."""
    assert operations(SLICE) == answered()
