"""Sentences of hold and unhold."""

TEXTS = {
    "done": ("penayangan ditahan: {what}", "publication stopped: {what}"),
    "window": (
        "panggilan yang sudah berjalan tidak ikut berhenti: dalam {seconds} detik ini mungkin masih ada yang tayang",
        "a call that is under way is not stopped: within {seconds} seconds something may still become visible",
    ),
    "lifted": ("penayangan dilanjutkan: {what}", "publication goes on: {what}"),
    "all": ("semua kanal", "all channels"),
    "option.channel": ("Hanya kanal ini.", "This channel only."),
    "option.message": ("Alasannya.", "The reason."),
}
