"""Sentences of the rules that read a post's words: numbers of persons, children, days and ordinals."""

TEXTS = {
    "explain": (
        "arti sebuah aturan: kendal check --explain {rule}",
        "what a rule means: kendal check --explain {rule}",
    ),
    "explain.unknown": ("tidak ada aturan “{rule}”", "there is no rule “{rule}”"),
    "identity.nik": (
        "ini tampak seperti NIK atau nomor KK ({shown})",
        "this looks like a national identity or family card number ({shown})",
    ),
    "identity.nip": ("ini tampak seperti NIP ({shown})", "this looks like an employee number, NIP ({shown})"),
    "identity.hint": (
        "hapus nomornya; bila orangnya perlu dikenali, sebut nama atau jabatannya saja",
        "take the number out; where the person must be known, the name or the office is enough",
    ),
    "number.file.hint": (
        "ganti nama berkasnya, juga di folder kiriman",
        "give the file another name, in the post's folder too",
    ),
    "phone.mobile": (
        "ini tampak seperti nomor ponsel ({shown})",
        "this looks like a mobile phone number ({shown})",
    ),
    "phone.landline": (
        "ini tampak seperti nomor telepon di Kendal ({shown})",
        "this looks like a telephone number in Kendal ({shown})",
    ),
    "phone.hint": (
        "hapus bila milik perorangan; untuk keadaan darurat sebut 112",
        "take it out when it is a person's own; for emergencies name 112",
    ),
    "children.reference": (
        "izin tertulis disebut ada, tetapi tidak dikatakan di mana suratnya",
        "there is said to be a written consent, and not where it is kept",
    ),
    "children.reference.hint": (
        "tulis misalnya: consent: {{children: written, reference: arsip IKP 12/2026}}",
        "write for example: consent: {{children: written, reference: archive IKP 12/2026}}",
    ),
    "children.shown": (
        "“{word}” terlihat di gambar, tetapi “consent” mengatakan tidak ada anak",
        "“{word}” is seen in the picture, and “consent” says that there are no children",
    ),
    "children.told": (
        "“{word}” disebut di narasi, tetapi “consent” mengatakan tidak ada anak",
        "“{word}” is told of in the narration, and “consent” says that there are no children",
    ),
    "children.hint": (
        "bila ada anak di gambar, tulis “children: written” dengan “reference”, atau “not-recognisable”",
        "when a picture shows a child, write “children: written” with a “reference”, or “not-recognisable”",
    ),
    "day-name": ("{day} jatuh pada hari {real}, bukan {written}", "{day} is a {real}, not a “{written}”"),
    "day-name.none": ("tidak ada tanggal {day}", "there is no {day}"),
    "day-name.hint": (
        "cocokkan dengan agenda, lalu betulkan hari atau tanggalnya",
        "compare it with the agenda, then mend the day or the date",
    ),
    "ordinal": (
        "{name} tahun {year} adalah yang ke-{right}, bukan ke-{written}",
        "{name} of {year} is number {right}, not {written}",
    ),
    "ordinal.hint": (
        "tulis “ke-{right}”; hitungannya dari {path}",
        "write “ke-{right}”; it is counted from {path}",
    ),
}
