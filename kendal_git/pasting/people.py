"""people: the officials whom a message names by their office, never by their name, and the agencies."""

import re
from dataclasses import dataclass

from kendal_git.model.agenda import Attendance
from kendal_git.model.office import Office

LEADERS = ("bupati", "wakil-bupati", "sekda")  # known in small letters too; “camat” alone may be anything
ALIASES = {"wakil-bupati": ("wabup",), "sekda": ("sekretaris daerah",), "ketua-tp-pkk": ("ketua tp pkk",)}
# Somebody else, or a thing that bears the office's name.
NOT_THEM = re.compile(
    r"(?:wakil|staf ahli|asisten|ajudan|istri|mantan|eks|calon|kepala|sekretariat|mewakili|atas nama|a\.n\."
    r"|pendopo|kantor|gedung|halaman|aula|rumah (?:dinas|jabatan)|ruang(?: (?:kerja|rapat))?"
    r"|peraturan|keputusan|instruksi|edaran|piala)\s+$",
    re.IGNORECASE,
)
STAND_IN = re.compile(r"[^.\n]{0,40}?\bdiwakili\b", re.IGNORECASE)
ACTING = re.compile(r"\b(plt|plh|pj)\.?\s+$", re.IGNORECASE)
HEAD = "kepala-opd"


@dataclass(frozen=True, slots=True)
class People:
    """Who comes, in the words of the message, and the agencies named beside their heads."""

    present: tuple[Attendance, ...] = ()
    words: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def find_people(text: str, office: Office) -> People:
    """The officials of kendal.yaml whom the text names as coming; whoever is represented does not come."""
    forms = _forms(office)
    present: dict[tuple[str, str], tuple[Attendance, str]] = {}
    for found in _pattern(forms).finditer(text):
        code, opd = forms[" ".join(found[0].lower().split())]
        before, after = text[max(0, found.start() - 24) : found.start()], text[found.end() : found.end() + 60]
        acting = ACTING.search(before)
        before = before[: acting.start()] if acting else before
        if NOT_THEM.search(before) or STAND_IN.match(after) or not (code in LEADERS or found[0][0].isupper()):
            continue
        status = acting[1].lower() if acting else "definitif"
        words = f"{acting[1].capitalize()}. {found[0]}" if acting else found[0]
        present.setdefault((code, opd), (Attendance(code, opd=opd, status=status), words))
    heads = {opd for _, opd in present}
    return People(
        tuple(one for one, _ in present.values()),
        tuple(words for _, words in present.values()),
        tuple(code for code, name in office.opd if code not in heads and _names(text, code, name)),
    )


def _forms(office: Office) -> dict[str, tuple[str, str]]:
    """Every way to write an office, in small letters, with its code and its agency."""
    region = office.identity.region.rpartition(" ")[2]
    tail = re.compile(rf"\s+(?:kabupaten |kota |provinsi )?{re.escape(region.lower())}$") if region else None
    forms: dict[str, tuple[str, str]] = {}
    for code, title in office.officials:
        full = " ".join(title.lower().split())
        short = tail.sub("", full) if tail else full
        for form in (full, short, code.replace("-", " "), *ALIASES.get(code, ())):
            forms.setdefault(form, (code, ""))
        if code == HEAD:
            forms |= {f"kepala {' '.join(name.lower().split())}": (code, opd) for opd, name in office.opd}
    return forms


def _pattern(forms: dict[str, tuple[str, str]]) -> re.Pattern[str]:
    """The longest form first: the deputy is not the head."""
    longest = sorted(forms, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
    return re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)


def _names(text: str, code: str, name: str) -> bool:
    """Whether an agency is named, in full or by its code as people abbreviate it."""
    return bool(re.search(rf"\b(?:{re.escape(name)}|{re.escape(code)})\b", text, re.IGNORECASE))
