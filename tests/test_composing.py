"""What a channel gets: plain text from Markdown, tags once, pictures as chosen, counted in the channel's own unit."""

import random
import time
from dataclasses import replace
from datetime import date

import pytest

from kendal_git.composing import compose, hashtags, limits_of
from kendal_git.composing.count import characters, weighted
from kendal_git.composing.plain import plain
from kendal_git.model.delivery import PayloadPicture
from kendal_git.model.office import ChannelLimits, ChannelSettings, Office
from kendal_git.model.post import Caption, Image, Post

POST = Post(
    path="content/2026/11/25-upacara",
    title="Upacara",
    kind="liputan",
    date=date(2026, 11, 25),
    narration="Upacara **khidmat** di alun-alun.\n\nTerima kasih #HariGuru!",
    images=tuple(Image(f"{number}.jpg", f"gambar ke-{number}") for number in range(1, 13)),
    hashtags=("HariGuru", "Kendal"),
)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("satu\ndua", "satu dua"),
        ("satu  \ndua\\\ntiga<br>empat", "satu\ndua\ntiga\nempat"),
        ("satu\n\n\n\ndua", "satu\n\ndua"),
        ("satu\r\n\r\ndua\u2028tiga\x85empat", "satu\n\ndua\ntiga empat"),
        ("# Judul #\nisi\n## Sub\nlagi", "Judul\n\nisi\n\nSub\n\nlagi"),
        ("**tebal** dan *miring* dan _juga_ dan __ini__", "tebal dan miring dan juga dan ini"),
        (
            "**tebal\nsampai sini** dan [tautan\npanjang](https://a.id/b)",
            "tebal sampai sini dan tautan panjang (https://a.id/b)",
        ),
        ("**tebal  \nbaris baru**", "tebal\nbaris baru"),
        ("2*3*4 dan a_b_c dan * lepas", "2*3*4 dan a_b_c dan * lepas"),
        (r"\*bukan tebal\* dan \_ini\_", "*bukan tebal* dan _ini_"),
        ("- satu\n- dua\n\n* tiga", "• satu\n• dua\n\n• tiga"),
        ("1. satu\n2. dua", "1. satu\n2. dua"),
        ("satu\n\n* * *\n\ndua", "satu\n\ndua"),
        ("> kutipan\n> dua baris", "kutipan dua baris"),
        ("[situs](https://example.go.id/a_b) dan [dalam](/halaman)", "situs (https://example.go.id/a_b) dan dalam"),
        ("<https://example.go.id>", "https://example.go.id"),
        ("![keterangan](foto.jpg)", "keterangan"),
        ("a <!-- rahasia\nkantor --> b <!-- tak tertutup", "a  b <!-- tak tertutup"),
        ("<b>tebal</b> 3 < 4 > 2", "tebal 3 < 4 > 2"),
        ("`kode`", "kode"),
        ("\ufeffteks", "teks"),
        ("", ""),
    ],
)
def test_markup_goes_and_words_stay(markdown: str, text: str) -> None:
    """What a person reads on the site is what a person reads on a channel, without its stars and brackets."""
    assert plain(markdown) == text


@pytest.mark.parametrize(
    "part", ["<!--", "![", "[a](", "[a](http://", "**b ", "__b ", "*b ", " #", "`", "<a", "  \n", "- ", "a."]
)
def test_no_text_keeps_the_patterns_busy(part: str) -> None:
    """Two hundred thousand characters of an unfinished markup take no longer than finished ones."""
    started = time.process_time()
    for text in (part * (200_000 // len(part)), "# " + part * (200_000 // len(part)) + "x"):
        weighted(plain(text))

    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Halo Kendal 👋", 14),
        ("…", 2),
        ("•", 2),
        ("→", 2),
        ("✅", 2),
        ("—", 1),
        ("–", 1),
        ("“Siaga”", 7),
        ("½", 1),
        ("👨‍👩‍👧‍👦", 2),
        ("🇮🇩", 2),
        ("1️⃣", 2),
        ("e\u0301", 1),
        ("👨‍👩‍👧‍👦é🇮🇩👍🏽", 7),
        ("© Kendal 👋", 12),
        ("disdukcapil.kendalkab.go.id", 23),
        ("https://example.go.id/berita/2026/panjang/sekali?x=1", 23),
        ("lihat kendalkab.go.id/layanan.", 30),
        ("lihat kendalkab.go.id, ya", 33),
        ("(kendalkab.go.id)", 25),
        ("KENDALKAB.GO.ID", 23),
        ("a@b.go.id", 9),
        ("@kendal.go.id", 13),
        ("#KendalSiaga", 12),
        ("Rp10.000", 8),
        ("pukul 08.00", 11),
        ("Siti Aminah, S.Pd.", 18),
        ("Bapak.Ibu", 9),
        ("Yth.Bapak", 9),
        ("日本", 4),
        ("ꦏꦼꦤ꧀ꦢꦭ꧀", 14),
        ("", 0),
    ],
)
def test_x_is_counted_as_x_counts(text: str, count: int) -> None:
    """Links weigh 23 also without a scheme, emoji of any composition 2, degrees and amounts are no links."""
    assert weighted(text) == count


