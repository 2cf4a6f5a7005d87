"""The repository, its commits, statuses and activity in GitHub's JSON."""

from kendal_git.fakes.github.answers_people import account_of, git_user, known, node, permissions, user
from kendal_git.fakes.github.call import Call
from kendal_git.fakes.github.clock import text
from kendal_git.fakes.github.git import Change, Commit
from kendal_git.fakes.github.records import Activity, Json, Run, Status

URLS = {
    "url": "",
    "archive_url": "/{archive_format}{/ref}",
    "assignees_url": "/assignees{/user}",
    "blobs_url": "/git/blobs{/sha}",
    "branches_url": "/branches{/branch}",
    "collaborators_url": "/collaborators{/collaborator}",
    "comments_url": "/comments{/number}",
    "commits_url": "/commits{/sha}",
    "compare_url": "/compare/{base}...{head}",
    "contents_url": "/contents/{+path}",
    "contributors_url": "/contributors",
    "deployments_url": "/deployments",
    "downloads_url": "/downloads",
    "events_url": "/events",
    "forks_url": "/forks",
    "git_commits_url": "/git/commits{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "hooks_url": "/hooks",
    "issue_comment_url": "/issues/comments{/number}",
    "issue_events_url": "/issues/events{/number}",
    "issues_url": "/issues{/number}",
    "keys_url": "/keys{/key_id}",
    "labels_url": "/labels{/name}",
    "languages_url": "/languages",
    "merges_url": "/merges",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "pulls_url": "/pulls{/number}",
    "releases_url": "/releases{/id}",
    "stargazers_url": "/stargazers",
    "statuses_url": "/statuses/{sha}",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "tags_url": "/tags",
    "teams_url": "/teams",
    "trees_url": "/git/trees{/sha}",
}
COUNTS = ("forks", "forks_count", "stargazers_count", "watchers", "watchers_count", "size")
ABSENT = ("homepage", "language", "mirror_url", "license")
FEATURES = {"has_issues": True, "has_projects": True, "has_wiki": False, "has_downloads": True}


def minimal(call: Call) -> Json:
    """The repository as it stands beside other things."""
    repository = call.repository
    return {
        "id": repository.id,
        "node_id": node("Repository", repository.id),
        "name": repository.name,
        "full_name": repository.full_name,
        "private": repository.private,
        "owner": user(call, repository.owner),
        "html_url": call.html,
        "description": None,
        "fork": False,
        **{name: call.api + rest for name, rest in URLS.items()},
    }


def plain(call: Call) -> Json:
    """The repository as it stands in a pull's head and base."""
    repository = call.repository
    still_open = sum(issue.state == "open" for issue in repository.issues.values())
    last = repository.activity[-1].timestamp if repository.activity else repository.created_at
    host = call.links.html.partition("://")[2]
    return {
        **minimal(call),
        **dict.fromkeys(COUNTS, 0),
        **dict.fromkeys(ABSENT),
        **FEATURES,
        "has_pages": repository.settings.pages is not None,
        "has_discussions": False,
        "archived": False,
        "disabled": False,
        "visibility": "private" if repository.private else "public",
        "default_branch": repository.default_branch,
        "open_issues": still_open,
        "open_issues_count": still_open,
        "clone_url": f"{call.html}.git",
        "git_url": f"git://{host}/{repository.full_name}.git",
        "ssh_url": f"git@{host}:{repository.full_name}.git",
        "svn_url": call.html,
        "created_at": text(repository.created_at),
        "updated_at": text(last),
        "pushed_at": text(last),
        "allow_forking": True,
        "is_template": False,
        "topics": [],
        "web_commit_signoff_required": False,
    }


def full(call: Call) -> Json:
    """The repository as GET shows it."""
    settings = call.repository.settings
    buttons = {
        f"allow_{word}": method in settings.merge_methods
        for word, method in (("merge_commit", "merge"), ("squash_merge", "squash"), ("rebase_merge", "rebase"))
    }
    return {
        **plain(call),
        "permissions": permissions(call, call.user),
        "network_count": 0,
        "subscribers_count": 0,
        "delete_branch_on_merge": settings.delete_branch_on_merge,
        "allow_auto_merge": False,
        "allow_update_branch": True,
        **buttons,
    }


