"""Who is who on the embedded forge: the account behind a login, and everyone who wrote a part of a proposal."""

from dataclasses import replace

from kendal_git.model.office import Office
from kendal_git.model.proposal import EMBEDDED, Account, Proposal
from kendal_git.objects import Git

FIRST_GUEST = 9001  # numbers for logins that kendal.yaml does not know


def account(login: str, office: Office) -> Account:
    """The account behind a login on this forge; guests get a number that follows from their name alone."""
    holder = office.holder(login)
    if holder:
        return Account(holder.id, holder.login)
    return Account(FIRST_GUEST + sum(login.casefold().encode()) % 90_000, login)


def with_people(found: Proposal, git: Git, office: Office) -> Proposal:
    """The proposal with everyone who wrote a commit of it; addresses are made by ``submit`` from logins."""
    tip = found.merge.commit + "^1" if found.merge else f"refs/remotes/origin/{office.main}"
    heads = {push.commit for push in found.pushes or ()} | {found.head}
    people: dict[int, Account] = {}
    strangers: dict[str, None] = {}
    for commit in git.commits(*sorted(heads), f"^{tip}"):
        details = git.commit(commit)
        for address in details.people if details else ():
            login, _, domain = address.partition("@")
            if domain == EMBEDDED:
                one = account(login, office)
                people[one.id] = one
            else:
                strangers[address] = None
    return replace(found, contributors=tuple(people.values()), strangers=tuple(strangers))
