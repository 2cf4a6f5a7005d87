"""The fake GitHub's pulls and merges: the sequence of a proposal, over the API and real git."""

import subprocess

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.records import Protection
from tests.fakes.hub import Hub


def test_pull_is_opened_from_a_pushed_branch(hub: Hub) -> None:
    """A pull bears the pushed head, the base's tip, and its counts; its head stands under refs/pull."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"}, {"b.txt": "b\nc\n"})

    pull = hub.get(f"pulls/{hub.pull()}")

    assert (clone.git("rev-parse", "HEAD"), "naskah") == (pull["head"]["sha"], pull["head"]["ref"])
    assert (2, 2, 3, 0) == tuple(pull[word] for word in ("commits", "changed_files", "additions", "deletions"))
    assert ("open", False, True, "clean") == tuple(
        pull[word] for word in ("state", "merged", "mergeable", "mergeable_state")
    )
    assert pull["head"]["sha"] in clone.git("ls-remote", "origin", "refs/pull/1/head")


def test_open_pulls_test_merge_is_on_no_branch(hub: Hub) -> None:
    """An open pull's merge_commit_sha names a trial merge that main does not hold."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    pull = hub.get(f"pulls/{hub.pull()}")

    trial = hub.get(f"commits/{pull['merge_commit_sha']}")

    assert [pull["base"]["sha"], pull["head"]["sha"]] == [parent["sha"] for parent in trial["parents"]]
    assert hub.get("branches/main")["commit"]["sha"] == pull["base"]["sha"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"title": "Naskah", "head": "tiada", "base": "main"}, "Validation Failed; invalid"),
        ({"title": "Naskah", "head": "naskah", "base": "tiada"}, "Validation Failed; invalid"),
        ({"title": "Naskah", "head": "lain:naskah", "base": "main"}, "Validation Failed; invalid"),
        ({"head": "naskah", "base": "main"}, "Validation Failed; missing_field"),
        ({"title": "Naskah", "head": "main", "base": "main"}, "Validation Failed; No commits between main and main"),
        (
            {"title": "Naskah", "head": "naskah", "base": "main"},
            "Validation Failed; A pull request already exists for kominfo:naskah.",
        ),
        (
            {"title": 5, "head": "naskah", "base": "main"},
            "Invalid request.\n\nFor 'properties/title', 5 is not a string.",
        ),
    ],
)
def test_wrong_pull_is_refused(hub: Hub, body: dict[str, str], sentence: str) -> None:
    """A pull without commits, from or to nowhere, without a title, or for a second time is a 422."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    hub.pull()

    assert (422, sentence) == hub.refused("siti", "POST", "pulls", **body)


def test_pulls_are_found_by_head_base_and_state(hub: Hub) -> None:
    """The list filters by owner:branch, base and state; a head without its owner filters nothing."""
    for branch in ("satu", "dua"):
        hub.branch("siti", branch, {f"{branch}.txt": branch})
        hub.pull(branch=branch, title=branch)
    hub.do("siti", "PATCH", "pulls/1", state="closed")

    def titles(**query: str) -> list[str]:
        return [pull["title"] for pull in hub.get("pulls", **query)]

    assert ["dua"] == titles()
    assert ["dua", "satu"] == titles(state="all")
    assert ["satu", "dua"] == titles(state="all", direction="asc")
    assert ["satu"] == titles(state="closed", head="kominfo:satu", base="main")
    assert ["dua", "satu"] == titles(state="all", head="satu")
    assert [] == titles(state="all", head="lain:satu")


def test_merge_commit_joins_main_and_head(hub: Hub) -> None:
    """The merge button makes a commit whose parents are main's tip and the head, committed by GitHub."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    before = hub.get(f"pulls/{number}")

    sha = hub.do("budi", "PUT", f"pulls/{number}/merge", sha=before["head"]["sha"])["sha"]

    commit, after = hub.get(f"commits/{sha}"), hub.get(f"pulls/{number}")
    assert [before["base"]["sha"], before["head"]["sha"]] == [parent["sha"] for parent in commit["parents"]]
    assert "Merge pull request #1 from kominfo/naskah\n\nNaskah" == commit["commit"]["message"]
    assert ("budi", "web-flow") == (commit["author"]["login"], commit["committer"]["login"])
    assert ("closed", True, sha, "budi") == (
        after["state"],
        after["merged"],
        after["merge_commit_sha"],
        after["merged_by"]["login"],
    )
    assert ["merged", "closed"] == hub.kinds(number)


