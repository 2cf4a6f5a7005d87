"""Sentences of the site and the preview: what a build says, and the names of kinds and reasons that a page shows."""

TEXTS = {
    "option.out": ("Folder hasil.", "The folder for the result."),
    "built": (
        "Situs jadi: {pages} halaman; {written} berkas ditulis, {removed} dihapus, {unchanged} tetap",
        "Site built: {pages} page(s); {written} file(s) written, {removed} removed, {unchanged} unchanged",
    ),
    "open": ("buka: {path}", "open: {path}"),
    "waiting": ("{count} kiriman menunggu waktu tampilnya", "{count} post(s) wait for their time"),
    "progress": ("membangun situs: {done}/{all} berkas", "building the site: {done}/{all} files"),
    "unverified": (
        "belum ada buku tayang: situs ini dibangun dari folder kerja tanpa verifikasi, untuk belajar, bukan untuk umum",
        "there is no ledger yet: this site was built from the work tree, unverified, for learning, not for the public",
    ),
    "unreadable": (
        "{path} tidak dapat dibaca dan tidak ikut; lihat: kendal check {path}",
        "{path} cannot be read and was left out; see: kendal check {path}",
    ),
    "no-ledger": (
        "kendal.yaml menyebut buku tayang {root}, tetapi buku itu tidak ditemukan",
        "kendal.yaml names the ledger {root}, but that ledger was not found",
    ),
    "no-ledger.hint": (
        "periksa remote “origin”: cabang ledger dan ledger-seen harus ada di sana",
        "look at the remote “origin”: the branches ledger and ledger-seen must be there",
    ),
    "no-revision": (
        "isi {path} yang disetujui ({revision}) tidak ada di klon ini",
        "the approved content of {path} ({revision}) is not in this clone",
    ),
    "no-revision.hint": (
        "ambil seluruh riwayat: git fetch --unshallow",
        "fetch the whole history: git fetch --unshallow",
    ),
    "not-ours": (
        "{out} berisi berkas yang bukan buatan kendal build",
        "{out} holds files that kendal build did not make",
    ),
    "not-ours.hint": (
        "pilih folder lain atau folder kosong untuk --out",
        "choose another or an empty folder for --out",
    ),
    "nothing-changed": (
        "tidak ada kiriman yang berubah; sebutkan satu, misalnya: kendal preview {example}",
        "no post has changed; name one, for example: kendal preview {example}",
    ),
    "nothing-at-all": (
        "belum ada kiriman; buat yang pertama dengan: kendal new",
        "there is no post yet; make the first with: kendal new",
    ),
    "not-a-post": ("{path} bukan folder kiriman", "{path} is not a post's folder"),
    "not-a-post.hint": ("kiriman ada di content/TTTT/BB/HH-nama", "posts lie in content/YYYY/MM/DD-slug"),
}
# The preview's own words: it is a tool of the staff and follows their language; the site inside it stays Indonesian.
TEXTS |= {
    "preview.title": ("Pratinjau", "Preview"),
    "preview.note": (
        "Berkas ini hanya untuk dilihat di meja kerja. Belum tayang di mana pun.",
        "This file is for your desk only. Nothing has been published.",
    ),
    "preview.jump": ("Lompat ke", "Jump to"),
    "preview.check": ("Hasil pemeriksaan", "Check"),
    "preview.clean": ("Tidak ada masalah.", "No problems found."),
    "preview.counts": ("{errors} galat, {warnings} peringatan", "{errors} error(s), {warnings} warning(s)"),
    "preview.line": ("baris {line}", "line {line}"),
    "preview.site": ("Halaman situs", "Page on the site"),
    "preview.unreadable": (
        "Kiriman belum dapat ditampilkan. Perbaiki dahulu galat di atas.",
        "The post cannot be shown yet. Mend the errors above first.",
    ),
    "preview.channels": ("Kanal media sosial", "Social channels"),
    "preview.none": ("Kiriman ini hanya tampil di situs.", "This post goes to the site only."),
    "preview.folder": ("Folder", "Folder"),
    "preview.digest": ("Sidik isi (digest)", "Digest"),
    "preview.uncommitted": ("belum di-commit, maka belum ada", "not committed, so there is none yet"),
    "preview.opens": ("Mulai tampil", "Visible from"),
    "preview.at-once": ("segera setelah disetujui", "as soon as it is approved"),
    "preview.undated": ("tanggalnya belum ditetapkan", "its date is not known yet"),
    "preview.sensitivity": ("Sensitivitas", "Sensitivity"),
    "preview.count": ("{length} / {most}", "{length} / {most}"),
    "preview.count.free": ("{length} karakter", "{length} characters"),
    "preview.weighted": ("dihitung menurut cara X", "counted the way X counts"),
    "preview.over": ("kelebihan {over}", "{over} too many"),
    "preview.pictures": ("Gambar dan teks alternatif", "Pictures and alternative texts"),
    "preview.alt": ("Teks alternatif", "Alternative text"),
    "preview.no-alt": ("belum ada teks alternatif", "no alternative text yet"),
    "preview.no-picture": (
        "{file}: berkasnya tidak ada atau bukan JPEG/PNG",
        "{file}: the file is missing or not a JPEG/PNG",
    ),
    "preview.no-pictures": ("tanpa gambar", "without pictures"),
    "preview.order": ("{number} dari {all}", "{number} of {all}"),
}
TEXTS |= {
    "kind.flyer-hari-besar": ("Hari Besar", "Commemorative day"),
    "kind.liputan": ("Liputan", "Coverage"),
    "kind.program": ("Program", "Programme"),
    "kind.pengumuman": ("Pengumuman", "Announcement"),
    "kind.infografis": ("Infografis", "Infographic"),
    "kind.foto-cerita": ("Foto Cerita", "Photo story"),
    "kind.siaran-pers": ("Siaran Pers", "Press release"),
    "kind.klarifikasi": ("Klarifikasi", "Clarification"),
    "kind.layanan-darurat": ("Layanan Darurat", "Emergency service"),
    "kind.ucapan-selamat": ("Ucapan Selamat", "Congratulations"),
    "kind.ucapan-duka": ("Ucapan Duka", "Condolences"),
    "reason.fakta": ("kekeliruan fakta", "a mistake of fact"),
    "reason.nama-jabatan": ("kekeliruan nama atau jabatan", "a wrong name or title"),
    "reason.ejaan": ("kekeliruan ejaan", "a spelling mistake"),
    "reason.desain-logo": ("kekeliruan desain atau logo", "a mistake in the design or a logo"),
    "reason.foto": ("kekeliruan foto", "a wrong photo"),
    "reason.waktu": ("kekeliruan waktu", "a wrong time"),
    "reason.izin": ("izin yang belum lengkap atau dicabut", "consent that is missing or was taken back"),
    "reason.data-pribadi": ("perlindungan data pribadi", "the protection of personal data"),
    "reason.netralitas": ("menjaga netralitas aparatur", "the neutrality of public servants"),
    "reason.salah-orang": ("kekeliruan orang yang ditampilkan", "the wrong person shown"),
    "reason.perintah": ("perintah pihak yang berwenang", "an order by the authority in charge"),
    "reason.lain": ("alasan lain", "another reason"),
}
