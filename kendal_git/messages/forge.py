"""Sentences of the forges."""

TEXTS = {
    "no-main": ("cabang {main} tidak ada di remote origin", "the remote origin has no branch {main}"),
    "no-proposal": ("tidak ada proposal nomor {number}", "there is no proposal {number}"),
    "no-proposal.hint": ("lihat daftarnya dengan: kendal status", "see the list with: kendal status"),
    "not-open": ("proposal {number} sudah tidak terbuka", "proposal {number} is no longer open"),
    "moved": ("isi proposal {number} berubah sejak Anda lihat", "proposal {number} has changed since you looked"),
    "moved.hint": ("lihat lagi dengan: kendal gate {number}", "look again with: kendal gate {number}"),
    "conflict": (
        "proposal {number} bertabrakan dengan isi terbaru",
        "proposal {number} conflicts with what is on main",
    ),
    "conflict.hint": (
        "ambil {main} terbaru, sesuaikan, lalu kendal submit lagi",
        "take the newest {main}, adapt, then kendal submit again",
    ),
    "busy": ("forge lokal sedang dipakai banyak orang", "the embedded forge is busy"),
    "nobody": ("siapa Anda? nama pengguna belum diatur", "who are you? no login is set"),
    "nobody.hint": (
        "atur sekali dengan: git config kendal.login NAMA, atau pakai --as NAMA",
        "set it once with: git config kendal.login LOGIN, or use --as LOGIN",
    ),
    "no-role": ("{login} tidak memegang peran apa pun", "{login} holds no role"),
    "credentials": (
        "forge lokal tidak boleh dipakai bersama kredensial kanal sungguhan ({names})",
        "the embedded forge refuses to run beside real channels' credentials ({names})",
    ),
    "credentials.hint": (
        "pakai forge: github atau gitlab di kendal.yaml, atau hapus variabel itu",
        "use forge: github or gitlab in kendal.yaml, or remove those variables",
    ),
    "unsupported": (
        "forge “{name}” belum tersedia di versi ini",
        "the forge “{name}” is not available in this version",
    ),
}
