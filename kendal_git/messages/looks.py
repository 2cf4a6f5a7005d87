"""Sentences of the second look that follows a post of the fast lane."""

TEXTS = {
    "title": ("Pandangan kedua: {post}", "Second look: {post}"),
    "text": (
        "Kiriman ini tayang lewat jalur cepat dengan satu persetujuan ({by}).\n\n"
        "Seorang pemegang peran lain mohon memeriksanya, lalu menutup tiket ini. "
        "Bila ada yang keliru: ajukan ralat, atau tarik kirimannya.",
        "This post went out by the fast lane with one approval ({by}).\n\n"
        "Another role holder looks at it, please, and closes this issue. "
        "If something is wrong: propose a correction, or withdraw the post.",
    ),
    "nobody": ("ditutup tanpa diketahui oleh siapa; dibuka lagi", "closed by nobody known; opened again"),
    "same": (
        "{by} sudah menyetujui kiriman ini; pandangan kedua harus dari orang lain. Dibuka lagi.",
        "{by} approved this post; the second look must be somebody else's. Opened again.",
    ),
    "no-role": (
        "{by} tidak memegang peran di kendal.yaml; dibuka lagi",
        "{by} holds no role in kendal.yaml; opened again",
    ),
    "failed": (
        "pandangan kedua belum dapat diminta ({problem}); belum dikirim",
        "the second look could not be asked for ({problem}); not sent yet",
    ),
}
