"""The fake GitHub's issues, comments, statuses, runs and settings."""

import pytest

from kendal_git.fakes.github.records import Environment, Protection, Ruleset
from tests.fakes.hub import Hub

UPGRADE = "Upgrade to GitHub Pro or make this repository public to enable this feature."


def test_labels_of_a_reader_are_dropped_without_a_word(hub: Hub) -> None:
    """Labels and assignees need triage; a reader's issue is made without them and nothing says so."""
    wishes = {"title": "Tahan", "body": "Dulu", "labels": ["tahan"], "assignees": ["budi", "orang-luar"]}

    reader = hub.do("tamu", "POST", "issues", **wishes)
    helper = hub.do("asep", "POST", "issues", **wishes)

    assert ([], []) == (reader["labels"], reader["assignees"])
    assert (["tahan"], ["budi"]) == (
        [label["name"] for label in helper["labels"]],
        [user["login"] for user in helper["assignees"]],
    )
    assert [helper["number"]] == [issue["number"] for issue in hub.get("issues", labels="tahan")]
    assert ["labeled", "assigned"] == hub.kinds(helper["number"])


def test_pulls_are_among_the_issues(hub: Hub) -> None:
    """The list of issues holds the pulls, too: only the key tells them apart."""
    hub.branch("siti", "naskah", {"a.txt": "a\n"})
    number = hub.pull()
    issue = hub.do("tamu", "POST", "issues", title="Usul")["number"]

    found = {one["number"]: one for one in hub.get("issues")}

    assert {number, issue} == set(found)
    assert "pull_request" in found[number]
    assert "pull_request" not in found[issue]
    assert (404, "Not Found") == hub.refused("siti", "GET", f"pulls/{issue}")


def test_issue_is_closed_and_opened_again(hub: Hub) -> None:
    """Closing names who and why; opening takes that away; a stranger to the issue may do neither."""
    number = hub.do("tamu", "POST", "issues", title="Usul")["number"]
    place = f"issues/{number}"
    other = hub.do("ketua", "POST", "issues", title="Lain")["number"]

    assert (403, "Must have admin rights to Repository.") == hub.refused(
        "tamu", "PATCH", f"issues/{other}", state="closed"
    )
    closed = hub.do("budi", "PATCH", place, state="closed", state_reason="not_planned")
    assert ("closed", "not_planned", "budi") == (
        closed["state"],
        closed["state_reason"],
        closed["closed_by"]["login"],
    )
    opened = hub.do("tamu", "PATCH", place, state="open")
    assert ("open", None, None) == (opened["state"], opened["closed_at"], opened["closed_by"])
    assert ["closed", "reopened"] == hub.kinds(number)
    assert 422 == hub.refused("ketua", "PATCH", place, state="hilang")[0]
    assert (404, "Not Found") == hub.refused("ketua", "PATCH", "issues/99", state="open")


def test_comment_is_changed_by_its_author_or_with_write_access(hub: Hub) -> None:
    """A comment's text is its author's and a writer's to change; empty comments are refused."""
    number = hub.do("tamu", "POST", "issues", title="Usul")["number"]
    comment = hub.do("tamu", "POST", f"issues/{number}/comments", body="Satu")["id"]

    assert 403 == hub.refused("asep", "PATCH", f"issues/comments/{comment}", body="Dua")[0]
    assert (422, "Validation Failed; missing_field") == hub.refused("tamu", "POST", f"issues/{number}/comments")
    hub.do("tamu", "PATCH", f"issues/comments/{comment}", body="Dua")
    hub.do("budi", "PATCH", f"issues/comments/{comment}", body="Tiga")
    (last,) = hub.get(f"issues/{number}/comments")
    assert ("Tiga", "tamu", True) == (last["body"], last["user"]["login"], last["updated_at"] > last["created_at"])


def test_labels_are_made_once(hub: Hub) -> None:
    """A label is made by a writer, once, whatever the size of its letters, and can be taken off an issue."""
    hub.do("siti", "POST", "labels", name="tahan", color="ff0000", description="Berhenti")
    number = hub.do("asep", "POST", "issues", title="Usul", labels=["Tahan"])["number"]

    assert (422, "Validation Failed; already_exists") == hub.refused("siti", "POST", "labels", name="TAHAN")
    assert 403 == hub.refused("asep", "POST", "labels", name="lain")[0]
    assert ["tahan"] == [label["name"] for label in hub.get("labels")]
    hub.do("asep", "DELETE", f"issues/{number}/labels/tahan")
    assert ["labeled", "unlabeled"] == hub.kinds(number)


