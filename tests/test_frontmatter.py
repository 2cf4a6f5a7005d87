"""The front matter's own reader: whatever the bytes are, trouble is a located sentence and never an exception."""

import random
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kendal_git import frontmatter
from kendal_git.model.document import Mapping, Scalar
from tests.scratch import POST, first_lines, mutated


def reads(text: str) -> list[str]:
    return first_lines(frontmatter.read_post("post.md", text.encode())[1])


@pytest.fixture(params=["libyaml", "pure"])
def either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's loaders: an installation without the compiled one must say the same."""
    if request.param == "pure":
        monkeypatch.setattr(frontmatter, "LOADER", yaml.SafeLoader)
    return str(request.param)


def test_what_is_hidden_cannot_be_printed() -> None:
    """A text that can be printed whole is not searched, so nothing that is searched for may be printable."""
    hidden = {chr(code) for code in range(sys.maxunicode + 1) if frontmatter.HIDDEN.match(chr(code))}

    assert hidden >= {"\x1b", "\x85", "\u2028", "\ufeff"}
    assert not {character for character in hidden if character.isprintable()}


def test_a_good_post_is_read_whole() -> None:
    """Fields stay as the person wrote them, and the narration starts on the line after the fence."""
    document, trouble = frontmatter.read_post("post.md", b"---\na: no\nb: 12:30\nc: 1.10\n---\nIsi.\n")

    assert document is not None
    assert not trouble
    assert [(key.text, value.text) for key, value in document.fields.pairs if isinstance(value, Scalar)] == [
        ("a", "no"),
        ("b", "12:30"),
        ("c", "1.10"),
    ]
    assert (document.body, document.body_place(0).line) == ("Isi.\n", 6)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "post.md:1:1: galat[front-matter]: berkas harus diawali baris “---” lalu data kiriman"),
        ("title: x\n", "post.md:1:1: galat[front-matter]: berkas harus diawali baris “---” lalu data kiriman"),
        ("---\ntitle: x\n", "post.md:1:1: galat[front-matter]: baris penutup “---” tidak ada"),
        ("---\rtitle: x\r---\r", "post.md:1:4: galat[character-hidden]: ada karakter tak terlihat U+000D di sini"),
        ("---\n- a\n---\n", "post.md:2:1: galat[yaml-syntax]: isinya harus pasangan “kunci: nilai”"),
        ("---\na: &x 1\n---\n", "post.md:2:4: galat[yaml-anchor]: tanda & dan * YAML tidak dipakai di sini"),
        ("---\na: *x\n---\n", "post.md:2:4: galat[yaml-anchor]: tanda & dan * YAML tidak dipakai di sini"),
        ("---\na: !!str 1\n---\n", "post.md:2:4: galat[yaml-tag]: tanda ! YAML tidak dipakai di sini"),
        ("---\na: 1\nb: 2\na: 3\n---\n", "post.md:4:1: galat[yaml-repeated-key]: “a” sudah ditulis di baris 2"),
        ("---\n[a, b]: 1\n---\n", "post.md:2:1: galat[yaml-syntax]: kunci harus berupa satu kata"),
        ("---\n? {a: b}\n: 1\n---\n", "post.md:2:3: galat[yaml-syntax]: kunci harus berupa satu kata"),
        ("---\na: \x1b[31m\n---\n", "post.md:2:4: galat[character-hidden]: ada karakter tak terlihat U+001B di sini"),
        (
            "---\na: 1\n---\nIsi \x07.\n",
            "post.md:4:5: galat[character-hidden]: ada karakter tak terlihat U+0007 di sini",
        ),
    ],
)
def test_each_refusal_has_its_sentence(text: str, line: str) -> None:
    """What a post may not be is said in one sentence at the place where it stands."""
    assert [line] == reads(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: *tebal*", "2:4: galat[yaml-anchor]: tanda & dan * YAML tidak dipakai di sini"),
        ("a: b: c", "2:5: galat[yaml-syntax]: tanda “:” tidak boleh ada di tengah nilai"),
        ("a: 1\nb", "3:1: galat[yaml-syntax]: baris ini tidak memuat “:” sesudah nama isian"),
        ('a: "x', "2:4: galat[yaml-syntax]: tanda kutip ini tidak ditutup"),
        ("a: [x\nb: 1", "2:4: galat[yaml-syntax]: tanda kurung ini tidak ditutup"),
        ("a: {x: 1\nb: [2", "2:4: galat[yaml-syntax]: tanda kurung ini tidak ditutup"),
        ("a: @x", "2:4: galat[yaml-syntax]: nilai tidak boleh diawali karakter ini"),
        ("a: `x`", "2:4: galat[yaml-syntax]: nilai tidak boleh diawali karakter ini"),
        ("a: 1\n\tb: 2", "3:1: galat[yaml-syntax]: jarak masuk ditulis dengan spasi, bukan Tab"),
        ("  a: 1\nb: 2", "3:1: galat[yaml-syntax]: jarak masuk baris ini tidak sejajar"),
        ("a: !x!y 1", "2:4: galat[yaml-tag]: tanda ! YAML tidak dipakai di sini"),
    ],
)
def test_libyaml_s_complaints_are_put_into_the_office_s_words(text: str, line: str) -> None:
    """The common slips have a sentence of their own, at the quote or bracket that began it."""
    assert [f"post.md:{line}"] == reads(f"---\n{text}\n---\n")


