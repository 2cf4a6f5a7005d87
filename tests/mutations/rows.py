"""What somebody may try or get wrong, and what the code does about it: the words of docs/security.md, row by row."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One row. ``rule`` is the name on the tests' marks; ``remains`` is what no test here can show, and why."""

    rule: str
    attack: str
    answer: str
    remains: str = ""

    @property
    def number(self) -> str:
        return self.rule.partition("-")[2]


WORKFLOW = (
    "A workflow's own file is judged below, under Workflows; that GitHub runs it as written shows on GitHub alone."
)

ATTACKS = (
    Row("forges-1", "The author approves their own proposal.", "The author is taken out of the approvers by account number.", "GitHub refuses such a review by itself; GitLab's free plan takes it, which its adapter must show."),
    Row("forges-2", "Whoever wrote a part of it approves it.", "Authors, committers, co-authors and pushers of every version ever pushed are contributors: never the last approval, and a lower one only beside a higher role's that wrote nothing."),
    Row("forges-3", "A commit's address belongs to nobody.", "The proposal is blocked with the address in the sentence, until kendal.yaml lists it under its person."),
    Row("forges-4", "A commit bears somebody else's name, to hide its writer or to look like a holder's own.", "Addresses only take approvers away. Who brought content is read from the forge's record of pushes, also where a holder's own agenda needs nobody.", "Whoever may push can bar a named person by writing their address into a commit: the verdict names the barred, and a new branch without that commit ends it."),
    Row("forges-5", "A proposal makes a friend Kabid in kendal.yaml and has the friend approve.", "Roles and policy come from main without the proposal, before and after the merge."),
    Row("forges-6", "A policy file or workflow rides along in a post's proposal.", "Mixed proposals are blocked; policy alone has its own requirement."),
    Row("forges-7", "The approvals are for an older version.", "The post's folder must have the same Git tree where it was reviewed and at the head."),
    Row("forges-8", "The approved commit is pushed away and collected; the forge names no commit any more.", "An approval of an unknown commit is none; a branch that is deleted and made again while the proposal is open keeps its record."),
    Row("forges-9", "Other content is pushed, then the approved one again.", "The content counts again, for approvals later than the push that brought it back."),
    Row("forges-10", "One space turns Rp 10.000 into Rp 1 0.000.", "Every byte counts: trees are compared, never patches."),
    Row("forges-11", "Main changes the same folder, and the merge makes content that nobody saw.", "The gate asks to take main in first; after the merge the tree differs from the approved one and is not published."),
    Row("forges-12", "Something is edited inside a merge commit or in the web page's conflict editor.", "The result's tree decides; a path that differs from all parents of a merge counts as changed by the proposal."),
    Row("forges-13", "The forge moves an old review forward to the new head.", "Where there ever was other content, a review must also be later than the push of this content, by the forge's record."),
    Row("forges-14", "A push lands while the approver's page is open.", "`kendal review` sends the commit that was seen and is refused when the head has moved; a review of the very second of the push is too early.", "On the web page GitHub takes the head of that moment; how it answers an outdated page shows on GitHub alone."),
    Row("forges-15", "An approver is removed from the role, or leaves it.", "Who held the role when the review was given counts, also later; an entry that is deleted counts for nothing."),
    Row("forges-16", "An acting officer approves before or after their days.", "Terms are whole days of the office's time zone, both ends included, compared with the moment of the review."),
    Row("forges-17", "A login is written in other letters.", "Logins are compared without case, accounts by number."),
    Row("forges-18", "A holder renames the account, and somebody registers the old name.", "Number and login must both match; either alone is named in the verdict and does not count."),
    Row("forges-19", "The account behind an approval is deleted.", "A review without a person is nobody's."),
    Row("forges-20", "A program approves.", "Only accounts of type User count, for approvals and for second looks.", "GitLab's project and group tokens are users of their own kind, which its adapter must tell apart."),
    Row("forges-21", "An approval is dismissed, and an older one is meant to come back.", "A dismissed approval is no opinion and revives none; it does not end a change request before it either."),
    Row("forges-22", "A comment after an approval or an objection; an objection outvoted or dismissed by anybody.", "A comment changes nothing; a change request ends by its author's approval or by a dismissal from the same or a higher role."),
    Row("forges-23", "The deciding review is on the second page, or the next page is on another host.", "Every page is read, on the same origin only; a list longer than 4,000 entries gives no verdict."),
    Row("forges-24", "One person fills two roles.", "People are matched to roles, nobody twice, and nobody's approval is wasted."),
    Row("forges-25", "The Kabid approves before the SubKoor.", "Recorded order: it stands and the verdict waits. Strict order: it is asked for again; in one second the forge's number decides."),
    Row("forges-26", "Nobody may fill a required role.", "It blocks and says who has to name an acting holder."),
    Row("forges-27", "“Setuju” as a comment, an emoji or a label.", "Only formal reviews are read."),
    Row("forges-28", "A draft with all its approvals.", "It waits."),
    Row("forges-29", "Links, submodules, folders in folders, names that differ in case or Unicode form only, a file that leaves the folder.", "Modes and names are read from Git's trees; both ends of a rename are touched; a twin folder blocks as a twin file does."),
    Row("forges-30", "More commits and files than the forge lists.", "Commits and files are counted in the clone, not on the forge's pages."),
    Row("forges-31", "The head moves between gate and merge.", "The merge names the judged head and is refused for another; publication judges again."),
    Row("forges-32", "The target is changed after the approvals.", "Approvals before the last change of target do not count, and only main can be approved for."),
    Row("forges-33", "One head stands in two proposals with different targets.", "The status names its target; publication finds the proposal that was merged into main."),
    Row("forges-34", "A proposal is closed and opened again.", "Closed it is blocked; opened again its approvals stand for the same content."),
    Row("forges-35", "A revert brings back an older text.", "It is a proposal like any other and needs its own approvals."),
    Row("forges-36", "A merge queue merges several proposals as one commit.", "The base is the tip that main had before the push, by the record: a group of several is judged as one proposal, for which nobody's approvals are, and refused.", "The queue itself exists on GitHub alone; the guide does not turn it on."),
    Row("forges-37", "A push straight to main, or an administrator's bypass.", "What no merged and approved proposal brought is refused, with the way back.", "A direct push of kendal.yaml itself becomes the policy for later proposals: main must be protected, and who may bypass that is an administrator's trust."),
    Row("forges-38", "An approval, an objection or a dismissal after the merge.", "Approvals after the merge are ignored; objections and dismissals stop what is unsent."),
    Row("forges-39", "Anyone with write access sets a green status.", "No status is ever read: publication asks for the reviews."),
    Row("forges-40", "The proposal edits the gate's own workflow, or renames its job.", "Publication judges with main's code whatever the proposal's workflow says.", WORKFLOW),
    Row("forges-41", "A privileged workflow runs the proposal's code, or its title as shell.", "Nothing of a proposal is run: its content is read as Git objects.", WORKFLOW),
    Row("forges-42", "A workflow on a side branch reads the publishing secrets.", "The publisher needs them on main only.", "Only the forge can keep secrets to a branch: environments (not on GitHub's free private repositories). Without them keep the tokens off the forge."),
    Row("forges-43", "A required job that is skipped counts as passed.", "The verdict does not depend on a job: `kendal gate` evaluates inside, and publication judges again.", WORKFLOW),
    Row("forges-44", "The forge fails, limits or cuts an answer; the clone is shallow.", "“Cannot tell” has its own exit code 3 and never publishes."),
    Row("forges-45", "An older pipeline's result covers a newer one's.", "The status is set at the very commit that was judged.", "GitLab's pipelines for merge requests: shown with its adapter."),
    Row("forges-46", "Somebody whom the forge lets approve holds no role.", "kendal.yaml decides who counts, whatever the forge permits.", "GitLab's guests: shown with its adapter."),
    Row("forges-47", "An event is missed, or an acting officer's days end.", "`kendal gate --all` judges every open proposal; a schedule runs it.", "That the schedule runs shows on the forge alone."),
    Row("forges-48", "A commit's date is set to suit.", "Only the forge's own moments are compared; a commit's date is not even read."),
)  # fmt: skip

