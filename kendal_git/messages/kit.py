"""Sentences of the kit: what a person reads who posts by hand."""

TEXTS = {
    "heading": ("Unggah dengan tangan: {channel}", "Post by hand: {channel}"),
    "state": (
        "Belum tayang. Sistem ini tidak dapat mengunggah ke {channel}; Anda yang melakukannya, lalu mencatatnya.",
        "Not published yet. This system cannot post to {channel}; you do it, and then record it.",
    ),
    "approved": (
        "Isi di bawah ini sudah disetujui persis seperti ini. Jangan mengubah satu huruf pun.",
        "What is below was approved exactly as it is. Do not change a letter of it.",
    ),
    "steps": ("Langkah", "Steps"),
    "open": ("Buka {channel} dengan akun resmi kantor.", "Open {channel} with the office's own account."),
    "open-whatsapp-channel": (
        "Buka WhatsApp di telepon kantor, tab Pembaruan, lalu saluran kantor.",
        "Open WhatsApp on the office's telephone, the tab Updates, then the office's channel.",
    ),
    "correction": (
        "Buka kiriman yang lama di {channel}, sunting; bila tidak dapat disunting, hapus dan unggah yang ini.",
        "Open the old post on {channel} and edit it; if it cannot be edited, delete it and post this one.",
    ),
    "picture": ("Simpan gambar di bawah, lalu lampirkan.", "Save the picture below and attach it."),
    "pictures": (
        "Simpan semua gambar di bawah, lalu lampirkan menurut nomornya.",
        "Save all pictures below and attach them in the order of their numbers.",
    ),
    "paste": ("Salin teks di bawah dan tempel seutuhnya.", "Copy the text below and paste all of it."),
    "alt": (
        "Isi teks alternatif tiap gambar, bila {channel} menyediakannya.",
        "Fill in each picture's alternative text where {channel} has a place for it.",
    ),
    "look": ("Unggah, lalu lihat hasilnya seperti pembaca melihatnya.", "Post, then look at it as a reader does."),
    "record": (
        "Salin alamat kirimannya dan catat dengan perintah di bawah. Tanpa catatan, kiriman ini dianggap belum tayang.",
        "Copy the post's address and record it with the command below. Without it, this post counts as not published.",
    ),
    "text": ("Teks", "Text"),
    "copy": ("Salin teks", "Copy the text"),
    "copy-alt": ("Salin teks alternatif", "Copy the alternative text"),
    "copy-command": ("Salin perintah", "Copy the command"),
    "copied": ("Tersalin", "Copied"),
    "share": ("Kirim ke WhatsApp saya", "Send to my WhatsApp"),
    "count": ("{length} dari {most}", "{length} of {most}"),
    "picture-number": ("Gambar {number} dari {all}", "Picture {number} of {all}"),
    "save": ("Simpan gambar", "Save the picture"),
    "no-alt": ("tanpa teks alternatif", "no alternative text"),
    "no-pictures": ("Kiriman ini tanpa gambar.", "This post has no picture."),
    "recording": ("Catat bahwa sudah tayang", "Record that it is published"),
    "made": (
        "kit siap di {place}; sesudah diunggah, catat: kendal publish --handed-off {post} {channel} --url ALAMAT",
        "the kit is ready in {place}; once posted, record it: kendal publish --handed-off {post} {channel} --url URL",
    ),
    "down": (
        "turunkan {post} dari {channel} bila sudah diunggah, lalu catat: kendal publish --handed-off {post} {channel}",
        "take {post} down from {channel} if it was posted, then record it: "
        "kendal publish --handed-off {post} {channel}",
    ),
    "unrecorded": (
        "{post}: kit untuk {channel} siap sejak {since:%d-%m-%Y %H:%M} dan belum dicatat tayang; "
        "sesudah diunggah: kendal publish --handed-off {post} {channel} --url ALAMAT",
        "{post}: the kit for {channel} has been ready since {since:%d-%m-%Y %H:%M} and is not recorded as published; "
        "once posted: kendal publish --handed-off {post} {channel} --url URL",
    ),
}
