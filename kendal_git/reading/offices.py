"""kendal.yaml to an Office."""

import re
from collections.abc import Iterator
from typing import Any

from kendal_git import frontmatter
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.document import Document
from kendal_git.model.message import say
from kendal_git.model.office import Office, Role, Site
from kendal_git.model.office_fields import OFFICE
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import STAYING
from kendal_git.reading.decoding import Decoder
from kendal_git.reading.posts import Files

PATH = "kendal.yaml"
WIB = "Asia/Jakarta"  # what an office has that says nothing
# Where a service can fetch a picture: encrypted and in ASCII, without a query of its own; or this very machine.
PUBLIC = re.compile(r"(https://|http://(localhost|127\.0\.0\.1)[:/])[!-~]+(?<![/?#])")


def read_office(files: Files) -> tuple[Office | None, tuple[Diagnostic, ...]]:
    """The office of a repository; None with the reasons when it cannot be relied on."""
    data = files.read(PATH)
    if data is None:
        return None, (
            error("office-missing", Place(PATH), say("check.office.missing"), say("check.office.missing.hint")),
        )
    document, trouble = frontmatter.read_yaml(PATH, data)
    if document is None:
        return None, tuple(trouble)
    decoder = Decoder(document.source)
    values = decoder.record(document.fields, OFFICE)
    trouble += [*decoder.trouble, *_zone(document, values)]
    trouble = trouble or list(_channels(document, values))
    return (None, tuple(trouble)) if trouble else (_office(values), ())


def _zone(document: Document, values: dict[str, Any]) -> list[Diagnostic]:
    name = values.get("timezone", WIB)
    if name == WIB:
        return []
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # 5 ms, and only for an office in another zone

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = say("check.timezone", value=name)
        return [error("value-unknown", document.place("timezone"), message, say("hints.timezone"))]
    return []


def _channels(document: Document, values: dict[str, Any]) -> Iterator[Diagnostic]:
    """What a channel's route asks of the rest of the file."""
    url = values.get("site", Site()).url
    for name, settings in values.get("channels", ()):
        if settings.fetches and not PUBLIC.fullmatch(url):
            message = say("check.site-address", channel=name, via=settings.via)
            yield error("site-address", document.place("channels", name, "via"), message, say("hints.site-address"))
        if settings.via in STAYING and settings.correction == "repost":
            message = say("check.repost-impossible", via=settings.via)
            place = document.place("channels", name, "correction")
            yield error("repost-impossible", place, message, say("hints.repost-impossible"))


def _office(values: dict[str, Any]) -> Office:
    """From the decoder's keywords; ``steps`` are for reports and do not change a verdict."""
    roles = tuple(Role(name, **role) for name, role in values.pop("roles", ()))
    values.pop("steps", None)
    root = values.pop("ledger", {}).get("root", "")
    return Office(roles=roles, ledger_root=root, **values)


def office_of(files: Files) -> Office:
    """The office of kendal.yaml. Raises Misuse when it cannot be relied on."""
    office, trouble = read_office(files)
    if office is None:
        place, problem = trouble[0].place, trouble[0].message
        raise Misuse(say("cli.office", place=f"{place.path}:{place.line}", problem=problem), say("cli.office.hint"))
    return office
