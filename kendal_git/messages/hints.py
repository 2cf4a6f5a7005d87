"""Advice of the check: what to write instead, for each way in which a value can miss its form."""

TEXTS = {
    "meant": ("maksudnya “{value}”?", "did you mean “{value}”?"),
    "pattern": ("tulis dalam bentuk seperti {example}", "write it in a form like {example}"),
    "empty": ("tulis isinya sesudah “{field}:”", "write it behind “{field}:”"),
    "short": ("tambahkan isinya di bawah “{field}:”", "add what belongs under “{field}:”"),
    "parts": ("sisakan yang benar-benar perlu", "keep what is really needed"),
    "whole": ("tulis angkanya saja, tanpa titik, koma, atau satuan", "write digits only, no stop, comma or unit"),
    "long": ("kurangi {over} karakter", "take out {over} character(s)"),
    "lines": ("gabungkan menjadi satu baris", "put it on one line"),
    "refused": (
        "bila informasinya memang terbuka, pilih: {known}; bila tidak, jangan ditayangkan",
        "if the information is open, choose: {known}; if not, do not publish it",
    ),
    "day": ("angka saja, tahun dulu: 2026-11-25", "digits only, the year first: 2026-11-25"),
    "day.none": ("bulan itu hanya sampai tanggal {last}", "that month ends on the {last}th"),
    "hour": ("empat angka dengan titik dua: 08:00", "four digits and a colon: 08:00"),
    "moment": ("tanggal, huruf T, jam, dan zona: 2026-11-25T06:00+07:00", "day, T, time, zone: 2026-11-25T06:00+07:00"),
    "year": ("yang diterima tahun {first} sampai {last}", "years from {first} to {last} are accepted"),
    "text": (
        "tulis satu nilai sebaris dengan “{field}:”, tanpa kurung dan tanpa strip di depan",
        "write one value on the line of “{field}:”, without brackets or a leading dash",
    ),
    "list": ("pakai kurung siku: “{field}: [satu, dua]”", "use square brackets: “{field}: [one, two]”"),
    "mapping": (
        "tulis “kunci: nilai” menjorok di bawah “{field}:”",
        "write “key: value” lines, indented, under “{field}:”",
    ),
    "document": ("hapus baris “---” atau “...” yang kedua dan sesudahnya", "remove the second “---” or “...” line"),
    "depth": ("kurangi tanda kurung atau jarak masuknya", "use fewer brackets or less indentation"),
    "agenda.path": (
        "betulkan tanggalnya, atau pindahkan berkasnya ke {path}",
        "mend the date, or move the file to {path}",
    ),
    "agenda.id": ("beri nama lain, misalnya {id}-2", "give it another name, as {id}-2"),
    "timezone": ("untuk Kendal: Asia/Jakarta", "for Kendal: Asia/Jakarta"),
    "site-address": (
        "tulis alamat situs yang sudah bisa dibuka umum, misalnya site: {{url: https://kegiatan.example.go.id}}",
        "write the address at which the public finds the site, as site: {{url: https://kegiatan.example.go.id}}",
    ),
    "repost-impossible": (
        "pilih by-hand (diperbaiki dengan tangan di aplikasinya) atau new (ralat sebagai kiriman baru)",
        "choose by-hand (mended by hand in the app) or new (the correction is a post of its own)",
    ),
    "large": ("pisahkan isinya, atau periksa apakah berkasnya keliru", "split it, or see whether it is the wrong file"),
}
