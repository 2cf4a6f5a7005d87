"""The planner: cursor, open entries and facts of one commit, against a ledger in memory."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from kendal_git.ledgers.memory import MemoryHead, MemoryLedger
from kendal_git.model.ledger import WITHDRAWN, LedgerEntry, Wish
from kendal_git.planning.decision import Do
from kendal_git.planning.plan import Pending, Plan, Want, change, plan
from kendal_git.ports import LedgerChange

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
TEACHERS, FISH = "content/2026/11/25-hari-guru-nasional", "content/2026/11/21-hari-ikan-nasional"


def line(kind: str, nonce: str = "", revision: str = "r1", channel: str = "instagram", **more: Any) -> LedgerEntry:
    until = NOW + timedelta(minutes=3) if kind == "intent" else None
    return LedgerEntry(kind, NOW, channel, revision, nonce, until=until, **more)


def ledger(*facts: tuple[str, LedgerEntry], wishes: Iterable[Wish] = (), cursor: str = "c1") -> MemoryHead:
    """A head with these facts and open entries."""
    by_post: dict[str, tuple[Wish, ...]] = {}
    for wish in wishes:
        by_post[wish.post] = (*by_post.get(wish.post, ()), wish)
    empty = MemoryHead()
    made = MemoryLedger(empty).push(empty, LedgerChange(facts, cursor, by_post))
    assert made
    return made


def planned(head: MemoryHead, *wants: Want, mine: Iterable[str] = ()) -> Plan:
    own = set(mine)
    return plan(head, wants, own.__contains__, NOW)


def instagram(wanted: str, stop: str = "", post: str = TEACHERS) -> Want:
    return Want(post, "instagram", wanted, stop)


def test_one_change_moves_the_cursor_with_the_wishes_of_everything_between() -> None:
    """The commit that moves the cursor also writes what main wants of every delivery, sent now or not."""
    head = ledger()
    made = planned(head, instagram("r1"), Want(TEACHERS, "x", "r1", "held"), instagram("f1", "scheduled", FISH))

    assert change(head, head, made, "c2") == LedgerChange(
        (),
        "c2",
        {
            TEACHERS: (Wish(TEACHERS, "instagram", "r1"), Wish(TEACHERS, "x", "r1")),
            FISH: (Wish(FISH, "instagram", "f1"),),
        },
    )


def test_nothing_new_is_an_empty_change() -> None:
    """A run that finds the ledger as it should be has nothing to push."""
    head = ledger(wishes=[Wish(TEACHERS, "instagram", "r1")])

    assert change(head, head, planned(head, instagram("r1", "held")), "c1").empty


def test_what_stands_is_not_wished_for() -> None:
    """A post that main still wants and that stands closes its open entry."""
    facts = (TEACHERS, line("intent", "a")), (TEACHERS, line("receipt", "a"))
    head = ledger(*facts, wishes=[Wish(TEACHERS, "instagram", "r1")])
    made = planned(head, instagram("r1"))

    assert [one.decision.do for one in made.planned] == [Do.CLOSE]
    assert change(head, head, made, "c1").wishes == {TEACHERS: ()}


def test_a_wish_survives_a_foreign_doubt() -> None:
    """A correction that meets another run's open intent stays in the open set until that doubt ends."""
    head = ledger((TEACHERS, line("intent", "a", "r1")), wishes=[Wish(TEACHERS, "instagram", "r1")])
    made = planned(head, instagram("r2"))

    assert [one.decision.do for one in made.planned] == [Do.FIND]
    assert {TEACHERS: (Wish(TEACHERS, "instagram", "r2"),)} == change(head, head, made, "c2").wishes


def test_a_wish_stays_while_its_own_intent_is_open() -> None:
    """What a run has in hand stays open in the ledger: the run may die."""
    head = ledger((TEACHERS, line("intent", "a")))
    made = planned(head, instagram("r1"), mine=["a"])

    assert {TEACHERS: (Wish(TEACHERS, "instagram", "r1"),)} == change(head, head, made, "c2").wishes


def test_a_withdrawal_stays_open_until_nothing_can_land() -> None:
    """The end of a withdrawal is planned only when nothing stands, is open or is loose."""
    head = ledger((TEACHERS, line("intent", "a")), (TEACHERS, line("found", "a")), (TEACHERS, line("withdrawal")))
    made = planned(head, instagram(WITHDRAWN))

    assert [(one.decision.do, one.decision.again) for one in made.planned] == [(Do.DOWN, True)]
    assert {TEACHERS: (Wish(TEACHERS, "instagram", WITHDRAWN),)} == change(head, head, made, "c2").wishes


def test_posts_that_were_not_asked_about_keep_their_wishes() -> None:
    """A plan about one post leaves the open entries of all others as they are."""
    head = ledger(wishes=[Wish(FISH, "instagram", "f1")])

    assert {TEACHERS: (Wish(TEACHERS, "instagram", "r1"),)} == change(
        head, head, planned(head, instagram("r1")), "c2"
    ).wishes


