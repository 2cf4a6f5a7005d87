"""Sentences of the ledger."""

TEXTS = {
    "absent": ("buku tayang belum dimulai", "the ledger has not been started"),
    "absent.hint": (
        "mulai sekali dengan: kendal ledger init --from HEAD",
        "start it once with: kendal ledger init --from HEAD",
    ),
    "unpinned": (
        "kendal.yaml belum memuat akar buku tayang (ledger: root:)",
        "kendal.yaml does not pin the ledger's root (ledger: root:)",
    ),
    "unpinned.hint": (
        "tulis di kendal.yaml: ledger: {{root: {root}}}",
        "write into kendal.yaml: ledger: {{root: {root}}}",
    ),
    "exists": ("buku tayang sudah ada", "the ledger already exists"),
    "exists.hint": ("lihat dengan: kendal ledger show", "see it with: kendal ledger show"),
    "began": (
        "buku tayang dimulai pada {commit}; {posts} kiriman lama dicatat dan tidak akan dikirim",
        "the ledger starts at {commit}; {posts} earlier post(s) are recorded and never sent",
    ),
    "pin": (
        "tulis di kendal.yaml lalu ajukan: ledger: {{root: {root}}}",
        "write into kendal.yaml, then submit it: ledger: {{root: {root}}}",
    ),
    "pinned": (
        "akarnya ditulis ke kendal.yaml; ajukan dengan: kendal submit kendal.yaml",
        "its root is in kendal.yaml now; submit it: kendal submit kendal.yaml",
    ),
    "went-back": (
        "buku tayang mundur: ada baris yang pernah tercatat kini hilang; tidak ada yang dikirim",
        "the ledger went back: lines that were once there are gone; nothing was sent",
    ),
    "went-back.hint": (
        "pulihkan cabang ledger dari salinan terbaru, lalu periksa kanal satu per satu",
        "restore the branch ledger from its newest copy, then look at each channel",
    ),
    "intent-gone": (
        "intent proses ini tidak ada lagi di buku tayang; repositori dikembalikan ke salinan lama?",
        "this run's intent is gone from the ledger; was the repository put back to an old copy?",
    ),
    "other-root": (
        "buku tayang ini ({found}) bukan yang dicatat di kendal.yaml ({pinned})",
        "this ledger ({found}) is not the one that kendal.yaml pins ({pinned})",
    ),
    "other-root.hint": (
        "tidak ada yang dikirim; tanyakan kepada pengelola repositori",
        "nothing was sent; ask who maintains the repository",
    ),
    "unreadable": (
        "baris buku tayang di {path} tidak terbaca: {problem}",
        "a ledger line in {path} cannot be read: {problem}",
    ),
    "unreadable.hint": (
        "jangan mengubahnya dengan tangan; pulihkan dari salinan",
        "do not edit it by hand; restore it from a copy",
    ),
    "no-doubt": ("tidak ada keraguan untuk {post} di {channel}", "there is no doubt about {post} on {channel}"),
    "run-lives": ("proses {run} masih berjalan", "the run {run} has not ended"),
    "run-unknown": (
        "tidak dapat dipastikan apakah proses {run} sudah berhenti",
        "it cannot be told whether the run {run} has ended",
    ),
    "run-lives.hint": (
        "tunggu sampai selesai, lihat kanalnya, lalu ulangi",
        "wait until it has, look at the channel, then try again",
    ),
    "too-early": (
        "kirimannya masih bisa tiba sampai {until:%d-%m-%Y %H:%M:%S %Z}",
        "it may still arrive until {until:%Y-%m-%d %H:%M:%S %Z}",
    ),
    "too-early.hint": (
        "tunggu sampai lewat, lihat kanalnya, lalu ulangi",
        "wait until then, look at the channel, then try again",
    ),
    "settled": (
        "dicatat: {post} di {channel} dinyatakan {outcome} oleh {by}",
        "recorded: {post} on {channel} settled as {outcome} by {by}",
    ),
    "not-holder": (
        "{login} tidak memegang peran; yang boleh menyatakan hanya pemegang peran",
        "{login} holds no role; only a role holder may settle",
    ),
    "wrong.nonce": (
        "{post} baris {line}: nonce {nonce} dipakai dua kali",
        "{post} line {line}: the nonce {nonce} is used twice",
    ),
    "wrong.own-intent": ("{post} baris {line}: {kind} tanpa intent", "{post} line {line}: {kind} without its intent"),
    "wrong.one-open": (
        "{post} di {channel}: lebih dari satu intent terbuka",
        "{post} on {channel}: more than one open intent",
    ),
    "intact": (
        "buku tayang utuh: {posts} kiriman, {lines} baris",
        "the ledger is intact: {posts} post(s), {lines} line(s)",
    ),
    "empty": ("buku tayang masih kosong", "the ledger is empty"),
    "doubt": ("meragukan sejak {run}", "in doubt since {run}"),
    "option.from": ("Commit tempat buku tayang dimulai.", "The commit at which the ledger starts."),
    "option.url": ("Alamat kiriman yang Anda lihat di kanal.", "Where you saw the post."),
    "option.reason": ("Apa yang Anda lihat.", "What you saw."),
    "not-on-main": (
        "{commit} bukan bagian dari cabang {main} di remote",
        "{commit} is not on the remote branch {main}",
    ),
    "unknown-post": ("buku tayang tidak mengenal {post}", "the ledger does not know {post}"),
}
