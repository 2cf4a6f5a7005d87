"""From Git to the judge's question: what a proposal brings, whatever its commits look like and however it is merged."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kendal_git.model.proposal import Merge
from kendal_git.model.trouble import OutsideFailed
from kendal_git.model.verdict import Ruling, State
from tests.builders import GUEST, KABID, KADIS, POST, SUBKOOR, approve, at, push, sentences
from tests.support.world import FILE, FRONT, OFFICE, TEXT, World, both

MERGES = ["merge", "squash", "rebase", "fast-forward"]
MIXED = "kiriman bercampur dengan berkas kebijakan (kendal.yaml); pisahkan ke proposal lain"
FRIENDS = OFFICE.replace("{id: 1201, login: kabid-ikp, from", "{id: 9001, login: tamu, from")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "kantor")
    yield made
    made.git.close()


# ---- approvals are for content --------------------------------------------------------------------------------------


@pytest.mark.rule("forges-7", "design-5.3")
def test_an_approval_of_an_older_commit_is_for_what_it_held(world: World) -> None:
    """Who approved the first version has not approved the second, and the sentence names the commit that was seen."""
    old = world.commit(world.main, {FILE: TEXT})
    head = world.commit(old, {FILE: TEXT + "Gratis untuk pelajar.\n"})
    found = world.judge(head, *both(old), pushes=(push(old, 0), push(head, 5)))

    assert found.ruling is Ruling.WAITING
    assert sentences(found)[1] == (
        f"subkoor-psdk: subkoor-psdk diabaikan: menyetujui isi lain (commit {old[:7]}), isinya sudah berubah"
    )
    assert world.judge(head, *both(head), pushes=(push(old, 0), push(head, 5))).approved


EDITS = {
    "a space": TEXT.replace("10.000", "1 0.000"),
    "an empty line": TEXT + "\n",
    "a line end": TEXT.replace("\n", "\r\n"),
}


@pytest.mark.rule("forges-10", "design-5.3")
@pytest.mark.parametrize("edit", EDITS)
def test_white_space_is_content(world: World, edit: str) -> None:
    """Rp 10.000 becomes Rp 1 0.000 with one space, and both approvals are gone."""
    old = world.commit(world.main, {FILE: TEXT})
    head = world.commit(old, {FILE: EDITS[edit]})

    assert world.judge(head, *both(old), pushes=(push(old, 0), push(head, 5))).approvers == ()


@pytest.mark.rule("design-5.3")
def test_a_rebase_or_an_updated_branch_that_leaves_the_folder_alike_keeps_approvals(world: World) -> None:
    """The post on another tip of main, or with main taken in, is the post that was approved."""
    seen = world.commit(world.main, {FILE: TEXT})
    newer = world.onto_main({"content/2026/11/26-lain/post.md": TEXT})
    rebased = world.commit(newer, {FILE: TEXT})
    updated = world.joined(rebased, seen, newer)

    for head in (rebased, updated):
        assert world.judge(head, *both(seen), pushes=(push(seen, 0), push(head, 20))).approved


@pytest.mark.rule("forges-9", "design-5.3")
def test_content_that_was_pushed_back_needs_approvals_after_that_push(world: World) -> None:
    """Draft, other draft, first draft again: only what was said after the last of these pushes counts."""
    head, other = (world.commit(world.main, {FILE: TEXT + words}) for words in ("", "Lain.\n"))
    pushes = push(head, 0), push(other, 20), push(head, 40)

    early, late = world.judge(head, *both(head, 10), pushes=pushes), world.judge(head, *both(head, 50), pushes=pushes)

    assert "kabid-ikp: kabid-ikp diabaikan: diberikan sebelum isi ini diajukan (24-11-2026 10:40)" in sentences(early)
    assert late.approved


@pytest.mark.rule("forges-48")
@pytest.mark.parametrize("year", [1999, 2099])
def test_the_date_of_a_commit_proves_nothing(world: World, year: int) -> None:
    """Whoever writes 1999 into a commit has not pushed it before the approvals: the forge's own record says when."""
    old = world.commit(world.main, {FILE: TEXT})
    head = world.commit(world.main, {FILE: TEXT + "Lain.\n"}, datetime(year, 1, 1, tzinfo=UTC))
    pushes = push(old, 0), push(head, 30)

    assert not world.judge(head, *both(head, 10), pushes=pushes).approved
    assert world.judge(head, *both(head, 40), pushes=pushes).approved


