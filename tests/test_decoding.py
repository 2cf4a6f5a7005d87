"""The decoder: one definition of the fields, and a sentence for each way in which a value can miss its shape."""

from dataclasses import dataclass

import pytest

from kendal_git import frontmatter
from kendal_git.messages import text
from kendal_git.model.shapes import (
    Choice,
    Day,
    Either,
    Field,
    Hour,
    ListOf,
    Moment,
    Pattern,
    Record,
    Table,
    Text,
    Whole,
)
from kendal_git.reading import decoding
from kendal_git.reading.decoding import Decoder
from kendal_git.reading.mending import suggest
from tests.scratch import first_lines


@dataclass(frozen=True, slots=True)
class Person:
    """What the nested record of these tests becomes."""

    name: str
    age: int = 0


NAME = Pattern(r"[a-z]+", "budi")
PERSON = Record("person", (Field("name", NAME, needed=True), Field("age", Whole(1, 99))), Person)
EVERYTHING = Record(
    "everything",
    (
        Field("title", Text(10), needed=True),
        Field("note", Text(30, lines=True)),
        Field("name", NAME),
        Field("kind", Choice(("satu", "dua"), ("rahasia",))),
        Field("day", Day()),
        Field("hour", Hour()),
        Field("moment", Moment()),
        Field("count", Whole(1, 5)),
        Field("names", ListOf(NAME, least=1), needed=("satu",)),
        Field("people", ListOf(PERSON)),
        Field("table", Table(NAME, Text(5))),
        Field("either", Either(Text(5), PERSON)),
        Field("from", Day(), attribute="since"),
    ),
    dict,
)


def decode(source: str, kind: str = "") -> tuple[dict[str, object], list[str]]:
    document, _ = frontmatter.read_yaml("x.yaml", source.encode())
    assert document is not None
    decoder = Decoder(document.source)
    values = decoder.record(document.fields, EVERYTHING, kind)
    return values, [line.removeprefix("x.yaml:") for line in first_lines(decoder.trouble)]


def test_every_shape_becomes_its_value() -> None:
    """Text, names, choices, times, numbers, lists, records, tables and either-or arrive typed and frozen."""
    values, trouble = decode(
        'title: " Satu "\nnote: |\n  a\n  b\nname: budi\nkind: dua\nday: 2026-11-25\nhour: "06:30"\n'
        "moment: 2026-11-25T06:00+07:00\ncount: 3\nnames: [a, b]\npeople: [{name: ani, age: 7}]\n"
        "table: {x: 1.10}\neither: {name: eka}\nfrom: 2026-01-01\n"
    )

    assert not trouble
    assert {key: str(value) for key, value in values.items()} == {
        "title": "Satu",
        "note": "a\nb\n",
        "name": "budi",
        "kind": "dua",
        "day": "2026-11-25",
        "hour": "06:30:00",
        "moment": "2026-11-25 06:00:00+07:00",
        "count": "3",
        "names": "('a', 'b')",
        "people": "(Person(name='ani', age=7),)",
        "table": "(('x', '1.10'),)",
        "either": "Person(name='eka', age=0)",
        "since": "2026-01-01",
    }


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("", "1:1: galat[field-missing]: “title” wajib ada"),
        ("title:\n", "1:1: galat[field-empty]: “title” wajib diisi"),
        ("title: ~\n", "1:1: galat[field-empty]: “title” wajib diisi"),
        ('title: "  "\n', "1:1: galat[field-empty]: “title” wajib diisi"),
        ("title: a\nnotes: b\n", "2:1: galat[field-unknown]: tidak ada isian bernama “notes”"),
        ("title: satu dua tiga\n", "1:8: galat[value-long]: “title” paling panjang 10 karakter, ini 13"),
        ('title: "a\\nb"\n', "1:8: galat[value-invalid]: “title” harus satu baris"),
        ('title: "a\\0b"\n', "1:8: galat[character-hidden]: ada karakter tak terlihat U+0000 di sini"),
        ("title: [a]\n", "1:1: galat[value-invalid]: “title” harus berupa satu nilai"),
        ("title: a\nname: Budi\n", "2:7: galat[value-invalid]: “Budi” tidak sesuai bentuknya; contoh: budi"),
        ("title: a\nkind: tiga\n", "2:7: galat[value-unknown]: “tiga” bukan pilihan untuk “kind”"),
        (
            "title: a\nkind: rahasia\n",
            "2:7: galat[value-refused]: “kind: rahasia” tidak pernah boleh ditayangkan (UU 14/2008 pasal 17)",
        ),
        (
            "title: a\nday: 25-11-2026\n",
            "2:6: galat[value-invalid]: “25-11-2026” bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-11-25",
        ),
        (
            "title: a\nday: 2026-02-30\n",
            "2:6: galat[value-invalid]: “2026-02-30” bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-11-25",
        ),
        (
            "title: a\nday: ٢٠٢٦-١١-٢٥\n",
            "2:6: galat[value-invalid]: “٢٠٢٦-١١-٢٥” bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-11-25",
        ),
        ("title: a\nday: 0026-11-25\n", "2:6: galat[value-invalid]: tahun 0026 tampaknya salah ketik"),
        ("title: a\nhour: 8.00\n", "2:7: galat[value-invalid]: “8.00” bukan jam; tulis JJ:MM, misalnya 08:00"),
        ("title: a\nhour: 24:00\n", "2:7: galat[value-invalid]: “24:00” bukan jam; tulis JJ:MM, misalnya 08:00"),
        (
            "title: a\nmoment: besok\n",
            "2:9: galat[value-invalid]: “besok” bukan waktu; tulis misalnya 2026-11-25T06:00+07:00",
        ),
        (
            "title: a\nmoment: 2026-11-25T06:00\n",
            "2:9: galat[time-naive]: waktu “2026-11-25T06:00” belum menyebut zona",
        ),
        ("title: a\nmoment: 9999-12-31T23:59-12:00\n", "2:9: galat[value-invalid]: tahun 9999 tampaknya salah ketik"),
        ("title: a\ncount: 6\n", "2:8: galat[value-invalid]: “count” harus bilangan bulat 1 sampai 5"),
        ("title: a\ncount: 1e3\n", "2:8: galat[value-invalid]: “count” harus bilangan bulat 1 sampai 5"),
        ("title: a\nnames: a\n", "2:8: galat[value-invalid]: “names” harus berupa daftar, misalnya [satu, dua]"),
        ("title: a\nnames: []\n", "2:1: galat[value-invalid]: “names” harus memuat sedikitnya 1 isi"),
        ("title: a\nnames: [a, b, a]\n", "2:15: galat[value-repeated]: “a” tertulis dua kali di “names”"),
        ("title: a\npeople: [ani]\n", "2:10: galat[value-invalid]: “people” harus berupa pasangan “kunci: nilai”"),
        ("title: a\npeople: [{age: 7}]\n", "2:10: galat[field-missing]: “name” wajib ada"),
        ("title: a\ntable: [x]\n", "2:1: galat[value-invalid]: “table” harus berupa pasangan “kunci: nilai”"),
        ("title: a\ntable: {X: a}\n", "2:9: galat[value-invalid]: “X” tidak sesuai bentuknya; contoh: budi"),
        ("title: a\ntable: {x: }\n", "2:9: galat[field-empty]: “x” wajib diisi"),
        ("title: a\neither: [a]\n", "2:1: galat[value-invalid]: “either” harus berupa satu nilai"),
    ],
)
def test_each_fault_has_its_sentence_and_place(source: str, line: str) -> None:
    """A wrong value is said in one sentence where it stands, and the value is left out."""
    values, trouble = decode(source)

    assert trouble == [line]
    assert len(values) <= 2


