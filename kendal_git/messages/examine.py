"""What the doctor says of any channel: its secrets, what a service answers, clocks, ends and versions."""

TEXTS = {
    "channels": ("kanal di kendal.yaml: {names}", "channels of kendal.yaml: {names}"),
    "none": ("kendal.yaml belum menyebut kanal apa pun", "kendal.yaml names no channel yet"),
    "alone": (
        "nama kanal hanya dipakai bersama --channels",
        "the name of a channel goes with --channels alone",
    ),
    "alone.hint": ("misalnya: kendal doctor --channels facebook", "for example: kendal doctor --channels facebook"),
    "both": ("--write dan --channels tidak dapat digabung", "--write and --channels do not go together"),
    "both.hint": ("jalankan satu per satu", "run one after the other"),
    "ready": ("siap", "ready"),
    "gaps": ("{number} kurang", "{number} missing"),
    "doubts": ("{number} belum pasti", "{number} unknown"),
    "by-hand": (
        "tidak perlu token: kendal menyiapkan kit, orang yang mengunggah",
        "needs no token: kendal makes a kit, and a person posts",
    ),
    "route.hint": ("pilih jalur lain di kendal.yaml", "choose another route in kendal.yaml"),
    # ---- secrets -----------------------------------------------------------------------------------------------------
    "secrets": ("secret terisi: {names}", "secrets are set: {names}"),
    "secrets.missing": ("secret belum diisi: {names}", "secrets are not set: {names}"),
    "secrets.odd.hint": (
        "salin lagi dari sumbernya, tanpa tanda kutip (docs/panduan/{via}.md)",
        "copy it again from its source, without quotation marks (docs/panduan/{via}.md)",
    ),
    "secrets.bare.hint": (
        "tulis alamat lengkapnya, misalnya https://bsky.social (docs/panduan/{via}.md)",
        "write the whole address, such as https://bsky.social (docs/panduan/{via}.md)",
    ),
    # ---- what any service answers ------------------------------------------------------------------------------------
    "account": ("akunnya menjawab: {who}", "the account answers: {who}"),
    "denied": ("layanan menolak token atau izin kita: {reason}", "the service refuses our token or right: {reason}"),
    "denied.hint": (
        "perbarui token atau izinnya menurut docs/panduan/{via}.md, lalu isi lagi secret-nya",
        "renew the token or its right as docs/panduan/{via}.md says, then set the secret again",
    ),
    "refused": ("layanan menolak pertanyaan kita: {reason}", "the service refuses our question: {reason}"),
    "throttled": (
        "layanan meminta menunggu {seconds} detik ({reason})",
        "the service asks to wait {seconds} seconds ({reason})",
    ),
    "throttled.hint": (
        "tunggu dulu; kendal publish juga menunggu, lalu mengirim sendiri",
        "wait; kendal publish waits as well and then sends by itself",
    ),
    "unreached": ("layanan tidak terhubung: {reason}", "the service was not reached: {reason}"),
    "unreached.hint": (
        "periksa sambungan internet dan alamat di secret-nya, lalu jalankan lagi",
        "look at the internet connection and at the address in the secret, then run again",
    ),
    "unanswered": ("layanan tidak memberi jawaban: {reason}", "the service gave no answer: {reason}"),
    "unanswered.hint": (
        "layanannya mungkin terganggu; jalankan lagi nanti",
        "the service may be out of order; run again later",
    ),
    "strange": ("jawabannya tidak dikenali ({reason})", "the answer is not understood ({reason})"),
    "strange.hint": (
        "periksa alamatnya menurut docs/panduan/{via}.md; bila benar, layanannya mungkin berubah",
        "look at the address as docs/panduan/{via}.md says; if it is right, the service may have changed",
    ),
    "clock": (
        "jam komputer ini {seconds} detik {way} jam layanan",
        "the clock of this computer is {seconds} seconds {way} the service's",
    ),
    "clock.ahead": ("lebih cepat daripada", "ahead of"),
    "clock.behind": ("lebih lambat daripada", "behind"),
    "clock.hint": (
        "nyalakan penyetelan jam otomatis: tanda tangan panggilan memuat jam, dan X menolak yang meleset",
        "switch on automatic time: signed calls carry the time, and X refuses those that are off",
    ),
    "token.forever": ("token tidak punya tanggal kedaluwarsa", "the token has no expiry date"),
    "token.until": (
        "token berlaku sampai {at:%d-%m-%Y}, {days} hari lagi",
        "the token is good until {at:%Y-%m-%d}, {days} more days",
    ),
    "token.soon": (
        "token berlaku sampai {at:%d-%m-%Y}: tinggal {days} hari",
        "the token is good until {at:%Y-%m-%d}: {days} days are left",
    ),
    "token.over": ("token kedaluwarsa sejak {at:%d-%m-%Y}", "the token expired on {at:%Y-%m-%d}"),
    "token.unknown": (
        "tanggal kedaluwarsa token tidak dapat diketahui",
        "the expiry date of the token cannot be told",
    ),
    "scopes": ("izinnya lengkap: {names}", "all permissions are there: {names}"),
    "scopes.missing": ("izin ini belum ada: {names}", "these permissions are missing: {names}"),
    "scopes.unknown": (
        "izin token tidak dapat diketahui; yang diperlukan: {names}",
        "the permissions of the token cannot be told; needed are: {names}",
    ),
    "quota": ("tersisa {left} dari {most} {of}", "{left} of {most} are left: {of}"),
    # ---- versions ----------------------------------------------------------------------------------------------------
    "version.until": ("{name} didukung sampai {until:%d-%m-%Y}", "{name} is supported until {until:%Y-%m-%d}"),
    "version.least": (
        "{name} didukung paling tidak sampai {until:%d-%m-%Y}",
        "{name} is supported until {until:%Y-%m-%d} at least",
    ),
    "version.open": (
        "{name}: belum ada akhir yang diumumkan (catatan {as_of:%d-%m-%Y})",
        "{name}: no end is announced (as of {as_of:%Y-%m-%d})",
    ),
    "version.soon": (
        "{name} didukung sampai {until:%d-%m-%Y}: tinggal {days} hari",
        "{name} is supported until {until:%Y-%m-%d}: {days} days are left",
    ),
    "version.over": (
        "{name} hanya dijamin sampai {until:%d-%m-%Y} (catatan {as_of:%d-%m-%Y})",
        "{name} was promised until {until:%Y-%m-%d} only (as of {as_of:%Y-%m-%d})",
    ),
    "version.unlisted": (
        "masa dukungan {name} tidak tercatat (catatan {as_of:%d-%m-%Y})",
        "how long {name} is supported is not on record (as of {as_of:%Y-%m-%d})",
    ),
    "version.hint": (
        "perbarui program kendal; catatan masa dukungannya ikut di dalamnya",
        "update the program kendal; its record of supported versions comes with it",
    ),
    "server": (
        "server {name} {version} (perlu {oldest} ke atas)",
        "{name} server {version} ({oldest} or newer is needed)",
    ),
    "server.old": (
        "server {name} {version} terlalu tua; perlu {oldest} ke atas",
        "{name} server {version} is too old; {oldest} or newer is needed",
    ),
    "server.unknown": (
        "versi server {name} tidak dapat diketahui",
        "the version of the {name} server cannot be told",
    ),
    "server.hint": (
        "tanyakan pengelola servernya, atau pakai via: outbox",
        "ask who runs the server, or use via: outbox",
    ),
}
