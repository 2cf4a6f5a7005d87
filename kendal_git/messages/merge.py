"""Sentences of merge."""

TEXTS = {
    "done": ("proposal {number} digabungkan ke {main} ({commit})", "proposal {number} merged into {main} ({commit})"),
    "next": (
        "penayangan berjalan sendiri di CI; di komputer ini: kendal publish",
        "CI publishes by itself; on this machine: kendal publish",
    ),
    "refused": ("proposal {number} belum boleh digabungkan", "proposal {number} may not be merged yet"),
}
