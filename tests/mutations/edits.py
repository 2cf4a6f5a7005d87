"""The smallest edits of the package that take a rule away; each must make a test of that rule fail."""

from dataclasses import dataclass

POLICY, VERBS, GITHUB = "kendal_git/policy", "kendal_git/verbs", "kendal_git/forges/github"


@dataclass(frozen=True)
class Edit:
    """One mutation: the rules that it removes, and the text of one file that it replaces."""

    name: str
    rules: tuple[str, ...]
    path: str
    old: str
    new: str


def edit(name: str, rules: str, path: str, old: str, new: str) -> Edit:
    """``rules`` separated by spaces: ``7`` is a row of the table of attacks, ``5.3`` a point of the design."""
    return Edit(
        name, tuple(f"design-{one}" if "." in one else f"forges-{one}" for one in rules.split()), path, old, new
    )


COUNTING, PUSHES, JUDGE, NEEDS = (f"{POLICY}/{name}.py" for name in ("counting", "pushes", "judge", "needs"))
OPINIONS, MATCHING, LEVEL, QUESTION = (f"{POLICY}/{name}.py" for name in ("opinions", "matching", "level", "question"))
INVESTIGATE, ORIGIN, SURVEY = (f"{VERBS}/{name}.py" for name in ("investigate", "origin", "survey"))
CHARTER = f"{VERBS}/charter.py"
API, READING, PEOPLE, FORGE = (f"{GITHUB}/{name}.py" for name in ("api", "reading", "people", "forge"))
CONTENT = "if question.seen[approval.commit] != digests:"
SINCE = "if since is not None and approval.at <= since:"