@pytest.mark.parametrize(
    "before",
    ["\t", "🎉", "ꦏꦼ", "e\u0301", "\u2028", "\x85", "\u2029", "\ufeff", "\u200d"],
    ids=lambda text: f"U+{ord(text[0]):04X}",
)
def test_positions_count_code_points_and_lf_alone(before: str, either_loader: str) -> None:
    """After any character, a repeated key's line and column are those of an editor that ends lines at LF."""
    document, trouble = frontmatter.read_yaml("x.yaml", f'a: "{before}"\nb: "{before}{before}"\nb: 1\n'.encode())

    assert document is not None
    repeated = next(one for one in trouble if one.rule == "yaml-repeated-key")
    assert (
        repeated.place.line,
        repeated.place.column,
        repeated.place.width,
        repeated.place.text,
    ) == (3, 1, 1, "b: 1"), either_loader


def test_a_column_behind_astral_characters_counts_each_once(either_loader: str) -> None:
    """An emoji is one column, as in an editor, not two UTF-16 units or four bytes."""
    document, _ = frontmatter.read_yaml("x.yaml", "a: {🎉🎉: 1, b: [x]}\n".encode())

    assert document is not None, either_loader
    assert (document.place("a", "b").line, document.place("a", "b").column) == (1, 12), either_loader


def test_line_ends_of_windows_change_no_position() -> None:
    """With CRLF a value's place and the shown line are those without it."""
    with_lf, with_crlf = (
        frontmatter.read_post("post.md", text.encode())[0] for text in (POST, POST.replace("\n", "\r\n"))
    )

    assert with_lf is not None
    assert with_crlf is not None
    for key, _ in with_lf.fields.pairs:
        assert with_lf.place(key.text) == with_crlf.place(key.text)


@pytest.mark.parametrize("before", ["\r", "\u2028", "\u2029", "\x85", "\ufeff", "\x01"])
def test_a_hidden_character_hides_nothing_else(before: str, either_loader: str) -> None:
    """It is told of at its own place, and the other faults of the file are found in the same run."""
    document, trouble = frontmatter.read_yaml("x.yaml", f"a: x{before}y\nb: 1\nb: 2\n".encode())

    assert document is not None, either_loader
    assert sorted((one.rule, one.place.line, one.place.column) for one in trouble) == [
        ("character-hidden", 1, 5),
        ("yaml-repeated-key", 3, 1),
    ]


def test_a_byte_order_mark_at_the_start_is_no_fault() -> None:
    """Windows editors write one; the first key's place is right behind it."""
    document, trouble = frontmatter.read_yaml("x.yaml", "\ufeffa: 1\na: 2\n".encode())
    post, of_post = frontmatter.read_post("post.md", ("\ufeff" + POST).encode())

    assert document is not None
    assert post is not None
    assert [(one.place.line, one.place.column) for one in trouble] == [(2, 1)]
    assert not of_post
    assert post.place("title").column == 8


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (POST.encode("utf-16"), "post.md:1:1: galat[encoding]: berkas ini bukan teks UTF-8"),
        (POST.encode("utf-16-le"), "post.md:1:2: galat[encoding]: ada karakter NUL di dalam berkas"),
        (b"---\na: \xed\xa0\x80\n---\n", "post.md:2:4: galat[encoding]: berkas ini bukan teks UTF-8"),
        ("---\na: é".encode() + b"\xe9\n---\n", "post.md:2:5: galat[encoding]: berkas ini bukan teks UTF-8"),
        (
            b"x" * 1_000_000,
            "post.md:1:1: galat[file-large]: berkas teks ini lebih dari 250 kB; terlalu besar untuk diperiksa",
        ),
    ],
)
def test_bytes_that_are_no_text_are_refused_where_they_begin(data: bytes, line: str) -> None:
    """Another encoding, a lone surrogate or a giant file is one located sentence."""
    assert [line] == first_lines(frontmatter.read_post("post.md", data)[1])


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{"])
def test_a_bomb_of_brackets_ends_at_twelve(opening: str, either_loader: str) -> None:
    """Ten thousand levels of nesting cost no stack and no time."""
    document, trouble = frontmatter.read_yaml("x.yaml", f"a:\n  {opening * 10_000}".encode())

    assert document is None, either_loader
    assert trouble[0].rule in ("yaml-depth", "yaml-syntax")
    assert trouble[0].place.line == 2


def test_a_thousand_repeated_keys_are_told_of_twenty_times() -> None:
    """A file that is wrong all over does not drown the person, and costs no time."""
    _, trouble = frontmatter.read_yaml("x.yaml", b"a: 1\n" * 40_000)

    assert len(trouble) == frontmatter.MOST


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    """Arbitrary bytes are a document or diagnostics, never an exception."""
    for read in (frontmatter.read_post, frontmatter.read_yaml):
        document, trouble = read("x", data)

        assert document is not None or trouble


@given(st.text(max_size=60), st.sampled_from(["", "a: ", "a: |\n  ", '"', "- "]))
def test_no_text_raises(text: str, before: str) -> None:
    """Arbitrary text behind the beginnings that YAML treats in its own ways is a document or diagnostics."""
    document, trouble = frontmatter.read_post("x", f"---\n{before}{text}\n---\n".encode("utf-8", "ignore"))

    assert document is not None or trouble


@pytest.mark.parametrize("seed", range(300))
def test_mutated_posts_are_read_or_refused(seed: int) -> None:
    """A good post with bytes flipped, cut, and oddities put in is read or refused, with places inside the file."""
    data = mutated(POST, random.Random(seed))
    document, trouble = frontmatter.read_post("post.md", data)
    lines = data.count(b"\n") + 1

    assert document is not None or trouble
    assert all(1 <= one.place.line <= lines and one.place.column >= 1 for one in trouble)
    if document is not None:
        assert isinstance(document.fields, Mapping)