def test_other_channels_count_characters_of_the_composed_form() -> None:
    """A letter and its accent are one character, however they were typed."""
    assert characters("e\u0301") == characters("é") == 1


def test_the_narration_is_the_text_unless_a_caption_is_written() -> None:
    """Facebook follows the narration, X says its own, and neither is cut."""
    post = replace(POST, captions=(("x", Caption("Pendek saja")),))

    assert compose(post, "facebook").text == "Upacara khidmat di alun-alun.\n\nTerima kasih #HariGuru!\n\n#Kendal"
    assert compose(post, "x").text == "Pendek saja\n\n#HariGuru #Kendal"


@pytest.mark.parametrize(
    ("text", "tags", "line"),
    [
        ("Selamat #hariguru", ("HariGuru", "Kendal"), "#Kendal"),
        ("Selamat #KendalSiaga", ("Kendal",), "#Kendal"),
        ("Lihat https://example.go.id/#Kendal", ("Kendal",), "#Kendal"),
        ("Selamat", ("Kendal", "kendal", "KENDAL"), "#Kendal"),
    ],
)
def test_a_tag_is_added_only_where_it_is_missing(text: str, tags: tuple[str, ...], line: str) -> None:
    """A tag in the text is not doubled in any case, and neither a longer tag nor an address counts as one."""
    composed = compose(replace(POST, narration=text, hashtags=tags), "facebook").text

    assert composed == f"{text}\n\n{line}"


def test_a_channel_s_own_tags_replace_the_post_s() -> None:
    """An empty list means none, and no list means the post's."""
    post = replace(
        POST, narration="Halo", captions=(("x", Caption(hashtags=())), ("instagram", Caption(hashtags=("A",))))
    )

    assert [compose(post, channel).text for channel in ("x", "instagram", "facebook")] == [
        "Halo",
        "Halo\n\n#A",
        "Halo\n\n#HariGuru #Kendal",
    ]


def test_a_hashtag_is_a_word_behind_a_sharp_sign() -> None:
    """Numbers, addresses and HTML entities are none."""
    assert hashtags("#Kendal, #2026 #HUT_RI79 a#b &#38; https://x.id/#top ##x") == ("Kendal", "HUT_RI79")


def test_pictures_come_in_the_post_s_order_up_to_the_channel_s_number() -> None:
    """X takes four, Instagram ten, and each goes with its alternative text."""
    assert compose(POST, "x").pictures == tuple(
        PayloadPicture(f"{number}.jpg", f"gambar ke-{number}") for number in (1, 2, 3, 4)
    )
    assert len(compose(POST, "instagram").pictures) == 10


def test_a_channel_s_own_choice_and_order_of_pictures_stands() -> None:
    """What the caption names is sent in its order; a name that is no picture of the post is left out."""
    chosen = Caption(images=("3.jpg", "1.jpg", "hilang.jpg"))

    assert [one.file for one in compose(replace(POST, captions=(("x", chosen),)), "x").pictures] == ["3.jpg", "1.jpg"]


def test_the_count_and_its_limit_go_with_the_text() -> None:
    """Check, preview and sending see the same number in the same unit."""
    payload = compose(replace(POST, narration="Halo kendalkab.go.id", hashtags=()), "x")

    assert (payload.length, payload.most, payload.unit) == (28, 280, "weighted")


@pytest.mark.parametrize(
    ("text", "length", "most", "unit"),
    [
        ("a" * 301, 301, 300, "graphemes"),
        ("👨‍👩‍👧‍👦" * 130, 3250, 3000, "bytes"),
        ("👨‍👩‍👧‍👦" * 100, 2500, 3000, "bytes"),
    ],
)
def test_of_several_units_the_tightest_is_named(text: str, length: int, most: int, unit: str) -> None:
    """Bluesky takes 300 graphemes and 3,000 bytes, and either may be the one that does not fit."""
    payload = compose(replace(POST, narration=text, hashtags=()), "bluesky")

    assert (payload.length, payload.most, payload.unit) == (length, most, unit)
    assert [(one.most, one.unit) for one in payload.counts] == [(300, "graphemes"), (3000, "bytes")]


@pytest.mark.parametrize(
    ("images", "caption", "most"),
    [(POST.images, None, 1024), ((), None, 4096), (POST.images, Caption(images=()), 4096)],
)
def test_telegram_takes_less_text_under_pictures(images: tuple[Image, ...], caption: Caption | None, most: int) -> None:
    """What counts is whether a picture really goes along."""
    captions = (("telegram", caption),) if caption else ()

    assert compose(replace(POST, images=images, captions=captions), "telegram").most == most