def test_each_channel_has_its_own_lines() -> None:
    """A receipt of one channel says nothing about another."""
    head = ledger((TEACHERS, line("intent", "a")), (TEACHERS, line("receipt", "a")))
    made = planned(head, instagram("r1"), Want(TEACHERS, "x", "r1"))
    of_x = made.of(TEACHERS, "x")

    assert [one.decision.do for one in made.planned] == [Do.CLOSE, Do.INTENT]
    assert of_x is made.planned[1]
    assert made.of(TEACHERS, "facebook") is None


def left_open(head: MemoryHead, *facts: LedgerEntry) -> list[str]:
    """What stays wished for on instagram when these facts come on top."""
    return [
        wish.wanted
        for wish in Pending(head, [(TEACHERS, fact) for fact in facts]).wishes()
        if wish.channel == "instagram"
    ]


def test_a_closing_line_clears_only_its_own_revision() -> None:
    """The receipt of the first revision leaves the wish for its correction where it is."""
    corrected = ledger((TEACHERS, line("intent", "a", "r1")), wishes=[Wish(TEACHERS, "instagram", "r2")])
    wanted = ledger((TEACHERS, line("intent", "a", "r1")), wishes=[Wish(TEACHERS, "instagram", "r1")])

    assert left_open(corrected, line("receipt", "a", "r1")) == ["r2"]
    assert left_open(wanted, line("receipt", "a", "r1")) == []


def test_a_closing_line_clears_nothing_beside_another_open_intent() -> None:
    """A late receipt does not clear the wish while a second run's intent of the same revision is open."""
    facts = line("intent", "a"), line("void", "a"), line("intent", "b")
    head = ledger(*((TEACHERS, fact) for fact in facts), wishes=[Wish(TEACHERS, "instagram", "r1")])

    assert left_open(head, line("receipt", "a")) == ["r1"]
    assert left_open(head, line("receipt", "a"), line("receipt", "b")) == []


def test_what_was_not_sent_stays_wished_for() -> None:
    """Release, refusal and a person's "not sent" end an intent and leave the wish."""
    head = ledger((TEACHERS, line("intent", "a")), wishes=[Wish(TEACHERS, "instagram", "r1")])

    assert left_open(head, line("release", "a")) == ["r1"]
    assert left_open(head, line("refusal", "a")) == ["r1"]
    assert left_open(head, line("settled", "a", outcome="not-sent")) == ["r1"]


def test_what_was_found_or_settled_as_sent_is_no_longer_wished_for() -> None:
    """Found and a person's "sent" close the wish as a receipt does."""
    head = ledger((TEACHERS, line("intent", "a")), wishes=[Wish(TEACHERS, "instagram", "r1")])

    assert left_open(head, line("found", "a")) == []
    assert left_open(head, line("settled", "a", outcome="sent")) == []


def test_a_recorded_take_down_closes_the_withdrawal() -> None:
    """The withdrawal's own line clears the wish for a withdrawal, and no wish for a revision."""
    facts = (TEACHERS, line("intent", "a")), (TEACHERS, line("receipt", "a"))

    assert (
        left_open(ledger(*facts, wishes=[Wish(TEACHERS, "instagram", WITHDRAWN)]), line("withdrawal", revision=""))
        == []
    )
    assert left_open(ledger(*facts, wishes=[Wish(TEACHERS, "instagram", "r2")]), line("withdrawal", revision="")) == [
        "r2"
    ]


def test_a_closing_line_of_one_channel_leaves_the_others() -> None:
    """A receipt on instagram does not clear the wish for x."""
    head = ledger(
        (TEACHERS, line("intent", "a")),
        wishes=[Wish(TEACHERS, "instagram", "r1"), Wish(TEACHERS, "x", "r1"), Wish(FISH, "instagram", "r1")],
    )
    pending = Pending(head, [(TEACHERS, line("receipt", "a"))])

    assert (Wish(FISH, "instagram", "r1"), Wish(TEACHERS, "x", "r1")) == pending.wishes()
    assert [entry.kind for entry in pending.entries(TEACHERS)] == ["intent", "receipt"]


def test_facts_pushed_without_a_survey_keep_the_cursor() -> None:
    """A result that is pushed while main cannot be read closes what it closes and moves nothing."""
    head = ledger((TEACHERS, line("intent", "a")), wishes=[Wish(TEACHERS, "instagram", "r1")])
    receipt = (TEACHERS, line("receipt", "a"))

    assert LedgerChange((receipt,), "", {TEACHERS: ()}, "ledger: receipt") == change(
        head, Pending(head, [receipt]), Plan((), ()), "c1", (receipt,), "ledger: receipt"
    )