def test_squash_is_one_commit_with_co_authors(hub: Hub) -> None:
    """Squash puts one commit on main, by the pull's author, and names the other authors in trailers."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    helper = hub.clone("budi")
    helper.git("switch", "-q", "naskah")
    helper.commit({"b.txt": "b\n"}, "Tambah\n\nCo-authored-by: Asep <asep@example.id>")
    helper.git("push", "-q")
    number = hub.pull()

    sha = hub.do("ketua", "PUT", f"pulls/{number}/merge", merge_method="squash", commit_title="Satu")["sha"]

    commit = hub.get(f"commits/{sha}")
    assert 1 == len(commit["parents"])
    assert "siti" == commit["author"]["login"]
    assert commit["commit"]["message"].startswith("Satu\n\n* Perubahan 1\n\n* Tambah")
    assert commit["commit"]["message"].endswith(
        "Co-authored-by: budi <budi@example.id>\nCo-authored-by: Asep <asep@example.id>"
    )


def test_squash_of_a_lone_commit_takes_its_words(hub: Hub) -> None:
    """A pull of one commit is squashed under that commit's own subject and text."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull(title="Judul usulan")

    sha = hub.do("ketua", "PUT", f"pulls/{number}/merge", merge_method="squash")["sha"]

    assert f"Perubahan 1 (#{number})" == hub.get(f"commits/{sha}")["commit"]["message"]


def test_draft_is_refused_where_the_plan_has_none(hub: Hub) -> None:
    """Without drafts on the plan a draft is a 422, and a word in place of true or false always is."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    wish = {"title": "Naskah", "head": "naskah", "base": "main"}
    assert 422 == hub.refused("siti", "POST", "pulls", **wish, draft="false")[0]
    hub.repository.settings.drafts = False

    assert (422, "Validation Failed; Draft pull requests are not supported in this repository.") == hub.refused(
        "siti", "POST", "pulls", **wish, draft=True
    )


def test_rebase_copies_every_commit(hub: Hub) -> None:
    """Rebase copies each commit onto main with its author; the last is the merge commit, all lead to the pull."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"}, {"b.txt": "b\n"})
    number = hub.pull()
    originals = [commit["sha"] for commit in hub.get(f"pulls/{number}/commits")]
    other = hub.clone("ketua")
    tip = other.commit({"lain.txt": "lain\n"})
    other.git("push", "-q")

    sha = hub.do("ketua", "PUT", f"pulls/{number}/merge", merge_method="rebase")["sha"]

    last = hub.get(f"commits/{sha}")
    first = hub.get(f"commits/{last['parents'][0]['sha']}")
    assert (["Perubahan 1", "Perubahan 2"], tip) == (
        [first["commit"]["message"], last["commit"]["message"]],
        first["parents"][0]["sha"],
    )
    assert ("siti", "ketua") == (first["author"]["login"], first["committer"]["login"])
    assert [1, 1] == [len(first["parents"]), len(last["parents"])]
    assert not {first["sha"], sha} & set(originals)
    for commit in (first["sha"], sha):
        assert [number] == [pull["number"] for pull in hub.get(f"commits/{commit}/pulls")]
    assert originals == [commit["sha"] for commit in hub.get(f"pulls/{number}/commits")]


def test_pulls_of_a_commit(hub: Hub) -> None:
    """A commit on a branch leads to the open pull; also after a squash; main's older commits lead nowhere."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    head, first = clone.git("rev-parse", "HEAD"), clone.git("rev-parse", "main")
    assert [] == hub.get(f"commits/{head}/pulls")
    number = hub.pull()

    def leading(sha: str) -> list[tuple[int, str]]:
        return [(pull["number"], pull["state"]) for pull in hub.get(f"commits/{sha}/pulls")]

    assert [(number, "open")] == leading(head)
    squashed = hub.do("ketua", "PUT", f"pulls/{number}/merge", merge_method="squash")["sha"]
    assert [(number, "closed")] == leading(squashed) == leading(head)
    assert [] == leading(first)


def test_fast_forward_push_merges_indirectly(hub: Hub) -> None:
    """Who pushes main up to an open pull's head has merged it; the merge commit is the new tip."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    clone.git("push", "-q", "origin", "HEAD:main")

    pull = hub.get(f"pulls/{number}")

    assert (True, clone.git("rev-parse", "HEAD"), "siti") == (
        pull["merged"],
        pull["merge_commit_sha"],
        pull["merged_by"]["login"],
    )
    assert ["merged", "closed"] == hub.kinds(number)
    assert [number] == [one["number"] for one in hub.get(f"commits/{pull['merge_commit_sha']}/pulls")]
    assert ["push", "branch_creation"] == [one["activity_type"] for one in hub.get("activity", ref="refs/heads/main")]


