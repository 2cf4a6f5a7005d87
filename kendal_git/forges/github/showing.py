"""What people see beside a pull request: a commit status, and one comment that is edited in place."""

from kendal_git.forges.github import reading
from kendal_git.forges.github.api import Api, Refused
from kendal_git.model.proposal import Announcement, Proposal

STATES = {"approved": "success", "waiting": "pending", "blocked": "failure", "unknown": "error"}
DESCRIPTION = 140  # characters of a status's description (GitHub's OpenAPI)
COMMENT = 65_536  # characters of a comment
MARK = "<!-- kendal:gate -->"


def context(proposal: Proposal) -> str:
    """The status's name; the target branch stands in it, for one commit may head two proposals (forges.md row 33)."""
    return f"kendal/gate/{proposal.base}"


def announce(api: Api, proposal: Proposal, announcement: Announcement) -> None:
    """Set the status, then write or edit the comment: whoever may set the status tells whose comments are ours."""
    summary = announcement.summary
    short = summary if len(summary) <= DESCRIPTION else summary[: DESCRIPTION - 1] + "…"
    status = {"state": STATES[announcement.state], "context": context(proposal), "description": short}
    done = api.send("POST", f"statuses/{proposal.head}", {**status, "target_url": proposal.url})
    body = f"{MARK}\n{announcement.comment}"[:COMMENT]
    mine = _mine(api, proposal.number, reading.need(done, "creator", "id"))
    for number, text in mine:
        if text == body:
            return
        try:
            api.send("PATCH", f"issues/comments/{number}", {"body": body})
        except Refused as refused:
            if refused.status != 404:  # somebody has just deleted it
                raise
        else:
            return
    api.send("POST", f"issues/{proposal.number}/comments", {"body": body})


def _mine(api: Api, number: int, me: int) -> list[tuple[int, str]]:
    """Our own comments that carry the mark: anyone may write the mark, and nobody else may write as us."""
    comments = api.pages(f"issues/{number}/comments")
    return [
        (int(reading.need(one, "id")), str(one["body"]).replace("\r\n", "\n"))
        for one in comments
        if str(one.get("body") or "").startswith(MARK) and (one.get("user") or {}).get("id") == me
    ]
