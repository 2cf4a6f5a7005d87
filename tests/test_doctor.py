"""kendal doctor: what is set, what is missing and how to set it, on this machine and on the fake GitHub."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kendal_git.cli import main
from kendal_git.fakes.github.records import Environment, Protection, Ruleset
from kendal_git.files import WorkTree
from kendal_git.forges.github.minutes import FREE, Habits, Line, monthly, runs_of, total
from kendal_git.forges.github.settings import ACTIONS
from kendal_git.reading.offices import read_office
from kendal_git.wiring.hosts import pages_of_forge
from tests.fakes.conftest import hub
from tests.fakes.hub import Hub
from tests.scratch import OFFICE, make
from tests.test_workflow_steps import office

__all__ = ["hub"]

ROOT = Path(__file__).parent.parent
Capture = pytest.CaptureFixture[str]
RULES = (
    {"type": "pull_request", "parameters": {"required_approving_review_count": 0}},
    {"type": "non_fast_forward"},
    {"type": "deletion"},
    {
        "type": "required_status_checks",
        "parameters": {"required_status_checks": [{"context": "kendal/gate/main", "integration_id": ACTIONS}]},
    },
)
LEDGER = ({"type": "update"}, {"type": "non_fast_forward"}, {"type": "deletion"})
BOOKS = ("refs/heads/ledger", "refs/heads/ledger-seen")
KEY = ({"actor_id": None, "actor_type": "DeployKey", "bypass_mode": "always"},)


class Clinic:
    """The fake forge's repository, set well, and the doctor's findings on it."""

    def __init__(self, hub: Hub, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hub, self.capsys, self.monkeypatch = hub, capsys, monkeypatch
        self.root = hub.clone("ketua").root
        make(self.root).write("kendal.yaml", office("a" * 40))
        self.settings = hub.repository.settings
        self.settings.plan = "team"
        self.settings.rulesets = [
            Ruleset(1, "utama", RULES),
            Ruleset(2, "buku-tayang", LEDGER, "active", BOOKS, (), KEY),
        ]
        self.settings.environments = [Environment("publikasi", ("main",))]
        self.settings.pages = {}
        for name in ("tahan", "tarik", "pandangan-kedua"):
            hub.ask("ketua", "POST", "labels", {"name": name, "color": "ededed"})
        monkeypatch.setenv("KENDAL_GITHUB_API", hub.server.api)
        self.token("ketua")
        main(["-C", str(self.root), "doctor", "--write"])

    def token(self, who: str) -> None:
        self.monkeypatch.setenv("KENDAL_GITHUB_TOKEN", f"token-of-{who}" if who else "")

    def look(self) -> tuple[int, dict[str, Any]]:
        """The exit code, and the findings by their names; of several with one name the worst."""
        self.capsys.readouterr()
        code = main(["-C", str(self.root), "doctor", "--format", "json"])
        found: dict[str, Any] = {}
        for one in json.loads(self.capsys.readouterr().out)["findings"]:
            if found.get(one["name"], {"state": "ok"})["state"] == "ok":
                found[one["name"]] = one
        return code, found

    def state(self, name: str) -> str:
        found: str = self.look()[1][name]["state"]
        return found

    def not_ok(self) -> set[str]:
        return {name for name, one in self.look()[1].items() if one["state"] != "ok"}


@pytest.fixture
def clinic(hub: Hub, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Clinic:
    return Clinic(hub, capsys, monkeypatch)


def test_only_the_key_is_missing_where_all_is_set(clinic: Clinic) -> None:
    """A repository that is set as the guide says lacks nothing but the key that nobody has stored yet."""
    code, found = clinic.look()

    assert code == 1
    assert clinic.not_ok() == {"secrets", "roles"}
    assert found["secrets"]["message"] == "rahasia ini belum ada: KENDAL_LEDGER_KEY"
    assert found["secrets"]["link"].endswith("/kominfo/konten/settings/environments")


def test_a_repository_secret_is_seen_as_exposed(clinic: Clinic) -> None:
    """A name outside of the environment is told apart from one that is absent, and no value is asked for."""
    clinic.settings.secrets = ["KENDAL_LEDGER_KEY"]

    assert "di luar environment" in clinic.look()[1]["secrets"]["message"]


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("main-proposals", RULES[1:]),
        ("main-status", RULES[:3]),
        ("main-history", (RULES[0], RULES[1], RULES[3])),
    ],
)
def test_a_missing_rule_of_main_is_named(clinic: Clinic, name: str, rules: tuple[dict[str, Any], ...]) -> None:
    """Each rule that main lacks is one finding with what to click."""
    clinic.settings.rulesets[0] = Ruleset(1, "utama", rules)
    found = clinic.look()[1][name]

    assert found["state"] == "missing"
    assert "ruleset" in found["hint"].casefold()
    assert found["link"].endswith("/settings/rules")


def test_a_status_that_anybody_may_set_is_told(clinic: Clinic) -> None:
    """Without an expected source the status is advice, and the doctor says so."""
    loose = {
        "type": "required_status_checks",
        "parameters": {"required_status_checks": [{"context": "kendal/gate/main"}]},
    }
    clinic.settings.rulesets[0] = Ruleset(1, "utama", (*RULES[:3], loose))

    assert clinic.state("main-status-source") == "missing"


def test_whoever_may_pass_the_rules_is_named(clinic: Clinic) -> None:
    """An administrator who is let past, and a role that may write the ledger, are named."""
    admin = ({"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"},)
    clinic.settings.rulesets[0] = Ruleset(1, "utama", RULES, bypass_actors=admin)
    clinic.settings.rulesets[1] = Ruleset(2, "buku", LEDGER, "active", BOOKS, (), (*KEY, *admin))
    found = clinic.look()[1]

    assert found["main-bypass"]["message"].endswith("RepositoryRole admin")
    assert "RepositoryRole admin" in found["ledger-pushers"]["message"]
    assert "DeployKey" not in found["ledger-pushers"]["message"]


def test_a_ledger_that_is_half_guarded_is_not_guarded(clinic: Clinic) -> None:
    """Both branches of the ledger need the rule."""
    clinic.settings.rulesets[1] = Ruleset(2, "buku", LEDGER, "active", BOOKS[:1], (), KEY)

    assert clinic.state("ledger-pushers") == clinic.state("ledger-history") == "missing"


def test_classic_protection_counts_as_well(clinic: Clinic) -> None:
    """An older rule gives the same findings, and administrators whom it does not bind are named."""
    clinic.settings.rulesets = clinic.settings.rulesets[1:]
    rule = Protection(required_approving_review_count=0, required_status_checks=("kendal/gate/main",))
    clinic.settings.protections["main"] = rule
    found = clinic.look()[1]

    assert found["main-proposals"]["state"] == found["main-status"]["state"] == found["main-history"]["state"] == "ok"
    assert found["main-bypass"]["message"].endswith("RepositoryRole admin")


def test_a_plan_without_protection_is_said_to_be_one(clinic: Clinic) -> None:
    """On the free plan a private repository can set nothing, and what then remains is said."""
    clinic.settings.plan = "free"
    found = clinic.look()[1]

    assert found["main-proposals"]["state"] == found["ledger-pushers"]["state"] == "unavailable"
    assert "kendal publish menilai sendiri" in found["main-proposals"]["hint"]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"can_approve_pull_request_reviews": True}, "approvals-by-workflows"),
        ({"default_workflow_permissions": "write"}, "workflow-permissions"),
        ({"environments": []}, "environment"),
        ({"environments": [Environment("publikasi")]}, "environment"),
        ({"environments": [Environment("publikasi", ("main", "*"))]}, "environment"),
        ({"pages": None}, "pages"),
    ],
)
def test_each_setting_around_is_looked_at(clinic: Clinic, change: dict[str, Any], name: str) -> None:
    """A setting that is not as the guide says is one finding."""
    for key, value in change.items():
        setattr(clinic.settings, key, value)

    assert clinic.state(name) == "missing"


def test_a_site_that_is_pushed_elsewhere_needs_no_pages(clinic: Clinic) -> None:
    """The variable that names a public repository is as good."""
    clinic.settings.pages = None
    clinic.settings.variables["KENDAL_SITE_REPOSITORY"] = "kominfo/situs"

    assert clinic.state("pages") == "ok"


def test_a_public_repository_is_told(clinic: Clinic) -> None:
    """Drafts that anybody can read are a finding."""
    clinic.hub.repository.private = False

    assert clinic.state("private") == "missing"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: 103, login: budi", "id: 103, login: siapa", "siapa di kendal.yaml bukan anggota repositori ini"),
        ("id: 103, login: budi", "id: 999, login: budi", "bernomor 103, di kendal.yaml tertulis 999"),
        ("id: 103, login: budi", "id: 105, login: asep", "asep hanya boleh"),
    ],
)
def test_a_holder_who_cannot_work_is_named(clinic: Clinic, old: str, new: str, said: str) -> None:
    """Absent, another account under the name, or too few rights: each in its own words."""
    path = clinic.root / "kendal.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    assert said in clinic.look()[1]["holders"]["message"]


def test_a_token_that_may_not_look_makes_it_unknown(clinic: Clinic) -> None:
    """What somebody without rights cannot see is neither well nor missing: exit 3, with GitHub's reason."""
    clinic.token("siti")
    code, found = clinic.look()

    assert code == 3
    assert found["workflow-permissions"]["state"] == found["main-bypass"]["state"] == "unknown"
    assert "HTTP 403" in found["workflow-permissions"]["message"]


