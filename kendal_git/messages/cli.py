"""Sentences of the command line itself: usage, headings, misuse."""

TEXTS = {
    "usage": ("Pemakaian:", "Usage:"),
    "options": ("Pilihan", "Options"),
    "options.placeholder": ("[PILIHAN]", "[OPTIONS]"),
    "help": ("Tampilkan bantuan ini.", "Show this help."),
    "group.daily": ("Pekerjaan sehari-hari", "Daily work"),
    "group.approval": ("Verifikasi", "Verification"),
    "group.publication": ("Penayangan", "Publication"),
    "group.ledger": ("Perintah", "Commands"),
    "group.setup": ("Menyiapkan", "Setting up"),
    "see-help": ("lihat: {command} --help", "see: {command} --help"),
    "no-such": ("“{name}” tidak dikenal", "there is no “{name}”"),
    "no-such.near": ("“{name}” tidak dikenal; maksudnya {near}?", "there is no “{name}”; did you mean {near}?"),
    "missing": ("{name} belum diisi", "{name} is missing"),
    "bad": ("{name} keliru: {problem}", "{name} is wrong: {problem}"),
    "bad.choice": ("{name} hanya menerima: {known}", "{name} takes only: {known}"),
    "bad.number": ("{name} harus berupa bilangan bulat yang sesuai", "{name} must be a fitting whole number"),
    "no-value": ("{name} membutuhkan sebuah nilai", "{name} needs a value"),
    "usage-error": ("perintah keliru: {problem}", "wrong usage: {problem}"),
    "no-repository": (
        "{folder} bukan bagian dari repositori konten (tidak ada kendal.yaml)",
        "{folder} is not in a content repository (no kendal.yaml)",
    ),
    "no-repository.hint": (
        "masuk ke folder repositori, atau pakai: kendal -C FOLDER …",
        "go to the repository's folder, or use: kendal -C DIR …",
    ),
    "outside": ("{path} berada di luar repositori {root}", "{path} lies outside the repository {root}"),
    "no-path": ("tidak ada berkas atau folder {path}", "there is no file or folder {path}"),
    "not-content": ("{path} bukan kiriman atau hari agenda", "{path} is neither a post nor a day of the agenda"),
    "office": ("kendal.yaml belum benar: {place}: {problem}", "kendal.yaml is not right: {place}: {problem}"),
    "office.hint": ("lihat semuanya dengan: kendal check", "see all of it with: kendal check"),
    "option.as": ("Bekerja sebagai pengguna LOGIN.", "Work as the user LOGIN."),
    "bug": (
        "terjadi kesalahan di dalam program ini, bukan di pekerjaan Anda",
        "something went wrong inside this program, not in your work",
    ),
    "bug.hint": (
        "salin laporan berikut dan kirim ke pengelola",
        "copy the report below and send it to the maintainers",
    ),
}
