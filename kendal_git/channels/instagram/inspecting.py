"""The doctor's eyes on an Instagram account: that the Page token reaches it, what it may do, and how much is left."""

from collections.abc import Iterator

from kendal_git.channels.answers import part
from kendal_git.channels.examining import clock
from kendal_git.channels.graph_token import DEBUGGER, Graph, mode, of_token, said, usage
from kendal_git.channels.versions import version
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings
from kendal_git.ports import Clock

OURS, PAGES = ("instagram_basic", "instagram_content_publish"), ("pages_read_engagement",)


class Inspector:
    """One professional account, reached with the token of the Page that it is connected to."""

    def __init__(self, account: str, graph: Graph) -> None:
        self._account, self._graph = account, graph

    def findings(self, settings: ChannelSettings, clock_: Clock) -> Iterator[Finding]:
        """The account, its Page, the token, the app's mode, what is left of the day, and the API's version."""
        graph, number = self._graph, self._graph.api.rpartition("/")[2]
        told = graph.ask(self._account, "id,username,name")
        yield from clock(told, clock_.now())
        found = said(told)
        if found.get("id") and str(found["id"]) == self._account:
            who = f"@{graph.case.aloud(found.get('username', '?'))}"
            yield Finding("account", State.OK, say("account.instagram", who=who))
            yield from self._page()
            yield from of_token(graph, {**dict.fromkeys(OURS, self._account), **dict.fromkeys(PAGES, "")}, clock_.now())
            yield mode(graph.case)
            yield self._left()
            yield from usage(told)
        else:
            yield graph.failure(told)
        yield version("Graph API", number, clock_.now().date())

    def _page(self) -> Iterator[Finding]:
        """Whether the token's Page is connected to this account and to no other."""
        told = self._graph.ask("me", "id,name,instagram_business_account{id,username}")
        page, aloud = said(told), self._graph.case.aloud
        connected = part(page, "instagram_business_account")
        if not page:
            yield self._graph.failure(told, "page")
        elif str(connected.get("id")) == self._account:
            yield Finding("page", State.OK, say("account.instagram.page", page=aloud(page.get("name", "?"))))
        else:
            other = f"@{aloud(connected['username'])}" if connected.get("username") else "–"
            message = say("account.instagram.other", page=aloud(page.get("name", "?")), other=other)
            yield Finding("page", State.MISSING, message, say("account.instagram.other.hint"), DEBUGGER)

    def _left(self) -> Finding:
        """How many posts of the last 24 hours' allowance are left."""
        told = self._graph.ask(f"{self._account}/content_publishing_limit", "quota_usage,config")
        rows = said(told).get("data")
        row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
        used, most = row.get("quota_usage"), part(row, "config").get("quota_total")
        if not isinstance(used, int) or not isinstance(most, int):
            return self._graph.failure(told, "quota")
        left = max(0, most - used)
        if not left:
            message = say("account.instagram.full", most=most)
            return Finding("quota", State.MISSING, message, say("examine.throttled.hint"))
        return Finding("quota", State.OK, say("account.instagram.left", left=left, most=most))
