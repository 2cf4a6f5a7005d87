"""Sentences of init."""

TEXTS = {
    "done": ("repositori konten siap di {folder}", "the content repository is ready in {folder}"),
    "next": (
        "berikutnya: isi kendal.yaml dengan jabatan dan nama pengguna kantor Anda,\n"
        "  cd {folder}\n"
        "  kendal agenda add        mencatat acara\n"
        "  kendal new               membuat kiriman\n"
        "  kendal check             memeriksa",
        "next: put your office's roles and logins into kendal.yaml,\n"
        "  cd {folder}\n"
        "  kendal agenda add        record an event\n"
        "  kendal new               make a post\n"
        "  kendal check             check it",
    ),
    "option.name": ("Nama kantor.", "The office's name."),
    "option.login": ("Nama pengguna Anda.", "Your login."),
}
