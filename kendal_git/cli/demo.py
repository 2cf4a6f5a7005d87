"""kendal demo: the five steps as the four roles, one return, three attacks, and a publisher killed half-way."""

import json
import re
import subprocess
import tempfile
import time
from datetime import datetime
from pathlib import Path

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.cli.stage import Stage, why
from kendal_git.files import packaged, write
from kendal_git.objects import Git
from kendal_git.wiring.workplace import CLOCK

SENT = ("delivered", "handed-off")
NAME = "Diskominfo Kabupaten Kendal (contoh)"
PHOTO = "upacara.jpg"
ALT = "Peserta upacara berbaris di lapangan menghadap bendera Merah Putih saat matahari terbit, tampak dari belakang."
WORDS = (
    "KENDAL – Bupati memimpin Upacara Hari Guru di Alun-alun Kendal{time}. Upacara diikuti para guru dan warga.\n\n"
    "“Terima kasih kepada semua guru yang tidak lelah mengajar,” ujar Bupati.\n\n"
    "*Contoh: kegiatan dan kutipan ini rekaan untuk peragaan.*\n"
)
RETURN = "tambahkan jam acaranya"

# The remote answers the second push of the ledger, the intents', only when the publisher is dead: a line that broke.
HOOK = """#!/bin/sh
while read -r old new name; do
  [ "$name" = refs/heads/ledger ] || continue
  count=$(cat "$GIT_DIR/pushes" 2>/dev/null || echo 0)
  echo $((count + 1)) > "$GIT_DIR/pushes"
  if [ "$count" -eq 1 ]; then
    tries=0
    while [ ! -e "$GIT_DIR/killed" ] && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
  fi
done
"""


@verb("demo")
@option("--dir", "folder", type=click.Path(path_type=Path), metavar="DIR", help="demo.option.dir")
@option("--forge", type=click.Choice(["local", "github"]), default="local", help="demo.option.forge")
@pass_session
def command(now: Session, folder: Path | None, forge: str) -> int:
    """A scratch repository, everything in it real; with ``--forge github`` over HTTP to a strict stand-in of it."""
    began = time.monotonic()
    scratch = (now.folder.resolve() / folder) if folder else Path(tempfile.mkdtemp(prefix="kendal-demo-"))
    scratch.mkdir(parents=True, exist_ok=True)
    stage = _stage(now, scratch, forge)
    click.echo(now.style(now.words("demo.title", folder=_shown(now, scratch)), "bold") + "\n")
    try:
        stage.begin(NAME)
        stage.tell("office", now.words(f"demo.office.{forge}"))
        event = _agenda(stage)
        _disposition(stage, event)
        post, number = _production(stage, event)
        _verification(stage, post, number)
        _publication(stage, post)
    finally:
        stage.end()
    _ending(stage, post, time.monotonic() - began)
    return 0


def _stage(now: Session, folder: Path, forge: str) -> Stage:
    if forge == "local":
        return Stage(now, folder)
    from kendal_git.cli.hubstage import HubStage

    return HubStage(now, folder)


def _agenda(stage: Stage) -> str:
    """Step 1: an event of today, so it is incidental and says why."""
    today = CLOCK.now().astimezone().strftime("%Y-%m-%d")
    event = {
        "date": today, "time": "07:00", "title": "Upacara Hari Guru", "place": "Alun-alun Kendal", "official": "bupati",
        "source": "protokol", "organiser": "setda", "coverage": "liputan", "incidental": "contoh peragaan",
    }  # fmt: skip
    stage.run("agenda", "add", *_options(event))
    day = today.replace("-", "/")
    stage.run("submit", f"agenda/{day}.yaml")
    stage.run("review", "1", "--approve", who="subkoor-psdk")
    stage.run("merge", "1", who="subkoor-psdk")
    stage.tell("agenda", stage.now.words("demo.agenda"))
    return f"{day}#upacara-hari-guru"


def _disposition(stage: Stage, event: str) -> None:
    """Step 2: a disposition and an assignment by the Kabid, whose own change needs nobody else."""
    order = {"role": "kabid-ikp", "instruction": "Liput dan tayangkan sore ini", "text": "staf", "photo": "staf"}
    stage.run("assign", event, "--by", "kabid-ikp", *_options(order))
    stage.run("submit", f"agenda/{event.partition('#')[0]}.yaml", who="kabid-ikp")
    stage.run("merge", "2", who="kabid-ikp")
    stage.tell("disposition", stage.now.words("demo.disposition"))


def _production(stage: Stage, event: str) -> tuple[str, int]:
    """Step 3: the scaffold is filled as a person would fill it."""
    stage.run("new", "--from", event, "--kind", "liputan")
    post = f"content/{event.replace('#', '-')}"
    write(stage.office / post / PHOTO, packaged(f"{_examples()}/{PHOTO}").read_bytes())
    _edit(stage, post, (r"file: .*", f"file: {PHOTO}"), (r"alt:.*", f"alt: {ALT}"))
    _narrate(stage, post, "")
    stage.run("check", post)
    stage.run("preview", post)
    stage.run("submit", post)
    stage.tell("production", stage.now.words("demo.production", number=3))
    return post, 3


def _verification(stage: Stage, post: str, number: int) -> None:
    """Step 4: returned once, attacked three times, then approved by two roles."""
    now, it = stage.now, str(number)
    stage.run("review", it, "--request-changes", "-m", RETURN, who="kabid-ikp")
    stage.run("merge", it, ends=1)
    _narrate(stage, post, ", pukul 07.00 WIB")
    stage.run("submit", post)
    stage.tell("verification", now.words("demo.returned", words=RETURN))
    stage.run("review", it, "--approve", who="subkoor-psdk")
    _self(stage, it)
    stage.run("review", it, "--approve", who="kabid-ikp")
    _narrate(stage, post, ", pukul 07.30 WIB")
    stage.run("submit", post)
    _refused(stage, "edit", it, "kabid-ikp")
    _roles(stage)
    for who in ("subkoor-psdk", "kabid-ikp"):
        stage.run("review", it, "--approve", who=who)
    stage.run("merge", it)
    stage.tell("verification", now.words("demo.approved"))


