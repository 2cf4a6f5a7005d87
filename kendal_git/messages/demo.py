"""Sentences of the demonstration."""

TEXTS = {
    "title": (
        "Lima langkah SOP, sungguhan di Git, di folder {folder}",
        "The five steps of the procedure, for real in Git, in {folder}",
    ),
    "step.office": ("Kantor", "Office"),
    "step.agenda": ("1 Agenda", "1 Agenda"),
    "step.disposition": ("2 Disposisi", "2 Disposition"),
    "step.production": ("3 Produksi", "3 Production"),
    "step.verification": ("4 Verifikasi", "4 Verification"),
    "step.attack": ("  Serangan", "  Attack"),
    "step.publication": ("5 Penayangan", "5 Publication"),
    "office.local": ("repositori, remote, dan buku tayang siap", "repository, remote and ledger are ready"),
    "office.github": (
        "pindah ke GitHub: tiruan ketat API-nya di komputer ini, Git sungguhan lewat HTTP",
        "moved to GitHub: a strict stand-in of its API on this machine, real Git over HTTP",
    ),
    "agenda": (
        "Staf mencatat acara; SubKoor PSDK menyetujui; masuk cabang utama",
        "staff record an event; SubKoor PSDK approves; it is on main",
    ),
    "disposition": (
        "Kabid IKP memberi disposisi dan petugas ditunjuk",
        "Kabid IKP gives the disposition and staff are assigned",
    ),
    "production": (
        "Staf membuat kiriman, memeriksa, melihat pratinjau, dan mengajukannya (proposal {number})",
        "staff make the post, check it, preview it and submit it (proposal {number})",
    ),
    "returned": (
        "Kabid IKP mengembalikan: “{words}”; Staf memperbaiki",
        "Kabid IKP returns it: “{words}”; staff mend it",
    ),
    "attack.self": ("Staf menyetujui usulannya sendiri", "staff approve their own proposal"),
    "attack.edit": ("Staf mengubah isi setelah disetujui", "staff edit after the approval"),
    "attack.roles": (
        "Staf menjadikan dirinya Kabid di dalam proposal",
        "staff make themselves Kabid inside the proposal",
    ),
    "refused": ("ditolak: {reason}", "refused: {reason}"),
    "approved": (
        "SubKoor PSDK dan Kabid IKP menyetujui isi yang sama; digabungkan",
        "SubKoor PSDK and Kabid IKP approve the same content; merged",
    ),
    "killed": (
        "proses pertama dimatikan di tengah jalan, sesudah mencatat niat",
        "the first process is killed half-way, after it wrote its intent",
    ),
    "recovered": (
        "proses kedua menyelesaikannya: {delivered} kanal, masing-masing satu kali",
        "the second process finishes: {delivered} channels, once each",
    ),
    "proof": ("bukti: {approvals}", "proof: {approvals}"),
    "end": ("Buka dan lihat:", "Open and look:"),
    "end.site": ("situs", "site"),
    "end.preview": ("pratinjau", "preview"),
    "end.outbox": ("kotak keluar", "outbox"),
    "end.ledger": ("buku tayang", "ledger"),
    "end.repository": ("repositori", "repository"),
    "failed": (
        "peragaan berhenti: {command} selesai dengan kode {code}",
        "the demonstration stopped: {command} ended with {code}",
    ),
    "seconds": ("selesai dalam {seconds:.0f} detik", "done in {seconds:.0f} seconds"),
    "option.forge": (
        "Tempat usulan: local (di dalam repositori) atau github (tiruan ketat lewat HTTP).",
        "Where proposals live: local (inside the repository) or github (a strict stand-in over HTTP).",
    ),
    "option.dir": ("Pakai folder ini (baru atau kosong).", "Use this folder (new or empty)."),
}
