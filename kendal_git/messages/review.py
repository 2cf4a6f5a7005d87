"""Sentences of review."""

TEXTS = {
    "which": (
        "pilih satu: --approve, --request-changes, atau --comment",
        "choose one of --approve, --request-changes, --comment",
    ),
    "which.hint": ("misalnya: kendal review {number} --approve", "for example: kendal review {number} --approve"),
    "words": ("tulis alasannya dengan -m", "say why with -m"),
    "words.hint": ('misalnya: -m "jam acara keliru"', 'for example: -m "the time is wrong"'),
    "done.approve": ("proposal {number} disetujui oleh {by}", "proposal {number} approved by {by}"),
    "done.request-changes": ("proposal {number} dikembalikan oleh {by}", "proposal {number} returned by {by}"),
    "done.comment": ("komentar untuk proposal {number} dicatat", "comment on proposal {number} recorded"),
    "option.approve": ("Setujui.", "Approve."),
    "option.request-changes": ("Kembalikan untuk diperbaiki.", "Return for changes."),
    "option.comment": ("Komentar saja; tidak mengubah putusan.", "Comment only; changes no verdict."),
    "option.message": ("Alasan atau catatan.", "Reason or note."),
    "option.head": (
        "Isi yang Anda lihat; ditolak bila sudah berubah.",
        "What you saw; refused when it has changed since.",
    ),
}
