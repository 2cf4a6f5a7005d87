"""Sentences of submit."""

TEXTS = {
    "done": (
        "diajukan sebagai proposal {number} (cabang {branch})",
        "submitted as proposal {number} (branch {branch})",
    ),
    "same": (
        "proposal {number} sudah memuat isi ini (cabang {branch})",
        "proposal {number} already holds this (branch {branch})",
    ),
    "next": ("lihat giliran siapa: kendal gate {number}", "see whose turn it is: kendal gate {number}"),
    "nothing": (
        "{path} sudah sama dengan cabang utama; tidak ada yang diajukan",
        "{path} is what main already has; there is nothing to submit",
    ),
    "link": ("{path} bukan berkas biasa", "{path} is not a regular file"),
    "moved": ("cabang {branch} baru saja berubah", "the branch {branch} has just changed"),
    "moved.hint": ("ulangi perintah ini", "run this command again"),
    "option.title": ("Judul proposal (bawaan: judul kiriman).", "The proposal's title (default: the post's)."),
}
