"""Sentences of hold and unhold."""

TEXTS = {
    "done": ("penayangan ditahan: {what}", "publication stopped: {what}"),
    "lifted": ("penayangan dilanjutkan: {what}", "publication goes on: {what}"),
    "all": ("semua kanal", "all channels"),
    "option.channel": ("Hanya kanal ini.", "This channel only."),
    "option.message": ("Alasannya.", "The reason."),
}
