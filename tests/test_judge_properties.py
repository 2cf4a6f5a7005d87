"""The judge under random streams of reviews, pushes and offices: what must hold whatever people do."""

from dataclasses import replace
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from kendal_git.model.office import Policy
from kendal_git.model.proposal import Account, Approval, Dismissal, Opinion
from kendal_git.model.verdict import Ruling, Verdict
from kendal_git.policy import Question, Touched, judge
from tests.builders import (
    BOT,
    GUEST,
    KABID,
    KADIS,
    POST,
    STAFF,
    SUBKOOR,
    at,
    digest,
    holder,
    merge,
    office,
    proposal,
    push,
)

EITHER = Account(1401, "serba-bisa")  # holds two roles in some offices
PEOPLE = (STAFF, SUBKOOR, KABID, KADIS, EITHER, GUEST, BOT)
PERSON = st.sampled_from(PEOPLE)
COMMITS = {"head": "final", "same": "final", "old": "draft", "older": "notes"}

OFFICES = [
    office(policy, **roles)
    for policy in (Policy(), Policy(order="strict"), Policy(levels=("kabid-ikp",)))
    for roles in (
        {},
        {"kabid_ikp": (holder(KABID), holder(EITHER))},
        {"subkoor_psdk": (holder(SUBKOOR), holder(EITHER)), "kabid_ikp": (holder(KABID), holder(EITHER, status="plh"))},
        {
            "subkoor_psdk": (holder(EITHER),),
            "kabid_ikp": (holder(EITHER),),
            "kepala_dinas": (holder(KADIS), holder(KABID)),
        },
        {"kabid_ikp": (holder(KABID, until="2026-11-23"), holder(EITHER, "2026-11-24"))},
    )
]
TOUCHED = [
    Touched(posts=(POST,)),
    Touched(posts=(POST,), sensitivity="sensitif"),
    Touched(policy=("kendal.yaml",)),
    Touched(agenda=("agenda/2026/11/25.yaml",)),
]


@st.composite
def reviews(draw: st.DrawFn) -> tuple[Approval, ...]:
    """What makes a proposal approved, mostly, and what people do besides."""
    found: list[Approval] = []

    def add(by: Account | None, opinion: Opinion, commit: str | None, minute: int) -> None:
        review = Approval(len(found) + 1, by, opinion, commit, at(minute))
        back = draw(st.integers(0, 11)) == 0
        found.append(replace(review, dismissed=Dismissal(draw(PERSON), at(minute + 5))) if back else review)

    for by in draw(st.permutations((SUBKOOR, KABID, KADIS, EITHER)))[: draw(st.integers(1, 4))]:
        add(by, Opinion.APPROVE, "head", draw(st.integers(31, 60)))
    for _ in range(draw(st.integers(0, 4))):
        opinion = draw(st.sampled_from([Opinion.APPROVE] * 5 + [Opinion.REQUEST_CHANGES, Opinion.COMMENT]))
        commit = draw(st.sampled_from((*["head"] * 3, "same", "old", "gone", None)))
        add(draw(st.one_of(PERSON, st.none())), opinion, commit, draw(st.integers(1, 60)))
    return tuple(found)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A question about a proposal that somebody may have pushed to, written in, and merged."""
    earlier = draw(st.lists(st.sampled_from(("same", "old", "older", "gone")), max_size=3))
    author = draw(st.sampled_from((STAFF, STAFF, STAFF, KABID, SUBKOOR)))
    by = draw(st.sampled_from((None, author, author, author, KABID)))
    pushes = tuple(push(commit, 10 * place, by) for place, commit in enumerate([*earlier, "head"]))
    found = proposal(
        *draw(reviews()),
        author=author,
        contributors=tuple(draw(st.lists(st.sampled_from((STAFF, SUBKOOR, KABID)), max_size=2, unique=True))),
        pushes=None if draw(st.integers(0, 9)) == 0 else pushes,
        merge=draw(st.sampled_from((None, merge(45), merge(70)))),
    )
    touched = replace(draw(st.sampled_from(TOUCHED)), digests=digest("final"))
    seen = {commit: digest(content) for commit, content in COMMITS.items()}
    return Question(found, draw(st.sampled_from(OFFICES)), touched, at(120), seen)


def with_reviews(question: Question, approvals: Any) -> Question:
    return replace(question, proposal=replace(question.proposal, approvals=tuple(approvals)))


def verdict(question: Question) -> Verdict:
    found = judge(question)
    event(str(found.ruling))
    return found


@settings(max_examples=300)
@given(questions())
def test_taking_an_approval_away_never_opens_the_gate(question: Question) -> None:
    """What is not approved is not approved with one approval less."""
    approvals = question.proposal.approvals
    if not verdict(question).approved:
        for taken in approvals:
            if taken.opinion is Opinion.APPROVE and not taken.dismissed:
                assert not judge(with_reviews(question, (one for one in approvals if one is not taken))).approved


@settings(max_examples=300)
@given(questions())
def test_giving_no_approval_approves_nothing(question: Question) -> None:
    """Without an approval only a holder's own agenda is approved, which needs none."""
    others = [one for one in question.proposal.approvals if one.opinion is not Opinion.APPROVE]
    found = judge(with_reviews(question, others))

    assert not found.approved or not found.requirements


