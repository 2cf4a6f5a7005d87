"""Sentences about what a person typed: a date, an hour, an official, a login that is not one."""

TEXTS = {
    "need": ("{option} belum diisi", "{option} is missing"),
    "need.hint": ("tambahkan: {option} {example}", "add: {option} {example}"),
    "day": (
        "{option}: “{value}” bukan tanggal",
        "{option}: “{value}” is no date",
    ),
    "day.hint": (
        "tulis misalnya 2026-11-25, 25-11-2026, hari-ini, besok, atau lusa",
        "write for example 2026-11-25, 25-11-2026, today or tomorrow",
    ),
    "year": ("{option}: “{value}” bukan tahun", "{option}: “{value}” is no year"),
    "hour": ("{option}: “{value}” bukan jam", "{option}: “{value}” is no time of day"),
    "hour.hint": ("tulis misalnya 08:00 atau 13.30", "write for example 08:00 or 13.30"),
    "long": (
        "{option} paling panjang {most} karakter, ini {length}",
        "{option} may have {most} characters, this has {length}",
    ),
    "characters": (
        "{option} memuat karakter yang tidak bisa disimpan",
        "{option} holds characters that cannot be saved",
    ),
    "choice": ("{option}: “{value}” tidak dikenal", "{option}: “{value}” is not known"),
    "official": (
        "{option}: pejabat “{value}” tidak ada di kendal.yaml",
        "{option}: kendal.yaml knows no official “{value}”",
    ),
    "opd": ("{option}: OPD “{value}” tidak ada di kendal.yaml", "{option}: kendal.yaml knows no agency “{value}”"),
    "official.word": (
        "{option}: “{value}” bukan status jabatan dan bukan pejabat yang diwakili",
        "{option}: “{value}” is neither an acting status nor an official who is represented",
    ),
    "name": ("{option}: “{value}” bukan id", "{option}: “{value}” is no id"),
    "name.hint": (
        "huruf kecil, angka, dan tanda hubung; contoh: upacara-hari-guru",
        "small letters, digits and hyphens; for example: upacara-hari-guru",
    ),
    "reference": ("“{value}” bukan rujukan acara", "“{value}” is no reference to an event"),
    "reference.hint": (
        "tulis TTTT/BB/HH#id, misalnya 2026/11/25#upacara-hari-guru; lihat: kendal agenda show",
        "write YYYY/MM/DD#id, as 2026/11/25#upacara-hari-guru; see: kendal agenda show",
    ),
    "login": (
        "{option}: kendal.yaml tidak mengenal nama pengguna “{value}”",
        "{option}: kendal.yaml knows no login “{value}”",
    ),
    "login.past": (
        "{option}: {value} tidak memegang peran apa pun pada {day}",
        "{option}: {value} holds no role on {day}",
    ),
}
