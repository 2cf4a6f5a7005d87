"""The fake GitHub's wire: who is let in, pages, faults, the log, the clock, and a process of its own."""

import datetime as dt
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from kendal_git.fakes.github.clock import Clock
from kendal_git.fakes.github.faults import Fault
from tests.fakes.hub import Hub, fetch

NOON = dt.datetime(2026, 11, 25, 5, 0, tzinfo=dt.UTC)


def test_strangers_are_turned_away(hub: Hub) -> None:
    """No token and a wrong one are a 401, no access a 404; both words before a token are understood."""
    url = f"{hub.server.api}/repos/kominfo/konten"

    def status(authorization: str | None) -> tuple[int, str]:
        headers = {"Authorization": authorization} if authorization else {}
        found = httpx.get(url, headers=headers, trust_env=False, verify=False)
        return found.status_code, found.json().get("message", "")

    assert (401, "Requires authentication") == status(None)
    assert (401, "Bad credentials") == status("Bearer salah")
    assert (404, "Not Found") == status("Bearer token-of-orang-luar")
    assert (200, "") == status("token token-of-tamu")
    assert (200, "") == status("Bearer token-of-tamu")
    assert 403 == httpx.get(url, headers={"User-Agent": ""}, trust_env=False, verify=False).status_code


@pytest.mark.parametrize(("method", "path"), [("GET", "tiada"), ("PUT", "issues"), ("GET", "/orgs/kominfo")])
def test_unknown_place_is_not_found(hub: Hub, method: str, path: str) -> None:
    """Whatever the fake does not know is a 404 in GitHub's JSON."""
    found = hub.ask("ketua", method, path)

    assert (404, "Not Found", "404") == (found.status_code, found.json()["message"], found.json()["status"])
    assert found.json()["documentation_url"].startswith("https://docs.github.com/")


def test_broken_body_is_refused(hub: Hub) -> None:
    """A body that is no JSON, or no object, is a 400."""
    url, headers = f"{hub.server.api}/repos/kominfo/konten/issues", {"Authorization": "Bearer token-of-tamu"}

    assert 400 == httpx.post(url, content=b"{", headers=headers, trust_env=False, verify=False).status_code
    assert 400 == httpx.post(url, content=b"[]", headers=headers, trust_env=False, verify=False).status_code


def test_public_repository_is_read_by_everybody(hub: Hub) -> None:
    """Somebody without any access reads a public repository and may review, but not push or set a status."""
    hub.repository.private = False
    sha = hub.get("branches/main", who="orang-luar")["commit"]["sha"]

    assert 403 == hub.refused("orang-luar", "POST", f"statuses/{sha}", state="success")[0]
    assert "Halo" in (hub.clone("orang-luar").root / "README.md").read_text(encoding="utf-8")


def followed(hub: Hub, path: str, **query: str) -> list[list[int]]:
    """The ids of every page, by the links alone."""
    url, pages = httpx.URL(f"{hub.server.api}/repos/kominfo/konten/{path}", params=query), []
    while True:
        found = fetch(str(url))
        pages.append([one["id"] for one in found.json()])
        if "next" not in found.links:
            return pages
        url = httpx.URL(found.links["next"]["url"])
        assert str(url).startswith(hub.server.api)


def test_250_comments_come_in_pages(hub: Hub) -> None:
    """Thirty a page unless asked, a hundred at most, the links lead through all of them and keep the query."""
    issue = hub.repository.add_issue(hub.repository.person("siti"), "Ramai", None)
    ids = [hub.repository.comment(issue, issue.author, str(number)).id for number in range(250)]

    for query, sizes in (
        ({}, [30] * 8 + [10]),
        ({"per_page": "100"}, [100, 100, 50]),
        ({"per_page": "500"}, [100, 100, 50]),
        ({"per_page": "125"}, [100, 100, 50]),
    ):
        pages = followed(hub, "issues/1/comments", **query)
        assert sizes == [len(page) for page in pages]
        assert ids == [number for page in pages for number in page]


