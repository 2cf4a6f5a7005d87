"""Help texts of the commands; the first paragraph is the line in the list of commands."""

TEXTS = {
    "kendal": (
        "Alur unggah konten Diskominfo di atas Git: agenda, disposisi, kiriman, verifikasi, penayangan.",
        "The publishing procedure of a government office on Git: agenda, disposition, post, verification, publication.",
    ),
    "option.folder": ("Bekerja di repositori DIR.", "Work in the repository DIR."),
    "option.lang": ("Bahasa pesan: id atau en.", "Language of the messages: id or en."),
    "option.version": ("Tampilkan versi.", "Show the version."),
    "option.format": ("Bentuk keluaran.", "Form of the output."),
    "check": (
        "Periksa kiriman, hari agenda, dan kendal.yaml.\n\n"
        "PATH adalah folder kiriman, berkas di dalamnya, atau hari agenda. Tanpa PATH: semuanya. "
        "Keluar dengan 1 bila ada galat; peringatan saja tidak menahan.",
        "Check posts, agenda days and kendal.yaml.\n\n"
        "A PATH is a post's folder, a file in it, or a day of the agenda. Without one: all of them. "
        "Exits with 1 when there is an error; a warning alone holds nothing back.",
    ),
    "check.format": (
        "Bentuk keluaran: text, json, github, atau gitlab.",
        "Form of the output: text, json, github or gitlab.",
    ),
    "check.all": ("Periksa semuanya.", "Check everything."),
    "check.explain": ("Jelaskan satu aturan, dengan contoh.", "Explain one rule, with examples."),
    "check.no-cache": (
        "Periksa semuanya dari awal, tanpa simpanan hasil sebelumnya.",
        "Check everything from scratch, without the results kept from before.",
    ),
    "check.since": (
        "Periksa yang di-commit sejak REV, dan yang bisa terganggu olehnya; dengan HEAD: yang belum di-commit.",
        "Check what was committed since REV, and what that can break; with HEAD: what is not committed yet.",
    ),
    "check.at": (
        "Baca berkas commit REV sebagai objek Git, bukan berkas di folder ini (untuk CI).",
        "Read the files of commit REV as Git objects, not those of this folder (for CI).",
    ),
    "check.committed": (
        "Bersama --since: baca isinya dari commit, bukan dari folder kerja (untuk CI dan hook).",
        "With --since: read it from the commit, not from the work tree (for CI and hooks).",
    ),
}
TEXTS |= {
    "agenda": (
        "Catat dan lihat agenda pimpinan.\n\nLangkah 1 SOP: acara dicatat paling lambat sehari sebelumnya (H-1).",
        "Record and show the leaders' agenda.\n\n"
        "Step 1 of the procedure: an event is recorded the day before at the latest.",
    ),
    "agenda.add": ("Catat satu acara di agenda hari itu.", "Record one event in the agenda of its day."),
    "agenda.show": ("Tampilkan agenda satu hari atau beberapa hari.", "Show the agenda of one day or of several."),
    "assign": (
        "Beri disposisi dan tugaskan staf untuk satu acara.\n\nLangkah 2 SOP: 30 menit sejak disposisi.",
        "Give the disposition for an event and assign staff.\n\n"
        "Step 2 of the procedure: 30 minutes from the disposition.",
    ),
    "new": (
        "Buat folder kiriman baru, terisi sebanyak mungkin dari agenda.\n\nLangkah 3 SOP.",
        "Make a new post's folder, filled from the agenda as far as possible.\n\nStep 3 of the procedure.",
    ),
    "photo": ("Gambar untuk kiriman.\n\nLangkah 3 SOP.", "Pictures for a post.\n\nStep 3 of the procedure."),
    "photo.add": (
        "Kecilkan, bersihkan, dan tambahkan gambar ke kiriman, beserta teks alternatifnya.\n\n"
        "JPEG, PNG, WebP, atau HEIC. Hasilnya JPEG tegak tanpa lokasi dan data lain, paling besar 2560 piksel dan "
        "1,5 MB. Berkas aslinya tidak diubah. Keluar dengan 2, tanpa menulis apa pun, bila ada yang keliru.",
        "Make pictures small and clean and add them to a post, with their alternative texts.\n\n"
        "JPEG, PNG, WebP or HEIC. The result is an upright JPEG without location or other data, "
        "at most 2560 pixels and 1.5 MB. The original is not changed. "
        "Exits with 2, and writes nothing, when something is wrong.",
    ),
    "preview": (
        "Lihat kiriman seperti akan tampil di situs dan di setiap kanal.",
        "See a post as it will look on the site and on each channel.",
    ),
    "submit": (
        "Ajukan kiriman atau agenda untuk diverifikasi.\n\n"
        "Berkas Anda tetap di tempatnya. Mengulang perintah ini aman: perubahan dikirim ke proposal yang sama.",
        "Submit a post, or agenda files, for verification.\n\n"
        "Your files stay where they are. Repeating it is safe: changes go to the same proposal.",
    ),
    "status": ("Proposal yang terbuka, dan giliran siapa.", "Open proposals, and whose turn it is."),
    "review": (
        "Setujui, kembalikan, atau komentari satu proposal.\n\n"
        "Persetujuan berlaku untuk isi yang Anda lihat; bila isinya berubah, ia gugur.",
        "Approve, return or comment on a proposal.\n\n"
        "An approval is for the content that you saw; when a byte changes, it lapses.",
    ),
    "gate": (
        "Putusan atas satu proposal: siapa sudah menyetujui, siapa belum, dan mengapa.\n\n"
        "Keluar dengan 0 hanya bila disetujui.",
        "The verdict on a proposal: who approved, who did not, and why.\n\nExits with 0 only when it is approved.",
    ),
    "merge": (
        "Gabungkan proposal yang sudah disetujui ke cabang utama.",
        "Merge an approved proposal into the protected branch.",
    ),
    "withdraw": (
        "Tarik kiriman sekarang juga dari semua kanal; cukup satu pemegang peran.\n\n"
        "Dua pemegang peran lain menyetujui keterangannya sesudah itu.",
        "Take a post down everywhere, at once; one role holder is enough.\n\n"
        "Two other role holders approve its tombstone afterwards.",
    ),
    "build": ("Bangun situs publik.", "Build the public site."),
    "publish": (
        "Tayangkan semua yang sudah disetujui dan waktunya tiba, tepat satu kali.\n\n"
        "Keluar dengan 4 bila ada pengiriman yang meragukan: lihat kanalnya, lalu kendal ledger settle.",
        "Publish everything that is approved and due, exactly once.\n\n"
        "Exits with 4 when a delivery is in doubt: look at the channel, then kendal ledger settle.",
    ),
    "ledger": (
        "Buku tayang: mulai, lihat, periksa, selesaikan keraguan.",
        "The ledger: start, show, verify, settle a doubt.",
    ),
    "ledger.init": (
        "Mulai buku tayang pada satu commit; kiriman yang sudah ada di sana tidak akan dikirim.",
        "Start the ledger at a commit; posts already there are never sent.",
    ),
    "ledger.show": ("Tampilkan apa yang sudah tayang, dan buktinya.", "Show what was published, and the proof."),
    "ledger.verify": ("Periksa keutuhan buku tayang, baris demi baris.", "Verify the ledger, line by line."),
    "ledger.settle": (
        "Nyatakan apa yang Anda lihat di kanal untuk pengiriman yang meragukan.\n\n"
        "not-sent menyatakan: kirimannya tidak ada di kanal, dan tidak ada lagi yang dapat mengirimkannya.",
        "State what you saw on the channel for a delivery in doubt.\n\n"
        "not-sent vouches that it is not on the channel and that nothing can still send it.",
    ),
    "hold": (
        "Hentikan penayangan, semua atau satu kanal, sekarang juga.",
        "Stop publication, all or one channel, at once.",
    ),
    "unhold": ("Lanjutkan penayangan yang dihentikan.", "Lift a stop."),
    "init": (
        "Siapkan repositori konten baru untuk sebuah kantor.",
        "Make a content repository for an office.",
    ),
    "doctor": (
        "Periksa apakah komputer, repositori, dan pengaturan GitHub sudah siap.\n\n"
        "Yang kurang dijelaskan cara menyetelnya di halaman web. Tidak mengubah apa pun, kecuali dengan --write. "
        "Dengan --channels yang diperiksa akun di media sosial; tidak ada yang terkirim ke sana. "
        "Keluar dengan 1 bila ada yang kurang, 3 bila ada yang belum bisa dipastikan.",
        "Examine whether computer, repository and GitHub's settings are ready.\n\n"
        "For what is missing it says how to set it on the web page. Changes nothing, except with --write. "
        "With --channels it examines the accounts on social media; nothing is sent there. "
        "Exits with 1 when something is missing, 3 when something cannot be told.",
    ),
    "schema": (
        "JSON Schema untuk editor, atau halaman rujukan semua isian.",
        "JSON Schema for editors, or the reference of all fields.",
    ),
    "demo": (
        "Peragakan kelima langkah SOP di repositori sementara, tanpa akun dan tanpa jaringan.",
        "Walk through all five steps in a scratch repository, without an account and without a network.",
    ),
}
