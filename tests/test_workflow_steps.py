"""The workflows' scripts, run by bash: against a bare repository, and against the fake GitHub over HTTP."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kendal_git import __version__
from kendal_git.cli import main
from tests.fakes.conftest import hub
from tests.fakes.hub import Hub
from tests.scratch import FOLDER, OFFICE, POST, make

__all__ = ["hub"]

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / ".github/kendal"
MAIN = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *MAIN, *words], cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


@dataclass
class Job:
    """A runner's machine with a checkout of the default branch, as the workflow's first steps leave it."""

    work: Path
    temp: Path
    env: dict[str, str] = field(default_factory=dict)

    def run(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = self.temp / "kendal/bin"
        command.mkdir(parents=True, exist_ok=True)
        if not (command / "kendal").exists():
            (command / "kendal").write_text(
                f'#!/bin/sh\nexec "{sys.executable}" -m kendal_git "$@"\n', encoding="utf-8"
            )
            (command / "kendal").chmod(0o755)
        home = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        given = {
            **home,
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": "kominfo/konten",
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            **self.env,
            **more,
        }
        words = ["bash", str(SCRIPTS / script)]
        return subprocess.run(words, cwd=self.work, env=given, capture_output=True, check=False, encoding="utf-8")

    def output(self) -> str:
        path = self.temp / "output"
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A bare repository with a good office on main, and a blobless clone of it."""
    seed, bare = tmp_path / "seed", tmp_path / "konten.git"
    seed.mkdir()
    make(seed)
    git(seed, "init", "-q", "-b", "main")
    git(seed, "add", "-A")
    git(seed, "commit", "-qm", "kantor")
    git(tmp_path, "clone", "-q", "--bare", str(seed), str(bare))
    git(bare, "config", "uploadpack.allowFilter", "true")
    git(bare, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", bare.as_uri(), "work")
    return Job(tmp_path / "work", tmp_path / "temp")


def propose(job: Job, content: str) -> str:
    """Push a proposal's head to the bare repository; its id."""
    seed = job.work.parent / "seed"
    git(seed, "switch", "-q", "-C", "usul", "main")
    path = seed / FOLDER / "post.md"
    path.write_text(content, encoding="utf-8")
    git(seed, "add", "-A")
    git(seed, "commit", "-qm", "usul")
    git(seed, "push", "-q", str(job.work.parent / "konten.git"), "HEAD:refs/pull/1/head")
    return git(seed, "rev-parse", "HEAD")


def test_check_reads_the_head_and_leaves_the_work_tree(job: Job) -> None:
    """The proposed post is found wrong in GitHub's own form, and no file of the proposal is in the checkout."""
    head = propose(job, POST.replace("kind: liputan", "kind: x"))

    done = job.run("check.sh", HEAD_SHA=head, GITHUB_TOKEN="rahasia")

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(f"::error file={FOLDER}/post.md,line=3")
    assert "kind: x" not in (job.work / FOLDER / "post.md").read_text(encoding="utf-8")
    assert git(job.work, "status", "--porcelain") == ""


def test_check_passes_what_is_good(job: Job) -> None:
    """A proposal without a fault ends green."""
    done = job.run("check.sh", HEAD_SHA=propose(job, POST + "Lagi.\n"), GITHUB_TOKEN="rahasia")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_proposal_s_own_kendal_is_never_run(job: Job) -> None:
    """A package, a template and a git hook that come with the proposal stay bytes."""
    seed = job.work.parent / "seed"
    trap = seed / "kendal_git/__init__.py"
    git(seed, "switch", "-q", "-C", "usul", "main")
    trap.parent.mkdir()
    trap.write_text("raise SystemExit('jebakan')\n", encoding="utf-8")
    git(seed, "add", "-A")
    git(seed, "commit", "-qm", "jebakan")
    git(seed, "push", "-q", str(job.work.parent / "konten.git"), "HEAD:refs/pull/1/head")
    head = git(seed, "rev-parse", "HEAD")

    done = job.run("check.sh", HEAD_SHA=head, GITHUB_TOKEN="rahasia")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "jebakan" not in done.stdout + done.stderr
    assert not (job.work / "kendal_git").exists()


def test_a_head_that_cannot_be_fetched_is_no_green(job: Job) -> None:
    """A commit that the server does not have ends the job with an error."""
    assert job.run("check.sh", HEAD_SHA="0" * 39 + "1", GITHUB_TOKEN="rahasia").returncode != 0


@pytest.mark.parametrize("script", ["gate.sh", "publish.sh", "settle.sh"])
def test_an_office_that_practises_is_left_alone(job: Job, script: str) -> None:
    """With ``forge: local`` the scripts say so and end green, without asking anybody."""
    done = job.run(script, EVENT="schedule", GITHUB_TOKEN="x", ACTOR="a", SETTLE_POST="p")

    assert done.returncode == 0
    assert done.stdout.startswith("::notice::")


def test_the_token_is_read_at_the_time_of_use(job: Job) -> None:
    """Git's configuration knows where to ask, not the token, and another server is told nothing."""
    job.run("check.sh", HEAD_SHA=propose(job, POST + "Lagi.\n"), GITHUB_TOKEN="rahasia")
    kept = (job.work / ".git/config").read_text(encoding="utf-8")
    asked = {"GITHUB_TOKEN": "nanti", "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "true"}

    def told(host: str) -> str:
        question = f"protocol=https\nhost={host}\n\n"
        words = ["git", "credential", "fill"]
        env = {**os.environ, **asked}
        done = subprocess.run(words, cwd=job.work, input=question, env=env, capture_output=True, text=True, check=False)
        return done.stdout

    assert "rahasia" not in kept
    assert "username=x-access-token\npassword=nanti\n" in told("github.com")
    assert "nanti" not in told("example.org")


def test_the_site_is_built_outside_of_the_work_tree(job: Job) -> None:
    """The pages lie in the runner's own folder, and the checkout is as it was."""
    done = job.run("site.sh", GITHUB_TOKEN="x")

    assert done.returncode == 0, done.stderr
    assert (job.temp / "site/index.html").exists()
    assert git(job.work, "status", "--porcelain") == ""


def test_the_site_goes_to_a_public_repository(job: Job, tmp_path: Path) -> None:
    """What was there is replaced, its own CNAME stays, and a second push of the same changes nothing."""
    public, seed = tmp_path / "situs.git", tmp_path / "situs"
    git(tmp_path, "init", "-q", "-b", "main", "situs")
    (seed / "CNAME").write_text("contoh.go.id\n", encoding="utf-8")
    (seed / "lama.html").write_text("lama", encoding="utf-8")
    git(seed, "add", "-A")
    git(seed, "commit", "-qm", "awal")
    git(tmp_path, "clone", "-q", "--bare", str(seed), str(public))
    site = job.temp / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("<p>Halo</p>", encoding="utf-8")
    given = {"KENDAL_SITE_REPOSITORY": "kominfo/situs", "KENDAL_SITE_REMOTE": public.as_uri()}

    first = job.run("push-site.sh", **given)
    names = git(public, "ls-tree", "--name-only", "main").split()
    subprocess.run(["rm", "-rf", str(job.temp / "public-site")], check=True)
    second = job.run("push-site.sh", **given)

    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert names == [".nojekyll", "CNAME", "index.html"]
    assert second.stdout == "situs tidak berubah\n"
    assert git(public, "rev-list", "--count", "main") == "2"


@pytest.mark.parametrize("name", ["", "situs", "../x/y", "a/b;rm -rf c", "-u/x y"])
def test_a_strange_name_of_a_public_repository_is_refused(job: Job, name: str) -> None:
    """Only owner/name is taken."""
    assert job.run("push-site.sh", KENDAL_SITE_REPOSITORY=name).returncode == 2


# ---- against the fake GitHub -----------------------------------------------------------------------------------------


ROLES = {"staf": (102, "siti"), "subkoor-psdk": (103, "budi"), "kabid-ikp": (101, "ketua")}
CONTEXT = "kendal/gate/main"


def office(root: str = "") -> str:
    """The scratch office with the fake forge's people in its roles."""
    roles = "".join(
        f"  {role}: {{holders: [{{id: {number}, login: {login}, from: 2020-01-01}}]}}\n"
        for role, (number, login) in ROLES.items()
    )
    head, tail = OFFICE.split("roles:\n")[0], OFFICE[OFFICE.index("officials:") :]
    return f"{head}forge: github\nledger: {{root: {root or 'null'}}}\nroles:\n{roles}{tail}"


@pytest.fixture
def runner(hub: Hub, tmp_path: Path) -> Job:
    """A checkout of main with no credential in it, and the workflow's own token in the environment."""
    hub.server.state.add_user("github-actions[bot]", token="token-kerja", type="Bot")
    hub.repository.grant("github-actions[bot]", "write")
    seed = hub.clone("ketua")
    make(seed.root).write("kendal.yaml", office())
    seed.commit({}, "Kantor")
    seed.git("push", "-q", "origin", "main")
    work = tmp_path / "kerja"
    given = ("-c", "protocol.http.allow=always")
    login = "credential.helper=!f() { echo username=x; echo password=token-kerja; }; f"
    git(tmp_path, "-c", login, "clone", "-q", *given, hub.server.git_url("kominfo", "konten"), str(work))
    env = {"GITHUB_TOKEN": "token-kerja", "GITHUB_SERVER_URL": hub.server.html, "KENDAL_GITHUB_API": hub.server.api}
    return Job(work, tmp_path / "temp", {**env, "GITHUB_RUN_ID": "4711", "GITHUB_RUN_ATTEMPT": "1"})


def open_pull(hub: Hub) -> int:
    hub.branch("siti", "kiriman/panen", {f"{FOLDER}/post.md": POST + "Lagi.\n"})
    return hub.pull("siti", "kiriman/panen")


def states(hub: Hub, sha: str) -> list[str]:
    return [one["state"] for one in hub.get(f"commits/{sha}/statuses") if one["context"] == CONTEXT]


@pytest.mark.parametrize("event", ["pull_request_target", "workflow_run", "schedule"])
def test_each_trigger_tells_the_proposal_s_state(hub: Hub, runner: Job, event: str) -> None:
    """By number, by the head of a finished run, or by the sweep: one status, one comment, and a green job."""
    number = open_pull(hub)
    head = hub.get(f"pulls/{number}")["head"]["sha"]

    given = {"NUMBER": str(number)} if event == "pull_request_target" else {"NUMBER": "", "HEAD_SHA": head}
    done = runner.run("gate.sh", EVENT=event, **given)

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(states(hub, head)) == 1
    assert "success" not in states(hub, head)
    assert len(hub.get(f"issues/{number}/comments")) == 1


def test_a_run_of_a_branch_without_a_proposal_concerns_nobody(hub: Hub, runner: Job) -> None:
    """A head that no open proposal has, whatever workflow ended there, changes nothing."""
    number = open_pull(hub)
    tip = hub.get("branches/main")["commit"]["sha"]

    done = runner.run("gate.sh", EVENT="workflow_run", NUMBER="", HEAD_SHA=tip)

    assert done.returncode == 0, done.stderr
    assert hub.get(f"issues/{number}/comments") == []


def test_a_forge_that_fails_makes_the_gate_red(runner: Job) -> None:
    """What cannot be told is no green job."""
    assert runner.run("gate.sh", EVENT="pull_request_target", NUMBER="1", GITHUB_TOKEN="lain").returncode == 3


def test_publish_writes_the_ledger_with_the_token_of_the_moment(hub: Hub, runner: Job) -> None:
    """The run pushes the ledger over HTTP, says that the site is to be built, and leaves no token behind."""
    at = begun(hub, runner)
    before = at.ledger()

    done = runner.run("publish.sh", EVENT="push")

    assert done.returncode == 0, done.stdout + done.stderr
    assert runner.output() == "site=true\n"
    assert at.ledger() != before
    assert "token-kerja" not in (runner.work / ".git/config").read_text(encoding="utf-8")


def test_a_quiet_hour_builds_no_site(hub: Hub, runner: Job) -> None:
    """A scheduled run that has nothing to do costs no second job."""
    begun(hub, runner)
    runner.run("publish.sh", EVENT="push")
    (runner.temp / "output").unlink()

    done = runner.run("publish.sh", EVENT="schedule")

    assert done.returncode == 0, done.stdout + done.stderr
    assert runner.output() == ""


@dataclass(frozen=True)
class Said:
    """What a run of publish.sh came to: its exit code, what it tells the workflow, and what it asked of kendal."""

    code: int
    told: str
    words: str


def publishing(runner: Job, event: str, *, awaited: bool, code: int = 0) -> Said:
    """publish.sh with a kendal that only says what it was asked, and whether pictures are awaited."""
    command = runner.temp / "kendal/bin/kendal"
    command.parent.mkdir(parents=True, exist_ok=True)
    line = "content/2026/11/25-a instagram" if awaited else ""
    command.write_text(
        f'#!/bin/sh\necho "asked: $*"\n[ "$2" != --awaiting ] || printf "{line}" >"$3"\nexit {code}\n', encoding="utf-8"
    )
    command.chmod(0o755)
    done = runner.run("publish.sh", EVENT=event)
    return Said(done.returncode, runner.output(), done.stdout.replace(str(runner.temp), "TEMP").strip())


def test_pictures_that_are_awaited_bring_the_site_and_a_second_run(hub: Hub, runner: Job) -> None:
    """Also in a quiet hour: the workflow hears that the site must be built and that somebody waits for it."""
    begun(hub, runner)

    assert publishing(runner, "schedule", awaited=True) == Said(
        0, "awaiting=true\nsite=true\n", "asked: publish --awaiting TEMP/awaiting"
    )


def test_the_second_run_asks_for_no_third(hub: Hub, runner: Job) -> None:
    """What is still not on the site is a failure then, and an hour later it is tried anew."""
    begun(hub, runner)

    assert publishing(runner, "again", awaited=True, code=3) == Said(3, "", "asked: publish")


def test_only_a_role_holder_settles(hub: Hub, runner: Job) -> None:
    """Whoever may start a workflow without holding a role is refused, and words that look like options are words."""
    begun(hub, runner)
    words = {"SETTLE_POST": "--as=ketua", "SETTLE_CHANNEL": "x", "SETTLE_OUTCOME": "sent"}

    done = runner.run("settle.sh", ACTOR="asep", SETTLE_URL="", SETTLE_REASON="", **words)

    assert done.returncode == 2
    assert "asep" in done.stderr


def test_what_was_posted_by_hand_is_recorded_from_the_browser(hub: Hub, runner: Job) -> None:
    """Whoever posted from a kit presses a button: a role holder's word is taken for that delivery."""
    begun(hub, runner)
    words = {"SETTLE_POST": "content/2026/11/25-tidak-ada", "SETTLE_CHANNEL": "x", "SETTLE_OUTCOME": "by-hand"}
    stranger, holder = (
        runner.run("settle.sh", ACTOR=actor, SETTLE_URL="https://x.example/1", SETTLE_REASON="", **words)
        for actor in ("asep", "ketua")
    )

    assert (stranger.returncode, holder.returncode) == (2, 2)
    assert "asep" in stranger.stderr
    assert "isi content/2026/11/25-tidak-ada di cabang utama belum disetujui" in holder.stderr


@dataclass(frozen=True)
class Begun:
    """A repository whose ledger has begun and is pinned on main."""

    hub: Hub

    def ledger(self) -> str:
        return self.hub.repository.bare.branch("ledger") or ""


def begun(hub: Hub, runner: Job) -> Begun:
    """Begin the ledger before the newest commit of main, as the office's administrator does it."""
    seed = hub.clone("ketua")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "GITHUB_TOKEN": "token-of-ketua", "KENDAL_GITHUB_API": hub.server.api}
    words = [sys.executable, "-m", "kendal_git", "ledger", "init"]
    subprocess.run(words, cwd=seed.root, env=env, check=True, capture_output=True)
    seed.commit({}, "Buku tayang")
    seed.git("push", "-q", "origin", "main")
    login = "credential.helper=!f() { echo username=x; echo password=token-kerja; }; f"
    git(runner.work, "-c", login, "pull", "-q", "--ff-only", "origin", "main")
    return Begun(hub)


def test_an_office_moves_from_practice_to_the_forge(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guide's steps 3 to 5: init, the forge in kendal.yaml, and main with its ledger pushed; then publish runs."""
    hub.server.state.add_user("github-actions[bot]", token="token-kerja", type="Bot")
    hub.server.state.add_repository("kominfo", "baru", access={"ketua": "admin", "github-actions[bot]": "write"})
    monkeypatch.setenv("KENDAL_GITHUB_API", hub.server.api)
    root, remote = tmp_path / "baru", hub.server.git_url("kominfo", "baru")
    assert main(["-C", str(tmp_path), "init", "baru", "--login", "ketua"]) == 0
    path = root / "kendal.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("forge: local", "forge: github"), encoding="utf-8")
    assert main(["-C", str(root), "check"]) == 0
    assert main(["-C", str(root), "doctor", "--write"]) == 0
    git(root, "add", "--all")
    git(root, "commit", "--message", "kantor: peran dan akun GitHub")
    login = "credential.helper=!f() { echo username=x; echo password=token-of-ketua; }; f"
    for folder in (root, root / ".git/kendal-origin.git"):
        git(folder, "config", "protocol.http.allow", "always")
    git(root / ".git/kendal-origin.git", "-c", login, "push", remote, "ledger", "ledger-seen")
    git(root, "remote", "set-url", "origin", remote)
    git(root, "-c", login, "push", "--set-upstream", "origin", "main")
    env = {"GITHUB_TOKEN": "token-kerja", "GITHUB_SERVER_URL": hub.server.html, "KENDAL_GITHUB_API": hub.server.api}
    done = Job(root, tmp_path / "temp", env).run("publish.sh", EVENT="push")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / ".github/workflows/publish.yml").exists()
    assert f"'kendal_git=={__version__}'" in (root / ".github/kendal/install.sh").read_text(encoding="utf-8")
    assert "--hash=sha256:" in (root / ".github/kendal/requirements.txt").read_text(encoding="utf-8")


# ---- channels.sh ---------------------------------------------------------------------------------------------------


def examined(job: Job, channels: str, **secrets: str) -> subprocess.CompletedProcess[str]:
    """The weekly examination of an office on GitHub with these channels."""
    words = OFFICE.replace("channels: {instagram: {via: outbox}, facebook: {via: outbox}, x: {via: outbox}}", channels)
    (job.work / "kendal.yaml").write_text(f"forge: github\n{words}", encoding="utf-8")
    return job.run("channels.sh", **secrets)


def test_channels_by_hand_are_well(job: Job) -> None:
    """An office without tokens has nothing that could run out; the summary shows what was looked at."""
    done = examined(job, "channels: {instagram: {via: outbox}}")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "instagram via: outbox" in done.stdout
    assert "tidak perlu token" in (job.temp / "summary").read_text(encoding="utf-8")


def test_what_a_channel_lacks_fails_the_examination(job: Job) -> None:
    """A missing secret fails the job, also when something else cannot be told."""
    nowhere = {"MASTODON_BASE_URL": "http://127.0.0.1:9", "MASTODON_TOKEN": "rahasia"}

    assert examined(job, "channels: {x: {via: x}}").returncode == 1
    assert examined(job, "channels: {x: {via: x}, mastodon: {via: mastodon}}", **nowhere).returncode == 1


def test_what_cannot_be_told_is_a_notice(job: Job) -> None:
    """A service that does not answer today fails no job."""
    nowhere = {"MASTODON_BASE_URL": "http://127.0.0.1:9", "MASTODON_TOKEN": "rahasia"}
    done = examined(job, "channels: {mastodon: {via: mastodon}}", **nowhere)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "::notice::Ada yang belum dapat dipastikan" in done.stdout
    assert "layanan tidak terhubung" in done.stdout


def test_practice_examines_nothing(job: Job) -> None:
    """An office that still practises has nothing to examine here."""
    done = job.run("channels.sh")

    assert done.returncode == 0
    assert "belum ada yang dikerjakan di sini" in done.stdout