@settings(max_examples=300)
@given(questions(), st.booleans())
def test_a_changed_byte_closes_the_gate(question: Question, moved: bool) -> None:
    """After a push of other content no earlier approval counts, also when the forge moves the reviews forward to it."""
    last = push("new", 100)
    approvals = [replace(one, commit="new") if moved else one for one in question.proposal.approvals]
    changed = replace(
        with_reviews(question, approvals),
        touched=replace(question.touched, digests=digest("one byte more")),
        seen={**question.seen, "new": digest("one byte more")},
    )
    pushes = None if question.proposal.pushes is None else (*question.proposal.pushes, last)
    changed = replace(changed, proposal=replace(changed.proposal, head="new", pushes=pushes, merge=None))
    found = verdict(changed)

    assert found.approvers == ()
    assert not found.approved or not found.requirements


@settings(max_examples=300)
@given(questions(), st.integers(31, 110), PERSON)
def test_a_commit_that_leaves_the_content_alike_changes_nothing(question: Question, minute: int, by: Account) -> None:
    """An unrelated commit on top, whoever pushes it and whenever, leaves ruling, approvers and reasons as they are."""
    found = question.proposal
    pushes = None if found.pushes is None else (*found.pushes, push("newer", minute, by))
    proposed = replace(found, head="newer", pushes=pushes)
    seen = {**question.seen, "newer": digest("final")}
    before, after = judge(question), verdict(replace(question, proposal=proposed, seen=seen))

    assert (after.ruling, after.requirements) == (before.ruling, before.requirements)


@settings(max_examples=300)
@given(questions(), st.integers(1, 100), PERSON)
def test_a_comment_changes_no_ruling(question: Question, minute: int, by: Account) -> None:
    """Whoever comments whenever they like leaves the verdict as it is."""
    said = Approval(99, by, Opinion.COMMENT, "head", at(minute))
    after = with_reviews(question, (*question.proposal.approvals, said))

    assert verdict(after) == judge(question)


@settings(max_examples=300)
@given(questions(), st.integers(1, 100), st.sampled_from(["head", "old", None]))
def test_an_approval_without_a_role_changes_no_ruling(question: Question, minute: int, commit: str | None) -> None:
    """A guest's approval is listed and counts for nothing."""
    other = Account(9002, "tamu-lain")
    said = Approval(99, other, Opinion.APPROVE, commit, at(minute))
    before, after = judge(question), verdict(with_reviews(question, (*question.proposal.approvals, said)))

    assert after.ruling is before.ruling
    assert after.approvers == before.approvers


@settings(max_examples=300)
@given(questions())
def test_who_counts_may_count(question: Question) -> None:
    """Whoever fills a role is a person who held it that day and did not propose."""
    author = question.proposal.author
    for need in verdict(question).requirements:
        if need.by and need.at:
            assert need.by != author
            assert not need.by.bot
            assert any(
                need.by.id == one.id
                for role in question.office.roles
                for one in role.held_on(question.office.day(need.at))
            )


@settings(max_examples=300)
@given(questions())
def test_the_last_word_is_nobodys_who_wrote_in_it(question: Question) -> None:
    """Whoever fills the highest role has written nothing of it."""
    requirements = verdict(question).requirements
    if requirements and requirements[-1].by:
        assert requirements[-1].by.id not in {account.id for account in question.proposal.contributors}


@settings(max_examples=300)
@given(questions())
def test_people_who_count_are_distinct(question: Question) -> None:
    """Nobody fills two roles of one verdict."""
    people = [need.by.id for need in verdict(question).requirements if need.by]

    assert len(people) == len(set(people))


@settings(max_examples=300)
@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(question: Question, shuffler: Any) -> None:
    """The forge may list reviews in any order: the verdict follows their moments."""
    shuffled = list(question.proposal.approvals)
    shuffler.shuffle(shuffled)

    assert verdict(with_reviews(question, shuffled)) == judge(question)


@settings(max_examples=300)
@given(questions(), st.sampled_from([SUBKOOR, KABID, KADIS]))
def test_a_holders_last_change_request_always_stops(question: Question, by: Account) -> None:
    """Whatever was approved, the newest word of a role holder who asks for changes blocks, also after the merge."""
    said = Approval(99, by, Opinion.REQUEST_CHANGES, "head", at(110), "tunggu")
    after = with_reviews(question, (*question.proposal.approvals, said))

    assert not question.office.roles_of(by.id, at(110)) or verdict(after).ruling is Ruling.BLOCKED


@settings(max_examples=300)
@given(questions())
def test_without_a_push_record_nothing_that_needs_approval_is_approved(question: Question) -> None:
    """Where the forge cannot say when the content became the head, no approval counts."""
    blind = replace(question, proposal=replace(question.proposal, pushes=None))

    assert verdict(blind).approvers == ()
