"""Which posts stand on which list: index pages that never shift, and one list for each official, unit and kind."""

from dataclasses import dataclass

from kendal_git.model.office import Office
from kendal_git.rendering import words
from kendal_git.rendering.values import Shown
from kendal_git.rendering.views import Link

PER_PAGE = 12
GROUPS = ("pejabat", "opd", "jenis")  # in the order in which they are shown


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the index: its address from the root, its posts newest first, and its neighbours."""

    address: str
    number: int  # 0 is the front page
    posts: tuple[Shown, ...]
    newer: str | None
    older: str | None


@dataclass(frozen=True, slots=True)
class Members:
    """Everything of one official, unit or kind, newest first."""

    group: str
    link: Link
    posts: tuple[Shown, ...]


def sheets(posts: tuple[Shown, ...]) -> tuple[Sheet, ...]:
    """The front page and the archive, numbered from the oldest post (``posts`` come oldest first).

    The front page takes the last full dozen and whatever came after it; an archive page, once full, keeps its posts.
    """
    archived = max(0, len(posts) // PER_PAGE - 1)
    made = [Sheet("", 0, posts[archived * PER_PAGE :][::-1], None, _address(archived) if archived else None)]
    for number in range(archived, 0, -1):
        newer = _address(number + 1) if number < archived else ""
        older = _address(number - 1) if number > 1 else None
        made.append(
            Sheet(_address(number), number, posts[(number - 1) * PER_PAGE : number * PER_PAGE][::-1], newer, older)
        )
    return tuple(made)


def _address(number: int) -> str:
    return f"halaman/{number}/"


def members(posts: tuple[Shown, ...], office: Office) -> tuple[Members, ...]:
    """The lists of officials in the office's order, then units, then kinds; only those with a post, no tombstones."""
    standing = tuple(shown for shown in reversed(posts) if not shown.item.withdrawn)
    lists: dict[tuple[str, str], list[Shown]] = {}
    for shown in standing:
        post = shown.item.post
        for key in (
            *(("pejabat", code) for code in post.officials),
            *(("opd", code) for code in post.opd),
            ("jenis", post.kind),
        ):
            lists.setdefault(key, []).append(shown)
    titles = {"pejabat": dict(office.officials), "opd": dict(office.opd)}
    made = [_members(group, code, tuple(found), titles.get(group, {})) for (group, code), found in lists.items()]
    ranks = [f"pejabat/{code}/" for code, _ in office.officials]

    def place(one: Members) -> tuple[int, int, str]:
        rank = ranks.index(one.link.address) if one.link.address in ranks else len(ranks)
        return GROUPS.index(one.group), rank, one.link.title

    return tuple(sorted(made, key=place))


def _members(group: str, code: str, posts: tuple[Shown, ...], titles: dict[str, str]) -> Members:
    title = words.kind(code) if group == "jenis" else titles.get(code, code)
    return Members(group, Link(title, f"{group}/{code}/"), posts)