def commit(call: Call, one: Commit) -> Json:
    """A commit, with the accounts that its addresses lead to."""
    url = f"{call.api}/commits/{one.sha}"
    verification = {"verified": False, "reason": "unsigned", "signature": None, "payload": None, "verified_at": None}
    return {
        "sha": one.sha,
        "node_id": node("Commit", one.sha),
        "commit": {
            "author": git_user(one.author),
            "committer": git_user(one.committer),
            "message": one.message,
            "tree": {"sha": one.tree, "url": f"{call.api}/git/trees/{one.tree}"},
            "url": f"{call.api}/git/commits/{one.sha}",
            "comment_count": 0,
            "verification": verification,
        },
        "url": url,
        "html_url": f"{call.html}/commit/{one.sha}",
        "comments_url": f"{url}/comments",
        "author": account_of(call, one.author),
        "committer": account_of(call, one.committer),
        "parents": [
            {"sha": sha, "url": f"{call.api}/commits/{sha}", "html_url": f"{call.html}/commit/{sha}"}
            for sha in one.parents
        ],
    }


def diff_entry(call: Call, change: Change, head: str) -> Json:
    """A file of a pull; GitHub says nothing about modes."""
    shown = {
        "sha": change.blob,
        "filename": change.path,
        "status": change.status,
        "additions": change.additions,
        "deletions": change.deletions,
        "changes": change.additions + change.deletions,
        "blob_url": f"{call.html}/blob/{head}/{change.path}",
        "raw_url": f"{call.html}/raw/{head}/{change.path}",
        "contents_url": f"{call.api}/contents/{change.path}?ref={head}",
    }
    return {**shown, "previous_filename": change.previous} if change.previous else shown


def status(call: Call, one: Status) -> Json:
    """A commit status."""
    return {
        "url": f"{call.api}/statuses/{one.sha}",
        "avatar_url": f"{call.links.html}/avatars/{one.creator.id}",
        "id": one.id,
        "node_id": node("Status", one.id),
        "state": one.state,
        "description": one.description,
        "target_url": one.target_url,
        "context": one.context,
        "created_at": text(one.created_at),
        "updated_at": text(one.created_at),
        "creator": known(call, one.creator),
    }


def activity(call: Call, one: Activity) -> Json:
    return {
        "id": one.id,
        "node_id": node("Activity", one.id),
        "before": one.before,
        "after": one.after,
        "ref": one.ref,
        "timestamp": text(one.timestamp),
        "activity_type": one.kind,
        "actor": known(call, one.actor),
    }


def run(call: Call, one: Run) -> Json:
    """A run of a workflow."""
    url, suite = f"{call.api}/actions/runs/{one.id}", one.id + 1
    links = ("jobs", "logs", "cancel", "rerun", "artifacts")
    head = next(iter(call.repository.bare.commits([one.head_sha])))
    stamp = text(one.created_at)
    simple = {"id": head.sha, "tree_id": head.tree, "message": head.message, "timestamp": text(head.committer.when)}
    people = {role: git_user(getattr(head, role)) for role in ("author", "committer")}
    return {
        "id": one.id,
        "name": one.name,
        "node_id": node("WorkflowRun", one.id),
        "check_suite_id": suite,
        "check_suite_node_id": node("CheckSuite", suite),
        "head_branch": one.head_branch,
        "head_sha": one.head_sha,
        "path": f".github/workflows/{one.name}.yml",
        "run_number": 1,
        "run_attempt": one.attempt,
        "event": one.event,
        "status": one.status,
        "conclusion": one.conclusion,
        "workflow_id": 1,
        "url": url,
        "html_url": f"{call.html}/actions/runs/{one.id}",
        "pull_requests": [],
        "created_at": stamp,
        "updated_at": stamp,
        "run_started_at": stamp,
        "actor": known(call, one.actor),
        "triggering_actor": known(call, one.actor),
        **{f"{word}_url": f"{url}/{word}" for word in links},
        "previous_attempt_url": None,
        "check_suite_url": f"{call.api}/check-suites/{suite}",
        "workflow_url": f"{call.api}/actions/workflows/1",
        "display_title": one.name,
        "head_commit": {**simple, **{role: {k: p[k] for k in ("name", "email")} for role, p in people.items()}},
        "repository": minimal(call),
        "head_repository": minimal(call),
    }
