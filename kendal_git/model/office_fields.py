"""The one definition of every field of kendal.yaml (DESIGN §2)."""

from kendal_git.model import office
from kendal_git.model import vocabulary as words
from kendal_git.model.fields import CODE, HANDLE, NAME
from kendal_git.model.shapes import Choice, Day, Field, Hour, ListOf, Pattern, Record, Table, Text, Whole

COMMIT = Pattern(r"([0-9a-f]{40})?", "40 digit heksadesimal")

HOLDER = Record(
    "holder",
    (
        Field("id", Whole(1), needed=True),
        Field("login", HANDLE, needed=True),
        Field("from", Day(), needed=True, attribute="since"),
        Field("until", Day()),
        Field("status", Choice(words.HOLDER_STATUS)),
        Field("emails", ListOf(Pattern(r"[^@\s<>]{1,64}@[^@\s<>]{1,190}", "nama@contoh.go.id"))),
    ),
    office.Holder,
)
WINDOW = Record(
    "window",
    (Field("from", Hour(), needed=True, attribute="first"), Field("until", Hour(), needed=True, attribute="last")),
    office.Window,
)
LIMITS = Record(
    "limits",
    (
        Field("characters", Whole(1, 100_000)),
        Field("pictures", Whole(1, 100)),
        Field("alt", Whole(1, 100_000)),
    ),
    office.ChannelLimits,
)
CHANNEL = Record(
    "channel",
    (
        Field("via", CODE, needed=True),
        Field("url", Text(300)),
        Field("correction", Choice(words.CORRECTIONS)),
        Field("window", WINDOW),
        Field("limits", LIMITS),
    ),
    office.ChannelSettings,
)

ROLE = Record("role", (Field("title", Text(80)), Field("holders", ListOf(HOLDER))), dict)
STEP = Record(
    "step",
    (
        Field("deadline", Pattern(r"H-\d", "H-1")),
        Field("minutes", Whole(1, 1440)),
        Field("hours", Whole(1, 240)),
        Field("title", Text(160)),
    ),
    dict,
)
OFFICE = Record(
    "office",
    (
        Field(
            "office",
            Record(
                "identity",
                (Field("name", Text(160), needed=True), Field("short", Text(60)), Field("region", Text(80))),
                office.Identity,
            ),
            needed=True,
            attribute="identity",
        ),
        Field("language", Choice(("id", "en"))),
        Field("timezone", Pattern(r"[A-Za-z_]+(/[A-Za-z_]+)*", "Asia/Jakarta")),
        Field("main", Pattern(r"[A-Za-z0-9][A-Za-z0-9._/-]*", "main")),
        Field("forge", Choice(words.FORGES)),
        Field("site", Record("site", (Field("url", Text(300)), Field("title", Text(120))), office.Site)),
        Field("roles", Table(Pattern("|".join(words.ROLES), "kabid-ikp"), ROLE), needed=True),
        Field(
            "policy",
            Record(
                "policy",
                (
                    Field("order", Choice(("recorded", "strict"))),
                    Field("levels", ListOf(Choice(words.ROLES), least=1)),
                    Field("sensitive", ListOf(Choice(words.ROLES))),
                    Field("sensitive_kinds", ListOf(Choice(words.KINDS))),
                    Field("sensitive_words", ListOf(Text(60))),
                    Field("fast_lane", ListOf(Choice(words.KINDS))),
                ),
                office.Policy,
            ),
        ),
        Field("steps", Table(NAME, STEP)),
        Field("officials", Table(CODE, Text(120))),
        Field("opd", Table(CODE, Text(160))),
        Field("channels", Table(CODE, CHANNEL)),
        Field(
            "publishing",
            Record(
                "publishing",
                (Field("deadline", Whole(1, 3600)), Field("settling", Whole(0, 86_400)), Field("window", WINDOW)),
                office.Publishing,
            ),
        ),
        Field("ledger", Record("ledger", (Field("root", COMMIT),), dict)),
    ),
    dict,
)
