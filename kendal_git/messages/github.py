"""Sentences about GitHub: what it did not answer, what it refused, and what to do then."""

TEXTS = {
    "no-answer": ("GitHub tidak menjawab ({reason})", "GitHub did not answer ({reason})"),
    "limit": (
        "GitHub meminta menunggu {seconds} detik (batas jumlah permintaan)",
        "GitHub asks to wait {seconds} seconds (rate limit)",
    ),
    "fault": ("GitHub sedang terganggu (HTTP {status})", "GitHub is at fault (HTTP {status})"),
    "malformed": ("jawaban GitHub tidak dapat dibaca ({problem})", "GitHub's answer cannot be read ({problem})"),
    "too-long": (
        "daftar {path} lebih dari {most} butir; terlalu panjang untuk dinilai",
        "the list {path} has more than {most} entries; it is too long to be judged",
    ),
    "elsewhere": ("GitHub menunjuk ke alamat lain ({url})", "GitHub points to another address ({url})"),
    "refused": ("GitHub menolak (HTTP {status}): {reason}", "GitHub refuses (HTTP {status}): {reason}"),
    "no-token": ("belum ada token GitHub", "there is no GitHub token"),
    "no-token.hint": (
        "buat token lalu simpan sebagai KENDAL_GITHUB_TOKEN; langkahnya di docs/panduan/github.md",
        "make a token and store it as KENDAL_GITHUB_TOKEN; the steps are in docs/panduan/github.md",
    ),
    "no-address": ("remote origin ({remote}) bukan alamat GitHub", "the remote origin ({remote}) is no GitHub address"),
    "no-address.hint": (
        "atur dengan: git remote set-url origin https://github.com/PEMILIK/NAMA.git",
        "set it with: git remote set-url origin https://github.com/OWNER/NAME.git",
    ),
    "unmergeable": (
        "GitHub tidak dapat menggabungkan proposal {number}: {problem}",
        "GitHub cannot merge proposal {number}: {problem}",
    ),
    "no-label": (
        "label “{label}” tidak terpasang pada {url}, jadi belum menghentikan apa pun",
        "the label “{label}” is not on {url}, so it stops nothing yet",
    ),
    "no-label.hint": (
        "minta rekan yang boleh memberi label untuk memasangnya sekarang",
        "ask a colleague who may label to put it there now",
    ),
    "token.hint": (
        "token ditolak: buat yang baru dan simpan sebagai KENDAL_GITHUB_TOKEN",
        "the token was refused: make a new one and store it as KENDAL_GITHUB_TOKEN",
    ),
    "permission.hint": (
        "token ini tidak punya izin untuk itu; lihat docs/panduan/github.md",
        "this token lacks the permission; see docs/panduan/github.md",
    ),
    "absent.hint": (
        "periksa nama repositori di git remote -v, dan apakah token boleh membacanya",
        "check the repository's name in git remote -v, and whether the token may read it",
    ),
}
