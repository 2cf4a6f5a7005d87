"""How a commemorative day is greeted in a headline; Indonesian, because the post is."""

import re

from kendal_git.model.agenda import Commemoration

WORDS = {
    "dirgahayu": "Dirgahayu",
    "selamat": "Selamat",
    "selamat-hari-raya": "Selamat Hari Raya",
    "selamat-memperingati": "Selamat Memperingati",
    "memperingati": "Memperingati",
}
# “Dirgahayu X, HUT ke-N”: the N-th anniversary is the day's, not X's.
ANNIVERSARY = re.compile(r"(HUT|Hari Jadi) (.+)")


def greet(day: Commemoration) -> str:
    """“Selamat Hari Kesehatan Nasional ke-62”, “Dirgahayu Kabupaten Kendal, Hari Jadi ke-421”."""
    name = re.sub(r"\s*\([^)]*\)", "", day.name).strip()
    opening = WORDS.get(day.greeting, WORDS["memperingati"])
    if opening == "Selamat Hari Raya" and name.startswith(("Hari ", "Tahun Baru ")):
        opening = "Selamat"
    number = f" ke-{day.ordinal}" if day.ordinal and day.ordinal > 0 else ""
    anniversary = ANNIVERSARY.fullmatch(name)
    if opening == "Dirgahayu" and anniversary:
        return f"Dirgahayu {anniversary[2]}" + (f", {anniversary[1]}{number}" if number else "")
    return f"{opening} {name}{number}"


def headline(day: Commemoration) -> str:
    """The greeting as a title: with the year where there is no ordinal; a holy day has an era of its own."""
    plain = greet(day)
    return plain if day.ordinal or day.greeting == "selamat-hari-raya" else f"{plain} {day.date.year}"


def hashtag(name: str) -> str:
    """“Hari Guru Nasional” to “HariGuruNasional”."""
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)", "", name))
    return "".join(word[:1].upper() + word[1:] for word in words)
