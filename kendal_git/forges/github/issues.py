"""GitHub's issues as the office's own slips: those that stop publication, and those that ask for a second look."""

import re
from collections.abc import Iterator

from kendal_git.forges.github import reading
from kendal_git.forges.github.api import Api, Record
from kendal_git.model.message import say
from kendal_git.model.proposal import Account, Hold, Look, Order
from kendal_git.model.trouble import Misuse

STOP, SECOND_LOOK, TAKEDOWN = "tahan", "pandangan-kedua", "tarik"
HOLD_MARK = re.compile(r"<!-- kendal:hold ([\w-]*) -->")
LOOK_MARK = re.compile(r"<!-- kendal:look (\S+) ([0-9a-f]+) (\d+) -->")
ORDER_MARK = re.compile(r"<!-- kendal:withdraw (\S+) -->")
POST = re.compile(r"content/\d{4}/\d{2}/\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*")
ALL = "semua kanal"


def holds(api: Api, channels: tuple[str, ...]) -> tuple[Hold, ...]:
    """The stops in force: of the channel that the command marked or the title names, otherwise of all."""
    return tuple(hold for _, hold in _stops(api, channels))


def _stops(api: Api, channels: tuple[str, ...]) -> Iterator[tuple[int, Hold]]:
    for issue in api.pages("issues", state="open", labels=STOP):
        if "pull_request" in issue:
            continue
        title, body = str(issue.get("title") or ""), str(issue.get("body") or "")
        marked = HOLD_MARK.search(body)
        words = re.findall(r"[\w-]+", title.casefold())
        channel = marked[1] if marked else next((name for name in channels if name in words), "")
        by = reading.account(issue.get("user")) or Account(0, "?")
        reason = HOLD_MARK.sub("", body).strip() or title
        yield int(reading.need(issue, "number")), Hold(by, reading.moment(issue, "created_at"), reason, channel)


def hold(api: Api, channel: str, reason: str) -> None:
    """Open an issue that stops. Raises Misuse when GitHub took it without its label: then it stops nothing."""
    body = f"{reason}\n\n<!-- kendal:hold {channel} -->"
    made = api.send("POST", "issues", {"title": f"Tahan: {channel or ALL}", "body": body, "labels": [STOP]})
    _labelled(made, STOP)


def unhold(api: Api, channel: str, channels: tuple[str, ...]) -> None:
    """Close every issue that stops this channel (or, without one, all at once)."""
    for number, stop in tuple(_stops(api, channels)):
        if stop.channel == channel:
            api.send("PATCH", f"issues/{number}", {"state": "closed", "state_reason": "completed"})


def looks(api: Api) -> tuple[Look, ...]:
    """The second looks, open and closed, newest first; the newest hundred, for older ones are settled."""
    found = api.get("issues", state="all", labels=SECOND_LOOK, per_page=100, sort="created", direction="desc")
    return tuple(look for issue in found if (look := _look(api, issue)))


def _look(api: Api, issue: Record) -> Look | None:
    mark = LOOK_MARK.search(str(issue.get("body") or ""))
    if mark is None or "pull_request" in issue:
        return None
    if reading.need(issue, "state") == "closed" and "closed_by" not in issue:  # lists need not tell it
        issue = api.get(f"issues/{reading.need(issue, 'number')}")
    return Look(
        number=int(reading.need(issue, "number")),
        post=mark[1],
        revision=mark[2],
        at=reading.moment(issue, "created_at"),
        verifier=int(mark[3]),
        closed_by=reading.account(issue.get("closed_by")),
        open=reading.need(issue, "state") == "open",
        url=str(issue.get("html_url") or ""),
    )


def ask_look(api: Api, look: Look, title: str, text: str) -> None:
    """Open the issue of a look, unless this revision has one already."""
    if any((one.post, one.revision) == (look.post, look.revision) for one in looks(api)):
        return
    body = f"{text}\n\n<!-- kendal:look {look.post} {look.revision} {look.verifier} -->"
    api.send("POST", "issues", {"title": title, "body": body, "labels": [SECOND_LOOK]})


def reopen(api: Api, number: int, text: str) -> None:
    """Open an issue again, with the reason as a comment."""
    api.send("PATCH", f"issues/{number}", {"state": "open"})
    api.send("POST", f"issues/{number}/comments", {"body": text})


def orders(api: Api) -> tuple[Order, ...]:
    """The takedowns in force: of the post that the command marked or that a person named in title or text."""
    found = (_order(issue) for issue in api.pages("issues", state="open", labels=TAKEDOWN))
    return tuple(order for order in found if order)


def _order(issue: Record) -> Order | None:
    title, body = str(issue.get("title") or ""), str(issue.get("body") or "")
    marked = ORDER_MARK.search(body)
    named = None if marked else POST.search(f"{title}\n{body}")
    by = reading.account(issue.get("user"))
    if "pull_request" in issue or by is None or not (marked or named):
        return None
    post = marked[1] if marked else named[0] if named else ""
    reason = ORDER_MARK.sub("", body).strip() or title
    number = int(reading.need(issue, "number"))
    return Order(by, reading.moment(issue, "created_at"), post, reason, number, str(issue.get("html_url") or ""))


def order(api: Api, post: str, reason: str, text: str) -> Order:
    """Open such an issue. Raises Misuse when GitHub took it without its label: then nothing is taken down."""
    body = f"{reason}: {text}\n\n<!-- kendal:withdraw {post} -->"
    made = api.send("POST", "issues", {"title": f"Tarik: {post}", "body": body, "labels": [TAKEDOWN]})
    _labelled(made, TAKEDOWN)
    found = _order(made)
    assert found
    return found


def _labelled(made: Record, label: str) -> None:
    if label not in [one.get("name") for one in made.get("labels") or ()]:
        raise Misuse(say("github.no-label", label=label, url=made.get("html_url")), say("github.no-label.hint"))
