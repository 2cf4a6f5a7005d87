"""Sentences of the doctor about this computer and this repository, and its frame."""

TEXTS = {
    "option.write": (
        "Tulis CODEOWNERS dan formulir GitHub (issue, pull request) dari kendal.yaml.",
        "Write CODEOWNERS and GitHub's forms (issues, pull requests) from kendal.yaml.",
    ),
    "option.channels": (
        "Periksa akun kanal: token, izin, masa berlaku, sisa kuota. Sebut namanya untuk sebagian saja.",
        "Examine the channels' accounts: token, permissions, expiry, what is left. Name some to examine only those.",
    ),
    "state.ok": ("beres", "ok"),
    "state.missing": ("kurang", "missing"),
    "state.unknown": ("belum pasti", "unknown"),
    "state.unavailable": ("tidak tersedia", "unavailable"),
    "how": ("caranya", "how"),
    "sum": (
        "{ok} beres, {missing} kurang, {unknown} belum pasti, {unavailable} tidak tersedia",
        "{ok} ok, {missing} missing, {unknown} unknown, {unavailable} unavailable",
    ),
    "written": ("ditulis: {path}", "written: {path}"),
    "current": ("semua sudah sesuai kendal.yaml", "everything agrees with kendal.yaml"),
    "git": ("git {version}", "git {version}"),
    "git.old": ("git {version} terlalu tua; perlu {least}", "git {version} is too old; {least} is needed"),
    "hint.git": ("perbarui git: https://git-scm.com/downloads", "update git: https://git-scm.com/downloads"),
    "yaml": ("pembaca YAML cepat (libyaml) terpasang", "the fast YAML reader (libyaml) is installed"),
    "yaml.slow": (
        "pembaca YAML cepat (libyaml) tidak terpasang: pemeriksaan delapan kali lebih lambat",
        "the fast YAML reader (libyaml) is not installed: checks take eight times as long",
    ),
    "hint.yaml": (
        "pasang ulang PyYAML dari wheel: pip install --force-reinstall PyYAML",
        "install PyYAML from a wheel again: pip install --force-reinstall PyYAML",
    ),
    "office": ("kendal.yaml terbaca", "kendal.yaml can be read"),
    "office.broken": ("kendal.yaml: {problem}", "kendal.yaml: {problem}"),
    "office.hint": ("perbaiki, lalu: kendal check kendal.yaml", "repair it, then: kendal check kendal.yaml"),
    "roles": ("setiap peran ada pemegangnya hari ini", "every role has a holder today"),
    "roles.empty": (
        "tidak ada pemegang hari ini untuk: {roles}; yang memerlukannya tidak dapat disetujui",
        "nobody holds today: {roles}; what needs them cannot be approved",
    ),
    "hint.roles": (
        "tambahkan pemegang (atau Plt./Plh.) di kendal.yaml lewat proposal",
        "add a holder (or an acting one) to kendal.yaml in a proposal",
    ),
    "remote": ("remote origin: {remote}", "remote origin: {remote}"),
    "remote.none": ("belum ada remote origin", "there is no remote origin"),
    "hint.remote": (
        "hubungkan: git remote add origin ALAMAT-REPOSITORI",
        "connect it: git remote add origin ADDRESS-OF-THE-REPOSITORY",
    ),
    "ledger": ("buku tayang sudah dimulai ({root})", "the ledger has begun ({root})"),
    "ledger.none": (
        "buku tayang belum dimulai: tidak ada yang akan ditayangkan",
        "the ledger has not begun: nothing will be published",
    ),
    "hint.ledger": ("mulai dengan: kendal ledger init", "begin it with: kendal ledger init"),
    "files": (
        "CODEOWNERS dan formulir GitHub sesuai kendal.yaml",
        "CODEOWNERS and GitHub's forms agree with kendal.yaml",
    ),
    "files.stale": (
        "tidak sesuai kendal.yaml: {paths}",
        "do not agree with kendal.yaml: {paths}",
    ),
    "hint.files": ("tulis ulang dengan: kendal doctor --write", "write them again with: kendal doctor --write"),
    "local": (
        "forge: local, untuk belajar: siapa saja bisa mengaku siapa saja, dan tidak ada pengaturan yang menjaganya",
        "forge: local, for learning: anybody can claim to be anybody, and no settings guard it",
    ),
    "unsupported": (
        "forge: {name} belum dapat diperiksa dari sini",
        "forge: {name} cannot be examined from here yet",
    ),
}