def test_assignees_are_added(hub: Hub) -> None:
    """Assignees are added by somebody with triage; a reader is answered as if it had worked."""
    number = hub.do("tamu", "POST", "issues", title="Usul")["number"]
    place = f"issues/{number}/assignees"

    assert [] == hub.do("tamu", "POST", place, assignees=["budi"])["assignees"]
    assert ["budi"] == [user["login"] for user in hub.do("asep", "POST", place, assignees=["budi"])["assignees"]]


def test_statuses_are_kept_and_the_newest_counts(hub: Hub) -> None:
    """Every status of a commit stays in the list; together they are what the newest of each context says."""
    sha = hub.get("branches/main")["commit"]["sha"]
    for state in ("pending", "success"):
        hub.do("siti", "POST", f"statuses/{sha}", state=state, context="gerbang", description="a" * 140)
    assert "success" == hub.get("commits/main/status")["state"]
    hub.do("budi", "POST", f"statuses/{sha}", state="error", context="lain")

    assert [("lain", "budi"), ("gerbang", "siti"), ("gerbang", "siti")] == [
        (status["context"], status["creator"]["login"]) for status in hub.get(f"commits/{sha}/statuses")
    ]
    together = hub.get(f"commits/{sha}/status")
    assert ("failure", 2) == (together["state"], together["total_count"])


def test_wrong_status_is_refused(hub: Hub) -> None:
    """A status of an unknown commit, with an unknown state or a long description is a 422; a reader sets none."""
    sha = hub.get("branches/main")["commit"]["sha"]
    place = f"statuses/{sha}"

    assert (422, f"No commit found for SHA: {'1' * 40}") == hub.refused(
        "siti", "POST", f"statuses/{'1' * 40}", state="success"
    )
    assert (422, "Validation Failed; invalid") == hub.refused("siti", "POST", place, state="approved")
    assert (422, "Validation Failed; description is too long (maximum is 140 characters)") == hub.refused(
        "siti", "POST", place, state="success", description="a" * 141
    )
    assert 403 == hub.refused("asep", "POST", place, state="success")[0]
    assert (422, "No commit found for SHA: tiada") == hub.refused("siti", "GET", "commits/tiada")


def test_commit_has_at_most_a_thousand_statuses_of_one_context(hub: Hub) -> None:
    """The thousand-and-first status of a commit and context is refused; another context is free."""
    sha = hub.get("branches/main")["commit"]["sha"]
    first = hub.do("siti", "POST", f"statuses/{sha}", state="success", context="gerbang")
    hub.repository.statuses.extend(hub.repository.statuses * 999)

    assert first["context"] == "gerbang"
    assert (
        422,
        "Validation Failed; This SHA and context has reached the maximum number of statuses.",
    ) == hub.refused("siti", "POST", f"statuses/{sha}", state="success", context="gerbang")
    hub.do("siti", "POST", f"statuses/{sha}", state="success", context="lain")


def test_run_is_registered_and_ends(hub: Hub) -> None:
    """A run of a workflow is shown as Python set it; an unknown one is not found."""
    run = hub.repository.add_run("publish", actor="siti")
    assert ("in_progress", None) == tuple(hub.get(f"actions/runs/{run.id}")[word] for word in ("status", "conclusion"))
    run.status, run.conclusion = "completed", "failure"

    assert ("completed", "failure") == tuple(
        hub.get(f"actions/runs/{run.id}")[word] for word in ("status", "conclusion")
    )
    assert (404, "Not Found") == hub.refused("siti", "GET", "actions/runs/1")


def test_free_plan_has_no_protection_of_private_branches(hub: Hub) -> None:
    """On the free plan a private repository's protection is a 403 with GitHub's sentence, whatever was set."""
    hub.repository.settings.protections["main"] = Protection(required_approving_review_count=1)
    for place in ("branches/main/protection", "rulesets", "rules/branches/main"):
        assert (403, UPGRADE) == hub.refused("ketua", "GET", place)
    assert not hub.get("branches/main")["protected"]

    hub.repository.private = False

    assert hub.get("branches/main")["protected"]
    assert (
        1
        == hub.get("branches/main/protection", who="ketua")["required_pull_request_reviews"][
            "required_approving_review_count"
        ]
    )


