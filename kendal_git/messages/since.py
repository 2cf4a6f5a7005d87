"""Sentences of the check of what changed."""

TEXTS = {
    "progress": ("memeriksa {done} dari {all} …", "checking {done} of {all} …"),
    "no-revision": (
        "{revision} bukan revisi yang ada di sini",
        "{revision} is no revision that is here",
    ),
    "no-revision.hint": (
        "mungkin belum diambil: git fetch origin; pada klon dangkal: git fetch --deepen=1",
        "it may not have been fetched: git fetch origin; in a shallow clone: git fetch --deepen=1",
    ),
    "all": ("--since dan --all tidak bisa bersama-sama", "--since and --all cannot go together"),
    "committed": ("--committed hanya bersama --since", "--committed goes with --since only"),
    "uncommitted": (
        "yang belum di-commit di luar itu tidak dicari; mencarinya: kendal check --since HEAD",
        "what is not committed elsewhere was not looked for; to look for it: kendal check --since HEAD",
    ),
    "at": (
        "--at membaca satu commit; tanpa --committed dan tanpa PATHS bersama --since",
        "--at reads one commit; without --committed, and without PATHS beside --since",
    ),
    "shallow": (
        "riwayat klon ini terpotong, jadi yang berubah tidak dapat dipastikan",
        "the history of this clone is cut off, so what changed cannot be told",
    ),
    "shallow.hint": ("ambil lengkap: git fetch --unshallow", "fetch it whole: git fetch --unshallow"),
    "office": (
        "kendal.yaml berubah: semua kiriman diperiksa",
        "kendal.yaml has changed: every post is checked",
    ),
    "calendar": (
        "hari-besar.yaml berubah: {posts} kiriman yang memakainya ikut diperiksa",
        "hari-besar.yaml has changed: {posts} post(s) that use it are checked, too",
    ),
    "moved": (
        "kiriman {post} sudah tercatat di buku tayang, dan kini tidak ada lagi di tempatnya",
        "the post {post} stands in the ledger, and is no longer in its place",
    ),
    "moved.hint": (
        "kembalikan foldernya; untuk menarik kiriman yang sudah tayang: kendal withdraw",
        "put the folder back; to withdraw what was published: kendal withdraw",
    ),
    "agenda.day": (
        "hari agenda {path} dihapus bersama acaranya: {entries}",
        "the agenda day {path} was deleted with its events: {entries}",
    ),
    "agenda.gone": ("acara “{id}” sudah tercatat, dan kini hilang", "the event “{id}” was recorded, and is now gone"),
    "agenda.field": (
        "“{field}” acara “{id}” sudah tercatat, dan kini lain",
        "“{field}” of the event “{id}” was recorded, and is now different",
    ),
    "agenda.fact": (
        "“{field}” nomor {number} pada acara “{id}” sudah tercatat, dan kini lain atau hilang",
        "number {number} of “{field}” of the event “{id}” was recorded, and is now different or gone",
    ),
    "agenda.hint": (
        "kembalikan seperti semula; perubahan ditambahkan di “changes:” atau “cancelled:”",
        "put it back as it was; what changed is appended to “changes:” or “cancelled:”",
    ),
}