# ---- main moves -----------------------------------------------------------------------------------------------------


@pytest.mark.rule("forges-11", "design-5.3")
def test_main_changed_the_same_folder(world: World) -> None:
    """A file that main has added to the folder meanwhile blocks at the gate, and what was merged anyway waits."""
    start = world.onto_main({FILE: TEXT})
    head = world.commit(start, {FILE: TEXT + "Gratis.\n"})
    world.onto_main({f"{POST}/lain.md": "dari usulan lain\n"})

    before, merged = world.judge(head, *both(head)), world.judge_merged(head, "merge", *both(head))

    assert before.ruling is Ruling.BLOCKED
    assert sentences(before)[0] == (
        f"{POST} sudah berubah di cabang utama; gabungkan cabang utama ke cabang usulan ini dulu "
        "(tombol “Update branch”), lalu minta persetujuan lagi"
    )
    assert merged.ruling is Ruling.WAITING
    assert f"menyetujui isi lain (commit {head[:7]}), isinya sudah berubah" in sentences(merged)[1]


@pytest.mark.rule("forges-12", "design-5.3")
def test_an_edit_made_while_merging_is_an_edit(world: World) -> None:
    """What somebody changes in the post while taking in main, or in the conflict editor, drops the approvals."""
    seen = world.commit(world.main, {FILE: TEXT})
    newer = world.onto_main({"content/2026/11/26-lain/post.md": TEXT})
    head = world.joined(world.commit(newer, {FILE: TEXT.replace("10.000", "100.000")}), seen, newer)

    found = world.judge(head, *both(seen), pushes=(push(seen, 0), push(head, 5)))

    assert (found.ruling, found.approvers) == (Ruling.WAITING, ())


@pytest.mark.rule("forges-12", "design-5.8")
def test_a_policy_edited_while_merging_is_mixed(world: World) -> None:
    """A rule that is changed inside one merge and changed back inside the next is still seen."""
    seen = world.commit(world.main, {FILE: TEXT})
    newer = world.onto_main({"content/2026/11/26-lain/post.md": TEXT})
    evil = world.joined(world.commit(newer, {FILE: TEXT, "kendal.yaml": FRIENDS}), seen, newer)
    newest = world.onto_main({"content/2026/11/27-lain/post.md": TEXT})
    head = world.joined(world.commit(newest, {FILE: TEXT}), evil, newest)

    found = world.judge(head, *both(head), approve(KADIS, 20, head))

    assert (found.ruling, sentences(found)[0]) == (Ruling.BLOCKED, MIXED)


# ---- the base, over every kind of merge -----------------------------------------------------------------------------


@pytest.mark.rule("design-5.2")
@pytest.mark.parametrize("how", MERGES)
def test_a_merge_of_any_kind_keeps_what_was_approved(world: World, how: str) -> None:
    """The same two approvals stand before and after the merge, also when main moved on before it."""
    head = world.commit(world.commit(world.main, {FILE: TEXT}), {FILE: TEXT + "Gratis.\n"})
    if how != "fast-forward":
        world.onto_main({"content/2026/11/26-lain/post.md": TEXT})

    found = world.judge_merged(head, how, *both(head))

    assert found.approvers == (("subkoor-psdk", "subkoor-psdk"), ("kabid-ikp", "kabid-ikp"))
    assert found.approved, sentences(found)


