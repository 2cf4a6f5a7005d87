"""What the doctor says of the single services: whose account it is, what its token may do, what is left."""

TEXTS = {
    # ---- Meta --------------------------------------------------------------------------------------------------------
    "facebook": ("token milik Halaman {who}", "the token is of the Page {who}"),
    "facebook.other": (
        "token milik {who}, bukan milik Halaman {page}",
        "the token is of {who} and not of the Page {page}",
    ),
    "facebook.other.hint": (
        "ambil token Halaman dari me/accounts (docs/panduan/facebook.md bagian 2), "
        "atau perbaiki nomornya di META_PAGE_ID",
        "take the Page's token from me/accounts (docs/panduan/facebook.md section 2), "
        "or mend the number in META_PAGE_ID",
    ),
    "facebook.hidden": (
        "Halaman {who} sedang tidak diterbitkan: tidak ada yang dapat melihatnya",
        "the Page {who} is not published: nobody can see it",
    ),
    "facebook.hidden.hint": (
        "terbitkan Halamannya di pengaturan Halaman (docs/panduan/facebook.md)",
        "publish the Page in its settings (docs/panduan/facebook.md)",
    ),
    "instagram": ("token sampai ke akun {who}", "the token reaches the account {who}"),
    "instagram.page": ("terhubung lewat Halaman {page}", "connected through the Page {page}"),
    "instagram.other": (
        "Halaman {page} terhubung ke akun {other}, bukan ke akun di META_IG_USER_ID",
        "the Page {page} is connected to {other} and not to the account in META_IG_USER_ID",
    ),
    "instagram.other.hint": (
        "hubungkan akunnya ke Halaman itu, atau pakai token Halaman yang benar (docs/panduan/instagram.md)",
        "connect the account to that Page, or use the token of the right Page (docs/panduan/instagram.md)",
    ),
    "instagram.left": (
        "tersisa {left} dari {most} kiriman dalam 24 jam ini",
        "{left} of {most} posts of these 24 hours are left",
    ),
    "instagram.full": (
        "jatah {most} kiriman dalam 24 jam ini sudah habis",
        "the {most} posts of these 24 hours are used up",
    ),
    "meta.untold": (
        "tanggal kedaluwarsa dan izin token tidak dapat diketahui: {reason}",
        "expiry date and permissions of the token cannot be told: {reason}",
    ),
    "meta.untold.hint": (
        "isi juga META_APP_ID dan META_APP_SECRET, atau lihat sendiri di Access Token Debugger (docs/panduan/{via}.md)",
        "set META_APP_ID and META_APP_SECRET as well, or look for yourself in the Access Token Debugger "
        "(docs/panduan/{via}.md)",
    ),
    "meta.renew": (
        "buat token Halaman yang baru menurut docs/panduan/{via}.md",
        "make a new Page token as docs/panduan/{via}.md says",
    ),
    "meta.kind": (
        "tokennya berjenis {kind}, bukan token Halaman (PAGE)",
        "the token is of the kind {kind} and no Page token (PAGE)",
    ),
    "meta.scopes.hint": (
        "buat token baru dengan semua centang itu, untuk Halaman kantor (docs/panduan/{via}.md)",
        "make a new token with all of these ticked, for the office's Page (docs/panduan/{via}.md)",
    ),
    "meta.end.hint": (
        "lihat sendiri di Access Token Debugger: Expires harus Never",
        "look for yourself in the Access Token Debugger: Expires must say Never",
    ),
    "meta.access": (
        "izin aplikasi membaca data berakhir {at:%d-%m-%Y}, walau tokennya masih berlaku",
        "the app may read data until {at:%Y-%m-%d} only, though the token stays good",
    ),
    "meta.mode": (
        "mode aplikasi Meta (Development atau Live) tidak dapat diketahui: Meta tidak memberitahukannya",
        "the mode of the Meta app (Development or Live) cannot be told: Meta does not say",
    ),
    "meta.mode.hint": (
        "buka aplikasinya: App Mode harus Live, sebab kiriman dari Development hanya terlihat pengelolanya "
        "(docs/panduan/{via}.md)",
        "open the app: App Mode must be Live, for posts made in Development are seen by its managers alone "
        "(docs/panduan/{via}.md)",
    ),
    "meta.usage": (
        "{percent}% jatah panggilan satu jam ini sudah terpakai",
        "{percent}% of this hour's calls are used",
    ),
    "meta.blocked": (
        "jatah panggilan satu jam ini habis; terbuka lagi dalam {minutes} menit",
        "this hour's calls are used up; open again in {minutes} minutes",
    ),
    # ---- Telegram ----------------------------------------------------------------------------------------------------
    "telegram": ("token milik bot {who}", "the token is of the bot {who}"),
    "telegram.token.hint": (
        "salin lagi tokennya dari @BotFather (docs/panduan/telegram.md bagian 1)",
        "copy the token from @BotFather again (docs/panduan/telegram.md section 1)",
    ),
    "telegram.chat": ("kanalnya {who}", "its channel is {who}"),
    "telegram.kind": (
        "{who} bukan kanal, melainkan {kind}",
        "{who} is no channel but a {kind}",
    ),
    "telegram.chat.hint": (
        "isi TELEGRAM_CHAT_ID dengan alamat kanal kantor (docs/panduan/telegram.md bagian 3)",
        "put the address of the office's channel into TELEGRAM_CHAT_ID (docs/panduan/telegram.md section 3)",
    ),
    "telegram.place.hint": (
        "periksa TELEGRAM_CHAT_ID, dan jadikan bot administrator kanal itu (docs/panduan/telegram.md bagian 2 dan 3)",
        "look at TELEGRAM_CHAT_ID, and make the bot an administrator there (docs/panduan/telegram.md sections 2 and 3)",
    ),
    "telegram.rights": ("bot boleh: {names}", "the bot may: {names}"),
    "telegram.rights.missing": ("bot belum boleh: {names}", "the bot may not: {names}"),
    "telegram.rights.hint": (
        "di kanal: Edit → Administrators → bot itu, lalu nyalakan haknya (docs/panduan/telegram.md bagian 2)",
        "in the channel: Edit → Administrators → the bot, and switch them on (docs/panduan/telegram.md section 2)",
    ),
    # ---- X -----------------------------------------------------------------------------------------------------------
    "x": ("kunci milik akun {who}", "the keys are of the account {who}"),
    "x.keys.hint": (
        "periksa keempat kunci, Project aplikasinya, dan jam komputer (docs/panduan/x.md)",
        "look at the four keys, at the app's Project, and at this computer's clock (docs/panduan/x.md)",
    ),
    "x.credits.hint": (
        "isi kredit: Developer Portal → Billing → Credits (docs/panduan/x.md bagian 1)",
        "buy credits: Developer Portal → Billing → Credits (docs/panduan/x.md section 1)",
    ),
    "x.writes": ("kunci boleh menulis (Read and write)", "the keys may write (Read and write)"),
    "x.reads": ("kunci hanya boleh membaca (Read only)", "the keys may only read (Read only)"),
    "x.level": ("X tidak menyebut apakah kunci boleh menulis", "X does not say whether the keys may write"),
    "x.level.hint": (
        "ubah izinnya menjadi Read and write, baru buat lagi Access Token (docs/panduan/x.md bagian 2)",
        "set Read and write first, then make the Access Token again (docs/panduan/x.md section 2)",
    ),
    "x.level.look": (
        "lihat di Keys and tokens: harus tertulis “Created with Read and Write permissions” (docs/panduan/x.md)",
        "look at Keys and tokens: it must say “Created with Read and Write permissions” (docs/panduan/x.md)",
    ),
    "x.day": ("kiriman hari ini", "posts of this day"),
    "x.window": (
        "pertanyaan seperti ini dalam 15 menit; sisa kredit hanya terlihat di Developer Portal",
        "questions like this one in 15 minutes; what credits remain only the Developer Portal shows",
    ),
    # ---- Mastodon ----------------------------------------------------------------------------------------------------
    "mastodon.none": (
        "di alamat ini tidak ada server Mastodon",
        "there is no Mastodon server at this address",
    ),
    "mastodon.none.hint": (
        "periksa MASTODON_BASE_URL (docs/panduan/mastodon.md bagian 2)",
        "look at MASTODON_BASE_URL (docs/panduan/mastodon.md section 2)",
    ),
    "mastodon.moved": ("akun {who} sudah pindah ke {to}", "the account {who} has moved to {to}"),
    "mastodon.moved.hint": (
        "buat token di akun yang baru (docs/panduan/mastodon.md)",
        "make a token at the new account (docs/panduan/mastodon.md)",
    ),
    "mastodon.suspended": ("akun {who} dibekukan servernya", "the account {who} is suspended by its server"),
    "mastodon.suspended.hint": (
        "hubungi pengelola servernya; sementara itu pakai via: outbox (docs/panduan/mastodon.md)",
        "write to who runs the server; use via: outbox meanwhile (docs/panduan/mastodon.md)",
    ),
    "mastodon.keyless": (
        "server GoToSocial mengabaikan kunci kiriman: satu kiriman bisa tayang dua kali",
        "a GoToSocial server does not heed a post's key: one post could appear twice",
    ),
    "mastodon.keyless.hint": (
        "pakai via: outbox untuk server ini (docs/panduan/mastodon.md)",
        "use via: outbox for this server (docs/panduan/mastodon.md)",
    ),
    "mastodon.scopes.hint": (
        "lengkapi Scopes aplikasinya, lalu Regenerate access token (docs/panduan/mastodon.md bagian 1)",
        "complete the app's Scopes, then Regenerate access token (docs/panduan/mastodon.md section 1)",
    ),
    "mastodon.scopes.look": (
        "lihat sendiri Scopes aplikasinya (docs/panduan/mastodon.md bagian 1)",
        "look for yourself at the app's Scopes (docs/panduan/mastodon.md section 1)",
    ),
    "mastodon.window": ("panggilan dalam 5 menit", "calls in 5 minutes"),
    "limits": ("batas server sama dengan kendal.yaml ({limits})", "the server's limits are kendal.yaml's ({limits})"),
    "limits.less": (
        "server memperbolehkan lebih sedikit daripada kendal.yaml ({limits})",
        "the server takes less than kendal.yaml says ({limits})",
    ),
    "limits.more": (
        "server memperbolehkan lebih banyak daripada kendal.yaml ({limits})",
        "the server takes more than kendal.yaml says ({limits})",
    ),
    "limits.hint": (
        "tulis pada kanal ini di kendal.yaml: limits: {{{limits}}} (docs/panduan/mastodon.md bagian 3)",
        "write beside this channel in kendal.yaml: limits: {{{limits}}} (docs/panduan/mastodon.md section 3)",
    ),
    "limits.unknown": ("batas servernya tidak dapat diketahui", "the server's limits cannot be told"),
    "limits.look": (
        "tanyakan pengelola servernya, atau pakai via: outbox (docs/panduan/mastodon.md)",
        "ask who runs the server, or use via: outbox (docs/panduan/mastodon.md)",
    ),
    "limits.link": (
        "server menghitung tautan {most} karakter, kita {ours}",
        "the server counts {most} characters for a link, we count {ours}",
    ),
    "limits.image": (
        "server menerima gambar sampai {most} bita, kita mengirim sampai {ours}",
        "the server takes pictures of up to {most} bytes, we send up to {ours}",
    ),
    # ---- Bluesky -----------------------------------------------------------------------------------------------------
    "bluesky.none": (
        "di alamat ini tidak ada server AT Protocol (Bluesky)",
        "there is no server of the AT Protocol (Bluesky) at this address",
    ),
    "bluesky.none.hint": (
        "periksa BSKY_SERVICE (docs/panduan/bluesky.md bagian 2)",
        "look at BSKY_SERVICE (docs/panduan/bluesky.md section 2)",
    ),
    "bluesky.status": ("akun {who} tidak aktif ({status})", "the account {who} is not active ({status})"),
    "bluesky.status.hint": (
        "masuk ke bsky.app dengan akun itu dan ikuti petunjuknya (docs/panduan/bluesky.md)",
        "sign in to bsky.app as that account and follow what it says (docs/panduan/bluesky.md)",
    ),
    "bluesky.handle": (
        "nama akunnya tidak sah lagi: domainnya tidak menunjuk ke akun ini",
        "the account's handle is no longer valid: its domain does not point to the account",
    ),
    "bluesky.handle.hint": (
        "pulihkan catatan DNS _atproto domainnya, atau pilih nama lain di bsky.app (docs/panduan/bluesky.md)",
        "restore the domain's DNS record _atproto, or choose another handle in bsky.app (docs/panduan/bluesky.md)",
    ),
    "bluesky.other": (
        "yang menjawab akun {who}, bukan {given} seperti di BSKY_HANDLE",
        "it is {who} that answers and not {given}, as BSKY_HANDLE says",
    ),
    "bluesky.other.hint": (
        "perbaiki BSKY_HANDLE, atau pakai sandi aplikasi akun yang benar (docs/panduan/bluesky.md bagian 2)",
        "mend BSKY_HANDLE, or use an app password of the right account (docs/panduan/bluesky.md section 2)",
    ),
    "bluesky.app": ("sandinya sandi aplikasi, tanpa pesan pribadi", "it is an app password, without private messages"),
    "bluesky.main": (
        "yang dipakai sandi utama akun: siapa memegangnya menguasai akun",
        "it is the account's main password: who has it owns the account",
    ),
    "bluesky.messages": (
        "sandi aplikasinya boleh membaca pesan pribadi, yang tidak diperlukan",
        "the app password may read private messages, which is not needed",
    ),
    "bluesky.scope": (
        "apakah ini sandi utama atau sandi aplikasi tidak dapat diketahui",
        "whether this is the main password or an app password cannot be told",
    ),
    "bluesky.hint": (
        "buat sandi aplikasi yang baru dan isi BSKY_APP_PASSWORD (docs/panduan/bluesky.md bagian 1)",
        "make a new app password and put it into BSKY_APP_PASSWORD (docs/panduan/bluesky.md section 1)",
    ),
    "bluesky.window": ("kali masuk untuk sementara ini", "sign-ins for the time being"),
}
