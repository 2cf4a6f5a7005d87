"""Sentences of the scaffold: a new post's folder, and what a person must still bring."""

TEXTS = {
    "option.from": (
        "Acara di agenda, misalnya 2026/11/25#upacara-hari-guru.",
        "Event of the agenda, as 2026/11/25#upacara-hari-guru.",
    ),
    "option.kind": ("Jenis kiriman.", "Kind of post."),
    "option.commemoration": (
        "Hari besar, id dari agenda/hari-besar.yaml.",
        "Commemorative day, an id of agenda/hari-besar.yaml.",
    ),
    "option.year": (
        "Tahun hari besar (bawaan: yang berikutnya).",
        "Year of the commemorative day (default: the next one).",
    ),
    "option.date": ("Hari yang diceritakan.", "The day that the post is about."),
    "option.title": (
        "Judul (bawaan: dari acara atau hari besar).",
        "Title (default: from the event or the commemorative day).",
    ),
    "kind": ("jenis kiriman belum disebut", "the kind of post was not named"),
    "kind.hint": ("tambahkan: --kind {kinds}", "add: --kind {kinds}"),
    "kind.many": ("acara ini untuk beberapa kiriman: {kinds}", "this event is wanted for several posts: {kinds}"),
    "from": ("jenis {kind} memerlukan acara di agenda", "the kind {kind} needs an event of the agenda"),
    "from.hint": (
        "tambahkan: --from 2026/11/25#ID (lihat: kendal agenda show)",
        "add: --from 2026/11/25#ID (see: kendal agenda show)",
    ),
    "date": ("hari kiriman belum diketahui", "the day of the post is not known"),
    "date.hint": ("tambahkan --date, --from, atau --commemoration", "add --date, --from or --commemoration"),
    "date.other": (
        "acara ini pada {day}; kiriman dari agenda mengikuti hari acaranya",
        "this event is on {day}; a post from the agenda follows the day of its event",
    ),
    "year.other": ("--year {year} bukan tahun dari {day}", "--year {year} is not the year of {day}"),
    "title": ("judul belum disebut", "the title was not named"),
    "title.hint": ('tambahkan: --title "…"', 'add: --title "…"'),
    "commemoration": ("hari besar “{id}” tidak dikenal", "there is no commemorative day “{id}”"),
    "commemoration.hint": ("daftarnya ada di agenda/hari-besar.yaml", "they are listed in agenda/hari-besar.yaml"),
    "commemoration.near": (
        "maksudnya {ids}? Daftarnya ada di agenda/hari-besar.yaml",
        "did you mean {ids}? They are listed in agenda/hari-besar.yaml",
    ),
    "commemoration.none": ("tidak ada hari besar pada {day}", "no commemorative day falls on {day}"),
    "commemoration.none.hint": ("sebutkan: --commemoration ID", "name one: --commemoration ID"),
    "commemoration.many": ("ada beberapa hari besar pada {day}", "several commemorative days fall on {day}"),
    "commemoration.many.hint": ("pilih satu: {choices}", "choose one: {choices}"),
    "commemoration.choice": ("--commemoration {id} ({name})", "--commemoration {id} ({name})"),
    "commemoration.unknown-date": (
        "tanggal {name} tahun {year} belum ada di agenda/hari-besar.yaml",
        "agenda/hari-besar.yaml does not know the date of {name} in {year}",
    ),
    "commemoration.unknown-date.hint": (
        "tambahkan tanggalnya di sana (dates:) setelah ditetapkan",
        "add the date there (dates:) once it has been decreed",
    ),
    "commemoration.dates": ("{name} jatuh lebih dari sekali pada {year}", "{name} falls more than once in {year}"),
    "commemoration.elsewhere": (
        "catatan: {name} jatuh pada {days}, bukan pada hari kiriman ini",
        "note: {name} falls on {days}, not on the day of this post",
    ),
    "commemoration.estimate": (
        "catatan: tanggal {name} belum pasti ({status}); cocokkan dengan ketetapan resmi",
        "note: the date of {name} is not certain ({status}); compare it with the official decree",
    ),
    "shortened": ("catatan: judul dipendekkan menjadi 100 karakter", "note: the title was cut to 100 characters"),
    "cancelled": ("acara “{id}” sudah dibatalkan: {reason}", "the event “{id}” is cancelled: {reason}"),
    "exists": ("{path} sudah ada dan tidak ditimpa", "{path} is there already and was not overwritten"),
    "exists.hint": (
        'lanjutkan yang ada, atau beri judul lain: --title "…"',
        'go on with that one, or give another title: --title "…"',
    ),
    "template": ("templates/new/{name} keliru: {problem}", "templates/new/{name} is wrong: {problem}"),
    "template.hint": (
        "perbaiki, atau hapus agar yang bawaan dipakai",
        "mend it, or remove it so that the packaged one is used",
    ),
    "made": ("Dibuat: {path}", "Made: {path}"),
    "next": ("Berikutnya:", "Next:"),
    "next.picture": (
        "  1. tambahkan gambarnya:\n     kendal photo add {path} IMG_2041.jpg",
        "  1. add its picture:\n     kendal photo add {path} IMG_2041.jpg",
    ),
    "next.check": (
        "  2. lengkapi narasi, lalu:\n     kendal check {path}",
        "  2. complete the text, then:\n     kendal check {path}",
    ),
    "next.submit": ("  3. ajukan:\n     kendal submit {path}", "  3. submit it:\n     kendal submit {path}"),
}