@pytest.mark.rule("design-5.2", "forges-6", "design-5.8")
@pytest.mark.parametrize("how", MERGES)
def test_a_policy_file_in_the_middle_commit_is_mixed_however_it_was_merged(world: World, how: str) -> None:
    """Three commits, of which the second names a friend and the third takes it back, are a mixed proposal."""
    first = world.commit(world.main, {FILE: TEXT})
    head = world.commit(world.commit(first, {"kendal.yaml": FRIENDS}), {"kendal.yaml": OFFICE})

    found = world.judge_merged(head, how, *both(head), approve(KADIS, 20, head))

    assert (found.ruling, sentences(found)[0]) == (Ruling.BLOCKED, MIXED)


@pytest.mark.rule("design-5.2")
@pytest.mark.parametrize("how", MERGES)
def test_a_proposal_does_not_bring_its_own_judges(world: World, how: str) -> None:
    """Whoever makes a friend Kabid in the same proposal has the roles of main without it, also after the merge."""
    head = world.commit(world.main, {"kendal.yaml": FRIENDS})
    reviews = approve(SUBKOOR, 10, head), approve(GUEST, 15, head)

    before, merged = world.judge(head, *reviews), world.judge_merged(head, how, *reviews)

    for found in (before, merged):
        assert not found.approved
        assert "tamu diabaikan: tidak memegang peran ini" in " ".join(sentences(found))


@pytest.mark.rule("forges-5")
def test_roles_of_the_branch_are_not_read(world: World) -> None:
    """A branch that makes the author's friend Kabid is judged by main's kendal.yaml."""
    head = world.commit(world.main, {"kendal.yaml": FRIENDS})

    found = world.judge(head, approve(GUEST, 10, head), approve(SUBKOOR, 15, head))

    assert found.ruling is Ruling.WAITING
    assert ("policy-2", "tamu") not in found.approvers


@pytest.mark.rule("forges-36", "design-5.2")
def test_proposals_that_reach_main_in_one_push_are_judged_together(world: World) -> None:
    """What a merge queue pushes as a group is more than either proposal's approvals are for: it is not published."""
    start, lain = world.main, "content/2026/11/26-lain/post.md"
    one, other = world.commit(start, {FILE: TEXT}), world.commit(start, {lain: TEXT})
    (first, _), (both_in, between) = world.merged(one, "merge"), world.merged(other, "merge")

    def verdict(before: str) -> Ruling:
        merge = Merge(both_in, at(30), before=before)
        return world.judge(other, *both(other), state="merged", merge=merge).ruling

    assert first == between
    assert (verdict(start), verdict(between)) == (Ruling.WAITING, Ruling.APPROVED)


@pytest.mark.rule("design-5.2")
def test_a_merge_without_a_record_cannot_be_told(world: World) -> None:
    """Where the forge does not say which tip main had, there is no base and no verdict."""
    head = world.commit(world.main, {FILE: TEXT})
    commit, _ = world.merged(head, "squash")

    with pytest.raises(OutsideFailed) as failed:
        world.judge(head, *both(head), state="merged", merge=Merge(commit, at(30)))

    assert failed.value.message.key == "gate.no-record"


@pytest.mark.rule("forges-44", "design-5.1")
def test_a_shallow_clone_cannot_tell(world: World) -> None:
    """A history that is cut off gives no verdict instead of a wrong one."""
    head = world.commit(world.main, {FILE: TEXT})
    (world.folder / ".git/shallow").write_text(f"{world.main}\n", encoding="utf-8")

    with pytest.raises(OutsideFailed) as failed:
        world.judge(head, *both(head))

    assert failed.value.message.key == "gate.no-history"


@pytest.mark.rule("forges-30")
def test_what_a_forge_would_cut_off_is_counted_here(world: World) -> None:
    """300 commits and 3,100 files are read from Git: the policy file of the first, taken back in the next, is found."""
    many = {f"content/2026/11/{1 + count % 28:02}-kiriman-{count}/post.md": TEXT for count in range(3100)}
    first = world.commit(world.main, {**many, "kendal.yaml": OFFICE + "\n"})
    head = world.commit(first, {"kendal.yaml": OFFICE})
    lines = b"".join(
        b"commit refs/kendal/many\ncommitter k <k@localhost> 0 +0000\ndata 1\nx%sM 100644 inline %s\ndata 2\n%02d\n"
        % (b"from %s\n" % head.encode() if count == 0 else b"", FILE.encode(), count % 90)
        for count in range(300)
    )
    done = world.git.run("fast-import", "--quiet", "--force", data=lines)
    tip = world.git.resolve("refs/kendal/many") or ""

    asked = world.question(tip, pushes=(push(tip, 0),))

    assert done.returncode == 0
    assert len(asked.touched.posts) == 3101
    assert asked.touched.policy == ("kendal.yaml",)


