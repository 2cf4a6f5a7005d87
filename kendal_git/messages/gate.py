"""Sentences of the verdict: what counts, what does not, whose turn it is."""

TEXTS = {
    "title": ("proposal {number}: {ruling}", "proposal {number}: {ruling}"),
    "ruling.approved": ("disetujui", "approved"),
    "ruling.waiting": ("menunggu", "waiting"),
    "ruling.blocked": ("tertahan", "blocked"),
    "ruling.unknown": ("tidak dapat dipastikan", "cannot be told"),
    "base": ("tujuannya {base}, bukan {main}", "it targets {base} and not {main}"),
    "fast": (
        "informasi serta-merta: cukup satu verifikator yang menulis alasannya; pandangan kedua menyusul",
        "urgent information: one verifier who writes why is enough; a second look follows",
    ),
    "because.typed": ("{post} ditandai {level}", "{post} is marked {level}"),
    "because.kind": ("jenis {kind} selalu sensitif", "the kind {kind} is always sensitive"),
    "because.word": ("kata “{word}” menjadikan {post} sensitif", "the word “{word}” makes {post} sensitive"),
    "fault.link": ("{path} bukan berkas biasa", "{path} is not a regular file"),
    "fault.twin": ("{path} dan {other} hanya beda huruf besar/kecil", "{path} and {other} differ in case or form only"),
    "fault.behind": (
        "{path} sudah berubah di cabang utama; gabungkan cabang utama ke cabang usulan ini dulu "
        "(tombol “Update branch”), lalu minta persetujuan lagi",
        "{path} has changed on main; take main into this branch first (“Update branch”), then ask for approval again",
    ),
    "fault.check": ("{place}: {problem}", "{place}: {problem}"),
    "fault.more": ("dan {count} galat lagi", "and {count} more errors"),
    "need.agenda": ("Pemeriksa agenda", "Agenda"),
    "need.policy-1": ("Pejabat pertama", "First holder"),
    "need.policy-2": ("Pejabat kedua", "Second holder"),
    "need.fast-lane": ("Jalur cepat", "Fast lane"),
    "unannounced": (
        "putusan ini tidak dapat ditulis pada proposal {number}: {problem}",
        "this verdict could not be written on proposal {number}: {problem}",
    ),
    "which": ("sebutkan nomor proposal, atau --all untuk semua", "name a proposal, or --all for all of them"),
    "which.hint": ("misalnya: kendal gate 7", "for example: kendal gate 7"),
    "option.quiet": ("Hanya lihat; jangan menulis status dan komentar.", "Only look; write no status and no comment."),
    "option.head": (
        "Proposal terbuka yang ujungnya commit ini (untuk CI).",
        "The open proposals with this commit as their head (for CI).",
    ),
    "option.all": ("Semua proposal terbuka, juga pandangan kedua.", "Every open proposal, and the second looks."),
    "given": ("disetujui {by}", "approved by {by}"),
    "waiting": ("menunggu {people}", "waiting for {people}"),
    "same-person": (
        "orang yang sama sudah mengisi peran lain; menunggu orang lain ({people})",
        "the same person already fills another role; waiting for somebody else ({people})",
    ),
    "order": (
        "persetujuannya mendahului tingkat di bawahnya; mohon setujui ulang ({people})",
        "approved before the level below; please approve again ({people})",
    ),
    "unknown": ("tidak dapat dipastikan", "cannot be told"),
    "unstaffed": (
        "tidak ada yang memegang peran {role}; {head} perlu menunjuk Plt./Plh. di kendal.yaml",
        "nobody holds the role {role}; {head} must name an acting holder in kendal.yaml",
    ),
    "no-one-else": (
        "tidak ada pemegang peran {role} lain yang boleh menyetujui usulan ini; "
        "{head} perlu menunjuk Plt./Plh. di kendal.yaml",
        "no other holder of the role {role} may approve this proposal; "
        "{head} must name an acting holder in kendal.yaml",
    ),
    "closed": ("proposal sudah ditutup", "the proposal is closed"),
    "draft": ("proposal masih konsep", "the proposal is still a draft"),
    "mixed": (
        "kiriman bercampur dengan berkas kebijakan ({files}); pisahkan ke proposal lain",
        "content is mixed with policy files ({files}); move them to a proposal of their own",
    ),
    "nothing": ("proposal tidak mengubah apa pun", "the proposal changes nothing"),
    "no-author": ("akun pengusul sudah tidak ada", "the author's account is gone"),
    "stranger": (
        "alamat commit {address} tidak dikenal; tambahkan ke “emails” orangnya di kendal.yaml, "
        "atau tutup usulan ini dan ajukan lagi dari cabang baru",
        "the commit address {address} belongs to nobody we know; add it to the person's “emails” in kendal.yaml, "
        "or close this proposal and submit again from a new branch",
    ),
    "changes": ("{by} meminta perbaikan: {text}", "{by} asks for changes: {text}"),
    "no-history": (
        "riwayat Git untuk proposal {number} tidak lengkap di sini",
        "the Git history of proposal {number} is not complete here",
    ),
    "no-history.hint": (
        "ambil seluruh riwayat: git fetch --unshallow",
        "fetch the whole history: git fetch --unshallow",
    ),
    "charter": (
        "peran atau kebijakan di kendal.yaml diubah tanpa persetujuan (commit {commit})",
        "roles or policy in kendal.yaml were changed without approval (commit {commit})",
    ),
    "charter.hint": (
        "kembalikan kendal.yaml seperti semula, lalu ajukan perubahannya lewat usulan yang disetujui; "
        "sebelum itu tidak ada yang ditayangkan",
        "put kendal.yaml back as it was and propose the change to be approved; until then nothing is published",
    ),
    "no-record": (
        "tidak ada catatan bagaimana proposal {number} masuk ke cabang utama",
        "there is no record of how proposal {number} reached main",
    ),
    "no-record.hint": (
        "ulangi nanti; bila tetap begitu, ajukan ulang: kendal submit --again KIRIMAN --reason ALASAN",
        "run it again later; if it stays so, submit again: kendal submit --again POST --reason WHY",
    ),
    "ignored": ("diabaikan", "ignored"),
    "ignored.deleted": ("akunnya sudah dihapus", "the account is deleted"),
    "ignored.bot": ("akun bot tidak dapat menyetujui", "a bot cannot approve"),
    "ignored.dismissed": ("persetujuannya dibatalkan oleh {by}", "the approval was dismissed by {by}"),
    "ignored.author": (
        "pengusul tidak dapat menyetujui usulannya sendiri",
        "the author cannot approve their own proposal",
    ),
    "ignored.after-merge": ("diberikan setelah digabungkan", "given after the merge"),
    "ignored.number": (
        "nama {login} kini milik akun nomor {number}, di kendal.yaml nomor {known}",
        "the login {login} now belongs to account {number}, kendal.yaml says {known}",
    ),
    "ignored.renamed": (
        "akun ini di kendal.yaml bernama {known}, sekarang {login}; perbarui kendal.yaml",
        "kendal.yaml calls this account {known}, it is now {login}; update kendal.yaml",
    ),
    "ignored.role": ("tidak memegang peran ini", "does not hold this role"),
    "ignored.dates": ("tidak memegang peran ini pada {day}", "did not hold this role on {day}"),
    "ignored.retargeted": ("diberikan sebelum cabang tujuan diganti", "given before the target branch changed"),
    "ignored.unseen": ("tidak diketahui isi mana yang disetujui", "it is not known what was approved"),
    "ignored.content": (
        "menyetujui isi lain (commit {commit}), isinya sudah berubah",
        "approved other content (commit {commit}); it has changed since",
    ),
    "ignored.before-push": (
        "diberikan sebelum isi ini diajukan ({at:%d-%m-%Y %H:%M})",
        "given before this content was pushed ({at:%Y-%m-%d %H:%M})",
    ),
    "ignored.push-unknown": (
        "waktu pengajuan isi ini tidak tercatat",
        "there is no record of when this content was pushed",
    ),
    "ignored.no-reason": (
        "jalur cepat: alasan belum ditulis pada persetujuan",
        "fast lane: the approval does not say why",
    ),
    "ignored.no-reference": (
        "perubahan peran: nomor SK belum ditulis pada persetujuan",
        "a change of roles: the approval does not name the decree (SK)",
    ),
    "ignored.contributor": ("ikut menulis isinya", "wrote a part of it"),
    "unauthenticated": (
        "belajar di satu komputer: identitas tidak diverifikasi",
        "embedded forge: nobody proved who they are (unauthenticated)",
    ),
    "hint.review": (
        "untuk menyetujui: kendal review {number} --approve",
        "to approve: kendal review {number} --approve",
    ),
    "hint.merge": ("untuk menggabungkan: kendal merge {number}", "to merge: kendal merge {number}"),
}
