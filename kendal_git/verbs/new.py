"""new: a post's folder from the agenda and the calendar; a person brings the pictures and the words."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kendal_git.files import WorkTree, packaged, write
from kendal_git.messages import text as words
from kendal_git.messages.dates import long_day, weekday
from kendal_git.model.agenda import AgendaEntry, Attendance
from kendal_git.model.fields import POST
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.post import Team
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import KINDS
from kendal_git.verbs.agenda import slug, team
from kendal_git.verbs.choosing import Subject
from kendal_git.verbs.greeting import greet, hashtag, headline
from kendal_git.verbs.schema import modeline
from kendal_git.yamltext import Value, flow

if TYPE_CHECKING:
    from jinja2 import Environment

LANGUAGE = "id"  # a post speaks Indonesian, whatever the staff's messages do
LONGEST_TITLE = 100
FLYER_HOUR = time(6)  # when a greeting goes out on its day (sop.md A12)
URGENT = ("layanan-darurat",)  # kinds whose information is serta-merta from the start (UU 14/2008 art. 10)
PHOTOS = ("liputan", "foto-cerita", "siaran-pers")
ACTING = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "}
NEEDED = {
    kind: tuple(f.name for f in POST.fields if f.needed is True or (f.needed and kind in f.needed)) for kind in KINDS
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A post's first text and where it goes; ``picture`` is the file that it asks for."""

    path: str
    text: str
    picture: str
    notes: tuple[Message, ...] = ()


def draft(files: WorkTree, office: Office, subject: Subject, title: str, now: datetime) -> Draft:
    """The post of a subject as the template writes it. Raises Misuse without a title and for a folder that is taken."""
    notes = list(subject.notes)
    title = title or _title(subject)
    if not title:
        raise Misuse(say("new.title"), say("new.title.hint"))
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0]
        notes.append(say("new.shortened"))
    path = f"content/{subject.day:%Y/%m/%d}-{_slug(subject, title)}"
    if (files.root / path).exists():
        raise Misuse(say("new.exists", path=path), say("new.exists.hint"))
    schema = modeline(files, "post", f"{path}/post.md")
    facts = _facts(office, subject, now) | {"title": title, "path": path, "schema": schema}
    picture = _picture(subject.kind)
    return Draft(path, _render(files, subject.kind, facts | {"picture": picture}), picture["file"], tuple(notes))


def create(files: WorkTree, made: Draft) -> str:
    """Write the draft; its file's path."""
    path = f"{made.path}/post.md"
    write(files.root / path, made.text.encode())
    return path


def _title(subject: Subject) -> str:
    """What the event or the commemorative day gives; a report is named after the event."""
    if subject.commemoration and (subject.kind == "flyer-hari-besar" or not subject.entry):
        return headline(subject.commemoration)
    return subject.entry.title if subject.entry else ""


def _slug(subject: Subject, title: str) -> str:
    """From the subject's own id where the title came from it, otherwise from the title."""
    if title == _title(subject):
        if subject.commemoration and (subject.kind == "flyer-hari-besar" or not subject.entry):
            return subject.commemoration.id
        if subject.entry:
            return subject.entry.id
    return slug(title) or subject.kind