def test_without_a_token_it_still_tells_what_it_can(clinic: Clinic) -> None:
    """The machine and kendal.yaml are examined, the forge is unknown."""
    clinic.token("")
    code, found = clinic.look()

    assert code == 3
    assert found["forge"]["message"] == "belum ada token GitHub"
    assert found["git"]["state"] == found["ledger"]["state"] == "ok"


def test_nothing_is_written_to_the_forge(clinic: Clinic) -> None:
    """Examining sends reads alone."""
    clinic.hub.server.log.clear()
    clinic.look()

    assert {entry.method for entry in clinic.hub.server.log.entries()} == {"GET"}


def test_practice_needs_no_forge(tmp_path: Path, capsys: Capture) -> None:
    """On the embedded forge the machine is examined, and what is missing is said with the command."""
    make(tmp_path)
    code = main(["-C", str(tmp_path), "doctor"])
    said = capsys.readouterr().out

    assert code == 1
    assert "✗ kurang: buku tayang belum dimulai: tidak ada yang akan ditayangkan\n    caranya: mulai dengan: " in said
    assert "✓ forge: local, untuk belajar" in said


def test_a_broken_office_is_the_finding(tmp_path: Path, capsys: Capture) -> None:
    """A kendal.yaml that cannot be read ends the examination with its problem, and no traceback."""
    make(tmp_path).write("kendal.yaml", "office: [\n")

    assert main(["-C", str(tmp_path), "doctor"]) == 1
    assert "✗ kurang: kendal.yaml: " in capsys.readouterr().out