EDITS = (
    # ---- whose approval counts ----
    edit("author-may-approve", "1 5.5", COUNTING, "if proposal.author and by.id == proposal.author.id:", "if False:"),
    edit(
        "contributor-may-approve", "2 5.5", JUDGE,
        "if own and (one.need.bars_contributors or not above):", "if False:",
    ),
    edit("older-versions-forgotten", "2", PEOPLE, "dict.fromkeys((proposal.head, *pushed))", "dict.fromkeys((proposal.head,))"),
    edit("strangers-let-pass", "3", NEEDS, "for address in proposal.strangers:", "for address in ():"),
    edit("strangers-not-found", "3", PEOPLE, "found.unknown.setdefault(address, identity)", "pass"),
    edit(
        "pusher-not-a-contributor", "2 4", PUSHES,
        "if push.by and (known is None or seen.get(push.commit) != known):", "if False:",
    ),
    edit(
        "own-agenda-by-commit-names", "4 5.8", NEEDS,
        "(proposal.author, *proposal.contributors, *pushers(question))", "(proposal.author, *proposal.contributors)",
    ),
    edit(
        "roles-by-direct-push", "5 5.4", SURVEY,
        "fault = self._charter.fault(head.cursor, tip, now)", "fault = None",
    ),
    edit("roles-without-approval", "5 5.4", CHARTER, "or self._approved(commit, stated, now))", "or True)"),
    edit("false-office-forgotten", "5.4", SURVEY, "if against := lines.refused_for_good(", "if against := (lambda *_: None)("),
    edit("role-not-needed", "46 5.4", COUNTING, 'return say("gate.ignored.role")', "return None"),
    edit(
        "holder-by-login", "18 5.4", COUNTING,
        "if holder.id == by.id]", "if holder.login.casefold() == by.login.casefold()]",
    ),
    edit(
        "login-by-exact-case", "17", COUNTING,
        "if same_id and not any(holder.login.casefold() == by.login.casefold() for holder in same_id):",
        "if same_id and not any(holder.login == by.login for holder in same_id):",
    ),
    edit("holder-today", "15 5.4", COUNTING, "_role(question, by, approval.at, need)", "_role(question, by, question.now, need)"),
    edit("dates-ignored", "16 5.4", COUNTING, "if not any(holder.held(day) for holder in same_id):", "if False:"),
    edit("last-day-lost", "16", "kendal_git/model/office.py", "day <= self.until)", "day < self.until)"),
    edit("days-of-utc", "16", "kendal_git/model/office.py", "return moment.astimezone(self.zone).date()", "return moment.date()"),
    edit("deleted-account-counts", "19", COUNTING, 'return say("gate.ignored.deleted")', "return None"),
    edit("bot-counts", "20 5.5", COUNTING, "if by.bot:", "if False:"),
    edit("bot-not-seen", "20", READING, 'need(record, "type") != "User"', "False"),
    # ---- what was approved ----
    edit("any-content", "7 10 11 12 5.3", COUNTING, CONTENT, "if False:"),
    edit("lost-commit-counts", "8", COUNTING, 'return say("gate.ignored.unseen")', "return None"),
    edit("any-time", "9 13 48 5.3", COUNTING, SINCE, "if False:"),
    edit("same-second-counts", "14 5.3", COUNTING, SINCE, "if since is not None and approval.at < since:"),
    edit(
        "any-record", "5.3", PUSHES,
        "if not pushes or pushes[-1].commit != question.proposal.head:", "if not pushes:",
    ),
    edit(
        "record-forgotten-with-the-branch", "8 13", READING,
        'if kind == "branch_creation" and (opened is None or at <= opened):', 'if kind == "branch_creation":',
    ),
    edit("main-moved-on", "11", INVESTIGATE, "if trees.digests(span.base, (post,)) != trees.digests(span.fork, (post,)):", "if False:"),
    edit("merge-edits-unseen", "12", "kendal_git/history.py", '"-r", "-c", "-z"', '"-r", "-z"'),
    edit("any-target-before", "32", COUNTING, "if proposal.retargeted_at and approval.at <= proposal.retargeted_at:", "if False:"),
    edit("review-of-what-was-not-seen", "14", FORGE, 'if found.state == "open" and found.head != commit:', "if False:"),
    edit("merge-of-what-was-not-judged", "31", FORGE, '{"sha": head, "merge_method": "merge"}', '{"merge_method": "merge"}'),
    # ---- which rules apply ----
    edit("branch-brings-its-roles", "5 5.2", INVESTIGATE, "office_at(git, found.base), Trees(git)", "office_at(git, found.result), Trees(git)"),
    edit(
        "only-the-sum-of-the-commits", "6 12 5.2", INVESTIGATE,
        "every = set(net).union(*changes_of(git, found.commits(git, proposal.head)).values())", "every = set(net)",
    ),
    edit(
        "base-after-the-merge", "36 5.2", INVESTIGATE,
        'git.resolve(merge.before if merge else f"{MAIN}{main}")', 'git.resolve(f"{MAIN}{main}")',
    ),
    edit("base-by-the-newest-record", "5.2", f"{GITHUB}/records.py", "exact = _tip(one)", "return _tip(one)"),
    edit("mixed-let-pass", "6 5.8", NEEDS, "if touched.policy and (touched.posts or touched.agenda):", "if False:"),
    edit(
        "policy-is-one-file", "5.8", INVESTIGATE,
        'policy = tuple(path for path in others if not path.startswith("agenda/"))',
        'policy = tuple(path for path in others if path == "kendal.yaml")',
    ),
    edit(
        "one-other-changes-the-rules", "5.8 5.4", NEEDS,
        'return (head,), (Need("policy-1", VERIFIERS), Need("policy-2", VERIFIERS))',
        'return (head,), (Need("policy-1", VERIFIERS),)',
    ),
    edit("roles-as-any-rule", "5.4", INVESTIGATE, 'roles="kendal.yaml" in policy and', "roles=False and"),
    edit("no-decree", "5.4", COUNTING, 'if need.words == "reference" and not REFERENCE.search(approval.text):', "if False:"),
    edit("any-base", "32 33", NEEDS, "if proposal.base != question.office.main:", "if False:"),
    edit("one-status-for-all-targets", "33", f"{GITHUB}/showing.py", 'return f"kendal/gate/{proposal.base}"', 'return "kendal/gate"'),
    edit("status-at-main", "45", f"{GITHUB}/showing.py", 'f"statuses/{proposal.head}"', 'f"statuses/{proposal.base}"'),
    edit("draft-approved", "28", JUDGE, "if proposal.draft and ruling is Ruling.APPROVED:", "if False:"),
    edit("closed-let-pass", "34", NEEDS, 'if proposal.state == "closed":', "if False:"),
    # ---- who is needed ----
    edit("one-person-fills-all", "24 5.5", MATCHING, "next((need for need, other in filled.items() if other == person), None)", "None"),
    edit("any-order", "25 5.5", MATCHING, "if person in used or (after is not None and moment <= after):", "if person in used:"),
    edit("unstaffed-waits", "26 5.5 5.12", JUDGE, "    if not able:\n        held", "    if False:\n        held"),
    edit("kind-not-sensitive", "5.5", LEVEL, "if post.kind in policy.sensitive_kinds:", "if False:"),
    edit("correction-forgets-its-level", "5.5", INVESTIGATE, "for post in (*after, *before)))", "for post in after))"),
    edit("no-reason", "5.7", COUNTING, 'if need.words == "reason" and not approval.text.strip():', "if False:"),
    edit(
        "kabid-opens-the-sensitive", "5.7", NEEDS,
        '("kepala-dinas",) if sensitive else ("kabid-ikp", "kepala-dinas")', '("kabid-ikp", "kepala-dinas")',
    ),
    edit("verifier-looks-twice", "5.7", f"{VERBS}/looks.py", "if by.id == look.verifier:", "if False:"),
    edit("look-not-asked", "5.7", f"{VERBS}/publish.py", "ask(self.forge, self.office, post.look)", "pass"),
    # ---- opinions ----
    edit("dismissed-counts", "21 5.6", COUNTING, "if approval.dismissed:", "if False:"),
    edit(
        "dismissed-approval-ends-an-objection", "21 22", OPINIONS,
        "            and approval.dismissed\n", "            and False\n",
    ),
    edit(
        "comment-is-an-opinion", "22 5.6", OPINIONS,
        "if approval.by is None or approval.opinion is Opinion.COMMENT:\n            continue\n        before",
        "if approval.by is None:\n            continue\n        before",
    ),
    edit("anyone-dismisses", "22 5.6", OPINIONS, "return theirs < _rank(", "return theirs > 99 + _rank("),
    edit("comment-approves", "27", READING, '"commented": Opinion.COMMENT,', '"commented": Opinion.APPROVE,'),
    edit("after-the-merge", "38 5.1", QUESTION, "return self.proposal.merge is not None and at > self.proposal.merge.at", "return False"),
    # ---- what Git and GitHub say ----
    edit("list-cut", "23", API, "url = self._next(answer)", "url = None"),
    edit("list-without-end", "23", API, 'raise OutsideFailed(say("github.too-long", path=path, most=MOST_PAGES * PAGE))', "return"),
    edit("token-goes-anywhere", "23", API, "if url is not None and urlsplit(url)[:2] != urlsplit(self.address.api)[:2]:", "if False:"),
    edit("links-let-pass", "29 5.11", INVESTIGATE, 'if mode != "file" or not path.isprintable():', "if False:"),
    edit("twins-let-pass", "29 5.11", INVESTIGATE, "            if other != name:\n", "            if False:\n"),
    edit(
        "twin-folders-let-pass", "29", INVESTIGATE,
        "if other != name and _folded(other) == _folded(name):", "if False:",
    ),
    edit("250-commits", "30", INVESTIGATE, 'return git.commits(*ends, f"^{self.fork}")', 'return git.commits("-250", *ends, f"^{self.fork}")'),
    edit("cut-history", "44 5.1", INVESTIGATE, 'cut = git.text("rev-parse", "--is-shallow-repository") == "true"', "cut = False"),
    edit("unknown-is-a-no", "44", f"{VERBS}/gate.py", "return 3 if self.verdict.ruling is Ruling.UNKNOWN else 1", "return 1"),
    edit("unknown-is-a-yes", "44 5.1", ORIGIN, 'return Ruling.UNKNOWN, {"commit": commit}', 'return Ruling.APPROVED, {"commit": commit}'),
    edit("sweep-of-one", "47", "kendal_git/cli/gate.py", 'at.forge.open_proposals(more["head"]) if', 'at.forge.open_proposals(more["head"])[:1] if'),
    # ---- publication ----
    edit("publish-asks-nobody", "35 37 39 5.1", SURVEY, "if ruling is not Ruling.APPROVED:", "if False:"),
    edit("no-way-back", "5.12", SURVEY, 'say("publish.unapproved", path=post.path)', 'say("publish.unknown", path=post.path)'),
    edit("hold-ignored", "5.9", SURVEY, 'return "" in self.holds or channel in self.holds', "return False"),
    edit("order-of-anybody", "5.9", SURVEY, "for one in self._forge.orders() if office.roles_of(one.by.id, one.at)}", "for one in self._forge.orders()}"),
    edit("narration-as-typed", "5.11", "kendal_git/rendering/narration.py", "IMAGE.sub(lambda found: _image(found[1], pictures), clean)", "IMAGE.sub(lambda found: _image(found[1], pictures), raw)"),
    edit("any-size", "5.11", "kendal_git/rules/pictures.py", "if max(picture.width, picture.height) > LONGEST:", "if False:"),
)  # fmt: skip
