"""The publishing protocol's rules in the code, each with the smallest edit that takes it away: docs/publishing.md.

``RULES`` has one row for each name of ``TAKEN_AWAY`` and ``NOT_NEEDED`` in tests/protocol/publish_model.py. Here every
test that carries a rule's mark must fail under one of its edits: the page names them as witnesses.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from kendal_git.model.message import Message, say
from tests.mutations.edits import Edit

PLANNING, VERBS = "kendal_git/planning", "kendal_git/verbs"
BOOK, DECISION, PLAN = (f"{PLANNING}/{name}.py" for name in ("book", "decision", "plan"))
CLERK, DELIVER, LEDGER, SURVEY = (f"{VERBS}/{name}.py" for name in ("clerk", "deliver", "ledger", "survey"))


@dataclass(frozen=True)
class Rule:
    """One switch of the model. ``remark`` says what one edit cannot show, or why the rule is a choice."""

    name: str
    says: str
    remark: str = ""

    @property
    def mark(self) -> str:
        """The name on the tests' marks."""
        return f"model-{self.name}"


RULES = (
    Rule("ended", "On a channel that may double a post nobody takes a doubt over, whatever the forge says of its run.", "The decision does not even ask the forge: the edit lets a doubt be taken over as where the channel keeps the key."),
    Rule("ended+find", "“Not found” and “not known” change nothing."),
    Rule("random_nonce", "Each intent draws a nonce of its own.", "A process also knows its own intents only by having tried to push them, never by a run's name: that is a second lock, which no single edit opens (“a run started again does not take its predecessor's intent for its own”)."),
    Rule("settle_fenced", "“Not sent” is taken only when the run has ended and `until` has passed."),
    Rule("deadline", "Past the deadline, on either clock, there is no call."),
    Rule("look", "Main, holds and objections are read once more behind the intent's push."),
    Rule("correction_waits", "A correction waits while an intent is open."),
    Rule("withdrawal_waits", "A withdrawal stays open while an intent is open."),
    Rule("clear_own", "A closing line clears the open entry of its own revision alone."),
    Rule("one_commit", "The cursor moves in the commit that writes the open entries."),
    Rule("plan_all", "That commit plans also what the run has in hand or has finished."),
    Rule("hand_back", "A take-over that sends nothing hands the doubt back."),
    Rule("loose_waits", "A correction waits, and a withdrawal stays open, until no call can land any more."),
    Rule("release", "Who decides not to call, or surely did not arrive, says so."),
    Rule("keep_facts", "A rejected push drops plans and never what has happened."),
    Rule("remember_nonces", "A nonce whose push had no answer is still the process's own."),
    Rule("say_unsent", "Who was taken over before calling still says that nothing was sent."),
    Rule("witness", "`ledger-seen` moves in the same atomic push; a ledger that lacks it went back."),
    Rule("look_ledger", "The last look reads the ledger first: it did not go back, and the intent is open."),
    Rule("takeover_voids", "A take-over voids the old intent in the commit of its own."),
    Rule("tip_has_cursor", "A main that lacks the cursor is stale: nothing is planned from it."),
    Rule("by_intent", "What stands is the newest intent that was sent; a late receipt adds proof alone."),
    Rule("own_head", "A run whose own intent is gone from the ledger stops.", "A choice: the model is clean without it, for `ledger-seen` finds the rollback first. It alone sees both refs put back together, while a run is under way."),
    Rule("takeover_wanted", "Only what main still wants is taken over.", "A choice: the last look would stop it; the rule saves a useless intent."),
    Rule("prepare_first", "Preparation comes before the intent.", "A choice: as safe the other way round, but then each crash while uploading is a doubt for a person."),
    Rule("unarmed", "An intent without `armed` could be revoked by any run.", "A choice not taken: preparation comes first, so the intent itself is the armed fact, and there is nothing to take away."),
)  # fmt: skip


def edit(rule: str, name: str, path: str, old: str, new: str) -> Edit:
    """``rule`` is the model's word for it."""
    return Edit(name, (f"model-{rule}",), path, old, new)