def test_links_name_the_neighbours(hub: Hub) -> None:
    """The first page links on, the middle both ways, the last back; a page beyond the end is empty."""
    issue = hub.repository.add_issue(hub.repository.person("siti"), "Ramai", None)
    for number in range(7):
        hub.repository.comment(issue, issue.author, str(number))

    def page(number: int) -> tuple[int, dict[str, str]]:
        found = hub.ask("siti", "GET", "issues/1/comments", per_page=3, page=number)
        return len(found.json()), {str(rel): httpx.URL(link["url"]).params["page"] for rel, link in found.links.items()}

    assert (3, {"next": "2", "last": "3"}) == page(1)
    assert (3, {"prev": "1", "next": "3", "last": "3", "first": "1"}) == page(2)
    assert (1, {"prev": "2", "first": "1"}) == page(3)
    assert 0 == page(9)[0]


def test_activity_has_cursors(hub: Hub) -> None:
    """Activity has cursors: what happens in between shifts nothing, and the way back leads to the first page."""
    for number in range(9):
        hub.branch("siti", f"cabang-{number}", {"a.txt": str(number)})
    first = hub.ask("siti", "GET", "activity", per_page=4)
    hub.branch("siti", "sela", {"a.txt": "sela"})

    pages = followed(hub, "activity", per_page="4", ref="refs/heads/main")
    second = fetch(first.links["next"]["url"])
    back = fetch(second.links["prev"]["url"])

    assert [[1]] == [[len(page)] for page in pages]
    assert "page" not in httpx.URL(first.links["next"]["url"]).params
    assert "after" in httpx.URL(first.links["next"]["url"]).params
    assert [f"refs/heads/cabang-{number}" for number in (4, 3, 2, 1)] == [one["ref"] for one in second.json()]
    assert first.json() == back.json()
    assert [4, 4, 3] == [len(page) for page in followed(hub, "activity", per_page="4")]


def test_addresses_may_name_a_proxy(hub: Hub) -> None:
    """Behind a proxy every API address in an answer, the next page's too, is the proxy's."""
    hub.server.public_api = "http://127.0.0.1:4010"
    for number in range(2):
        hub.do("siti", "POST", "issues", title=str(number))

    found = hub.ask("siti", "GET", "issues", per_page=1)

    assert "http://127.0.0.1:4010/repos/kominfo/konten/issues/2" == found.json()[0]["url"]
    assert "http://127.0.0.1:4010/repos/kominfo/konten/issues?per_page=1&page=2" == found.links["next"]["url"]


def test_numbered_faults_hit_one_request(hub: Hub) -> None:
    """The nth request that matches gets the status; the ones before and after it are well."""
    fault = hub.server.faults.set(Fault("answer", path="/pulls", nth=2, status=502))

    assert [200, 502, 200] == [hub.ask("siti", "GET", "pulls").status_code for _ in range(3)]
    assert 200 == hub.ask("siti", "GET", "issues").status_code
    assert (3, 1) == (fault.seen, fault.fired)


def test_limits_are_told_in_headers(hub: Hub) -> None:
    """A 429 says how long to wait, a spent limit when it ends; a good answer says what is left."""
    hub.server.state.clock.set(NOON)
    hub.server.faults.set(Fault("answer", status=429, retry_after=7))
    slow = hub.ask("siti", "GET", "pulls")
    assert (429, "7") == (slow.status_code, slow.headers["Retry-After"])
    hub.server.faults.clear()
    hub.server.faults.set(Fault("rate-limit", reset=90))
    spent = hub.ask("siti", "GET", "pulls")
    hub.server.faults.clear()
    good = hub.ask("siti", "GET", "pulls")

    assert (403, "0", 90) == (
        spent.status_code,
        spent.headers["X-RateLimit-Remaining"],
        int(spent.headers["X-RateLimit-Reset"]) - int(hub.server.state.clock.now().timestamp()),
    )
    assert int(good.headers["X-RateLimit-Remaining"]) > 0
    assert good.headers["X-GitHub-Request-Id"]