# ---- what lies in a folder ------------------------------------------------------------------------------------------

ODD = {
    "a link": (b"M 120000 inline %s/foto.jpg\ndata 16\n../../../x/a.jpg", f"{POST}/foto.jpg bukan berkas biasa"),
    "a submodule": (b"M 160000 1111111111111111111111111111111111111111 %s/m", f"{POST}/m bukan berkas biasa"),
    "a folder": (b"M 100644 inline %s/lama/a.jpg\ndata 1\na", f"{POST}/lama bukan berkas biasa"),
    "another case": (
        b"M 100644 inline %s/POST.md\ndata 1\na",
        f"{POST}/post.md dan POST.md hanya beda huruf besar/kecil",
    ),
    "another form": (
        "M 100644 inline %s/caf\u00e9.jpg\ndata 1\na\nM 100644 inline %s/cafe\u0301.jpg\ndata 1\nb".encode(),
        f"{POST}/caf\u00e9.jpg dan cafe\u0301.jpg hanya beda huruf besar/kecil",
    ),
    "a twin folder": (
        b"M 100644 inline content/2026/11/25-Hari-Guru-Nasional/post.md\ndata 1\na",
        f"{POST} dan 25-Hari-Guru-Nasional hanya beda huruf besar/kecil",
    ),
    "a link in place of a folder": (
        b"M 120000 inline content/2026/11/26-lain\ndata 1\n.",
        "kiriman bercampur dengan berkas kebijakan (content/2026/11/26-lain); pisahkan ke proposal lain",
    ),
}


@pytest.mark.rule("forges-29", "design-5.11")
@pytest.mark.parametrize("what", ODD)
def test_a_folder_holds_regular_files_under_names_of_their_own(world: World, what: str) -> None:
    """Links, submodules, folders and twins block by what Git itself says about them, whoever approves."""
    line, sentence = ODD[what]
    head = world.odd(world.commit(world.main, {FILE: TEXT}), line.replace(b"%s", POST.encode()))

    found = world.judge(head, *both(head), approve(KADIS, 20, head))
    merged = world.judge_merged(head, "merge", *both(head), approve(KADIS, 20, head))

    assert found.ruling is Ruling.BLOCKED
    assert sentence in sentences(found)
    assert sentence in sentences(merged)


@pytest.mark.rule("forges-29")
def test_both_ends_of_a_rename_are_touched(world: World) -> None:
    """A file that leaves a post's folder for the templates changes the post and the policy."""
    world.onto_main({FILE: TEXT, f"{POST}/catatan.html": "sama\n" * 50})
    head = world.commit(world.main, {f"{POST}/catatan.html": None, "templates/site.html": "sama\n" * 50})

    found = world.judge(head, *both(head), approve(KADIS, 20, head))

    assert (found.ruling, sentences(found)[0]) == (
        Ruling.BLOCKED,
        "kiriman bercampur dengan berkas kebijakan (templates/site.html); pisahkan ke proposal lain",
    )


@pytest.mark.rule("design-5.11")
@pytest.mark.parametrize("name", [f"{POST}/\\377.jpg", "content/2026/11/25-\\377/post.md", f"{POST}/\u202egpj.exe"])
def test_a_name_that_nobody_can_read_blocks(world: World, name: str) -> None:
    """Bytes that are no text, or marks that turn a line round, in a file's or a folder's name end in a sentence."""
    head = world.odd(world.commit(world.main, {FILE: TEXT}), b'M 100644 inline "%s"\ndata 1\na' % name.encode())

    found = world.judge(head, *both(head))

    assert found.ruling is Ruling.BLOCKED
    assert any(sentence.endswith(" bukan berkas biasa") for sentence in sentences(found))