PROTOCOL = (
    edit("ended", "any-doubt-taken-over", DECISION, "if repeatable and wanted == intent.revision:", "if wanted == intent.revision:"),
    edit(
        "ended+find", "not-found-is-not-sent", DELIVER,
        "            if found is None:\n                return doubt\n",
        "            if found is None:\n"
        '                line = LedgerEntry("settled", self.clock.now(), blank.channel, intent.revision, intent.nonce)\n'
        '                self.clerk.record(blank.post, replace(line, outcome="not-sent"))\n'
        "                return doubt\n",
    ),
    edit("random_nonce", "nonce-of-the-run", CLERK, "secrets.token_hex(16)", "self.run"),
    edit("settle_fenced", "not-sent-at-any-time", LEDGER, 'if statement.outcome == "not-sent":', "if False:"),
    edit("deadline", "no-deadline", DELIVER, "if stop is not None or left <= 0:", "if stop is not None:"),
    edit(
        "look", "main-not-looked-at", DELIVER,
        'if planned.want.wanted != grant.entry.revision:\n            return say("publish.changed")\n        if planned.want.stop:',
        "if False:",
    ),
    edit(
        "look_ledger", "own-intent-not-looked-at", DELIVER,
        "if planned is None or planned.decision.intent is None or planned.decision.intent.nonce != grant.entry.nonce:",
        "if planned is None:",
    ),
    edit(
        "look_ledger", "went-back-at-the-look", DELIVER,
        "        view = self.clerk.look(grant)\n",
        "        try:\n            view = self.clerk.look(grant)\n        except InDoubt:\n            return None\n",
    ),
    edit(
        "correction_waits", "correction-beside-a-doubt", DECISION,
        "if book.open:", "if book.open and wanted in (book.open[-1].revision, WITHDRAWN):",
    ),
    edit("withdrawal_waits", "withdrawal-over-a-doubt", DECISION, "if book.open:", "if book.open and wanted != WITHDRAWN:"),
    edit("clear_own", "any-receipt-clears", PLAN, "return sent and wish.wanted == entry.revision", "return sent"),
    edit(
        "one_commit", "cursor-first", PLAN,
        'return LedgerChange(facts, tip if tip != head.cursor else "", wishes or None, subject)',
        'return LedgerChange(facts, tip, None, subject) if tip != head.cursor else LedgerChange(facts, "", wishes or None, subject)',
    ),
    edit(
        "plan_all", "only-what-is-not-begun", PLAN,
        "return Plan(tuple(planned), tuple(sorted(_wishes(planned).items())))",
        "begun = [one for one in planned if any(mine(line.nonce) for line in head.entries(one.want.post))]\n"
        "    return Plan(tuple(planned), tuple(sorted(_wishes(one for one in planned if one not in begun).items())))",
    ),
    edit("hand_back", "doubt-not-handed-back", BOOK, "if self.taken and not self.opened:", "if False:"),
    edit("loose_waits", "nothing-is-loose", DECISION, "loose = any(may_land(intent, now) for intent in book.loose)", "loose = False"),
    edit(
        "release", "no-release", DELIVER,
        'return self._push(blank, replace(self._line("release", grant), reason=text, until=until), "owed", reason)',
        'return blank.but("owed", reason)',
    ),
    edit(
        "keep_facts", "results-dropped", CLERK,
        'failure: Exception = OutsideFailed(say("publish.busy"))\n        for _ in range(TRIES):',
        'failure: Exception = OutsideFailed(say("publish.busy"))\n        for _ in range(1 if facts else TRIES):',
    ),
    edit("remember_nonces", "own-intent-unknown", CLERK, "return nonce in self.nonces", "return False"),
    edit(
        "say_unsent", "taken-over-in-silence", DELIVER,
        "return self._doubt(blank, grant, reason) if reached else self._release(blank, grant, reason)",
        'quiet = reached or reason.key == "publish.taken-over"\n'
        "                return self._doubt(blank, grant, reason) if quiet else self._release(blank, grant, reason)",
    ),
    edit(
        "witness", "one-ref", "kendal_git/ledgers/git.py",
        'self._git.push("origin", f"{commit}:refs/heads/{BRANCH}", f"{commit}:refs/heads/{SEEN}")\n'
        "        except PushRejected:\n            return None",
        'self._git.push("origin", f"{commit}:refs/heads/{BRANCH}")\n        except PushRejected:\n            return None',
    ),
    edit("takeover_voids", "old-intent-not-voided", CLERK, "if planned.decision.do is Do.TAKE and planned.decision.intent:", "if False:"),
    edit("tip_has_cursor", "older-main-planned", SURVEY, "if not self._git.is_ancestor(head.cursor, tip):", "if False:"),
    edit("by_intent", "last-receipt-wins", BOOK, "if sent and place > self.place:", "if sent:"),
    edit("own_head", "own-intent-not-missed", CLERK, "if entry.nonce not in self.nonces:", "if entry.nonce:"),
    edit(
        "takeover_wanted", "older-revision-taken-over", DECISION,
        "if repeatable and wanted == intent.revision:", "if repeatable:",
    ),
    edit(
        "prepare_first", "intent-first", DELIVER,
        "parcel = replace(parcel, prepared=self.channel.prepare(parcel))\n"
        "            grant = self.clerk.intend(blank.post, blank.channel, parcel.prepared)",
        "grant = self.clerk.intend(blank.post, blank.channel)\n"
        "            parcel = replace(parcel, prepared=self.channel.prepare(parcel))",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Window:
    """What no rule closes. ``told``: the sentences that a person reads about it, with values as in an example."""

    name: str
    happens: str
    told: tuple[Message, ...]
    helps: str

    @property
    def mark(self) -> str:
        """The name on the tests' marks."""
        return f"window-{self.name.removeprefix('W')}"


UNTIL = datetime(2026, 11, 24, 3, 4, 1, tzinfo=UTC)
POST, CHANNEL = "content/2026/11/25-hari-guru", "telegram"

WINDOWS = (
    Window(
        "W1", "A stop that becomes readable after the last look does not stop that one call.",
        (say("hold.done", what=say("hold.all")), say("hold.window", seconds=180), say("publish.state.delivered")),
        "A correction follows the receipt; a withdrawal takes the post down.",
    ),
    Window(
        "W2", "A process frozen between its last clock reading and its call, or a request that travels longer than `until`, doubles a post, but only if a person settled `not-sent` meanwhile.",
        (say("ledger.run-lives", run="github:17:1"), say("ledger.run-unknown", run="github:17:1"), say("ledger.too-early", until=UNTIL)),
        "The command refuses `not-sent` before that moment. Of what lands after it nobody is told: a process that thawed leaves two receipts in `kendal ledger show POST`, a request that travelled leaves nothing but two posts on the channel.",
    ),
    Window(
        "W3", "A repository restored as a whole, both refs together, looks intact: what was sent since the copy goes out again.",
        (say("publish.unrecorded.sent", problem=say("ledger.intent-gone")), say("publish.settle.gone", post=POST, channel=CHANNEL, url="https://t.me/kendalkab/412")),
        "Only a run that is under way can tell, and says this; otherwise nobody is told. After restoring: `kendal hold` first, `kendal publish` (it plans and sends nothing), then `kendal publish --handed-off POST CHANNEL --url …` for each post that stands there, and `kendal unhold`.",
    ),
    Window(
        "W4", "A person who settles wrongly is believed: `sent` that was not loses the post, `not-sent` that was doubles it.",
        (
            say("publish.no-answer", reason="waktu habis"), say("publish.settle", post=POST, channel=CHANNEL),
            say("ledger.settled", post=POST, channel=CHANNEL, outcome="sent", by="kabid-ikp"),
        ),
        "Look at the channel itself, not at its app's drafts; give the address. Lost: post it by hand, then `kendal publish --handed-off POST CHANNEL --url …`. Doubled: take one down by hand, then `--handed-off` with the address of the other.",
    ),
)  # fmt: skip
