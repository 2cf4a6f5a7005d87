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
    "not-a-post": ("{path} bukan folder kiriman", "{path} is not a post's folder"),
    "reason": ("alasan mengajukan ulang belum ditulis", "the reason for submitting again is missing"),
    "reason.hint": (
        'misalnya: kendal submit --again {path} --reason "digabung sebelum disetujui"',
        'for example: kendal submit --again {path} --reason "merged before it was approved"',
    ),
    "unreadable": ("{path} belum dapat dibaca", "{path} cannot be read yet"),
    "unreadable.hint": ("lihat galatnya: kendal check {path}", "see its errors: kendal check {path}"),
    "option.again": (
        "Ajukan ulang kiriman yang sudah di cabang utama tetapi belum disetujui.",
        "Submit again what is on main without approval.",
    ),
    "option.reason": ("Alasan mengajukan ulang.", "Why it is submitted again."),
    "option.title": ("Judul proposal (bawaan: judul kiriman).", "The proposal's title (default: the post's)."),
}
