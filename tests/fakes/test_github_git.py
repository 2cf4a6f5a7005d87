"""The fake GitHub's Git over HTTP: access, protected branches, activity, and what people do on the web page."""

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.records import Protection, Ruleset
from tests.fakes.hub import Hub

ZERO = "0" * 40


def activity(hub: Hub, **query: str) -> list[tuple[str, str, str]]:
    return [
        (one["activity_type"], one["ref"].removeprefix("refs/heads/"), one["actor"]["login"])
        for one in hub.get("activity", **query)
    ]


def test_every_movement_of_a_branch_is_activity(hub: Hub) -> None:
    """Creation, push, force push and deletion are listed, the newest first, with who pushed and from where to where."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    first = clone.git("rev-parse", "HEAD")
    second = clone.commit({"a.txt": "b\n"})
    clone.git("push", "-q")
    clone.git("reset", "-q", "--hard", first)
    third = clone.commit({"a.txt": "c\n"})
    other = hub.clone("budi")
    other.git("fetch", "-q", "origin")
    clone.git("push", "-q", "--force")
    other.git("push", "-q", "origin", ":naskah")

    found = hub.get("activity", ref="refs/heads/naskah")

    assert [
        ("branch_deletion", third, ZERO, "budi"),
        ("force_push", second, third, "siti"),
        ("push", first, second, "siti"),
        ("branch_creation", ZERO, first, "siti"),
    ] == [(one["activity_type"], one["before"], one["after"], one["actor"]["login"]) for one in found]
    times = [one["timestamp"] for one in found]
    assert sorted(set(times), reverse=True) == times


def test_activity_is_filtered(hub: Hub) -> None:
    """Activity is found by branch, kind and person."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    hub.branch("budi", "lain", {"a.txt": "a\n"}).git("push", "-q", "origin", "HEAD:main")

    assert [("branch_creation", "naskah", "siti")] == activity(hub, ref="naskah")
    assert [("push", "main", "budi")] == activity(hub, activity_type="push")
    assert [("push", "main", "budi"), ("branch_creation", "lain", "budi")] == activity(hub, actor="Budi")


def test_push_moves_the_head_of_an_open_pull(hub: Hub) -> None:
    """A push moves the pull's head and its ref; a force push is in the timeline; a closed pull stays where it was."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    clone.git("commit", "-q", "--amend", "-m", "Lain")
    clone.git("push", "-q", "--force")
    amended = clone.git("rev-parse", "HEAD")
    assert amended == hub.get(f"pulls/{number}")["head"]["sha"]
    assert amended in clone.git("ls-remote", "origin", f"refs/pull/{number}/head")
    hub.do("siti", "PATCH", f"pulls/{number}", state="closed")
    clone.commit({"a.txt": "b\n"})
    clone.git("push", "-q")

    assert amended == hub.get(f"pulls/{number}")["head"]["sha"]
    assert ["head_ref_force_pushed", "closed"] == hub.kinds(number)


def test_deleted_branch_closes_its_pull_and_can_be_restored(hub: Hub) -> None:
    """Deleting the branch closes the pull; it opens again only when the branch is there, and not a recreated one."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    clone.git("push", "-q", "origin", ":naskah")
    assert ["head_ref_deleted", "closed"] == hub.kinds(number)
    assert 422 == hub.refused("siti", "PATCH", f"pulls/{number}", state="open")[0]
    clone.git("push", "-q", "origin", "main:naskah")
    assert "recreated" in hub.refused("siti", "PATCH", f"pulls/{number}", state="open")[1]
    clone.git("push", "-q", "origin", ":naskah")

    hands.restore_branch(hub.repository, number, "budi")
    hub.do("siti", "PATCH", f"pulls/{number}", state="open")

    assert ["head_ref_deleted", "closed", "head_ref_restored", "reopened"] == hub.kinds(number)
    assert "branch_creation" == hub.get("activity")[0]["activity_type"]


