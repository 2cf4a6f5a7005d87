"""Sentences of withdraw."""

TEXTS = {
    "ordered": (
        "{post} ditarik: proses penayangan berikutnya menurunkannya dari semua kanal ({where})",
        "{post} is withdrawn: the next publishing run takes it down everywhere ({where})",
    ),
    "next": (
        "proposal {number} memuat keterangan penarikannya; dua pemegang peran lain menyetujuinya. "
        "Menurunkan sekarang juga: kendal publish",
        "proposal {number} holds its tombstone; two other role holders approve it. To take it down right now: "
        "kendal publish",
    ),
    "title": ("Tarik {post}", "Withdraw {post}"),
    "option.reason": ("Alasan penarikan.", "Why it is withdrawn."),
    "option.message": ("Keterangan untuk pembaca.", "A note for the reader."),
}
