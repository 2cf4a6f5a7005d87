"""What the doctor says of a repository's settings at GitHub: how it stands, what a gap means, and what to click."""

TEXTS = {
    "ok.private": ("repositori ini tertutup untuk umum", "the repository is private"),
    "missing.private": (
        "repositori ini terbuka: naskah, embargo, dan agenda besok dapat dibaca siapa saja",
        "the repository is public: drafts, embargoes and tomorrow's agenda can be read by anybody",
    ),
    "hint.private": (
        "Settings → General → paling bawah (Danger Zone) → Change visibility → Private",
        "Settings → General → at the very bottom (Danger Zone) → Change visibility → Private",
    ),
    "ok.main-proposals": (
        "cabang utama hanya berubah lewat pull request",
        "the main branch changes through pull requests only",
    ),
    "missing.main-proposals": (
        "siapa pun yang boleh menulis dapat mendorong langsung ke cabang utama; yang begitu tidak akan ditayangkan",
        "whoever may write can push to the main branch directly; what comes that way is never published",
    ),
    "hint.main-proposals": (
        "Settings → Rules → Rulesets → New branch ruleset; nama: utama; Enforcement: Active; Target: Include default "
        "branch; centang “Require a pull request before merging”, lalu Create",
        "Settings → Rules → Rulesets → New branch ruleset; name: utama; Enforcement: Active; Target: Include default "
        "branch; tick “Require a pull request before merging”, then Create",
    ),
    "ok.main-status": (
        "pull request baru bisa digabung setelah status kendal/gate hijau",
        "a pull request can be merged only after the status kendal/gate is green",
    ),
    "missing.main-status": (
        "pull request yang belum disetujui tetap bisa digabung; isinya tidak akan ditayangkan, "
        "tetapi sudah masuk cabang utama",
        "a pull request can be merged before it is approved; it is not published, but it is on the main branch",
    ),
    "hint.main-status": (
        "di ruleset “utama”: centang “Require status checks to pass”, lalu Add checks: kendal/gate/main",
        "in the ruleset “utama”: tick “Require status checks to pass”, then Add checks: kendal/gate/main",
    ),
    "ok.main-status-source": (
        "status itu hanya diterima dari GitHub Actions",
        "that status is taken from GitHub Actions only",
    ),
    "missing.main-status-source": (
        "siapa pun yang boleh menulis dapat memasang status itu sendiri (penayangan tetap menilai ulang)",
        "whoever may write can set that status himself (publication judges again anyway)",
    ),
    "hint.main-status-source": (
        "di ruleset “utama”, di samping kendal/gate/main: pilih sumber “GitHub Actions”",
        "in the ruleset “utama”, beside kendal/gate/main: choose the source “GitHub Actions”",
    ),
    "ok.main-history": (
        "riwayat cabang utama tidak bisa ditimpa atau dihapus",
        "the history of the main branch cannot be overwritten or deleted",
    ),
    "missing.main-history": (
        "riwayat cabang utama dapat ditimpa atau dihapus; penayangan lalu berhenti dan minta dilihat orang",
        "the history of the main branch can be overwritten or deleted; publication then stops and asks for a person",
    ),
    "hint.main-history": (
        "di ruleset “utama”: centang “Block force pushes” dan “Restrict deletions”",
        "in the ruleset “utama”: tick “Block force pushes” and “Restrict deletions”",
    ),
    "ok.main-bypass": (
        "tidak ada yang dikecualikan dari aturan cabang utama",
        "nobody is let past the rules of the main branch",
    ),
    "missing.main-bypass": (
        "aturan cabang utama tidak mengikat: {who}",
        "the rules of the main branch do not bind: {who}",
    ),
    "hint.main-bypass": (
        "kosongkan “Bypass list” di ruleset “utama” (pada aturan lama: centang “Do not allow bypassing”)",
        "empty the “Bypass list” of the ruleset “utama” (in a classic rule: tick “Do not allow bypassing”)",
    ),
    "ok.ledger-pushers": (
        "hanya identitas penayang yang dapat menulis buku tayang ({who})",
        "only the publishing identity can write the ledger ({who})",
    ),
    "missing.ledger-pushers": (
        "buku tayang dapat ditulis oleh selain identitas penayang ({who})",
        "the ledger can be written by others than the publishing identity ({who})",
    ),
    "hint.ledger-pushers": (
        "ruleset kedua, nama: buku-tayang; Target: Include by pattern “ledger” dan “ledger-seen”; centang "
        "“Restrict updates”; Bypass list: Deploy keys saja; lalu pasang kunci KENDAL_LEDGER_KEY (panduan langkah 7)",
        "a second ruleset, name: buku-tayang; Target: Include by pattern “ledger” and “ledger-seen”; tick “Restrict "
        "updates”; Bypass list: Deploy keys alone; then install the key KENDAL_LEDGER_KEY (step 7 of the guide)",
    ),
    "ok.ledger-history": (
        "buku tayang tidak bisa ditimpa atau dihapus",
        "the ledger cannot be overwritten or deleted",
    ),
    "missing.ledger-history": (
        "buku tayang dapat ditimpa atau dihapus; kendal akan mengetahuinya dan berhenti, tetapi buktinya bisa hilang",
        "the ledger can be overwritten or deleted; kendal notices and stops, but the proof may be lost",
    ),
    "hint.ledger-history": (
        "di ruleset “buku-tayang”: centang “Block force pushes” dan “Restrict deletions”",
        "in the ruleset “buku-tayang”: tick “Block force pushes” and “Restrict deletions”",
    ),
    "ok.approvals-by-workflows": (
        "Actions tidak boleh menyetujui pull request",
        "Actions may not approve pull requests",
    ),
    "missing.approvals-by-workflows": (
        "Actions boleh menyetujui pull request; persetujuan mesin tidak pernah dihitung, jadi matikan saja",
        "Actions may approve pull requests; a machine's approval never counts, so turn it off",
    ),
    "hint.approvals-by-workflows": (
        "Settings → Actions → General → Workflow permissions → hapus centang “Allow GitHub Actions to create and "
        "approve pull requests” → Save",
        "Settings → Actions → General → Workflow permissions → untick “Allow GitHub Actions to create and approve "
        "pull requests” → Save",
    ),
    "ok.workflow-permissions": (
        "token bawaan workflow hanya boleh membaca",
        "a workflow's token can only read unless it says more",
    ),
    "missing.workflow-permissions": (
        "token bawaan setiap workflow boleh menulis",
        "the token of every workflow may write",
    ),
    "hint.workflow-permissions": (
        "Settings → Actions → General → Workflow permissions → “Read repository contents and packages permissions” → "
        "Save",
        "Settings → Actions → General → Workflow permissions → “Read repository contents and packages permissions” → "
        "Save",
    ),
    "ok.environment": (
        "rahasia kanal tersimpan di environment “publikasi”, yang hanya terbuka bagi cabang utama",
        "the channels' secrets lie in the environment “publikasi”, which opens for the main branch alone",
    ),
    "missing.environment": (
        "environment “publikasi” belum ada, atau terbuka bagi cabang lain: workflow cabang mana pun dapat membaca "
        "rahasia kanal",
        "the environment “publikasi” is absent, or opens for other branches: a workflow on any branch can read the "
        "channels' secrets",
    ),
    "hint.environment": (
        "Settings → Environments → New environment: publikasi → Deployment branches and tags: Selected branches and "
        "tags → Add rule: main",
        "Settings → Environments → New environment: publikasi → Deployment branches and tags: Selected branches and "
        "tags → Add rule: main",
    ),
    "ok.secrets": ("rahasia yang diperlukan sudah ada ({who})", "the needed secrets are there ({who})"),
    "missing.secrets": ("rahasia ini belum ada: {who}", "these secrets are missing: {who}"),
    "secrets.exposed": (
        "rahasia ini tersimpan di repositori, di luar environment: workflow cabang mana pun dapat membacanya: {who}",
        "these secrets lie in the repository, outside of the environment: a workflow on any branch can read them: "
        "{who}",
    ),
    "hint.secrets": (
        "Settings → Environments → publikasi → Add environment secret; hapus yang di Settings → Secrets and variables",
        "Settings → Environments → publikasi → Add environment secret; remove it from Settings → Secrets and variables",
    ),
    "ok.pages": (
        "situs ditayangkan oleh Actions, atau dikirim ke repositori lain",
        "the site is deployed by Actions, or pushed to another repository",
    ),
    "missing.pages": ("situs belum punya tempat tayang", "the site has no place to be shown yet"),
    "hint.pages": (
        "Settings → Pages → Source: GitHub Actions; atau isi variabel KENDAL_SITE_REPOSITORY (panduan langkah 8)",
        "Settings → Pages → Source: GitHub Actions; or set the variable KENDAL_SITE_REPOSITORY (step 8 of the guide)",
    ),
    "ok.labels": ("label {who} sudah ada", "the labels {who} are there"),
    "missing.labels": ("label belum ada: {who}", "labels are missing: {who}"),
    "hint.labels": (
        "Issues → Labels → New label; tulis namanya persis seperti di atas",
        "Issues → Labels → New label; write the name exactly as above",
    ),
    "ok.holders": ("{who} dapat bekerja di repositori ini", "{who} can work in this repository"),
    "missing.holders": ("{who}", "{who}"),
    "holder.absent": (
        "{login} di kendal.yaml bukan anggota repositori ini",
        "{login} of kendal.yaml is no collaborator of this repository",
    ),
    "holder.other": (
        "akun {login} bernomor {found}, di kendal.yaml tertulis {id}: persetujuannya tidak dihitung",
        "the account {login} has the number {found}, kendal.yaml says {id}: its approvals do not count",
    ),
    "holder.weak": (
        "{login} hanya boleh “{found}”; untuk mengajukan dan menyetujui perlu “write”",
        "{login} has “{found}” only; to submit and to approve, “write” is needed",
    ),
    "hint.holders": (
        "Settings → Collaborators and teams → Add people → Role: Write; nomor akun: lihat panduan langkah 4",
        "Settings → Collaborators and teams → Add people → Role: Write; the account's number: step 4 of the guide",
    ),
    "ok.minutes": (
        "perkiraan {minutes} menit Actions sebulan untuk {posts} kiriman sehari (jatah gratis {free}; "
        "repositori terbuka tidak dihitung)",
        "about {minutes} minutes of Actions a month for {posts} posts a day (free: {free}; "
        "a public repository is not counted)",
    ),
    "missing.minutes": (
        "perkiraan {minutes} menit Actions sebulan untuk {posts} kiriman sehari, lebih dari jatah gratis {free}: "
        "setelah habis, tidak ada yang tayang",
        "about {minutes} minutes of Actions a month for {posts} posts a day, more than the free {free}: "
        "when they are used up, nothing is published",
    ),
    "hint.minutes": (
        "jarangkan cron di .github/workflows/publish.yml, atau beri batas belanja; hitungannya di docs/forges.md",
        "make the crons of .github/workflows/publish.yml rarer, or set a spending limit; docs/forges.md shows the sum",
    ),
    "unknown": ("belum bisa dipastikan apakah {what}: {reason}", "it cannot be told whether {what}: {reason}"),
    "unknown.hint": (
        "jalankan dengan token yang boleh membaca pengaturan (Administration: read), atau lihat sendiri di halaman ini",
        "run it with a token that may read the settings (Administration: read), or look at this page yourself",
    ),
    "unavailable": (
        "paket GitHub repositori ini tidak menyediakan pengaman agar {what}",
        "the GitHub plan of this repository offers nothing to make sure that {what}",
    ),
    "unavailable.hint": (
        "yang tetap menjaga: kendal publish menilai sendiri setiap kiriman dan tidak menayangkan yang belum disetujui; "
        "jangan simpan rahasia kanal di sini, pakai via: outbox (docs/forges.md)",
        "what still guards: kendal publish judges every post itself and sends nothing unapproved; "
        "keep no channel's secret here, use via: outbox (docs/forges.md)",
    ),
    "bypass-hidden": (
        "daftar pengecualian hanya ditunjukkan kepada pengelola",
        "the list of exceptions is shown to administrators only",
    ),
}