def test_cut_answer_is_a_broken_transfer(hub: Hub) -> None:
    """Half of the JSON under the whole length's header ends the transfer in the middle."""
    hub.server.faults.set(Fault("cut"))

    with pytest.raises(httpx.RemoteProtocolError):
        hub.ask("siti", "GET", "pulls")


def test_wrong_answers(hub: Hub) -> None:
    """A web page with 200, an object where a list belongs, and items without a field can be had."""
    hub.do("siti", "POST", "issues", title="Usul")
    hub.server.faults.set(Fault("html", path="issues", nth=1))
    hub.server.faults.set(Fault("object", path="issues", nth=2))
    hub.server.faults.set(Fault("lacking", path="issues", nth=3, lacks="number"))

    page, wrong, lacking = (hub.ask("siti", "GET", "issues") for _ in range(3))

    assert (200, "<!DOC") == (page.status_code, page.text[:5])
    assert isinstance(wrong.json(), dict)
    assert ["Usul"] == [issue["title"] for issue in lacking.json()]
    assert "number" not in lacking.json()[0]


@pytest.mark.parametrize(("kind", "made"), [("drop-before", 0), ("drop-after", 1)])
def test_dropped_connection_may_hide_a_change(hub: Hub, kind: str, made: int) -> None:
    """A connection that ends before the request was handled changed nothing; one that ends after it did."""
    hub.server.faults.set(Fault(kind, method="POST"))

    with pytest.raises(httpx.RemoteProtocolError):
        hub.ask("siti", "POST", "issues", {"title": "Usul"})

    assert made == len(hub.get("issues"))
    assert [(0, kind)] == [(one.status, one.fault) for one in hub.server.log.entries("issues", "POST")]


def test_error_after_the_change(hub: Hub) -> None:
    """A 502 may come although the change was made."""
    hub.server.faults.set(Fault("answer", method="POST", status=502, handled=True))

    assert 502 == hub.ask("siti", "POST", "issues", {"title": "Usul"}).status_code
    assert ["Usul"] == [issue["title"] for issue in hub.get("issues")]


def test_faults_reach_git(hub: Hub) -> None:
    """A push whose answer is lost has moved the branch all the same."""
    clone = hub.clone("siti")
    sha = clone.commit({"a.txt": "a\n"})
    hub.server.faults.set(Fault("drop-after", path="git-receive-pack$", method="POST"))

    clone.refused("origin", "main")

    assert sha == hub.get("branches/main")["commit"]["sha"]


def test_unknown_fault_is_misuse() -> None:
    """A fault that does not exist is refused when it is set, not silently never met."""
    with pytest.raises(ValueError, match="no fault is called"):
        Fault("meteor")


def test_log_counts_reads_and_writes(hub: Hub) -> None:
    """Every request is remembered with who made it and how it ended; Git's are not counted as the API's."""
    hub.server.log.clear()
    hub.get("pulls")
    hub.do("budi", "POST", "issues", title="Usul")
    hub.refused("tamu", "POST", "labels", name="x")
    hub.clone("siti")

    assert (1, 2) == (hub.server.log.reads, hub.server.log.writes)
    assert [("GET", "siti", 200), ("POST", "budi", 201), ("POST", "tamu", 403)] == [
        (one.method, one.user, one.status) for one in hub.server.log.entries("/api/v3")
    ]


