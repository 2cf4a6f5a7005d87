"""Sentences on files and folders that do not belong where they lie."""

TEXTS = {
    "book": ("{path} harus berupa folder", "{path} must be a folder"),
    "file": ("berkas {path} tidak dibaca siapa pun di sini", "nobody reads the file {path} here"),
    "link": ("{path} bukan berkas atau folder biasa", "{path} is no ordinary file or folder"),
    "year": ("{path} bukan folder tahun", "{path} is not the folder of a year"),
    "month": ("{path} bukan folder bulan", "{path} is not the folder of a month"),
    "day": (
        "{path} bukan folder kiriman: namanya harus tanggal-judul, tanpa huruf besar",
        "{path} is not the folder of a post: its name must be day-slug, without capital letters",
    ),
    "agenda": ("{path} bukan hari agenda", "{path} is not a day of the agenda"),
    "empty": ("folder {path} kosong", "the folder {path} is empty"),
    "empty.hint": (
        "hapus foldernya, atau isi dengan: kendal new",
        "delete the folder, or fill it with: kendal new",
    ),
    "post": ("teks kiriman harus bernama post.md, bukan {name}", "a post's text must be called post.md, not {name}"),
    "post.hint": ("ganti namanya menjadi post.md", "rename it to post.md"),
    "rename": ("ganti namanya menjadi {name}", "rename it to {name}"),
    "hint.content": (
        "kiriman dan gambarnya di content/TTTT/BB/HH-judul/; pindahkan ke sana, atau hapus",
        "a post and its pictures lie in content/YYYY/MM/DD-slug/; move it there, or delete it",
    ),
    "hint.agenda": (
        "satu hari agenda satu berkas agenda/TTTT/BB/HH.yaml; pindahkan ke sana, atau hapus",
        "a day of the agenda is one file agenda/YYYY/MM/DD.yaml; move it there, or delete it",
    ),
}
