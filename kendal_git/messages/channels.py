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
    "awaited": (
        "gambar belum ada di situs ({found} di {address}); situs dibangun dulu, lalu dikirim pada proses berikutnya",
        "the picture is not on the site yet ({found} at {address}); the site is built first, the next run sends it",
    ),
    "awaited.other": ("isinya lain", "it holds something else"),
    "stays": (
        "tidak ada jalan bagi program untuk menghapus kiriman di sana: hapus di aplikasinya, lalu catat dengan "
        "kendal publish --handed-off {post} {channel}",
        "it lets no program delete a post: delete it in the app, then record it with "
        "kendal publish --handed-off {post} {channel}",
    ),
}
