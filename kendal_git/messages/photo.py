"""Sentences of the photo desk: pictures made small, what they show, who made them."""

TEXTS = {
    "group": ("Perintah", "Commands"),
    "option.alt": (
        "Teks alternatif; satu per berkas, urut. Tanpa ini ditanyakan.",
        "Alternative text; one a file, in order. Without it you are asked.",
    ),
    "option.credit": (
        "Pembuat gambar; satu untuk semua, atau satu per berkas.",
        "Who made the picture; one for all, or one a file.",
    ),
    "option.purpose": ("Untuk apa: flyer, foto, atau infografis.", "What it is for: flyer, foto or infografis."),
    "option.name": (
        "Nama berkas hasil (bawaan: foto-1.jpg dan seterusnya).",
        "Name of the new file (default: foto-1.jpg and so on).",
    ),
    "no-file": ("berkas {file} tidak ada", "there is no file {file}"),
    "no-file.hint": (
        "seret berkasnya ke jendela ini agar namanya tertulis benar",
        "drag the file into this window to have its name written right",
    ),
    "folder": ("{file} adalah folder", "{file} is a folder"),
    "folder.hint": ("sebutkan gambar di dalamnya, satu per satu", "name the pictures in it, one by one"),
    "none": ("belum ada gambar yang disebut", "no picture was named"),
    "none.hint": (
        "tulis: kendal photo add {path} IMG_2041.jpg",
        "write: kendal photo add {path} IMG_2041.jpg",
    ),
    "twice": ("{file} disebut dua kali", "{file} is named twice"),
    "format": (
        "{file} bukan gambar JPEG, PNG, WebP, atau HEIC",
        "{file} is no JPEG, PNG, WebP or HEIC picture",
    ),
    "format.hint": ("simpan atau ekspor sebagai JPEG, lalu ulangi", "save or export it as JPEG and try again"),
    "broken": ("{file} rusak atau terpotong", "{file} is damaged or cut off"),
    "broken.hint": (
        "salin lagi dari ponsel atau kameranya, lalu ulangi",
        "copy it again from the phone or camera and try again",
    ),
    "animated": ("{file} gambar bergerak", "{file} is animated"),
    "animated.hint": ("pilih satu gambar diam, lalu ulangi", "choose one still picture and try again"),
    "large": (
        "{file} memuat terlalu banyak piksel untuk dibuka dengan aman",
        "{file} has too many pixels to be opened safely",
    ),
    "large.hint": (
        "kecilkan dulu di ponsel atau aplikasi gambar, lalu ulangi",
        "make it smaller on the phone or in a picture program first",
    ),
    "same": ("{file} sudah ada di kiriman ini sebagai {other}", "{file} is already in this post as {other}"),
    "same.hint": ("hapus {file} dari perintah, lalu ulangi", "leave {file} out of the command and try again"),
    "taken": ("{file} sudah ada dan tidak ditimpa", "{file} is there already and was not overwritten"),
    "taken.hint": ("pakai nama lain, misalnya: --name {free}", "use another name, as: --name {free}"),
    "again.hint": ("ulangi perintahnya", "run the command again"),
    "name": ("--name: “{value}” tidak memuat huruf atau angka", "--name: “{value}” has no letter and no digit"),
    "too-many": (
        "{option} disebut {given} kali untuk {files} berkas",
        "{option} is given {given} times for {files} file(s)",
    ),
    "too-many.hint": (
        "beri satu {option} untuk setiap berkas, urut seperti berkasnya",
        "give one {option} for each file, in the order of the files",
    ),
    "need": ("{option} belum diisi untuk {file}", "{option} is missing for {file}"),
    "wrong": ("{option} untuk {file}: {problem}", "{option} for {file}: {problem}"),
    "harm": (
        "gambar tidak ditambahkan, karena kiriman akan bermasalah: {problem}",
        "nothing was added, because the post would have a fault: {problem}",
    ),
    "write": ("{path} tidak bisa ditulis: {reason}", "{path} cannot be written: {reason}"),
    "write.hint": (
        "tidak ada yang berubah; periksa ruang kosong dan izin folder, lalu ulangi",
        "nothing has changed; look at free space and permissions and try again",
    ),
    "told": ("perhatikan: {problem}", "please note: {problem}"),
    "left": (
        "catatan: {file} yang asli masih ada di folder kiriman; pindahkan atau hapus sebelum mengajukan",
        "note: the original {file} still lies in the post's folder; move or delete it before you submit",
    ),
}
TEXTS |= {
    "working": ("Mengecilkan {count} gambar …", "Making {count} picture(s) smaller …"),
    "ask": (
        "Teks alternatif dibacakan untuk orang yang tidak bisa melihat gambar: "
        "ceritakan yang tampak, 20 sampai 250 karakter.",
        "An alternative text is read to people who cannot see the picture: "
        "say what is to be seen, in 20 to 250 characters.",
    ),
    "ask.alt": ("{file}: apa yang tampak", "{file}: what is to be seen"),
    "ask.credit": ("{file}: pembuat gambar", "{file}: who made it"),
    "ask.credit.known": (
        "{file}: pembuat gambar (Enter: {known})",
        "{file}: who made it (Enter: {known})",
    ),
    "size": ("{width}×{height}", "{width}×{height}"),
    "megabytes": ("{whole},{tenth} MB", "{whole}.{tenth} MB"),
    "kilobytes": ("{count} kB", "{count} kB"),
    "change": ("{before} → {after}", "{before} → {after}"),
    "done": ("{source} → {file}, {size}, {weight}", "{source} → {file}, {size}, {weight}"),
    "done.located": (
        "{source} → {file}, {size}, {weight}, lokasi GPS dihapus",
        "{source} → {file}, {size}, {weight}, GPS location removed",
    ),
    "next": ("Berikutnya: kendal check {path}", "Next: kendal check {path}"),
}
