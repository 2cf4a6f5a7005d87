"""Nothing falls through: whatever lies below content/ and agenda/ is a post, a day, or told of with its place."""

from pathlib import Path

import pytest

from kendal_git.files import WorkTree
from kendal_git.rules.strays import survey
from kendal_git.verbs.check import check
from tests.scratch import DAY_PATH, FOLDER, Repository, first_lines, make


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make(tmp_path)


def found(repository: Repository, *below: str) -> list[str]:
    """What the whole check says first of each finding."""
    files = WorkTree(repository.root)
    seen = survey(files, below or (".",))
    return first_lines(check(files, seen.posts, seen.days, seen.strays).diagnostics)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("content/catatan.md", "berkas content/catatan.md tidak dibaca siapa pun di sini"),
        ("content/2026/catatan.md", "berkas content/2026/catatan.md tidak dibaca siapa pun di sini"),
        ("content/2026/11/catatan.txt", "berkas content/2026/11/catatan.txt tidak dibaca siapa pun di sini"),
        ("content/2026/11/.DS_Store", "berkas content/2026/11/.DS_Store tidak dibaca siapa pun di sini"),
        ("content/berita/post.md", "content/berita bukan folder tahun"),
        ("content/26/11/25-a/post.md", "content/26 bukan folder tahun"),
        ("content/2026/13/25-a/post.md", "content/2026/13 bukan folder bulan"),
        ("content/2026/25-a/post.md", "content/2026/25-a bukan folder bulan"),
        ("content/2026/.konsep/post.md", "content/2026/.konsep bukan folder bulan"),
    ],
)
def test_a_stray_in_content_is_told_with_the_way_home(repository: Repository, path: str, line: str) -> None:
    """A file or folder that is no post's is one located error, and its hint says where posts lie."""
    repository.write(path, "x")
    seen = survey(WorkTree(repository.root))

    assert first_lines(seen.strays) == [f"{seen.strays[0].place.path}:1:1: galat[content-stray]: {line}"]
    assert seen.strays[0].hint is not None
    assert seen.strays[0].hint.key == "stray.hint.content"
    assert (seen.posts, seen.days) == ((FOLDER,), (DAY_PATH,))


@pytest.mark.parametrize("name", ["25_upacara", "31-belum-ada", "Upacara", "25-Upacara"])
def test_a_folder_that_is_no_date_is_told_whatever_it_holds(repository: Repository, name: str) -> None:
    """A folder of a wrong name is a stray, and with a post.md a post whose path is wrong: seen either way."""
    repository.write(f"content/2026/11/{name}/foto.jpg", "x")
    told = found(repository)
    if name == "31-belum-ada":
        assert [line.split(":")[3] for line in told] == [" galat[content-stray]"]
    assert len(told) == 1

    repository.write(f"content/2026/11/{name}/post.md", (repository.root / FOLDER / "post.md").read_bytes())
    assert any("galat[post-path]" in line for line in found(repository))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("agenda/2026/11/26.yml", "26.yaml"),
        ("agenda/2026/11/6.yaml", "06.yaml"),
        ("agenda/2026/11/26.YAML", "26.yaml"),
        ("agenda/2026/11/26.yaml.txt", "26.yaml"),
        ("agenda/hari-besar.yml", "hari-besar.yaml"),
        ("agenda/2026/11/31.yaml", ""),
        ("agenda/2026/11/26-protokol.yaml", ""),
        ("agenda/2026/26.yaml", ""),
        ("agenda/26.yaml", ""),
        ("agenda/2026/nov/26.yaml", ""),
        ("agenda/2026/11/26/acara.yaml", ""),
    ],
)
def test_a_stray_in_the_agenda_is_told_with_its_right_name(repository: Repository, path: str, wanted: str) -> None:
    """A day file with a wrong name, ending or place is one located error; where the name can be mended, it is said."""
    repository.write(path, "date: 2026-11-26\n")
    (stray,) = survey(WorkTree(repository.root)).strays

    assert stray.rule == "agenda-stray"
    assert path.startswith(stray.place.path)
    assert stray.hint is not None
    assert dict(stray.hint.values).get("name", "") == wanted


@pytest.mark.parametrize("name", ["Post.md", "POST.MD", "post.markdown", "post.md.txt", "index.md", "post.txt", "post"])
def test_the_text_under_another_name_is_named(repository: Repository, name: str) -> None:
    """Where post.md is missing, the file that stands in its place is told of, and nothing else."""
    (repository.root / FOLDER / "post.md").rename(repository.root / FOLDER / "aside")
    (repository.root / FOLDER / "aside").rename(repository.root / FOLDER / name)
    lines = [line for line in found(repository) if "post-name" in line]

    assert lines == [f"{name}:1:1: galat[post-name]: teks kiriman harus bernama post.md, bukan {name}"]
    assert not [line for line in found(repository) if "post-missing" in line]


def test_an_empty_post_folder_is_told(repository: Repository) -> None:
    """A post's folder without anything in it is an error, an empty month a question, and neither stays unseen."""
    (repository.root / "content/2026/11/26-kosong").mkdir()
    (repository.root / "content/2026/12").mkdir()
    (repository.root / "agenda/2027").mkdir()

    assert found(repository) == [
        "agenda/2027:1:1: peringatan[agenda-stray]: folder agenda/2027 kosong",
        "content/2026/12:1:1: peringatan[content-stray]: folder content/2026/12 kosong",
        "content/2026/11/26-kosong:1:1: galat[content-stray]: folder content/2026/11/26-kosong kosong",
    ]


def test_what_keeps_a_folder_in_git_is_no_stray(repository: Repository) -> None:
    """A .gitkeep may lie anywhere above the posts, as in a new repository."""
    for folder in ("content", "content/2026", "content/2026/12", "agenda/2027/01"):
        repository.write(f"{folder}/.gitkeep", "")

    assert not found(repository)


@pytest.mark.parametrize("book", ["content", "agenda"])
def test_a_book_that_is_no_folder_is_told(tmp_path: Path, book: str) -> None:
    """A file called content is not taken for an empty office."""
    (tmp_path / book).write_text("x", encoding="utf-8")
    (stray,) = survey(WorkTree(tmp_path)).strays

    assert (stray.rule, stray.message.key) == (f"{book}-stray", "stray.book")


def test_links_are_not_followed(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link in place of a month leads nowhere, and is told of."""
    outside = tmp_path_factory.mktemp("luar")
    try:
        (repository.root / "content/2026/12").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")

    assert found(repository) == [
        "content/2026/12:1:1: galat[content-stray]: content/2026/12 bukan berkas atau folder biasa"
    ]


@pytest.mark.parametrize(
    ("below", "strays"),
    [
        ((".",), 2),
        (("content",), 1),
        (("content/2026/11",), 1),
        (("content/2026/11/catatan.txt",), 1),
        ((FOLDER,), 0),
        ((f"{FOLDER}/foto.jpg",), 0),
        ((DAY_PATH,), 0),
        (("agenda/2026/11",), 1),
        (("content/2026/1",), 0),
    ],
)
def test_a_path_tells_of_what_lies_there(repository: Repository, below: tuple[str, ...], strays: int) -> None:
    """Strays are told for the paths that were asked for, and for no neighbour."""
    repository.write("content/2026/11/catatan.txt", "x")
    repository.write("agenda/2026/11/26.yml", "x")

    assert len(survey(WorkTree(repository.root), below).strays) == strays