def test_branch_without_anything_new_closes_its_pull(hub: Hub) -> None:
    """A branch that is forced back to main has nothing to bring: its pull is closed, not merged."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    clone.git("push", "-q", "--force", "origin", "main:naskah")

    pull = hub.get(f"pulls/{number}")

    assert ("closed", False) == (pull["state"], pull["merged"])
    assert ["head_ref_force_pushed", "closed"] == hub.kinds(number)


def test_pull_of_a_merged_branch_goes_on_to_its_base(hub: Hub) -> None:
    """When a merged branch is deleted, a pull based on it is pointed at main, and the timeline says so."""
    clone = hub.branch("siti", "dasar", {"a.txt": "a\n"})
    clone.git("switch", "-q", "-c", "lanjut")
    clone.commit({"b.txt": "b\n"})
    clone.git("push", "-q", "origin", "lanjut", "HEAD:yatim", "main:lain")
    below, above = hub.pull(branch="dasar"), hub.pull(branch="lanjut", base="dasar")
    lonely = hub.pull(branch="yatim", base="lain")
    hub.do("ketua", "PUT", f"pulls/{below}/merge")

    clone.git("push", "-q", "origin", ":dasar", ":lain")

    assert ("open", "main") == (hub.get(f"pulls/{above}")["state"], hub.get(f"pulls/{above}")["base"]["ref"])
    assert ["automatic_base_change_succeeded"] == hub.kinds(above)
    assert ["closed"] == hub.kinds(lonely)


def test_rewritten_base_is_in_the_timeline(hub: Hub) -> None:
    """A force push of the base leaves the pull open and an event behind."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    clone.git("switch", "-q", "--orphan", "lain")
    clone.commit({"c.txt": "c\n"})
    clone.git("push", "-q", "--force", "origin", "lain:main")

    assert ["base_ref_force_pushed"] == hub.kinds(number)
    assert "open" == hub.get(f"pulls/{number}")["state"]


def test_activity_may_come_late(hub: Hub) -> None:
    """A movement that GitHub has not written down yet is missing from the list, and is there later."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    hub.repository.settings.activity_lag = 1
    assert [] == activity(hub, ref="naskah")

    hub.repository.settings.activity_lag = 0

    assert [("branch_creation", "naskah", "siti")] == activity(hub, ref="naskah")


def test_pull_refs_are_not_pushed(hub: Hub) -> None:
    """Nobody may write under refs/pull."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    clone.commit({"a.txt": "b\n"})

    assert "remote rejected" in clone.refused("origin", f"HEAD:refs/pull/{number}/head")


def test_readers_read_and_strangers_see_nothing(hub: Hub) -> None:
    """A reader clones but may not push; for a stranger and for a wrong token a private repository is not there."""
    reader = hub.clone("tamu")
    reader.commit({"a.txt": "a\n"})
    assert "403" in reader.refused("origin", "HEAD:tamu")
    url = hub.server.git_url("kominfo", "konten")

    for name, answer in (("token-of-orang-luar", "not found"), ("salah", "Authentication failed")):
        helper = f"credential.helper=!f() {{ echo username=x; echo password={name}; }}; f"
        done = reader.run("-c", "credential.helper=", "-c", helper, "ls-remote", url)
        assert done.returncode != 0
        assert answer in done.stderr


def test_partial_clone_and_any_commit_by_its_id(hub: Hub) -> None:
    """A clone may leave files out, and any commit may be fetched by its id, also one that no branch holds any more."""
    clone = hub.branch("siti", "naskah", {"a.txt": "a\n"})
    lost = clone.git("rev-parse", "HEAD")
    clone.git("push", "-q", "origin", ":naskah")
    other = hub.clone("budi")

    other.git("fetch", "-q", "--filter=blob:none", "origin", lost)

    assert lost == other.git("rev-parse", "FETCH_HEAD")


