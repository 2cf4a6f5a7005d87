"""Sentences of the assignment: a disposition given, staff named for an event."""

TEXTS = {
    "option.design": ("Pembuat desain.", "Who makes the design."),
    "option.text": ("Penulis narasi.", "Who writes the text."),
    "option.photo": ("Juru foto.", "Who takes the photos."),
    "option.role": ("Peran yang memberi disposisi.", "Role that gives the disposition."),
    "option.instruction": ("Isi disposisi.", "What the disposition says."),
    "option.by": (
        "Pemberi disposisi dan penugasan (bawaan: git config kendal.login).",
        "Who gives the disposition and assigns (default: git config kendal.login).",
    ),
    "option.note": ("Catatan untuk petugas.", "A note to those who are assigned."),
    "nothing": ("belum disebut siapa yang ditugaskan", "nobody was named"),
    "nothing.hint": (
        "sebutkan petugas (--design, --text, --photo), disposisi (--role --instruction), atau keduanya",
        "name the staff (--design, --text, --photo), a disposition (--role --instruction), or both",
    ),
    "nobody.hint": (
        "atur sekali dengan: git config kendal.login NAMA, atau pakai --by NAMA",
        "set it once with: git config kendal.login LOGIN, or use --by LOGIN",
    ),
    "instruction": ("disposisi belum ada isinya", "the disposition says nothing"),
    "instruction.hint": ('tambahkan: --instruction "Liput dan buat flyer"', 'add: --instruction "…"'),
    "role": ("belum disebut peran yang memberi disposisi", "the role that gives the disposition was not named"),
    "role.hint": ("tambahkan: --role {roles}", "add: --role {roles}"),
    "not-held": (
        "{by} tidak memegang peran {role}, jadi disposisinya tidak akan dihitung",
        "{by} does not hold the role {role}, so the disposition would not count",
    ),
    "not-held.hint": ("sebutkan pemberinya: --by {holders}", "name who gives it: --by {holders}"),
    "not-held.none": ("belum ada pemegang peran itu di kendal.yaml", "kendal.yaml has no holder of that role"),
    "cancelled": ("acara “{id}” sudah dibatalkan: {reason}", "the event “{id}” is cancelled: {reason}"),
    "busy": (
        "peringatan: {login} sudah ditugaskan di #{id} ({title}, pukul {time})",
        "warning: {login} is already assigned to #{id} ({title}, at {time})",
    ),
    "disposed": ("Disposisi {role} tercatat pada {reference}", "Disposition of {role} recorded for {reference}"),
    "assigned": ("Ditugaskan untuk {reference}: {people}", "Assigned to {reference}: {people}"),
    "same": ("Sudah tercatat sebelumnya; tidak ada yang berubah.", "Recorded before; nothing has changed."),
    "next": ("Berikutnya: kendal submit {path}", "Next: kendal submit {path}"),
    "next.new": (
        "Petugas mulai dengan: kendal new --from {reference}",
        "Those assigned begin with: kendal new --from {reference}",
    ),
}
