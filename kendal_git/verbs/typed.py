"""What a person types, to values: a word that means nothing is a Misuse that names its option and the nearest word."""

import re
from datetime import date, time, timedelta

from kendal_git.messages.dates import long_day
from kendal_git.model.agenda import Attendance
from kendal_git.model.fields import ENTRY, NAME
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import HOLDER_STATUS
from kendal_git.reading.mending import suggest

NEAR_DAYS = {
    "hari-ini": 0, "today": 0, "sekarang": 0, "besok": 1, "tomorrow": 1, "lusa": 2, "kemarin": -1, "yesterday": -1,
}  # fmt: skip
ISO = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})")
LOCAL = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")  # nobody types these; they come along from elsewhere
HOUR = re.compile(r"(\d{1,2})[.:](\d{2})")


def read_day(word: str, today: date, option: str) -> date:
    """``2026-11-25``, ``25-11-2026``, or a word such as ``besok``."""
    folded = re.sub(r"[\s_-]+", "-", word.strip().casefold())
    if folded in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[folded])
    found = ISO.fullmatch(word.strip()) or LOCAL.fullmatch(word.strip())
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        pass  # 31-11-2026 has the right form and is no day
    raise Misuse(say("typed.day", option=option, value=word), say("typed.day.hint"))


def read_year(word: str, option: str) -> int:
    """A year of this age."""
    if re.fullmatch(r"(19|20|21)\d\d", word.strip()):
        return int(word)
    raise Misuse(say("typed.year", option=option, value=word))


def read_hour(word: str, option: str) -> time:
    """``08:00`` or, as people here write it, ``8.00``."""
    found = HOUR.fullmatch(word.strip())
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise Misuse(say("typed.hour", option=option, value=word), say("typed.hour.hint"))


def read_line(words: str, option: str, most: int) -> str:
    """Free text made one line without loose spaces and control characters, no longer than its field."""
    line = " ".join(UNSEEN.sub("", " ".join(words.split())).split())
    if any(0xD800 <= ord(character) <= 0xDFFF for character in line):
        raise Misuse(say("typed.characters", option=option))
    if len(line) > most:
        raise Misuse(say("typed.long", option=option, most=most, length=len(line)))
    return line


def read_choice(word: str, known: tuple[str, ...], option: str, key: str = "typed.choice") -> str:
    """One of the known words."""
    if word.strip() in known:
        return word.strip()
    raise Misuse(say(key, option=option, value=word), suggest(word, known))


def read_official(word: str, office: Office, option: str) -> Attendance:
    """``bupati``, ``sekda:bupati`` (stands in for), ``kepala-opd@dinkes:plt`` (acting)."""
    officials = tuple(name for name, _ in office.officials)
    head, *rest = (part.strip() for part in word.split(":"))
    name, _, opd = head.partition("@")
    official = read_choice(name, officials, option, "typed.official")
    if opd:
        read_choice(opd, tuple(code for code, _ in office.opd), option, "typed.opd")
    represents, status = "", "definitif"
    for part in rest:
        if part in HOLDER_STATUS:
            status = part
        else:
            represents = read_choice(part, (*officials, *HOLDER_STATUS), option, "typed.official.word")
    return Attendance(official, represents, opd, status)


def read_name(word: str, option: str) -> str:
    """An id of our own making."""
    if re.fullmatch(NAME.regex, word):
        return word
    raise Misuse(say("typed.name", option=option, value=word), say("typed.name.hint"))


def read_reference(word: str) -> tuple[date, str]:
    """``2026/11/25#upacara-hari-guru``: a day and an entry's id."""
    try:
        if re.fullmatch(ENTRY.regex, word):
            return date.fromisoformat(word[:10].replace("/", "-")), word[11:]
    except ValueError:
        pass  # 2026/13/01#x has the right form and is no day
    raise Misuse(say("typed.reference", value=word), say("typed.reference.hint"))


def read_login(word: str, office: Office, day: date, option: str) -> str:
    """The login as kendal.yaml spells it, of someone who holds a role on ``day``."""
    logins = tuple(holder.login for role in office.roles for holder in role.holders)
    holder = office.holder(word)
    if holder is None:
        raise Misuse(say("typed.login", option=option, value=word), suggest(word, tuple(dict.fromkeys(logins))))
    if not any(held.id == holder.id for role in office.roles for held in role.held_on(day)):
        raise Misuse(say("typed.login.past", option=option, value=holder.login, day=long_day(day)))
    return holder.login
