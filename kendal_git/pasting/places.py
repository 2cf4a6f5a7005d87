"""places: where a message says that it happens."""

import re

LONGEST = 160  # characters, as the field
LABELLED = re.compile(
    r"^\W*(?:(?:tempat|lokasi|venue)(?: (?:kegiatan|acara|pelaksanaan))?\s*[:=]|\U0001f4cd\ufe0f?)\s*(?P<place>\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)
TOLD = re.compile(r"\bbertempat di (?P<place>\S.*)", re.IGNORECASE)
# What an event's place begins with here; capitals, as a name has them.
VENUE = re.compile(
    r"\b[Dd]i (?P<place>(?:Pendopo|Alun-[Aa]lun|Aula|Gedung|Ruang|Lapangan|Halaman|Hotel|Balai|Kantor|Stadion|GOR"
    r"|Masjid|Gereja|Taman|Pasar|Puskesmas|RSUD|Rumah|Desa|Kelurahan|Kecamatan|SD|SMP|SMA|SMK|MI|MTs|MA|Pantai"
    r"|Pelabuhan|TPI|Makam|Kawasan|Perumahan|Waduk|Bendung|Jembatan)\b.*)"
)
END = re.compile(
    r"[;(!?]|,\s|(?<!\bJl)(?<!\bNo)(?<!\bKec)(?<!\bKab)\.(?:\s|$)|\s[–—-]\s"
    r"|\s(?:pada|pukul|pkl|jam|hari|yang|untuk|dengan|bersama|dalam|dihadiri|tersebut|ini|itu|guna|oleh|dan|serta|sebagai"
    r"|mulai|sejak|saat|ketika|menjelang|tadi|besok|lusa|kemarin|tanggal|tgl|agar|karena|sehingga"
    r"|(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu))\b"
)


def find_place(text: str) -> str:
    """The place behind a label, else behind “bertempat di”, else a venue behind “di”; nothing when there is none."""
    labelled = LABELLED.search(text)
    if labelled:
        return _short(labelled["place"].rstrip(" .;,"))
    for pattern in (TOLD, VENUE):
        told = pattern.search(text)
        if told:
            return _short(END.split(told["place"], maxsplit=1)[0].rstrip(" .,:"))
    return ""


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0]
