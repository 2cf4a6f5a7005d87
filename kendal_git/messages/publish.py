"""Sentences of publication."""

TEXTS = {
    "nothing": ("tidak ada yang perlu ditayangkan", "nothing is owed"),
    "summary": (
        "{delivered} tayang, {doubts} meragukan, {owed} belum",
        "{delivered} delivered, {doubts} in doubt, {owed} owed",
    ),
    "summary.by-hand": (", {count} menunggu diunggah dengan tangan", ", {count} to be posted by hand"),
    "state.delivered": ("tayang", "delivered"),
    "state.already": ("sudah tayang", "already"),
    "state.scheduled": ("terjadwal", "scheduled"),
    "state.owed": ("belum terkirim", "owed"),
    "state.held": ("ditahan", "held"),
    "state.missed": ("terlewat", "missed"),
    "state.expired": ("kedaluwarsa", "expired"),
    "state.refused": ("ditolak", "refused"),
    "state.in-doubt": ("meragukan", "in doubt"),
    "state.withdrawn": ("ditarik", "withdrawn"),
    "state.handed-off": ("dengan tangan", "by hand"),
    "state.baseline": ("sudah ada sejak awal", "baseline"),
    "state.unknown": ("belum dapat dipastikan", "unknown"),
    "vanished": (
        "{path} hilang dari cabang utama tanpa “withdrawn:”; kembalikan foldernya, lalu tarik dengan “withdrawn:”",
        "{path} vanished from main without “withdrawn:”; put it back, then withdraw it with “withdrawn:”",
    ),
    "unreadable": (
        "{path} tidak dapat dibaca; periksa dengan: kendal check {path}",
        "{path} cannot be read; look with: kendal check {path}",
    ),
    "unknown": (
        "persetujuan untuk {path} belum dapat dipastikan; jalankan lagi",
        "the approval of {path} cannot be told now; run again",
    ),
    "unapproved": (
        "{path} masuk ke cabang utama tanpa persetujuan lengkap; ajukan ulang: "
        "kendal submit --again {path} --reason ALASAN, atau di laman web: tambahkan baris “resubmitted: ALASAN” "
        "pada {path}/post.md lewat usulan baru",
        "{path} reached main without full approval; propose it again: "
        "kendal submit --again {path} --reason WHY, or on the web page: add a line “resubmitted: WHY” "
        "to {path}/post.md in a new proposal",
    ),
    "missed": (
        "terlewat sejak {at:%d-%m-%Y %H:%M}; tidak dikirim diam-diam. Bila masih perlu: beri publish_at baru, "
        "atau kendal submit --again dengan alasan",
        "missed since {at:%Y-%m-%d %H:%M}; it is not sent silently late. If it is still wanted: give it a new "
        "publish_at, or kendal submit --again with a reason",
    ),
    "ordered": ("ditarik atas perintah {by}: {reason}", "taken down by order of {by}: {reason}"),
    "handed.found": (
        "dicatat: {post} di {channel}, diunggah dengan tangan oleh {by}",
        "recorded: {post} on {channel}, posted by hand by {by}",
    ),
    "handed.withdrawal": (
        "dicatat: {post} sudah diturunkan dari {channel} oleh {by}",
        "recorded: {post} was taken down from {channel} by {by}",
    ),
    "handed.doubt": (
        "pengiriman {post} ke {channel} masih meragukan",
        "the delivery of {post} to {channel} is in doubt",
    ),
    "handed.doubt.hint": (
        "lihat kanalnya, lalu: kendal ledger settle",
        "look at the channel, then: kendal ledger settle",
    ),
    "handed.unapproved": (
        "isi {post} di cabang utama belum disetujui, jadi belum boleh ada di {channel}",
        "what main has of {post} is not approved, so it may not be on {channel} yet",
    ),
    "handed.url": ("alamat kirimannya belum ditulis", "the post's address is missing"),
    "handed.url.hint": (
        "misalnya: kendal publish --handed-off {post} {channel} --url https://…",
        "for example: kendal publish --handed-off {post} {channel} --url https://…",
    ),
    "watch.well": ("tidak ada yang tertunda", "nothing is overdue"),
    "watch.unplanned": (
        "cabang utama berubah sejak {since:%d-%m-%Y %H:%M} dan belum ada proses penayangan yang melihatnya",
        "main moved at {since:%Y-%m-%d %H:%M} and no publishing run has looked at it",
    ),
    "watch.standing": (
        "{post} sudah ditarik dan belum diturunkan dari {channel}",
        "{post} is withdrawn and has not been taken down from {channel}",
    ),
    "watch.unsent": ("{post} sudah waktunya dan belum tayang di {channel}", "{post} is due and not sent to {channel}"),
    "option.handed-off": (
        "Catat yang dikerjakan dengan tangan di sebuah kanal.",
        "Record what was done by hand on a channel.",
    ),
    "option.url": ("Alamat kiriman di kanal itu.", "Where the post is on that channel."),
    "option.watchdog": (
        "Kirim apa pun tidak; keluar dengan 1 bila ada yang tertunda.",
        "Send nothing; exit with 1 when something is overdue.",
    ),
    "looks-different": (
        "tampilan {path} berubah sejak disetujui (program diperbarui?); ajukan ulang: "
        "kendal submit --again {path} --reason ALASAN",
        "{path} would look different from what was approved (was the program updated?); propose it again: "
        "kendal submit --again {path} --reason WHY",
    ),
    "undated": ("menunggu tanggal hari besarnya ditetapkan", "waits until the commemoration's date is known"),
    "scheduled": ("dijadwalkan {at:%d-%m-%Y %H:%M %Z}", "scheduled for {at:%Y-%m-%d %H:%M %Z}"),
    "expired": ("kedaluwarsa sejak {at:%d-%m-%Y %H:%M %Z}", "expired at {at:%Y-%m-%d %H:%M %Z}"),
    "changed": (
        "keinginan cabang utama berubah; dilihat lagi pada proses berikutnya",
        "what main wants has changed; the next run looks again",
    ),
    "taken-over": ("sudah ditangani proses lain", "another run has taken it over"),
    "late": (
        "terlambat untuk mengirim dengan aman; dicoba lagi pada proses berikutnya",
        "too late to send safely; the next run tries again",
    ),
    "no-answer": (
        "kanal tidak memberi kepastian ({reason}): mungkin tayang, mungkin tidak. "
        "Lihat kanalnya, lalu kendal ledger settle",
        "the channel gave no certain answer ({reason}): it may be visible or not. "
        "Look at the channel, then kendal ledger settle",
    ),
    "doubt": (
        "proses {run} berhenti di tengah jalan. Lihat kanalnya, lalu kendal ledger settle",
        "the run {run} stopped half-way. Look at the channel, then kendal ledger settle",
    ),
    "refused": ("kanal menolak: {reason}", "the channel refused: {reason}"),
    "unreached": ("kanal tidak terhubung: {reason}", "the channel was not reached: {reason}"),
    "unprepared": ("persiapan gagal: {reason}", "preparation failed: {reason}"),
    "denied": (
        "kanal menolak token atau izin kita: {reason}; periksa dengan kendal doctor --channels",
        "the channel refuses our token or permission: {reason}; look with kendal doctor --channels",
    ),
    "throttled": (
        "kanal meminta menunggu sampai {at:%d-%m-%Y %H:%M} ({reason})",
        "the channel asks to wait until {at:%Y-%m-%d %H:%M} ({reason})",
    ),
    "paused": ("kanal berhenti dulu: {reason}", "the channel is paused: {reason}"),
    "correction-by-hand": (
        "{channel} tidak dapat mengubah kiriman; perbaiki dengan tangan, lalu catat: "
        "kendal publish --handed-off KIRIMAN {channel} --url ALAMAT",
        "{channel} cannot change a post; mend it by hand, then record it: "
        "kendal publish --handed-off POST {channel} --url URL",
    ),
    "by-hand": ("tidak dapat dilakukan lewat program: {reason}", "no program can do this: {reason}"),
    "unrecorded.sent": (
        "sudah tayang, tetapi belum tercatat: {problem}",
        "it was sent and could not be recorded: {problem}",
    ),
    "unrecorded.not-sent": (
        "tidak dikirim, tetapi belum tercatat: {problem}",
        "it was not sent and that could not be recorded: {problem}",
    ),
    "not-down": ("belum turun: {reason}", "not taken down: {reason}"),
    "down-again": ("diturunkan; diperiksa sekali lagi pada proses berikutnya", "taken down; once more in the next run"),
    "stop.held": ("penayangan sedang ditahan", "publication is on hold"),
    "stop.refused": ("persetujuannya tidak lengkap lagi", "it is no longer approved"),
    "stop.unknown": ("persetujuannya tidak dapat dipastikan", "its approval cannot be told"),
    "stop.throttled": ("kanal meminta menunggu", "the channel asks to wait"),
    "stop.scheduled": ("belum waktunya", "not due yet"),
    "stop.expired": ("sudah kedaluwarsa", "expired"),
    "stop.dropped": ("kanal ini tidak lagi dipilih", "the channel is no longer chosen"),
    "busy": ("buku tayang sedang dipakai banyak proses", "the ledger is busy"),
    "stale-main": ("cabang utama yang diambil lebih tua dari buku tayang", "the fetched main is older than the ledger"),
    "stale-main.hint": (
        "jalankan lagi; bila tetap begini, cabang utama mungkin dipaksa mundur",
        "run again; if it stays, main may have been forced back",
    ),
    "no-secret": (
        "kanal {channel} (via: {via}): secret {names} belum diisi",
        "channel {channel} (via: {via}): {names} is not set",
    ),
    "no-secret.hint": (
        "isi sebagai secret atau variabel lingkungan (docs/panduan/{via}.md), "
        "atau tulis “{channel}: {{via: outbox}}” di kendal.yaml agar diunggah dengan tangan",
        "set it as a secret or environment variable (docs/panduan/{via}.md), "
        "or write “{channel}: {{via: outbox}}” in kendal.yaml to post by hand",
    ),
    "odd-secret": (
        "{names} memuat spasi, baris baru, atau huruf yang bukan ASCII",
        "{names} holds a space, a line end or a character that is not ASCII",
    ),
    "odd-secret.hint": (
        "salin lagi dari sumbernya, tanpa tanda kutip",
        "copy it again from its source, without quotation marks",
    ),
    "bare-address": (
        "{names} harus berawalan https://, sebab token dikirim ke sana",
        "{names} must begin with https://, for a token is sent there",
    ),
    "bare-address.hint": (
        "tulis alamat lengkapnya, misalnya https://bsky.social",
        "write the whole address, such as https://bsky.social",
    ),
    "no-route": (
        "kanal {channel}: jalur “{via}” tidak tersedia; yang ada: {known}",
        "channel {channel}: there is no route “{via}”; known: {known}",
    ),
    "no-channel": ("tidak ada kanal {name} di kendal.yaml", "kendal.yaml has no channel {name}"),
    "settle": (
        "setelah melihat kanalnya: kendal ledger settle {post} {channel} sent --url ALAMAT   (atau: not-sent)",
        "after looking at the channel: kendal ledger settle {post} {channel} sent --url ADDRESS   (or: not-sent)",
    ),
    "settle.sent": (
        "catat dengan: kendal ledger settle {post} {channel} sent --url {url}",
        "record it with: kendal ledger settle {post} {channel} sent --url {url}",
    ),
    "settle.gone": (
        "kendal hold dulu, lalu kendal publish, dan catat: kendal publish --handed-off {post} {channel} --url {url}",
        "kendal hold first, then kendal publish, and say: kendal publish --handed-off {post} {channel} --url {url}",
    ),
    "settle.not-sent": (
        "catat dengan: kendal ledger settle {post} {channel} not-sent",
        "record it with: kendal ledger settle {post} {channel} not-sent",
    ),
    "rehearsal": ("latihan: tidak ada yang benar-benar dikirim", "rehearsal: nothing was really sent"),
    "option.rehearse": (
        "Berlatih saja: tidak ada yang dikirim dan tidak ada yang dicatat.",
        "Rehearse: nothing is sent and nothing is recorded.",
    ),
    "option.awaiting": (
        "Tulis ke berkas ini apa yang hanya menunggu gambarnya di situs, tanpa menganggapnya gagal.",
        "Write into this file what waits only for its pictures on the site, and do not call that a failure.",
    ),
    "option.only": ("Hanya kanal ini.", "This channel only."),
}