DESIGN = (
    Row("design-5.1", "A green status is taken for approval.", "`kendal publish` judges every post itself, again before every call, and “cannot tell” publishes nothing."),
    Row("design-5.2", "The way of merging changes the rules or hides a commit.", "Roles come from the tip that main had before; everything between is judged, commit by commit: merge, squash, rebase, fast-forward."),
    Row("design-5.3", "An approval slides over to other content.", "It is bound to the folder's tree, and to the push record where there was more than one content; no record: unknown."),
    Row("design-5.4", "Somebody acts for a role that is not, or not yet, theirs.", "Terms with number, login, from, until; a change of roles takes two others, or the Kepala Dinas with the decree's reference."),
    Row("design-5.5", "Too few, or the same, people approve.", "Two levels, for the sensitive three, the level the highest of what is typed, set by the kind, found in the words and inherited."),
    Row("design-5.6", "An opinion is counted that is none any more, or an objection is lost.", "The latest of approve, request changes and dismissed per person; objections end by rank or by their author."),
    Row("design-5.7", "Urgency is used to avoid a second pair of eyes.", "Only listed kinds, one higher verifier with a written reason, and a question that another holder must close before it is settled.", "The question is asked before anything is sent; that somebody answers it is the office's."),
    Row("design-5.8", "Rules change beside content, or an agenda without anybody.", "Whatever is neither post nor agenda is policy, with two others or the Kepala Dinas; an agenda takes one holder who is not its author."),
    Row("design-5.9", "Something must be stopped at once.", "Any holder's hold is read before every call; a withdrawal takes down at once.", "The two others confirm a withdrawal by approving its tombstone afterwards; that they do is the office's."),
    Row("design-5.10", "A job that holds a secret runs what somebody proposed.", "No such job: see Workflows.", WORKFLOW + " Who may push the ledger is a setting of the forge."),
    Row("design-5.11", "A post's folder or text does something.", "Regular files of known types under readable names; pictures have a pixel limit; text is cleaned before it is a page and escaped before it is a comment."),
    Row("design-5.12", "Something is refused and nobody knows how to go on.", "Each refusal gives the command and the way on the web page."),
)  # fmt: skip
ROWS = (*ATTACKS, *DESIGN)
