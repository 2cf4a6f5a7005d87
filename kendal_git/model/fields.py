"""The one definition of every field of a post and a day of the agenda (DESIGN §2); office_fields has kendal.yaml."""

from kendal_git.model import agenda, post
from kendal_git.model import vocabulary as words
from kendal_git.model.shapes import (
    Choice,
    Day,
    Either,
    Field,
    Hour,
    ListOf,
    Moment,
    Pattern,
    Record,
    Table,
    Text,
)

NAME = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "hari-guru-nasional")
HANDLE = Pattern(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?", "staf-narasi")
ENTRY = Pattern(r"\d{4}/\d{2}/\d{2}#[a-z0-9]+(-[a-z0-9]+)*", "2026/11/25#upacara-hari-guru")
FILE = Pattern(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(jpg|jpeg|png)", "flyer.jpg")
TAG = Pattern(r"\w+", "HariGuruNasional")
CODE = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "disdikbud")

IMAGE = Record(
    "image",
    (
        Field("file", FILE, needed=True),
        Field("alt", Text(250), needed=True),
        Field("credit", Text(120), needed=True),
        Field("purpose", Choice(words.PURPOSES)),
        Field("license", Text(120)),
        Field("source", Text(300)),
    ),
    post.Image,
)
CAPTION = Record(
    "caption",
    (
        Field("text", Text(70_000, lines=True)),
        Field("hashtags", ListOf(TAG)),
        Field("images", ListOf(FILE)),
    ),
    post.Caption,
)
TEAM = Record("team", (Field("design", HANDLE), Field("text", HANDLE), Field("photo", HANDLE)), post.Team)
CONSENT = Record(
    "consent", (Field("children", Choice(words.CHILDREN), needed=True), Field("reference", Text(120))), post.Consent
)

TIMED = Record("timed", (Field("commemoration", NAME, needed=True), Field("at", Hour(), needed=True)), post.Timed)


def amendment(name: str, reasons: tuple[str, ...]) -> Record:
    """The record of a correction or a withdrawal."""
    return Record(
        name, (Field("reason", Choice(reasons), needed=True), Field("note", Text(500, lines=True))), post.Amendment
    )


POST = Record(
    "post",
    (
        Field("title", Text(100), needed=True),
        Field("kind", Choice(words.KINDS), needed=True),
        Field("date", Day(), needed=True),
        Field("commemoration", NAME, needed=("flyer-hari-besar",)),
        Field("agenda", ENTRY, needed=("liputan",)),
        Field("officials", ListOf(CODE), needed=("liputan",)),
        Field("place", Text(160), needed=("liputan",)),
        Field("opd", ListOf(CODE), needed=("liputan",)),
        Field("team", TEAM, needed=("flyer-hari-besar", "liputan")),
        Field("channels", ListOf(CODE)),
        Field("publish_at", Either(Moment(), TIMED)),
        Field("embargo", Either(Moment(), TIMED)),
        Field("expires", Either(Moment(), TIMED)),
        Field("information", Choice(words.INFORMATION, (words.INFORMATION_REFUSED,)), needed=True),
        Field("sensitivity", Choice(words.SENSITIVITIES), needed=True),
        Field("images", ListOf(IMAGE, least=1), needed=("flyer-hari-besar", "liputan", "infografis", "foto-cerita")),
        Field("consent", CONSENT, needed=True),
        Field("captions", Table(CODE, Either(Text(70_000, lines=True), CAPTION))),
        Field("hashtags", ListOf(TAG)),
        Field("correction", amendment("correction", words.CORRECTION_REASONS)),
        Field("withdrawn", amendment("withdrawn", words.WITHDRAWAL_REASONS)),
        Field("resubmitted", Text(300)),
    ),
    post.Post,
)

ATTENDANCE = Record(
    "attendance",
    (
        Field("official", CODE, needed=True),
        Field("represents", CODE),
        Field("opd", CODE),
        Field("status", Choice(words.HOLDER_STATUS)),
    ),
    agenda.Attendance,
)
AT, REASON = Field("at", Moment(), needed=True), Field("reason", Text(300), needed=True)
CHANGE = Record("change", (AT, REASON, Field("time", Hour()), Field("place", Text(160))), agenda.Change)
DISPOSITION = Record(
    "disposition",
    (
        Field("role", Choice(words.ROLES), needed=True),
        Field("by", HANDLE, needed=True),
        AT,
        Field("instruction", Text(500, lines=True), needed=True),
    ),
    agenda.Disposition,
)
ASSIGNMENT = Record(
    "assignment",
    (
        Field("by", HANDLE, needed=True),
        AT,
        Field("design", HANDLE),
        Field("text", HANDLE),
        Field("photo", HANDLE),
        Field("note", Text(300)),
    ),
    agenda.Assignment,
)
ENTRY_RECORD = Record(
    "entry",
    (
        Field("id", NAME, needed=True),
        Field("time", Hour(), needed=True),
        Field("until", Hour()),
        Field("title", Text(160), needed=True),
        Field("place", Text(160)),
        Field("officials", ListOf(ATTENDANCE)),
        Field("source", Choice(words.SOURCES), needed=True),
        Field("organiser", CODE),
        Field("coverage", ListOf(Choice(words.KINDS))),
        Field("incidental", Record("incidental", (REASON,), agenda.Incidental)),
        Field("changes", ListOf(CHANGE)),
        Field("cancelled", Record("cancelled", (AT, REASON), agenda.Cancellation)),
        Field("dispositions", ListOf(DISPOSITION)),
        Field("assignments", ListOf(ASSIGNMENT)),
    ),
    agenda.AgendaEntry,
)
DAY = Record(
    "day",
    (Field("date", Day(), needed=True), Field("entries", ListOf(ENTRY_RECORD), needed=True)),
    agenda.AgendaDay,
)