def test_merge_is_written_as_activity_and_may_delete_the_branch(hub: Hub) -> None:
    """A merge is a pr_merge by the one who pressed; with the option the branch goes and the timeline says so."""
    hub.repository.settings.delete_branch_on_merge = True
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    sha = hub.do("budi", "PUT", f"pulls/{number}/merge")["sha"]

    newest, merge = hub.get("activity")[:2]

    assert ("branch_deletion", "0" * 40, "refs/heads/naskah") == (
        newest["activity_type"],
        newest["after"],
        newest["ref"],
    )
    assert ("pr_merge", sha, "refs/heads/main", "budi") == (
        merge["activity_type"],
        merge["after"],
        merge["ref"],
        merge["actor"]["login"],
    )
    assert ["merged", "closed", "head_ref_deleted"] == hub.kinds(number)


def test_merge_of_another_head_is_a_conflict(hub: Hub) -> None:
    """A merge that names a head which is no longer the head is a 409 and changes nothing."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    old = clone.git("rev-parse", "HEAD")
    clone.commit({"a.txt": "b\n"})
    clone.git("push", "-q")

    assert (409, "Head branch was modified. Review and try the merge again.") == hub.refused(
        "budi", "PUT", f"pulls/{number}/merge", sha=old
    )
    assert not hub.get(f"pulls/{number}")["merged"]


def test_unmergeable_pull_is_not_merged(hub: Hub) -> None:
    """A draft, a conflict, a closed pull and a switched-off method are a 405; somebody who may only read a 403."""
    clone = hub.branch("siti", "naskah", {"naskah.txt": "lain\n"})
    number = hub.pull(draft=True)
    place = f"pulls/{number}/merge"
    assert (405, "Pull Request is still a draft") == hub.refused("budi", "PUT", place)

    hands.mark_ready(hub.repository, number, "siti")
    hub.repository.settings.merge_methods = ("squash",)
    assert (405, "Merge commits are not allowed on this repository.") == hub.refused("budi", "PUT", place)
    hub.repository.settings.merge_methods = ("merge", "squash", "rebase")
    assert (403, "Must have push access to repository") == hub.refused("tamu", "PUT", place)
    clone.git("switch", "-q", "main")
    clone.commit({"naskah.txt": "bentrok\n"})
    clone.git("push", "-q", "origin", "main")
    for method in ("merge", "squash", "rebase"):
        assert (405, "Pull Request is not mergeable") == hub.refused("budi", "PUT", place, merge_method=method)
    assert "dirty" == hub.get(f"pulls/{number}")["mergeable_state"]
    hub.do("siti", "PATCH", f"pulls/{number}", state="closed")
    assert (405, "Pull Request is not mergeable") == hub.refused("budi", "PUT", place)


def test_branch_is_deleted_with_its_ref(hub: Hub) -> None:
    """A branch's ref may be deleted by a writer; the default branch, a protected one and an unknown one may not."""
    for branch in ("naskah", "rilis", "a/b"):
        hub.branch("siti", branch, {"a.txt": "a\n"})
    hub.repository.settings.plan = "team"
    hub.repository.settings.protections["rilis"] = Protection()

    assert 204 == hub.ask("siti", "DELETE", "git/refs/heads/naskah").status_code
    assert 204 == hub.ask("siti", "DELETE", "git/refs/heads%2Fa%2Fb").status_code
    assert 422 == hub.ask("siti", "DELETE", "git/refs/tags/rilis").status_code
    assert [
        (422, "Cannot delete the default branch"),
        (422, "Cannot delete this protected branch"),
        (422, "Reference does not exist"),
    ] == [hub.refused("siti", "DELETE", f"git/refs/heads/{name}") for name in ("main", "rilis", "naskah")]


def test_commit_is_found_by_id_or_branch_alone(hub: Hub) -> None:
    """An id, its beginning and a branch name a commit; what only git's own arithmetic understands does not."""
    sha = hub.get("branches/main")["commit"]["sha"]

    for name in (sha, sha[:9], "main", "heads/main", "HEAD"):
        assert sha == hub.get(f"commits/{name}")["sha"]
    assert 422 == hub.refused("siti", "GET", "commits/main~0")[0]