def _self(stage: Stage, number: str) -> None:
    """Whoever proposed approves: GitHub itself refuses that, and where the forge does not, the judge does."""
    process = stage.start("review", number, "--approve")
    _, error = process.communicate()
    if process.returncode:
        stage.tell("attack", stage.now.words("demo.attack.self"), "✗", "red")
        stage.tell("", error.strip().splitlines()[0].removeprefix("kendal: "), "→", "yellow")
    else:
        _refused(stage, "self", number, "staf")


def _refused(stage: Stage, attack: str, number: str, by: str = "") -> None:
    """A merge after an attack ends with 1; the verdict says why, of ``by``'s approval or of the whole."""
    stage.run("merge", number, ends=1)
    told = stage.now.words("demo.refused", reason=why(stage.verdict(int(number)), by))
    stage.tell("attack", stage.now.words(f"demo.attack.{attack}"), "✗", "red")
    stage.tell("", told, "→", "yellow")


def _roles(stage: Stage) -> None:
    """A proposal of its own, made with plain Git, that carries a kendal.yaml in which the author is the Kabid."""
    office = (stage.office / "kendal.yaml").read_bytes()
    forged = office.replace(b"{id: 3, login: kabid-ikp,", b"{id: 1, login: staf,")
    attack = b"---\ntitle: Serangan\n---\n"
    files: dict[str, bytes | None] = {"kendal.yaml": forged, "content/2026/01/01-serangan/post.md": attack}
    _refused(stage, "roles", str(stage.propose("kiriman/serangan", "Serangan", files)))


def _publication(stage: Stage, post: str) -> None:
    """Step 5: the first publisher dies with its intents written; the second finds them and finishes."""
    now, remote = stage.now, stage.remote
    hook = remote / "hooks/post-receive"
    write(hook, HOOK.encode())
    hook.chmod(0o755)
    publisher = stage.start("publish")
    _wait_for_intents(Git(remote), publisher)
    publisher.kill()
    publisher.communicate()
    write(remote / "killed", b"")
    stage.tell("publication", now.words("demo.killed"), "✗", "red")
    done = json.loads(stage.run("publish", "--format", "json"))["deliveries"]
    stage.tell("", now.words("demo.recovered", delivered=sum(one["state"] in SENT for one in done)))
    stage.run("publish")
    stage.run("build", "--out", str(stage.folder / "situs"))
    lines = json.loads(stage.run("ledger", "show", "--format", "json"))["posts"][post]
    verdict = next(line["verdict"] for line in lines if line["kind"] == "judged")
    zone = now.desk("staf", stage.office).office.zone
    times = [(one["role"], datetime.fromisoformat(one["at"]).astimezone(zone)) for one in verdict["approvals"]]
    people = ", ".join(f"{role} {at:%H:%M:%S %Z}" for role, at in times)
    stage.tell("", now.words("demo.proof", approvals=people))


def _wait_for_intents(git: Git, publisher: "subprocess.Popen[str]") -> None:
    """Wait until the remote's ledger holds an intent: the very moment between a promise and its call."""
    while publisher.poll() is None:
        if git.text("log", "--format=%s", "ledger", ok=(0, 128)).count("intent"):
            return
        time.sleep(0.02)


def _ending(stage: Stage, post: str, seconds: float) -> None:
    """Where to look, and how long it took."""
    now, name = stage.now, "-".join(post.split("/")[1:])
    office = _shown(now, stage.office)
    rows = (
        ("site", _shown(now, stage.folder / "situs/index.html")),
        ("preview", f"{office}/.pratinjau/{name}.html"),
        ("outbox", f"{office}/outbox/x/{name}/kit.html"),
        ("ledger", f"kendal -C {office} ledger show"),
        ("repository", office),
    )
    click.echo("\n" + now.style(now.words("demo.end"), "bold"))
    for key, where in rows:
        click.echo(f"  {now.words(f'demo.end.{key}'):<13} {where}")
    click.echo("\n" + now.style(now.words("demo.seconds", seconds=seconds), "green"))


def _shown(now: Session, path: Path) -> str:
    """A path as a person would type it from where they are."""
    here = now.folder.resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _options(words: dict[str, str]) -> list[str]:
    """``--name value`` for each."""
    return [word for name, value in words.items() for word in (f"--{name}", value)]


def _edit(stage: Stage, post: str, *changes: tuple[str, str]) -> None:
    """Fill in lines of the front matter, as in an editor."""
    path = stage.office / post / "post.md"
    text = path.read_text(encoding="utf-8")
    for pattern, value in changes:
        text = re.sub(pattern, value, text, count=1)
    write(path, text.encode())


def _narrate(stage: Stage, post: str, when: str) -> None:
    """Write the narration below the front matter."""
    path = stage.office / post / "post.md"
    head = path.read_text(encoding="utf-8").split("\n---\n", 1)[0]
    write(path, f"{head}\n---\n{WORDS.format(time=when)}".encode())


def _examples() -> str:
    """The example post with its pictures: packaged with a wheel, otherwise in this checkout's own content."""
    packed = "examples/upacara-hari-guru"
    return packed if packaged(packed).exists() else "content/2026/11/25-upacara-hari-guru"