def test_a_field_that_a_kind_needs_says_which_kind() -> None:
    """The same field is free for one kind and needed for another, also as an empty list."""
    assert decode("title: a\n", "dua")[1] == []
    assert decode("title: a\n", "satu")[1] == ["1:1: galat[field-missing]: “names” wajib ada untuk jenis satu"]
    assert decode("title: a\nnames: []\n", "satu")[1] == ["2:1: galat[field-empty]: “names” wajib diisi"]


def test_several_faults_are_found_in_one_run_in_the_order_of_the_file() -> None:
    """One mistake does not hide another; what is missing comes last."""
    _, trouble = decode("name: X\nday: x\ncount: 9\nhourr: 1\npeople:\n  - {name: 1}\n  - {nama: b}\n")

    assert [line.split("]")[0] + "]" for line in trouble] == [
        "1:7: galat[value-invalid]",
        "2:6: galat[value-invalid]",
        "3:8: galat[value-invalid]",
        "4:1: galat[field-unknown]",
        "6:12: galat[value-invalid]",
        "7:6: galat[field-unknown]",
        "7:5: galat[field-missing]",
        "1:1: galat[field-missing]",
    ]


def test_a_wrong_file_is_told_of_a_hundred_times_and_no_more() -> None:
    """A thousand unknown keys cost neither time nor a thousand sentences, and a long value is shown shortened."""
    source = "".join(f"{'k' * 300}{number}: 1\n" for number in range(700))

    _, trouble = decode(source)

    assert len(trouble) == decoding.MOST
    assert trouble[0] == f"1:1: galat[field-unknown]: tidak ada isian bernama “{'k' * 60}…”"


@pytest.mark.parametrize(
    ("word", "known", "sentence"),
    [
        ("intagram", ("instagram", "x"), "maksudnya “instagram”? Yang dikenal: instagram, x"),
        ("INSTAGRAM", ("instagram",), "maksudnya “instagram”? Yang dikenal: instagram"),
        ("radio", ("instagram", "x"), "yang dikenal: instagram, x"),
    ],
)
def test_a_wrong_name_gets_the_nearest_known_one(word: str, known: tuple[str, ...], sentence: str) -> None:
    """A slip of one letter is met with what was meant, anything else with what there is."""
    hint = suggest(word, known)

    assert hint is not None
    assert text(hint, "id") == sentence


def test_nothing_is_suggested_when_nothing_is_known() -> None:
    """An office without channels gets no empty list to choose from."""
    assert suggest("x", ()) is None
