"""Sentences of a pasted message: what it was taken to say, what is in doubt, and the comments in the post's file."""

TEXTS = {
    "option": (
        "Dari pesan WhatsApp: tempel di terminal, dari pipa, atau dari FILE.",
        "From a WhatsApp message: pasted at the terminal, piped in, or from FILE.",
    ),
    "now": (
        "Tempel pesannya di sini. Setelah itu: Enter, lalu Ctrl-D (di Windows Ctrl-Z, lalu Enter).",
        "Paste the message here. Then: Enter, and Ctrl-D (on Windows Ctrl-Z, then Enter).",
    ),
    "file": ("{path} tidak bisa dibaca: {reason}", "{path} cannot be read: {reason}"),
    "empty": ("pesannya kosong", "the message is empty"),
    "empty.hint": (
        "salin pesannya di WhatsApp, lalu jalankan lagi: kendal new --paste",
        "copy the message in WhatsApp, then run again: kendal new --paste",
    ),
    "large": (
        "pesannya lebih panjang dari {most} karakter",
        "the message has more than {most} characters",
    ),
    "large.hint": ("tempel satu pesan saja, bukan seluruh percakapan", "paste one message, not the whole conversation"),
    "ask": (
        "Enter saja bila usulan dalam kurung sudah benar.",
        "Press Enter alone where the proposal in brackets is right.",
    ),
    "ask.title": ("Judul", "Title"),
    "ask.date": ("Tanggal", "Date"),
    "ask.place": ("Tempat", "Place"),
    "proposed": ("diusulkan dari teks:", "proposed from the text:"),
    "proposed.title": ("  judul: {value}", "  title: {value}"),
    "proposed.kind": ("  jenis: {value}", "  kind: {value}"),
    "proposed.date": ("  tanggal: {value}", "  date: {value}"),
    "proposed.hour": ("  pukul: {value}", "  time: {value}"),
    "proposed.place": ("  tempat: {value}", "  place: {value}"),
    "proposed.officials": ("  pimpinan: {value}", "  officials: {value}"),
    "proposed.opd": ("  OPD: {value}", "  agency: {value}"),
    "proposed.agenda": ("  agenda: {value}", "  agenda: {value}"),
    "proposed.commemoration": ("  hari besar: {value}", "  commemorative day: {value}"),
    "note": ("catatan: {note}", "note: {note}"),
    "weekday": (
        "teks menyebut “{words}”, padahal tanggal itu hari {weekday}; mana yang benar?",
        "the text says “{words}”, but that date is a {weekday}; which is right?",
    ),
    "days": ("teks menyebut tanggal lain juga: {days}", "the text names other dates too: {days}"),
    "relative": (
        "“{words}” dihitung dari {base}",
        "“{words}” was counted from {base}",
    ),
    "no-day": (
        "teks tidak menyebut tanggal; dipakai {day}",
        "the text names no date; {day} is taken",
    ),
    "no-event": (
        "belum ada acara yang cocok di agenda {day}; catat dulu (kendal agenda add), lalu isi agenda: di kiriman",
        "no event in the agenda of {day} fits; record it (kendal agenda add), then fill in agenda: in the post",
    ),
    "events": (
        "beberapa acara mungkin cocok: {events}; isi agenda: dengan yang benar",
        "several events may fit: {events}; fill in agenda: with the right one",
    ),
    "place": ("agenda menyebut tempat lain: {place}", "the agenda names another place: {place}"),
    "hour": ("teks menyebut pukul {hour}, agenda pukul {agenda}", "the text says {hour}, the agenda {agenda}"),
    "officials": (
        "di agenda tercatat pimpinan: {officials}",
        "the agenda records the officials: {officials}",
    ),
    "struck": (
        "kata yang dicoret di pesan ditulis biasa: {words}",
        "words crossed out in the message are written plainly: {words}",
    ),
    "encoding": (
        "berkasnya bukan UTF-8; periksa huruf beraksen dan tanda kutip",
        "the file is not UTF-8; look at accents and quotation marks",
    ),
    "title-line": (
        "baris pertama pesan menjadi judul, jadi tidak diulang di narasi",
        "the message's first line became the title, so the narration does not repeat it",
    ),
    "telephone": (
        "komentar di awal berkas memuat nomor telepon pengirim; hapus sebelum diajukan",
        "a comment at the top of the file holds the sender's telephone number; remove it before you submit",
    ),
    "comment.mark": ("usulan dari teks, periksa", "proposed from the text, look at it"),
    "comment.mark.words": ("usulan dari teks, periksa: {words}", "proposed from the text, look at it: {words}"),
    "comment.hour": ("{words}, pukul {hour}", "{words}, {hour}"),
    "comment.doubt": ("Periksa: {note}", "Look at: {note}"),
    "comment.kept": (
        "Dari pesan yang ditempel (tidak ikut tayang): {words}",
        "From the pasted message (not published): {words}",
    ),
}
