"""The office's closed vocabularies (DESIGN §2, sop.md §3.1), each a tuple in the order in which people see it."""

KINDS = (
    "flyer-hari-besar",
    "liputan",
    "program",
    "pengumuman",
    "infografis",
    "foto-cerita",
    "siaran-pers",
    "klarifikasi",
    "layanan-darurat",
    "ucapan-selamat",
    "ucapan-duka",
)
INFORMATION = ("berkala", "serta-merta", "setiap-saat")
INFORMATION_REFUSED = "dikecualikan"  # UU 14/2008 art. 17: exempt information is never published
SENSITIVITIES = ("biasa", "perhatian", "sensitif")
PURPOSES = ("flyer", "foto", "infografis")
CHILDREN = ("none", "written", "not-recognisable")
HOLDER_STATUS = ("definitif", "plt", "plh", "pj")
SOURCES = ("opd", "ajudan", "protokol", "kalender")
ROLES = ("staf", "subkoor-psdk", "kabid-ikp", "kepala-dinas")  # from the lowest to the highest
WITHDRAWAL_REASONS = ("fakta", "izin", "data-pribadi", "netralitas", "salah-orang", "perintah", "lain")
CORRECTION_REASONS = ("fakta", "nama-jabatan", "ejaan", "desain-logo", "foto", "waktu", "lain")
CORRECTIONS = ("repost", "new", "by-hand")  # on a channel that cannot change what stands there
FETCHING = ("instagram",)  # routes whose service takes no bytes: it fetches pictures from the public site
STAYING = ("instagram",)  # routes on which no program can take a post down
FORGES = ("local", "github", "gitlab")


def highest(*levels: str) -> str:
    """The highest of the given sensitivities; ``biasa`` when there is none."""
    return max(levels, key=SENSITIVITIES.index, default="biasa")
