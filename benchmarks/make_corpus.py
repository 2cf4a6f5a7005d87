"""A deterministic corpus of news posts, in the layout of each tool to compare.

    python -m benchmarks.make_corpus OUT --layout kendal --posts 1000 [--images 1] [--image-bytes 24000] [--seed 7]

Post i has the same text, front matter and picture bytes in every layout, and post i of a 1,000-post corpus is post i of
a 10,000-post corpus. Standard library only.
"""

import argparse
import datetime as dt
import random
from pathlib import Path

from benchmarks.layouts import LAYOUTS, Picture, Post
from benchmarks.mosaic import Pictures

ROOT = Path(__file__).parent.parent
WORDS = """warga desa kabupaten kendal pemerintah daerah kegiatan sekolah guru siswa petani nelayan
pasar harga beras panen musim hujan kemarau banjir jalan jembatan pembangunan anggaran rapat bupati
camat lurah kepala dinas kesehatan puskesmas vaksin ibu anak posyandu gizi bantuan sosial keluarga
program pelatihan usaha kecil menengah koperasi pantai pelabuhan perahu ikan tambak garam wisata
kebun teh gunung sungai air bersih listrik kampung budaya seni tari musik wayang festival lomba juara
olahraga sepak bola lapangan pemuda komunitas relawan gotong royong masjid pesantren santri alun-alun
kota kawasan industri pabrik pekerja buruh upah lowongan kerja investasi ekonomi kreatif batik kuliner
soto bandeng lalu lintas polisi kecelakaan arus mudik terminal stasiun kereta jalur pantura hujan deras
laporan data tahun bulan pekan hari pagi siang malam""".split()
LINKING = """yang di dan untuk dengan pada dari akan telah sudah juga oleh karena sehingga agar serta dalam
kepada sebagai menjadi masih lebih para tersebut ini itu bahwa saat setelah sebelum hingga antara""".split()
VERBS = """mengatakan menjelaskan meninjau membuka menyerahkan mengajak meresmikan menyiapkan menerima
menargetkan memperbaiki membangun melatih mendampingi mencatat menyampaikan mendukung memantau""".split()
POSITIONS = """Bupati|Wakil Bupati|Sekda|Asisten Pemerintahan|Kepala Dinas Kesehatan|Kepala Dinas Pendidikan|
Camat Weleri|Camat Boja|Camat Kaliwungu|Kepala Bappeda|Direktur RSUD|Ketua PMI""".replace("\n", "").split("|")
CATEGORIES = ["pemerintahan", "pendidikan", "ekonomi", "budaya", "olahraga", "kesehatan"]
TAGS = """kendal weleri kaliwungu boja sukorejo cepiring patebon rowosari pegandon
brangsong limbangan singorojo plantungan gemuh ringinarum kangkung ngampel
pageruyung patean banjir umkm pertanian perikanan pariwisata sekolah madrasah
pesantren posyandu stunting vaksin jalan jembatan anggaran apbd musrenbang
pilkada pemuda koperasi industri investasi buruh upah batik kuliner festival
wayang sepakbola voli atletik lingkungan sampah mangrove pantai pelabuhan
kereta mudik pasar harga beras cuaca""".split()
CHANNELS = ["web", "instagram", "facebook", "x", "threads", "whatsapp"]
FIRST = dt.datetime(2019, 1, 1, 6, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def sentence(chance: random.Random, least: int = 8, most: int = 17) -> str:
    """Make a sentence that looks like Indonesian from afar."""
    words = []
    for place in range(chance.randint(least, most)):
        source = VERBS if place == 2 else LINKING if place % 3 == 1 else WORDS
        words.append(chance.choice(source))
    return " ".join(words).capitalize() + "."


def paragraph(chance: random.Random) -> str:
    """Make three sentences."""
    return " ".join(sentence(chance) for _ in range(3))


def link(chance: random.Random) -> str:
    """Make a link to another piece of news."""
    words = f"{chance.choice(WORDS)} {chance.choice(WORDS)}"
    return f"Baca juga [{words}](https://example.org/berita/{chance.randint(1, 9999)})"


def body(chance: random.Random) -> str:
    """Make about 150 words of Markdown with emphasis, a link, a heading, a list and a quotation."""
    parts = [
        f"**KENDAL** – {paragraph(chance)}",
        f"{sentence(chance)} *{sentence(chance, 5, 8)}* {link(chance)} untuk keterangan.",
        f"## {chance.choice(WORDS).title()} dan {chance.choice(WORDS)}",
        "\n".join(f"- {sentence(chance, 6, 10)}" for _ in range(3)),
        f'> "{sentence(chance)}" ujar {chance.choice(POSITIONS)}.',
        paragraph(chance),
    ]
    return "\n\n".join(parts) + "\n"


def make_post(number: int, seed: int, images: int) -> Post:
    """Make the post of a number; the order of the draws is what makes it the same every time."""
    chance = random.Random(f"{seed}:{number}")
    date = FIRST + dt.timedelta(minutes=number * 391 + chance.randint(0, 180))
    title = " ".join(chance.choice(WORDS) for _ in range(chance.randint(5, 8))).title()
    text = body(chance)
    return Post(
        title=title,
        slug="-".join(title.lower().split()) + f"-{number:05d}",
        date=date,
        category=chance.choice(CATEGORIES),
        tags=chance.sample(TAGS, chance.randint(2, 4)),
        summary=sentence(chance, 12, 20),
        authors=chance.sample(POSITIONS, chance.choice([1, 1, 2])),
        channels=sorted(chance.sample(CHANNELS, chance.randint(2, 4))),
        images=[
            Picture(file=f"{place:02d}.jpg", alt=sentence(chance, 6, 10), caption=sentence(chance, 4, 8))
            for place in range(1, images + 1)
        ],
        body=text,
    )


def main() -> None:
    """Write a corpus; ours comes with the office and the calendar that its posts refer to."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("out", type=Path)
    words.add_argument("--layout", choices=sorted(LAYOUTS), default="kendal")
    words.add_argument("--posts", type=int, default=1000)
    words.add_argument("--images", type=int, default=1)
    words.add_argument("--image-bytes", type=int, default=24000)
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--first", type=int, default=0, help="number of the first post (to add to a corpus)")
    chosen = words.parse_args()
    pictures, layout = Pictures(chosen.image_bytes, chosen.seed), LAYOUTS[chosen.layout]
    for number in range(chosen.first, chosen.first + chosen.posts):
        post = make_post(number, chosen.seed, chosen.images)
        laid = layout(post)
        path, folder = chosen.out / laid.path, chosen.out / laid.pictures
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(laid.text, encoding="utf-8", newline="\n")
        if post.images:
            folder.mkdir(parents=True, exist_ok=True)
        for place, image in enumerate(post.images):
            (folder / image.file).write_bytes(pictures.picture(number, place))
    for name in ("kendal.yaml", "agenda/hari-besar.yaml") if chosen.layout == "kendal" else ():
        (chosen.out / name).parent.mkdir(parents=True, exist_ok=True)
        (chosen.out / name).write_bytes((ROOT / name).read_bytes())


if __name__ == "__main__":
    main()