def _facts(office: Office, subject: Subject, now: datetime) -> dict[str, object]:
    """Everything that the template may use, and nothing that it must look up."""
    entry, kept = subject.entry or AgendaEntry("", time(0), ""), subject.commemoration
    six = datetime.combine(subject.day, FLYER_HOUR, office.zone)
    channels = tuple(name for name, _ in office.channels)
    return {
        "kind": subject.kind,
        "date": subject.day,
        "commemoration": kept,
        "reference": subject.reference,
        "officials": _in_order(office, entry.officials),
        "place": entry.venue,
        "opd": tuple(dict.fromkeys(code for code in (entry.organiser, *(one.opd for one in entry.officials)) if code)),
        "team": asdict(_team(subject)),
        "channels": channels,
        "publish_at": six if subject.kind == "flyer-hari-besar" and six > now else None,
        "example": six,
        "information": "serta-merta" if subject.kind in URGENT else "berkala",
        "sensitivity": "sensitif" if subject.kind in office.policy.sensitive_kinds else "biasa",
        "short_channel": "x" if "x" in channels or not channels else channels[0],
        "hashtags": tuple(tag for tag in (hashtag(kept.name) if kept else "", hashtag(office.identity.region)) if tag),
        "needed": NEEDED[subject.kind],
        "greeting": greet(kept) if kept else "",
        "event": entry.title,
        "people": _people(office, entry.officials),
        "dateline": office.identity.region.rpartition(" ")[2].upper() or "KENDAL",
        "long_day": words(long_day(subject.day), LANGUAGE),
        "short_day": _short_day(subject.day),
    }


def _short_day(day: date) -> str:
    """“Rabu (25/11/2026)”, as a newspaper writes it."""
    return f"{words(weekday(day), LANGUAGE)} ({day.day}/{day.month}/{day.year})"


def _in_order(office: Office, present: tuple[Attendance, ...]) -> tuple[str, ...]:
    """The officials who come, in the order in which kendal.yaml says that they are named."""
    order = [name for name, _ in office.officials]
    names = dict.fromkeys(one.official for one in present)
    return tuple(sorted(names, key=lambda name: order.index(name) if name in order else len(order)))


def _team(subject: Subject) -> Team:
    """Those assigned who have a part in this kind: no photographer for a flyer, no designer for a report."""
    standing = team(subject.entry) if subject.entry else Team()
    if subject.kind == "flyer-hari-besar":
        return Team(design=standing.design, text=standing.text)
    return Team(text=standing.text, photo=standing.photo) if subject.kind in PHOTOS else standing


def _people(office: Office, present: tuple[Attendance, ...]) -> str:
    """“Bupati Kendal, Plt. Kepala Dinas Kesehatan, dan Sekretaris Daerah …”."""
    titles, agencies = dict(office.officials), dict(office.opd)
    order = _in_order(office, present)
    named = []
    for one in sorted(present, key=lambda one: order.index(one.official)):
        head = one.official == "kepala-opd" and one.opd in agencies
        name = f"Kepala {agencies[one.opd]}" if head else titles.get(one.official, one.official)
        name = ACTING.get(one.status, "") + name
        named.append(f"{name} mewakili {titles.get(one.represents, one.represents)}" if one.represents else name)
    if len(named) < 3:
        return " dan ".join(named)
    return ", ".join(named[:-1]) + f", dan {named[-1]}"


def _picture(kind: str) -> dict[str, str]:
    if kind in PHOTOS:
        return {"file": "foto-1.jpg", "purpose": "foto"}
    name = "infografis" if kind == "infografis" else "flyer"
    return {"file": f"{name}.jpg", "purpose": name}


def _render(files: WorkTree, kind: str, facts: dict[str, object]) -> str:
    """The repository's own templates/new win over the packaged ones, file by file."""
    from jinja2 import TemplateError

    try:
        return _environment(files).select_template([f"{kind}.md", "post.md"]).render(facts)
    except (TemplateError, UnicodeDecodeError) as wrong:
        name = getattr(wrong, "name", None) or "post.md"
        raise Misuse(
            say("new.template", name=name, problem=str(wrong) or type(wrong).__name__), say("new.template.hint")
        ) from None


def _environment(files: WorkTree) -> "Environment":
    """Sandboxed: a template may come with a checkout of somebody's proposal."""
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    folders = (files.root / "templates" / "new", packaged("templates") / "new")
    environment = SandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown, not HTML; YAML values go through the filter
    )
    environment.filters["yaml"] = flow
    environment.filters["yaml_or_blank"] = _or_blank
    return environment


def _or_blank(value: Value) -> str:
    """A value behind its colon; nothing for none, so that the check asks for it."""
    return f" {flow(value)}" if value else ""