def test_committed_forms_are_current() -> None:
    """CODEOWNERS and forms of this repository are what kendal.yaml gives."""
    found, _ = read_office(WorkTree(ROOT))
    assert found
    wanted = pages_of_forge(found, date(2026, 11, 1))

    assert {path: (ROOT / path).read_bytes() for path in wanted} == wanted


def test_forms_are_forms(tmp_path: Path, capsys: Capture) -> None:
    """Whatever an office calls its roles, each form is YAML with its label, and a second writing changes nothing."""
    names = OFFICE.replace("  staf:", '  kabid-ikp: {title: "Kabid: \\"IKP\\" #x", holders: []}\n  staf:')
    make(tmp_path).write("kendal.yaml", names)
    assert main(["-C", str(tmp_path), "doctor", "--write"]) == 0
    forms = {path.stem: yaml.safe_load(path.read_bytes()) for path in (tmp_path / ".github/ISSUE_TEMPLATE").iterdir()}

    assert forms["tahan"]["labels"] == ["tahan"]
    assert forms["pandangan-kedua"]["labels"] == ["pandangan-kedua"]
    assert "ejaan" in forms["koreksi"]["body"][3]["attributes"]["options"]
    capsys.readouterr()
    main(["-C", str(tmp_path), "doctor", "--write"])
    assert capsys.readouterr().out == "semua sudah sesuai kendal.yaml\n"


def test_an_ended_role_owns_nothing() -> None:
    """Code owners are who holds a role on the day."""
    found, _ = read_office(WorkTree(ROOT))
    assert found
    early = pages_of_forge(found, date(2020, 1, 1))[".github/CODEOWNERS"].decode()

    assert "@" not in early


@pytest.mark.parametrize(
    ("cron", "runs"),
    [("7 * * * *", 720), ("23 0,4,8 * * 1-5", 64), ("*/15 0-11 * * *", 1440), ("0 0 1 * *", 1)],
)
def test_a_cron_is_counted(cron: str, runs: int) -> None:
    """Runs in a month of thirty days, rounded."""
    assert round(runs_of(cron)) == runs


def flows() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".github/workflows").glob("*.yml")}


def table() -> str:
    """The page's table, made anew."""
    rows = []
    for posts in (1, 3, 5):
        lines = monthly(Habits(posts=posts), flows())
        cells = [f"{line.minutes}" for line in lines]
        rows.append(f"| {posts} | {' | '.join(cells)} | **{total(lines)}** |")
    return "\n".join(rows)


def test_the_page_shows_what_the_doctor_counts() -> None:
    """docs/forges.md has the minutes of the code, to the last one."""
    assert table() in (ROOT / "docs/forges.md").read_text(encoding="utf-8")
    assert f"{FREE:,}".replace(",", ".") in (ROOT / "docs/forges.md").read_text(encoding="utf-8")


def test_the_page_shows_what_waiting_for_the_site_costs() -> None:
    """A channel that fetches its pictures brings a second run and a second site with each post."""
    more = [
        total(monthly(Habits(posts=posts, awaited=True), flows())) - total(monthly(Habits(posts=posts), flows()))
        for posts in (1, 3, 5)
    ]

    assert f"{more[0]}, {more[1]} and {more[2]} minutes" in (ROOT / "docs/forges.md").read_text(encoding="utf-8")


def test_more_posts_cost_more() -> None:
    """No workflow gets cheaper by more work, all but the weekly one cost more, and without crons events count alone."""
    few, many = monthly(Habits(posts=1), flows()), monthly(Habits(posts=9), flows())
    same = [one.workflow for one, other in zip(few, many, strict=True) if one.minutes == other.minutes]

    assert all(one.minutes <= other.minutes for one, other in zip(few, many, strict=True))
    assert same == ["channels"]
    assert monthly(Habits(posts=1), {})[0] == Line("check", 60, 60)
