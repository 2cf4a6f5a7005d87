"""Sentences of the comment that stands beside a proposal, for people who read it on a phone."""

TEXTS = {
    "title.approved": ("✅ Disetujui – boleh digabung", "✅ Approved – may be merged"),
    "title.waiting": ("⏳ Menunggu {people}", "⏳ Waiting for {people}"),
    "title.blocked": ("⛔ Tertahan", "⛔ Blocked"),
    "title.unknown": ("❓ Belum dapat dipastikan", "❓ Cannot be told yet"),
    "summary.approved": ("disetujui {people}", "approved by {people}"),
    "summary.waiting": ("menunggu {people}", "waiting for {people}"),
    "summary.blocked": ("tertahan: {reason}", "blocked: {reason}"),
    "summary.unknown": ("belum dapat dipastikan: {reason}", "cannot be told yet: {reason}"),
    "somebody": ("persetujuan", "an approval"),
    "head.role": ("Peran", "Role"),
    "head.state": ("Keadaan", "State"),
    "list.blocking": ("Yang menahan", "What blocks it"),
    "list.ignored": ("Persetujuan yang tidak dihitung", "Approvals that do not count"),
    "ignored.line": ("{by}: {reason}", "{by}: {reason}"),
    "checked": (
        "Pemeriksaan: {posts} kiriman, {errors} galat, {warnings} peringatan.",
        "Checked: {posts} posts, {errors} errors, {warnings} warnings.",
    ),
    "digest": ("sidik isi `{digest}`", "content digest `{digest}`"),
    "channel": ("{channel} · {counts}", "{channel} · {counts}"),
    "channel.pictures": ("{channel} · {counts} · {pictures} gambar", "{channel} · {counts} · {pictures} pictures"),
    "count": ("{length}/{most} {unit}", "{length}/{most} {unit}"),
    "count.free": ("{length} {unit}", "{length} {unit}"),
    "others": ("dan {count} kiriman lain", "and {count} more posts"),
    "how.waiting": (
        "Menyetujui: tab *Files changed* → *Review changes* → *Approve*. Mengembalikan: *Request changes* "
        "dengan alasannya. Komentar biasa tidak dihitung.",
        "To approve: *Files changed* → *Review changes* → *Approve*. To return it: *Request changes* with the reason. "
        "A plain comment does not count.",
    ),
    "how.approved": (
        "Gabungkan dengan tombol *Merge pull request*; penayangan berjalan sendiri dan menilai sekali lagi.",
        "Merge with the button *Merge pull request*; publication follows by itself and judges once more.",
    ),
    "how.blocked": (
        "Perbaiki yang tertulis di atas, lalu ajukan lagi dari folder kiriman: `kendal submit FOLDER`.",
        "Mend what stands above and send it again from the post's folder: `kendal submit FOLDER`.",
    ),
    "how.unknown": (
        "Tidak ada yang ditayangkan selama belum pasti. Pemeriksaan diulang sendiri; dapat juga: "
        "`kendal gate {number}`.",
        "Nothing is published meanwhile. It is asked again by itself; or run `kendal gate {number}`.",
    ),
    "bound": (
        "Persetujuan berlaku untuk isi `{head}` saja: satu huruf berubah, persetujuan gugur.",
        "Approvals hold for the content of `{head}` alone: one letter changes, and they are gone.",
    ),
}
