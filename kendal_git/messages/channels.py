"""Sentences about single channels."""

TEXTS = {
    "no-number": (
        "nomor kiriman {post} di kanal tidak tercatat; hapus di aplikasinya",
        "the channel's number of {post} is not on record; delete it in the app",
    ),
    "too-old": (
        "bot hanya dapat menghapus kiriman yang belum 48 jam ({reason}); hapus di aplikasinya",
        "a bot can delete only what is younger than 48 hours ({reason}); delete it in the app",
    ),
}