def test_every_change_is_a_second_later(hub: Hub) -> None:
    """A clock that is held still moves by one second with each change."""
    hub.server.state.clock.set(NOON)
    times = [hub.do("siti", "POST", "issues", title=str(number))["created_at"] for number in range(3)]
    hub.server.state.clock.advance(hours=1)
    later = hub.do("siti", "POST", "issues", title="Nanti")

    assert ["2026-11-25T05:00:00Z", "2026-11-25T05:00:01Z", "2026-11-25T05:00:02Z"] == times
    assert "2026-11-25T06:00:02Z" == later["created_at"]
    assert "Wed, 25 Nov 2026 06:00:02 GMT" == hub.ask("siti", "GET", "issues").headers["Date"]


def test_clock_wants_a_zone() -> None:
    """A time without a zone could be anybody's noon."""
    with pytest.raises(ValueError, match="zone"):
        Clock().set(NOON.replace(tzinfo=None))


def test_connection_is_kept(hub: Hub) -> None:
    """Many requests go over one connection."""
    with httpx.Client(headers={"Authorization": "Bearer token-of-siti"}, trust_env=False, verify=False) as client:
        streams = {
            client.get(f"{hub.server.api}/user").extensions["network_stream"].get_extra_info("client_addr")
            for _ in range(3)
        }

    assert 1 == len(streams)


def test_many_at_once(hub: Hub) -> None:
    """Eight people at the same moment: every issue has its own number, and every branch is in the activity."""
    clones = [hub.clone("siti") for _ in range(8)]

    def work(number: int) -> int:
        clones[number].git("push", "-q", "origin", f"main:cabang-{number}")
        made = hub.do("budi", "POST", "issues", title=str(number))["number"]
        assert isinstance(made, int)
        return made

    with ThreadPoolExecutor(8) as people:
        numbers = list(people.map(work, range(8)))

    assert list(range(1, 9)) == sorted(numbers)
    assert 8 == len(hub.get("activity", actor="siti"))
    ids = [one["id"] for one in hub.get("activity")]
    assert sorted(set(ids), reverse=True) == ids


def test_account_is_found_by_number_or_login(hub: Hub) -> None:
    """An account is shown by its number and by its login, whose letters may be large."""
    assert "budi" == hub.get("/user/103")["login"]
    assert 103 == hub.get("/users/BUDI")["id"]
    assert (404, "Not Found") == hub.refused("siti", "GET", "/user/budi")


def test_process_of_its_own(tmp_path: Path) -> None:
    """The module serves in a process of its own, tells where in one line, and is seeded from a file."""
    seed = {
        "now": "2026-11-25T12:00:00+07:00",
        "users": [{"login": "siti", "id": 7, "emails": ["siti@example.id"], "token": "rahasia"}],
        "repositories": [
            {
                "owner": "kominfo",
                "name": "konten",
                "access": {"siti": "admin"},
                "settings": {
                    "plan": "team",
                    "protections": {"main": {"required_status_checks": ["gerbang"]}},
                    "rulesets": [{"id": 1, "name": "utama", "rules": [{"type": "deletion"}]}],
                    "environments": [{"name": "terbit", "branches": ["main"]}],
                },
            }
        ],
    }
    (tmp_path / "seed.json").write_text(json.dumps(seed), encoding="utf-8")
    words = [sys.executable, "-m", "kendal_git.fakes.github", "--folder", str(tmp_path / "forge"), "--port", "0"]
    with subprocess.Popen(
        [*words, "--seed", str(tmp_path / "seed.json")], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            api = json.loads(process.stdout.readline())["api"]
            with httpx.Client(headers={"Authorization": "Bearer rahasia"}, trust_env=False, verify=False) as client:
                me = client.get(f"{api}/user").json()
                home = client.get(f"{api}/repos/kominfo/konten").json()
                rules = client.get(f"{api}/repos/kominfo/konten/rules/branches/main").json()
        finally:
            process.terminate()

    assert (7, "siti") == (me["id"], me["login"])
    assert ("2026-11-25T05:00:00Z", True) == (home["created_at"], home["permissions"]["admin"])
    assert ["deletion"] == [rule["type"] for rule in rules]