def test_large_push_arrives(hub: Hub) -> None:
    """A push too large for one buffer comes in chunks of unknown length, and arrives whole."""
    clone = hub.clone("siti")
    clone.git("config", "http.postBuffer", "65536")
    clone.git("config", "core.compression", "0")
    clone.commit({"besar.txt": "".join(f"{number}\n" for number in range(60000))})
    clone.git("push", "-q", "origin", "main")

    assert clone.git("rev-parse", "HEAD") == hub.get("branches/main")["commit"]["sha"]


def protect(hub: Hub, **rules: object) -> None:
    hub.repository.settings.plan = "team"
    hub.repository.settings.protections["main"] = Protection(**rules)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "who", "sentence"),
    [
        ({"required_approving_review_count": 1}, "siti", "Changes must be made through a pull request."),
        (
            {"required_approving_review_count": 0, "enforce_admins": True},
            "ketua",
            "Changes must be made through a pull request.",
        ),
        ({"restrictions": ("ketua",)}, "siti", "You're not authorized to push to this branch."),
        ({"required_status_checks": ("gerbang",)}, "siti", 'Required status check "gerbang" is expected.'),
    ],
)
def test_protected_branch_refuses_a_push(hub: Hub, rules: dict[str, object], who: str, sentence: str) -> None:
    """A push that the protection does not allow is remote rejected, with the reason, and moves nothing."""
    protect(hub, **rules)
    clone = hub.clone(who)
    clone.commit({"a.txt": "a\n"})

    said = clone.refused("origin", "main")

    assert "remote rejected" in said
    assert sentence in said
    with pytest.raises(ValueError, match=sentence):
        hands.edit_file(hub.repository, "main", {"a.txt": "a\n"}, who)
    assert [("branch_creation", "main", "ketua")] == activity(hub)


def test_administrator_passes_a_protection_that_is_not_enforced(hub: Hub) -> None:
    """Without enforce_admins an administrator's direct push goes through; on the free plan everybody's does."""
    protect(hub, required_approving_review_count=1)
    clone = hub.clone("ketua")
    clone.commit({"a.txt": "a\n"})
    clone.git("push", "-q", "origin", "main")
    assert ("push", "main", "ketua") == activity(hub)[0]

    hub.repository.settings.plan = "free"
    writer = hub.clone("siti")
    writer.commit({"a.txt": "b\n"})
    writer.git("push", "-q", "origin", "main")

    assert ("push", "main", "siti") == activity(hub)[0]


def test_force_push_and_deletion_of_a_protected_branch(hub: Hub) -> None:
    """A protected branch is not rewritten or deleted; other branches in the same push go through."""
    hub.branch("siti", "rilis", {"a.txt": "a\n"})
    hub.repository.settings.plan = "team"
    hub.repository.settings.protections["rilis"] = Protection(enforce_admins=True)
    clone = hub.clone("ketua")

    said = clone.refused("--force", "origin", "main:rilis", "main:lain")

    assert "Cannot force-push to this protected branch" in said
    assert "Cannot delete this protected branch" in clone.refused("origin", ":rilis")
    assert ("branch_creation", "lain", "ketua") == activity(hub)[0]
    clone.git("fetch", "-q", "origin")
    clone.git("switch", "-q", "rilis")
    clone.commit({"a.txt": "b\n"})
    clone.git("push", "-q", "origin", "rilis")


def test_ruleset_refuses_a_push_and_lets_its_bypassers_pass(hub: Hub) -> None:
    """A ruleset holds for everybody but those whom it names; a disabled one for nobody."""
    hub.repository.settings.plan = "team"
    bypass = ({"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"},)
    hub.repository.settings.rulesets = [Ruleset(1, "utama", ({"type": "pull_request"},), bypass_actors=bypass)]
    writer, chief = hub.clone("siti"), hub.clone("ketua")
    for clone in (writer, chief):
        clone.commit({"a.txt": clone.root.name})

    assert "Changes must be made through a pull request." in writer.refused("origin", "main")
    chief.git("push", "-q", "origin", "main")
    writer.git("pull", "-q", "--no-rebase", "-s", "ours", "origin", "main")
    hub.repository.settings.rulesets = [
        Ruleset(1, "utama", ({"type": "pull_request"},), enforcement="disabled"),
    ]
    writer.git("push", "-q", "origin", "main")