# ---- who is needed --------------------------------------------------------------------------------------------------


@pytest.mark.rule("design-5.5")
def test_a_post_that_was_sensitive_stays_so_for_its_correction_and_its_deletion(world: World) -> None:
    """Whoever takes the mark away, or the whole folder, needs the Kepala Dinas, as the post itself did."""
    world.onto_main({FILE: TEXT.replace("biasa", "sensitif")})

    for files in ({FILE: TEXT}, {FILE: None}):
        head = world.commit(world.main, dict(files))
        found = world.judge(head, *both(head))
        assert [need.role for need in found.requirements] == ["subkoor-psdk", "kabid-ikp", "kepala-dinas"]
        assert found.ruling is Ruling.WAITING
        assert world.judge(head, *both(head), approve(KADIS, 20, head)).approved


@pytest.mark.rule("design-5.4")
def test_a_change_of_roles_needs_a_decree_or_two_others(world: World) -> None:
    """The Kepala Dinas cites the SK when roles change hands, and need not when another rule changes."""
    roles, order = (
        world.commit(world.main, {"kendal.yaml": FRIENDS}),
        world.commit(world.main, {"kendal.yaml": OFFICE + "policy: {order: strict}\n"}),
    )
    silent = world.judge(roles, approve(KADIS, 10, roles))
    cited = world.judge(roles, replace(approve(KADIS, 10, roles), text="sesuai SK Kepala Dinas Nomor 800/12/2026"))
    two = world.judge(roles, *both(roles))

    assert silent.ruling is Ruling.WAITING
    assert silent.approvers == (("policy-2", "kepala-dinas"),)  # only as one of the two
    assert cited.approvers == (("kepala-dinas", "kepala-dinas"),)
    assert two.approvers == (("policy-1", "subkoor-psdk"), ("policy-2", "kabid-ikp"))
    assert world.judge(order, approve(KADIS, 10, order)).approved


@pytest.mark.rule("design-5.8")
def test_an_agenda_beside_a_post_is_approved_with_it(world: World) -> None:
    """A day's agenda in a content proposal asks for the post's approvals, which are bound to the day's bytes, too."""
    day = "agenda/2026/11/25.yaml"
    seen = world.commit(world.main, {FILE: TEXT, day: "date: 2026-11-25\nentries: []\n"})
    head = world.commit(seen, {day: "date: 2026-11-25\nentries: [] # diubah\n"})
    pushes = push(seen, 0), push(head, 20)

    assert world.judge(seen, *both(seen)).approved
    assert [need.state for need in world.judge(head, *both(seen), pushes=pushes).requirements] == [State.WAITING] * 2


@pytest.mark.rule("design-5.8")
def test_whatever_is_neither_post_nor_agenda_is_policy(world: World) -> None:
    """Workflows, the package, templates and files beside the posts have the policy's requirement."""
    for path in (
        ".github/workflows/gate.yaml",
        "kendal_git/cli/main.py",
        "templates/site.html",
        "content/BACA.md",
        "x",
    ):
        head = world.commit(world.main, {path: "isi\n"})
        found = world.judge(head, *both(head))
        assert [need.role for need in found.requirements] == ["policy-1", "policy-2"], path
        mixed = world.commit(head, {FILE: FRONT + "Isi.\n"})
        assert world.judge(mixed, *both(mixed), approve(KADIS, 20, mixed)).ruling is Ruling.BLOCKED, path


def test_a_commit_with_nothing_new_makes_the_pusher_no_contributor(world: World) -> None:
    """Kabid who takes main into the branch has written nothing and may still approve."""
    seen = world.commit(world.main, {FILE: TEXT})
    newer = world.onto_main({"content/2026/11/26-lain/post.md": TEXT})
    head = world.joined(world.commit(newer, {FILE: TEXT}), seen, newer)

    found = world.judge(head, *both(head, 30), pushes=(push(seen, 0), push(head, 20, KABID)))

    assert found.approved