def office(channel: str, **own: int) -> Office:
    """An office whose account on a channel has limits of its own."""
    return Office(channels=((channel, ChannelSettings("outbox", limits=ChannelLimits(**own))),))


def test_an_instance_s_own_figures_take_the_place_of_the_table_s() -> None:
    """A Mastodon server that allows 5,000 characters and six pictures says so in kendal.yaml, in Mastodon's count."""
    payload = compose(POST, "mastodon", office("mastodon", characters=5000, pictures=6))

    assert (payload.counts[0].most, payload.unit, len(payload.pictures)) == (5000, "mastodon", 6)
    assert (compose(POST, "mastodon").most, len(compose(POST, "mastodon").pictures)) == (500, 4)
    assert compose(POST, "x", office("mastodon", characters=5000)) == compose(POST, "x")


@pytest.mark.parametrize(
    ("channel", "own", "texts", "under"),
    [
        ("bluesky", {"characters": 200}, [(200, "graphemes"), (3000, "bytes")], []),
        ("telegram", {"characters": 8000}, [(8000, "utf16")], [(1024, "utf16")]),
        ("telegram", {"characters": 600}, [(600, "utf16")], [(600, "utf16")]),
        ("radio", {"characters": 90}, [(90, "characters")], []),
        ("x", {"alt": 400}, [(280, "weighted")], []),
    ],
)
def test_own_figures_change_what_they_name_and_nothing_else(
    channel: str, own: dict[str, int], texts: list[tuple[int, str]], under: list[tuple[int, str]]
) -> None:
    """A second unit stays, text under pictures only becomes less, and a channel unmeasured counts characters."""
    found, usual = limits_of(channel, office(channel, **own)), limits_of(channel)

    assert [(limit.most, limit.unit) for limit in found.texts] == texts
    assert [(limit.most, limit.unit) for limit in found.under_pictures] == under
    assert (found.pictures, found.links, found.alt) == (usual.pictures, usual.links, own.get("alt", usual.alt))


def test_a_channel_of_another_name_has_the_limits_of_its_route() -> None:
    """What an office calls “kabar-kota” and sends via Instagram is as long as Instagram allows, and needs a picture."""
    named = Office(channels=(("kabar-kota", ChannelSettings("instagram")), ("papan", ChannelSettings("outbox"))))

    assert limits_of("kabar-kota", named) == limits_of("instagram")
    assert limits_of("papan", named) == limits_of("kabar-kota") == limits_of("radio")


def test_a_channel_that_nobody_measured_has_no_limits() -> None:
    """A new channel is composed before its limits are known."""
    payload = compose(POST, "radio")

    assert (payload.most, len(payload.pictures), limits_of("radio").needs_picture) == (0, 12, False)


@pytest.mark.parametrize("seed", range(50))
def test_composing_never_raises(seed: int) -> None:
    """Any mixture of markup, emoji and scripts becomes a text with a count."""
    dice = random.Random(seed)
    parts = [
        "**",
        "_",
        "`",
        "[",
        "](",
        ")",
        "\n",
        "  \n",
        "#",
        "👨‍👩‍👧",
        "ꦏꦼ",
        "kendal.go.id",
        "\u202e",
        "e\u0301",
        "<",
        ">",
        "\\",
        "x ",
    ]
    text = "".join(dice.choices(parts, k=80))

    assert compose(replace(POST, narration=text), "x").length >= 0


def test_an_entity_becomes_its_character() -> None:
    """What Markdown needs an entity for reaches the channels as the person meant it, and other ampersands stay."""
    written = "Batas &lt;100 &amp; *tegas*, &#169; A&B, &tidakada; &copy2026"

    assert plain(written) == "Batas <100 & tegas, © A&B, &tidakada; &copy2026"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**tebal** dan *miring* dan _juga_ dan __ini__", "*tebal* dan _miring_ dan _juga_ dan *ini*"),
        ("# Hari Guru **Nasional** #\nisi", "*Hari Guru Nasional*\n\nisi"),
        ("**tebal _dan miring_**, titik", "*tebal _dan miring_*, titik"),
        ("ba**ngun**an, a_b_c dan 2*3*4", "bangunan, a_b_c dan 2*3*4"),
        (r"\*bukan tebal\* dan \_ini\_", "*bukan tebal* dan _ini_"),
        ("- satu **a**\n- dua\n\n> kutip", "• satu *a*\n• dua\n\nkutip"),
        ("lihat [**situs**](https://kendalkab.go.id/a_b_c)", "lihat *situs* (https://kendalkab.go.id/a_b_c)"),
    ],
)
def test_whatsapp_keeps_bold_and_italic_in_its_own_marks(markdown: str, text: str) -> None:
    """What is pasted into WhatsApp looks as it was written; a mark inside a word would be shown as a star."""
    post = replace(POST, narration=markdown, hashtags=())

    assert compose(post, "whatsapp-channel").text == text
    assert compose(post, "facebook").text == plain(markdown)
