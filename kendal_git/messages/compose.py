"""Sentences about what a channel gets: its text, links, pictures and their descriptions."""

TEXTS = {
    "long.bytes": (
        "teks untuk {channel} {length} bita, paling banyak {most} (lebih {over})",
        "the text for {channel} has {length} bytes, the most is {most} ({over} over)",
    ),
    "links": (
        "{channel} menerima paling banyak {most} tautan, ini {count}",
        "{channel} takes at most {most} links, this has {count}",
    ),
    "links.hint": (
        "pilih tautan terpenting dalam teks di “captions: {channel}:”",
        "keep the most important links in a text under “captions: {channel}:”",
    ),
    "left-out": (
        "{channel} menerima {most} gambar; {left} gambar terakhir tidak ikut",
        "{channel} takes {most} pictures; the last {left} will be left out",
    ),
    "left-out.hint": (
        "pilih gambarnya di “captions: {channel}: images:”",
        "choose them under “captions: {channel}: images:”",
    ),
    "alt": (
        "teks alternatif “{file}” {length} karakter, {channel} menerima paling banyak {most}",
        "the alternative text of “{file}” has {length} characters, {channel} takes at most {most}",
    ),
    "alt.hint": ("pendekkan; ceritakan yang terpenting saja", "shorten it; say what matters most"),
}