def test_protection_is_shown_to_administrators(hub: Hub) -> None:
    """An administrator reads what protects a branch, or that nothing does; a writer is told there is nothing there."""
    hub.repository.settings.plan = "team"
    assert (404, "Branch not protected") == hub.refused("ketua", "GET", "branches/main/protection")
    hub.repository.settings.protections["main"] = Protection(
        required_status_checks=("gerbang",), enforce_admins=True, restrictions=("ketua",)
    )

    shown = hub.get("branches/main/protection", who="ketua")

    assert (["gerbang"], True, ["ketua"], False) == (
        shown["required_status_checks"]["contexts"],
        shown["enforce_admins"]["enabled"],
        [user["login"] for user in shown["restrictions"]["users"]],
        shown["allow_force_pushes"]["enabled"],
    )
    assert (404, "Not Found") == hub.refused("siti", "GET", "branches/main/protection")
    assert (404, "Branch not found") == hub.refused("ketua", "GET", "branches/tiada")


def test_rulesets_are_shown_with_their_rules(hub: Hub) -> None:
    """Rulesets are listed; one has its rules; a branch has the rules of the active ones that name it."""
    hub.repository.settings.plan = "team"
    force: dict[str, object] = {"type": "non_fast_forward"}
    hub.repository.settings.rulesets = [
        Ruleset(7, "utama", (force,), bypass_actors=({"actor_id": 5, "actor_type": "RepositoryRole"},)),
        Ruleset(8, "mati", ({"type": "deletion"},), enforcement="disabled"),
    ]

    assert ["utama", "mati"] == [one["name"] for one in hub.get("rulesets")]
    assert [("non_fast_forward", 7)] == [(one["type"], one["ruleset_id"]) for one in hub.get("rules/branches/main")]
    assert [] == hub.get("rules/branches/lain")
    assert [force] == hub.get("rulesets/7")["rules"]
    assert "bypass_actors" not in hub.get("rulesets/7")
    assert 5 == hub.get("rulesets/7", who="ketua")["bypass_actors"][0]["actor_id"]


def test_settings_around_workflows(hub: Hub) -> None:
    """Environments, secrets' names, variables, pages and the workflow token's permissions are as Python set them."""
    settings = hub.repository.settings
    settings.environments = [Environment("terbit", ("main",), ("ketua",), secrets=("TOKEN_Y",)), Environment("bebas")]
    settings.secrets, settings.variables = ["TOKEN_X"], {"KANTOR": "ikp"}
    assert (404, "Not Found") == hub.refused("ketua", "GET", "pages")
    settings.pages = {"cname": "contoh.example"}

    found = hub.get("environments")

    assert (2, [{"protected_branches": False, "custom_branch_policies": True}, None]) == (
        found["total_count"],
        [one["deployment_branch_policy"] for one in found["environments"]],
    )
    assert ["main"] == [
        one["name"] for one in hub.get("environments/terbit/deployment-branch-policies")["branch_policies"]
    ]
    assert ["TOKEN_X"] == [one["name"] for one in hub.get("actions/secrets", who="ketua")["secrets"]]
    kept = hub.get("environments/terbit/secrets", who="ketua")["secrets"]
    assert ["TOKEN_Y"] == [one["name"] for one in kept]
    assert {"KANTOR": "ikp"} == {one["name"]: one["value"] for one in hub.get("actions/variables")["variables"]}
    assert "contoh.example" == hub.get("pages", who="ketua")["cname"]
    assert {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": False} == hub.get(
        "actions/permissions/workflow", who="ketua"
    )
    for place in ("actions/secrets", "environments/terbit/secrets", "actions/permissions/workflow"):
        assert (403, "Must have admin rights to Repository.") == hub.refused("siti", "GET", place)


@pytest.mark.parametrize(
    ("login", "word", "role"),
    [
        ("ketua", "admin", "admin"),
        ("siti", "write", "write"),
        ("asep", "read", "triage"),
        ("tamu", "read", "read"),
        ("orang-luar", "none", "none"),
    ],
)
def test_permission_has_an_old_word_and_an_exact_role(hub: Hub, login: str, word: str, role: str) -> None:
    """A permission is told in the old four words beside the exact role."""
    found = hub.get(f"collaborators/{login}/permission")

    assert (word, role) == (found["permission"], found["role_name"])


def test_collaborators_are_told_to_writers(hub: Hub) -> None:
    """Who has access is told to those with write access."""
    roles = {user["login"]: user["role_name"] for user in hub.get("collaborators")}

    assert {"ketua": "admin", "siti": "write", "budi": "write", "tamu": "read", "asep": "triage"} == roles
    assert 403 == hub.refused("tamu", "GET", "collaborators")[0]
