"""children-consent: who is shown or told of as a child needs a stated consent (sop.md AN01; UU 35/2014, UU 27/2022)."""

import re
from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error, warning
from kendal_git.model.message import say
from kendal_git.rules.context import Context

# Few posts come to these: strings, compiled when one does, because together they take as long as a whole post.
CHILD = (
    r"\b(?:(?i:anak(?:-anak|2)?(?:nya)?|sisw[ai](?:-siswi|/i|/siswi|nya)?|pelajar|murid(?:-murid)?(?:nya)?|"
    r"balita|batita|bayi|santri(?:wan|wati)?|bocah|peserta didik|anak didik)|PAUD|TK|SDN?)\b"
)
# Words that name no child: companies, offices, days, programmes, and children as such.
FIGURATIVE = (
    r"(?i)\banak (?:perusahaan|usaha|buah|sungai|kunci|tangga|panah|judul|cabang|negeri|bangsa|muda|gunung|emas|cucu|"
    r"kalimat|asuh perusahaan|putus sekolah|usia dini)\b"
    r"|\bhari (?:anak|santri|pelajar)(?: (?:nasional|sedunia|internasional))?\b"
    r"|\b(?:ibu|perempuan|wanita|lansia|difabel|disabilitas)(?:,| dan| &|, dan) anak\b"
    r"|\banak, (?:dan )?(?:ibu|lansia|perempuan)\b"
    r"|\banak(?:,| dan| atau) (?:ibu hamil|lansia|perempuan|penyandang disabilitas)\b"
    r"|\b(?:perlindungan|pemenuhan hak|hak|hak-hak|layak|ramah|peduli|forum|tumbuh kembang|kesehatan|gizi|pola asuh|"
    r"dokter|dokter spesialis|spesialis|poli|klinik|identitas|akta|akte|asi dan|perkawinan|pernikahan|eksploitasi|"
    r"pekerja|masa depan|pendidikan|pengasuhan|taman bermain|bacaan|imunisasi|vaksinasi) anak\b"
    r"|\bkekerasan (?:terhadap|pada) (?:perempuan dan )?anak\b|\b(?:bina keluarga|posyandu|stunting pada|gizi) balita\b"
    r"|\b(?:profil|ikatan|kota|kabupaten|organisasi) pelajar\b|\bpelajar pancasila\b|\bdua anak (?:cukup|lebih sehat)\b"
    r"|\b(?:gedung|ruang|halaman|guru|kepala|lapangan|bangunan|atap|pagar|wali murid|wali|komite|depan|kelas) "
    r"(?:paud|tk|sdn?|mi|ra|murid|siswa)\b|\btk\.? ?[ivx]+\b|\b(?:orang tua|wali) (?:murid|siswa|anak|santri)\b"
)
# A child that is there, not children as such: numbers and company stand before it, or deeds behind.
BEFORE = (
    r"(?i)(?:\d[\d.]*|\b(?:puluhan|ratusan|ribuan|belasan|para|sejumlah|beberapa|perwakilan|peserta|bersama|diikuti|"
    r"dihadiri|disaksikan|disambut|didampingi|menyapa|menyambut|menemani|menggendong|menyuapi|memeluk|seorang|dua|tiga|empat|lima|"
    r"barisan|rombongan|kelompok))\s+(?:\w+\s+){0,2}$"
)
AFTER = (
    r"(?i)(?:[\s,]+[\w./-]+){0,4}?[\s,]+(?:mengikuti|ikut|hadir|tampil|menari|menyanyi|bernyanyi|membaca|membawa|duduk|"
    r"bermain|berbaris|menerima|tampak|terlihat|antusias|datang|menyaksikan|berfoto|tersenyum|bersorak|mencoba|melukis|makan|minum|"
    r"menyambut|memakai|berseragam|berkumpul|berlari|belajar)\b"
)
READ_OUT = r"(?s)\bTeks:.*"  # what a flyer says is not what it shows


def check(context: Context) -> Iterator[Diagnostic]:
    """Written consent says where it is kept; without children in the pictures nobody is told of as one."""
    consent = context.post.consent
    if consent.children == "written" and not consent.reference.strip():
        place = context.at("consent", "children")
        yield error("children-consent", place, say("words.children.reference"), say("words.children.reference.hint"))
    if consent.children == "none" and any(context.items("images", key="file")):
        yield from _told(context)


def _told(context: Context) -> Iterator[Diagnostic]:
    """The first child of each text: one is enough to ask."""
    for words in context.texts_in(("alt", "narration")):
        shown = words.field == "alt"
        text = re.sub(READ_OUT, "", words.text) if shown else words.text
        text = re.sub(FIGURATIVE, lambda found: " " * len(found[0]), text)
        named = list(re.finditer(CHILD, text))
        there = next((found for found in named if shown or _present(text, found)), None)
        found = there or next(iter(named), None)
        if found is not None:
            say_it = error if there else warning
            key = "words.children.shown" if shown else "words.children.told"
            place = words.place(*found.span())
            yield say_it("children-consent", place, say(key, word=found[0]), say("words.children.hint"))


def _present(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence says that the child is there."""
    before = text[max(0, found.start() - 60) : found.start()]
    return bool(re.search(BEFORE, before) or re.compile(AFTER).match(text, found.end()))