def test_required_status_and_reviews_hold_the_merge(hub: Hub) -> None:
    """The merge button waits for the status and the approvals that main asks for."""
    protect(hub, required_status_checks=("gerbang",), required_approving_review_count=1)
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    head = hub.get(f"pulls/{number}")["head"]["sha"]
    place = f"pulls/{number}/merge"

    assert (405, "At least 1 approving review is required by reviewers with write access.") == hub.refused(
        "siti", "PUT", place
    )
    hub.do("tamu", "POST", f"pulls/{number}/reviews", event="APPROVE")
    assert 405 == hub.refused("siti", "PUT", place)[0]
    hub.do("budi", "POST", f"pulls/{number}/reviews", event="APPROVE")
    assert (405, 'Required status check "gerbang" is expected.') == hub.refused("siti", "PUT", place)
    assert "blocked" == hub.get(f"pulls/{number}")["mergeable_state"]
    hub.do("siti", "POST", f"statuses/{head}", state="success", context="gerbang")
    hub.do("ketua", "POST", f"pulls/{number}/reviews", event="REQUEST_CHANGES", body="Tunggu")
    assert (405, "Changes have been requested on this pull request.") == hub.refused("siti", "PUT", place)
    hub.do("ketua", "POST", f"pulls/{number}/reviews", event="APPROVE")

    assert hub.do("siti", "PUT", place)["merged"]


def test_hands_on_the_web_page_leave_their_traces(hub: Hub) -> None:
    """Draft and ready, a retarget, an edit and a suggestion leave events, activity and signed commits, no request."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    hub.clone("siti").git("push", "-q", "origin", "main:rilis")
    number = hub.pull()
    hub.server.log.clear()

    hands.convert_to_draft(hub.repository, number, "siti")
    hands.mark_ready(hub.repository, number, "siti")
    hands.retarget(hub.repository, number, "rilis", "ketua")
    edited = hands.edit_file(hub.repository, "naskah", {"a.txt": "b\n"}, "budi")
    accepted = hands.accept_suggestion(hub.repository, number, {"a.txt": "c\n"}, suggested_by="ketua", by="siti")
    assert 0 == hub.server.log.reads + hub.server.log.writes

    assert ["convert_to_draft", "ready_for_review", "base_ref_changed"] == hub.kinds(number)
    commits = {commit["sha"]: commit for commit in hub.get(f"pulls/{number}/commits")}
    assert ("budi", "web-flow", "noreply@github.com") == (
        commits[edited]["author"]["login"],
        commits[edited]["committer"]["login"],
        commits[edited]["commit"]["committer"]["email"],
    )
    assert "Co-authored-by: ketua <ketua@example.id>" in commits[accepted]["commit"]["message"]
    assert [("push", "naskah", "siti"), ("push", "naskah", "budi")] == activity(hub, ref="naskah")[:2]


def test_address_in_a_commit_leads_to_an_account(hub: Hub) -> None:
    """An account's address and its noreply address lead to it, also after a rename; an unknown one to nobody."""
    clone = hub.clone("budi")
    numbered = ("103+apa-saja@users.noreply.github.com", "103+budi@users.noreply.127.0.0.1")
    addresses = ("BUDI@example.id", *numbered, "104+x@users.noreply.example.id")
    shas = []
    for email in addresses:
        clone.git("-c", f"user.email={email}", "commit", "-q", "--allow-empty", "-m", "Ubah")
        shas.append(clone.git("rev-parse", "HEAD"))
    clone.git("push", "-q", "origin", "main")
    hands.rename_account(hub.repository, "budi", "budi-baru")

    authors = [hub.get(f"commits/{sha}")["author"] for sha in shas]

    assert ["budi-baru", "budi-baru", "budi-baru", None] == [author and author["login"] for author in authors]
