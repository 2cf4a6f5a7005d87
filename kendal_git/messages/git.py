"""Sentences about Git itself."""

TEXTS = {
    "missing": ("perintah git tidak ditemukan", "the git command was not found"),
    "missing.hint": ("pasang Git dari git-scm.com lalu ulangi", "install Git from git-scm.com, then try again"),
    "timeout": (
        "git {command} tidak menjawab dalam {seconds} detik",
        "git {command} did not answer within {seconds} seconds",
    ),
    "failed": ("git {command} gagal: {problem}", "git {command} failed: {problem}"),
    "no-remote": ("repositori ini belum punya remote “origin”", "this repository has no remote “origin”"),
    "no-remote.hint": ("tambahkan dengan: git remote add origin ALAMAT", "add one with: git remote add origin ADDRESS"),
    "exists": ("{folder} sudah berisi berkas", "{folder} already holds files"),
    "exists.hint": ("pilih folder baru atau kosong", "choose a new or an empty folder"),
}
