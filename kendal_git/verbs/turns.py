"""Since when a proposal waits for whoever is next: the last thing that anybody did about it."""

from datetime import datetime

from kendal_git.model.proposal import Opinion, Proposal


def waiting_since(proposal: Proposal) -> datetime | None:
    """The latest of its opening, its pushes and its reviews, by the forge's own moments; a comment moves no turn."""
    moments = [push.at for push in proposal.pushes or ()]
    moments += [one.at for one in proposal.approvals if one.opinion is not Opinion.COMMENT]
    return max((*moments, *((proposal.opened_at,) if proposal.opened_at else ())), default=None)
