"""What every forge promises; tests/test_forges.py runs this over the embedded one, tests/github over GitHub."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kendal_git.model.proposal import Look, Opinion, Proposal
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.ports import Forge

As = Callable[[str], Forge]


def known(forge: Forge, number: int) -> Proposal:
    """A proposal that is there."""
    found = forge.proposal(number)
    assert found
    return found


class ForgeContract:
    """The promises. A subclass gives ``git``, a clone whose main has an office, and ``login``, a person's forge."""

    @pytest.fixture
    def git(self) -> Git:
        raise NotImplementedError

    @pytest.fixture
    def login(self) -> As:
        raise NotImplementedError

    def address(self, who: str) -> str:
        """The address by which the forge knows somebody."""
        return f"{who}@users.kendal.invalid"

    def push(self, git: Git, branch: str, path: str, text: str, who: str = "staf") -> str:
        """Push one more commit to a branch; its id."""
        git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
        parent = git.resolve(f"refs/remotes/origin/{branch}") or git.resolve("refs/remotes/origin/main")
        author = f"{who} <{self.address(who)}>"
        head = git.write_commit(parent, {path: text.encode()}, "isi", datetime.now(UTC), author)
        git.push("origin", f"{head}:refs/heads/{branch}")
        return head

    def test_a_submitted_branch_is_an_open_proposal(self, git: Git, login: As) -> None:
        """It has a number, its author's account, the head that was pushed and a record of that push."""
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")

        number = login("staf").submit("kiriman/a", "Kiriman A", head)

        found = known(login("kabid-ikp"), number)
        assert (found.title, found.head, found.state, found.branch) == ("Kiriman A", head, "open", "kiriman/a")
        assert found.author
        assert found.author.login == "staf"
        assert [push.commit for push in found.pushes or ()] == [head]
        assert number in login("staf").open_proposals()

    def test_submitting_the_same_head_again_changes_nothing(self, git: Git, login: As) -> None:
        """The same number, and no second push record."""
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")
        forge = login("staf")

        first, second = forge.submit("kiriman/a", "A", head), forge.submit("kiriman/a", "A", head)

        assert first == second
        assert len(known(forge, first).pushes or ()) == 1

    def test_a_review_is_of_the_head_that_was_seen(self, git: Git, login: As) -> None:
        """An approval names its commit; one of a head that has moved on is refused with what to do."""
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")
        number = login("staf").submit("kiriman/a", "A", head)
        login("kabid-ikp").review(number, Opinion.APPROVE, "", head)
        self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "b")

        with pytest.raises(Misuse) as refused:
            login("subkoor-psdk").review(number, Opinion.APPROVE, "", head)

        assert refused.value.message.key == "forge.moved"
        assert [(one.by.login if one.by else "", one.commit) for one in known(login("staf"), number).approvals] == [
            ("kabid-ikp", head)
        ]

    def test_contributors_are_everybody_who_wrote_a_commit(self, git: Git, login: As) -> None:
        """Two people's commits make two contributors, and a foreign address a stranger."""
        self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "b", "kabid-ikp")
        number = login("staf").submit("kiriman/a", "A", head)

        assert {one.login for one in known(login("staf"), number).contributors} == {"staf", "kabid-ikp"}

    def test_a_merge_takes_exactly_the_head_that_was_judged(self, git: Git, login: As) -> None:
        """A moved head is refused; the right one becomes main, and the tip leads back to the proposal."""
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")
        number = login("staf").submit("kiriman/a", "A", head)

        with pytest.raises(Misuse):
            login("kabid-ikp").merge(number, "0" * 40)
        tip = login("kabid-ikp").merge(number, head)

        assert login("staf").proposal_of(tip) == number
        merged = known(login("staf"), number)
        assert (merged.state, merged.merge.commit if merged.merge else "") == ("merged", tip)
        assert git.resolve("refs/remotes/origin/main") == tip

    def test_a_merged_proposal_takes_no_approval_and_hears_objections(self, git: Git, login: As) -> None:
        """After the merge nobody approves any more, but whoever sees a fault can still say so."""
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")
        number = login("staf").submit("kiriman/a", "A", head)
        login("kabid-ikp").merge(number, head)

        with pytest.raises(Misuse):
            login("subkoor-psdk").review(number, Opinion.APPROVE, "", head)
        login("subkoor-psdk").review(number, Opinion.REQUEST_CHANGES, "keliru", head)

        assert [one.opinion for one in known(login("staf"), number).approvals] == [Opinion.REQUEST_CHANGES]

    def test_an_unknown_number_or_commit_is_none(self, login: As) -> None:
        """Nothing is made up."""
        assert login("staf").proposal(99) is None
        assert login("staf").proposal_of("0" * 40) is None

    def test_a_hold_is_seen_by_all_and_ends_for_all(self, login: As) -> None:
        """One person stops a channel, another lifts it."""
        login("staf").hold("x", "akun diperiksa")

        assert [(one.channel, one.by.login) for one in login("kabid-ikp").holds()] == [("x", "staf")]
        login("kabid-ikp").unhold("x")
        assert login("staf").holds() == ()

    def test_who_holds_no_role_stops_nothing(self, login: As) -> None:
        """A stranger's hold is refused."""
        with pytest.raises(Misuse) as refused:
            login("orang-luar").hold("", "iseng")

        assert refused.value.message.key == "forge.no-role"

    def test_who_is_at_the_keyboard_has_an_address_that_is_theirs(self, git: Git, login: As) -> None:
        """A commit under it makes its writer a contributor and nobody a stranger."""
        who = login("kabid-ikp").author()
        assert who == f"kabid-ikp <{self.address('kabid-ikp')}>"

    def test_a_takedown_is_ordered_by_one_role_holder(self, login: As) -> None:
        """The order names its post, who gave it and why; who holds no role orders nothing."""
        ordered = login("kabid-ikp").order("content/2026/11/25-a", "fakta", "salah foto")

        assert [(one.post, one.by.login, one.reason) for one in login("staf").orders()] == [
            ("content/2026/11/25-a", "kabid-ikp", "fakta: salah foto")
        ]
        assert ordered.post == "content/2026/11/25-a"
        with pytest.raises(Misuse):
            login("orang-luar").order("content/2026/11/25-a", "lain", "iseng")

    def test_a_second_look_is_asked_for_once_and_ends_by_a_person(self, login: As) -> None:
        """Asked twice for one revision it is one question; a new revision is another."""
        at = datetime(2026, 11, 25, tzinfo=UTC)
        look = Look(0, "content/2026/11/25-a", "a" * 40, at, verifier=3)
        for one in (look, look, replace(look, revision="b" * 40)):
            login("staf").ask_look(one, "Pandangan kedua", "mohon dilihat")

        found = login("kabid-ikp").looks()

        assert [(one.revision[0], one.verifier, one.open) for one in found] == [("b", 3, True), ("a", 3, True)]

        self.close_look(login, found[1].number)
        closed = login("staf").looks()[1]

        assert (closed.open, closed.closed_by and closed.closed_by.login) == (False, "kabid-ikp")
        login("staf").reopen_look(closed, "harus orang lain")
        assert [one.open for one in login("staf").looks()] == [True, True]

    def close_look(self, login: As, number: int) -> None:
        """What Kabid IKP does on the page."""
        raise NotImplementedError
