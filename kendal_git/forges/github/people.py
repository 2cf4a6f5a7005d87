"""Everyone who wrote a part of a proposal: the accounts behind the addresses of its commits, in all its versions.

Addresses are chosen by whoever commits, so they only ever take approvers away (forges.md §3 rows 2 to 4).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from kendal_git.forges.github.api import Api, Record
from kendal_git.forges.github.reading import account, need
from kendal_git.history import changes_of
from kendal_git.model.office import Office
from kendal_git.model.proposal import Account, Proposal
from kendal_git.objects import Git

WEB_FLOW = "noreply@github.com"  # GitHub itself commits what people do on its pages; the author is the person
NOREPLY = re.compile(r"(\d+)\+([\w-]+)@users\.noreply\.[\w.-]+")
MOST_QUESTIONS = 20  # addresses asked about one by one; those beyond stay strangers, which blocks


@dataclass
class _Found:
    people: dict[int, Account] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)  # address → a commit that bears it

    def add(self, one: Account) -> None:
        self.people.setdefault(one.id, one)


def with_people(proposal: Proposal, git: Git, api: Api, office: Office, base: str) -> Proposal:
    """The proposal with its contributors; an address that belongs to no account stands among the strangers.

    ``base`` is main without the proposal. A merge of main that changes nothing itself makes nobody a contributor.
    """
    found, staff = _Found(), _staff(office)
    for identity, address in _addresses(git, proposal, base):
        known = NOREPLY.fullmatch(address)
        if known:
            found.add(Account(int(known[1]), known[2]))
        elif address.casefold() in staff:
            found.add(staff[address.casefold()])
        elif address != WEB_FLOW:
            found.unknown.setdefault(address, identity)
    if found.unknown:
        _ask(found, api, proposal.number)
    people, strangers = tuple(found.people.values()), tuple(found.unknown)
    return replace(proposal, contributors=people, strangers=strangers)


def _staff(office: Office) -> dict[str, Account]:
    """The addresses that kendal.yaml states, which GitHub may not know: co-authors are not told by its API."""
    holders = (holder for role in office.roles for holder in role.holders)
    return {address.casefold(): Account(one.id, one.login) for one in holders for address in one.emails}


def _addresses(git: Git, proposal: Proposal, base: str) -> Iterable[tuple[str, str]]:
    """(commit, address) over every commit that was ever pushed for the proposal and can still be read."""
    pushed = (push.commit for push in proposal.pushes or ())
    tips = [tip for tip in dict.fromkeys((proposal.head, *pushed)) if git.resolve(tip)]
    if not tips:
        return
    commits = git.commits(*tips, *((f"^{base}",) if git.resolve(base) else ()))
    for identity in changes_of(git, commits):
        commit = git.commit(identity)
        for address in commit.people if commit else ():
            yield identity, address


def _ask(found: _Found, api: Api, number: int) -> None:
    """Ask GitHub whose the remaining addresses are: once for all present commits, then for single older ones."""
    _match(found, api.pages(f"pulls/{number}/commits"))
    for identity in dict.fromkeys(islice(found.unknown.values(), MOST_QUESTIONS)):
        record = api.find(f"commits/{identity}")
        if record:
            _match(found, [record])


def _match(found: _Found, commits: Iterable[Record]) -> None:
    """Take the accounts that GitHub sees behind a commit's author and committer."""
    for record in commits:
        for role in ("author", "committer"):
            address = need(record, "commit", role).get("email")
            person = account(record[role]) if record.get(role) else None  # GitHub says null, or {}, for nobody
            if address in found.unknown and person:
                del found.unknown[address]
                found.add(person)
