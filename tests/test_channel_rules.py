"""The rules of what a channel gets: each limit exceeded, and what the writer is told, where."""

from pathlib import Path

import pytest

from kendal_git.cli import main
from tests.scratch import FOLDER, POST, Repository, first_lines, make, picture

IMAGE = "  - {{file: {0}.jpg, alt: Peserta upacara di barisan ke-{0}, credit: Tim IKP}}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make(tmp_path)
    office = (tmp_path / "kendal.yaml").read_text(encoding="utf-8")
    names = ("telegram", "bluesky", "mastodon", "threads", "whatsapp-channel")
    more = "".join(f", {name}: {{via: outbox}}" for name in names)
    made.write("kendal.yaml", office.replace("x: {via: outbox}}", f"x: {{via: outbox}}{more}}}"))
    return made


def on(channel: str, text: str, old: str = "hashtags: [HariGuru]", new: str = "hashtags: []") -> str:
    """The good post with another text, for one channel."""
    good = POST.replace("[instagram, facebook, x]", f"[{channel}]").replace(old, new)
    return good.replace("Upacara berlangsung khidmat.", text)


@pytest.mark.parametrize(
    ("channel", "text", "line"),
    [
        ("telegram", "😷" * 513, "teks untuk telegram 1026 karakter, paling banyak 1024 (lebih 2)"),
        ("bluesky", "a" * 301, "teks untuk bluesky 301 karakter, paling banyak 300 (lebih 1)"),
        ("bluesky", "👨‍👩‍👧‍👦" * 130, "teks untuk bluesky 3250 bita, paling banyak 3000 (lebih 250)"),
        (
            "mastodon",
            "https://a.id/" + "x" * 500 + " " + "a" * 477,
            "teks untuk mastodon 501 karakter, paling banyak 500",
        ),
        ("threads", "🇮🇩" * 63, "teks untuk threads 504 karakter, paling banyak 500 (lebih 4)"),
        ("x", "kendalkab.go.id " * 12, "teks untuk x 287 karakter, paling banyak 280 (lebih 7)"),
    ],
)
def test_each_channel_s_unit_decides(repository: Repository, channel: str, text: str, line: str) -> None:
    """A text too long in the channel's own unit is told of at the channel, with that unit's numbers."""
    found = first_lines(repository.post(on(channel, text)))

    assert len(found) == 1
    assert found[0].startswith(f"post.md:10:12: galat[caption-long]: {line}")


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("telegram", "😷" * 512),
        ("bluesky", "👨‍👩‍👧‍👦" * 120),
        ("bluesky", "ꦏꦼꦤ꧀ꦢꦭ꧀" * 100),
        ("mastodon", "https://a.id/" + "x" * 500 + " " + "a" * 476),
        ("threads", "🇮🇩" * 62),
        ("x", "👨‍👩‍👧‍👦" * 140),
        ("whatsapp-channel", "a" * 9000),
    ],
)
def test_what_fits_exactly_is_good(repository: Repository, channel: str, text: str) -> None:
    """The last character that a channel takes is not one too many."""
    assert first_lines(repository.post(on(channel, text))) == []


def test_threads_takes_five_links(repository: Repository) -> None:
    """The same link twice counts once, the sixth different one is too many."""
    five = " ".join(f"https://example.go.id/{number}" for number in (1, 2, 3, 4, 5, 5))

    assert first_lines(repository.post(on("threads", five))) == []
    assert first_lines(repository.post(on("threads", f"{five} kendalkab.go.id"))) == [
        "post.md:10:12: galat[caption-links]: threads menerima paling banyak 5 tautan, ini 6"
    ]


def with_pictures(repository: Repository, channel: str, extra: str = "") -> list[str]:
    """What is found in a post of six pictures."""
    for number in range(1, 6):
        repository.write(f"{FOLDER}/{number}.jpg", picture())
    images = "    credit: Tim IKP\n" + "".join(IMAGE.format(number) for number in range(1, 6))
    content = on(channel, "Khidmat.", "    credit: Tim IKP\n", images).replace("hashtags: [HariGuru]\n", extra)
    return first_lines(repository.post(content))


@pytest.mark.parametrize("channel", ["x", "bluesky", "mastodon"])
def test_pictures_are_not_left_out_silently(repository: Repository, channel: str) -> None:
    """A channel of four pictures warns that the last two of six will not be seen there."""
    assert with_pictures(repository, channel) == [
        f"post.md:10:12: peringatan[pictures-left-out]: {channel} menerima 4 gambar; 2 gambar terakhir tidak ikut"
    ]


def test_a_choice_of_its_own_is_where_the_pictures_are_too_many(repository: Repository) -> None:
    """The warning stands at the caption's own list when it is that which is too long."""
    assert with_pictures(repository, "x", "captions: {x: {images: [1.jpg, 2.jpg, 3.jpg, 4.jpg, 5.jpg]}}\n") == [
        "post.md:23:16: peringatan[pictures-left-out]: x menerima 4 gambar; 1 gambar terakhir tidak ikut"
    ]


@pytest.mark.parametrize(
    ("channel", "extra"),
    [("telegram", ""), ("facebook", ""), ("x", "captions: {x: {images: [1.jpg, 2.jpg]}}\n"), ("whatsapp-channel", "")],
)
def test_no_warning_where_all_chosen_pictures_fit(repository: Repository, channel: str, extra: str) -> None:
    """Ten fit where ten are taken, and a choice of two leaves nothing out silently."""
    assert with_pictures(repository, channel, extra) == []


def own_limits(repository: Repository, channel: str, limits: str) -> None:
    """Write a channel's own limits into kendal.yaml."""
    office = (repository.root / "kendal.yaml").read_text(encoding="utf-8")
    repository.write(
        "kendal.yaml", office.replace(f"{channel}: {{via: outbox}}", f"{channel}: {{via: outbox, {limits}}}")
    )


def test_an_alternative_text_fits_the_channel(repository: Repository) -> None:
    """A channel that takes shorter descriptions than the office allows is named at the description."""
    own_limits(repository, "facebook", "limits: {alt: 30}")

    assert first_lines(repository.check()) == [
        "post.md:15:10: galat[alt-long]: teks alternatif “foto.jpg” 42 karakter, facebook menerima paling banyak 30",
    ]


def test_a_server_s_own_limits_hold_in_every_check(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What kendal.yaml sets replaces the usual figure, also for a text that an earlier check has refused."""
    repository.write(f"{FOLDER}/post.md", on("mastodon", "a" * 600))
    monkeypatch.chdir(repository.root)

    assert main(["check", "--all"]) == 1
    assert "teks untuk mastodon 600 karakter, paling banyak 500 (lebih 100)" in capsys.readouterr().out
    own_limits(repository, "mastodon", "limits: {characters: 1000, pictures: 8, alt: 1500}")
    assert main(["check", "--all"]) == 0
    repository.write("kendal.yaml", (repository.root / "kendal.yaml").read_text().replace("1000", "599"))
    capsys.readouterr()
    assert main(["check", "--all"]) == 1
    assert "teks untuk mastodon 600 karakter, paling banyak 599 (lebih 1)" in capsys.readouterr().out
