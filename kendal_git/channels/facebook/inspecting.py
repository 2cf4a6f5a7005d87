"""The doctor's eyes on a Facebook Page: whose token it is, until when it is good, and what it may do."""

from collections.abc import Iterator

from kendal_git.channels.examining import clock
from kendal_git.channels.graph_token import DEBUGGER, Graph, mode, of_token, said, usage
from kendal_git.channels.versions import version
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings
from kendal_git.ports import Clock

NEEDED = ("pages_manage_posts", "pages_read_engagement")


class Inspector:
    """One Page."""

    def __init__(self, page: str, graph: Graph) -> None:
        self._page, self._graph = page, graph

    def findings(self, settings: ChannelSettings, clock_: Clock) -> Iterator[Finding]:
        """Who the token is, the Page, the token itself, the app's mode, what is used up, and the API's version."""
        graph, number = self._graph, self._graph.api.rpartition("/")[2]
        told = graph.ask("me", "id,name")
        yield from clock(told, clock_.now())
        me = said(told)
        if not me.get("id"):
            yield graph.failure(told)
        elif str(me["id"]) != self._page:
            who = f"{graph.case.aloud(me.get('name', '?'))} ({graph.case.aloud(me['id'])})"
            message = say("account.facebook.other", who=who, page=self._page)
            yield Finding("account", State.MISSING, message, say("account.facebook.other.hint"), DEBUGGER)
        else:
            yield self._whole()
            yield from of_token(graph, dict.fromkeys(NEEDED, self._page), clock_.now())
            yield mode(graph.case)
            yield from usage(told)
        yield version("Graph API", number, clock_.now().date())

    def _whole(self) -> Finding:
        """The Page as people see it."""
        told = self._graph.ask(self._page, "id,name,username,is_published")
        page = said(told)
        if str(page.get("id")) != self._page:
            return self._graph.failure(told)
        aloud, name = self._graph.case.aloud, page.get("username")
        who = aloud(page.get("name", "?")) + (f" (@{aloud(name)})" if name else "")
        if page.get("is_published") is False:
            hidden = say("account.facebook.hidden", who=who)
            return Finding("account", State.MISSING, hidden, say("account.facebook.hidden.hint"))
        return Finding("account", State.OK, say("account.facebook", who=who))