def test_branch_is_brought_up_to_date(hub: Hub) -> None:
    """update-branch merges main into the branch as a push of the person; a second time there is nothing to do."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    head = clone.git("rev-parse", "HEAD")
    clone.git("switch", "-q", "main")
    main = clone.commit({"lain.txt": "lain\n"})
    clone.git("push", "-q", "origin", "main")
    place = f"pulls/{number}/update-branch"

    assert 422 == hub.refused("budi", "PUT", place, expected_head_sha="0" * 40)[0]
    assert 202 == hub.ask("budi", "PUT", place, {"expected_head_sha": head}).status_code

    now = hub.get(f"pulls/{number}")["head"]["sha"]
    assert [head, main] == [parent["sha"] for parent in hub.get(f"commits/{now}")["parents"]]
    assert ("push", "budi") == (
        hub.get("activity")[0]["activity_type"],
        hub.get("activity")[0]["actor"]["login"],
    )
    assert (422, "There are no new commits on the base branch.") == hub.refused("budi", "PUT", place)


def test_files_of_a_pull(hub: Hub) -> None:
    """Files have GitHub's words for what happened, the old name of a renamed one, and no mode."""
    clone = hub.clone("siti")
    clone.git("switch", "-q", "-c", "naskah")
    clone.git("mv", "naskah.txt", "baru.txt")
    (clone.root / "README.md").unlink()
    clone.commit({"tambah.txt": "x\n"})
    clone.git("push", "-q", "origin", "naskah")

    files = {entry["filename"]: entry for entry in hub.get(f"pulls/{hub.pull()}/files")}

    assert {"README.md": "removed", "baru.txt": "renamed", "tambah.txt": "added"} == {
        name: entry["status"] for name, entry in files.items()
    }
    assert "naskah.txt" == files["baru.txt"]["previous_filename"]
    assert not any("mode" in entry for entry in files.values())


def test_list_of_commits_and_files_ends_silently(hub: Hub) -> None:
    """Of a large pull GitHub lists 250 commits and 3000 files, and only the pull's own counts tell the rest."""
    clone = hub.clone("siti")
    lines = ["reset refs/heads/besar", "from refs/heads/main", ""]
    for number in range(251):
        lines += ["commit refs/heads/besar", f"committer siti <siti@example.id> {1_700_000_000 + number} +0000"]
        lines += ["data 4", "Ubah", *(f"M 100644 inline b/{number}-{file}\ndata 1\nx" for file in range(12)), ""]
    subprocess.run(["git", "fast-import", "--quiet"], cwd=clone.root, input="\n".join(lines).encode(), check=True)
    clone.git("push", "-q", "origin", "besar")
    number = hub.pull(branch="besar")

    def counted(what: str) -> int:
        return sum(len(hub.get(f"pulls/{number}/{what}", per_page=100, page=page)) for page in range(1, 33))

    pull = hub.get(f"pulls/{number}")
    assert (251, 3012) == (pull["commits"], pull["changed_files"])
    assert (250, 3000) == (counted("commits"), counted("files"))


def test_mergeability_may_be_unknown(hub: Hub) -> None:
    """Right after a push GitHub does not know yet whether a pull can be merged; the button works all the same."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    hub.repository.settings.mergeability_known = False
    number = hub.pull()

    pull = hub.get(f"pulls/{number}")

    assert (None, "unknown", None) == (pull["mergeable"], pull["mergeable_state"], pull["merge_commit_sha"])
    assert hub.do("budi", "PUT", f"pulls/{number}/merge")["merged"]


def test_pull_is_changed_and_its_timeline_tells(hub: Hub) -> None:
    """Title, base and state leave events; a stranger to the pull may change nothing."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    hub.clone("siti").git("push", "-q", "origin", "main:rilis")
    number = hub.pull()
    place = f"pulls/{number}"

    assert 403 == hub.refused("tamu", "PATCH", place, title="Lain")[0]
    assert (422, "Validation Failed; invalid") == hub.refused("siti", "PATCH", place, base="tiada")
    hub.do("siti", "PATCH", place, title="Lain", base="rilis")
    hub.do("siti", "PATCH", place, state="closed")
    hub.do("budi", "PATCH", place, state="open")

    assert ("Lain", "rilis", "open") == (
        hub.get(place)["title"],
        hub.get(place)["base"]["ref"],
        hub.get(place)["state"],
    )
    assert ["base_ref_changed", "renamed", "closed", "reopened"] == hub.kinds(number)
    rename = next(event for event in hub.get(f"issues/{number}/events") if event["event"] == "renamed")
    assert ({"from": "Naskah", "to": "Lain"}, "siti") == (rename["rename"], rename["actor"]["login"])


def test_reviewers_are_collaborators_but_not_the_author(hub: Hub) -> None:
    """Asking a stranger or the author for a review is a 422; who has given one is asked no more."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    place = f"pulls/{number}/requested_reviewers"

    assert hub.refused("siti", "POST", place, reviewers=["orang-luar"])[1].startswith(
        "Reviews may only be requested from collaborators."
    )
    assert (422, "Review cannot be requested from pull request author.") == hub.refused(
        "siti", "POST", place, reviewers=["siti"]
    )
    asked = hub.do("siti", "POST", place, reviewers=["Budi"])
    assert ["budi"] == [user["login"] for user in asked["requested_reviewers"]]
    hub.do("budi", "POST", f"pulls/{number}/reviews", event="APPROVE")
    assert [] == hub.get(f"pulls/{number}")["requested_reviewers"]
    event = hub.get(f"issues/{number}/events")[0]
    assert ("review_requested", "budi") == (event["event"], event["requested_reviewer"]["login"])
