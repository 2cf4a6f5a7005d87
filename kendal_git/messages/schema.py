"""Sentences of schema and of the generated reference."""

TEXTS = {
    "title": ("Isian {what}", "Fields of {what}"),
    "needed": ("wajib", "required"),
    "needed-for": ("wajib untuk: {kinds}", "required for: {kinds}"),
    "field": ("isian", "field"),
    "form": ("bentuk", "form"),
    "meaning": ("arti", "meaning"),
    "generated": (
        "Dibuat dari satu definisi oleh: kendal schema {what} --format md",
        "Made from the one definition by: kendal schema {what} --format md",
    ),
    "option.format": (
        "json: JSON Schema untuk editor; md: halaman rujukan.",
        "json: JSON Schema for editors; md: the reference page.",
    ),
    "form.text": ("teks, ≤ {most} karakter", "text, ≤ {most} characters"),
    "form.pattern": ("misalnya {example}", "as {example}"),
    "form.choice": ("satu dari: {options}", "one of: {options}"),
    "form.day": ("tanggal, misalnya 2026-11-25", "a date, as 2026-11-25"),
    "form.hour": ("jam, misalnya 08:00", "a time, as 08:00"),
    "form.moment": (
        "waktu dengan zona, misalnya 2026-11-25T06:00+07:00",
        "a moment with its zone, as 2026-11-25T06:00+07:00",
    ),
    "form.whole": ("bilangan {least} sampai {most}", "a number from {least} to {most}"),
    "form.list": ("daftar: {item}", "a list: {item}"),
    "form.table": ("pasangan {key}: {value}", "pairs {key}: {value}"),
    "form.record": ("isian {names}", "fields {names}"),
    "form.either": ("{scalar}; atau {record}", "{scalar}; or {record}"),
}
