"""kendal review: approve, return or comment."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.model.message import say
from kendal_git.model.proposal import Opinion
from kendal_git.model.trouble import Misuse
from kendal_git.reporters import verdicts
from kendal_git.verbs.charter import trusted
from kendal_git.verbs.gate import gate


@verb("review")
@click.argument("number", type=click.IntRange(1))
@option("--approve", "opinion", flag_value="approve", help="review.option.approve")
@option("--request-changes", "opinion", flag_value="request-changes", help="review.option.request-changes")
@option("--comment", "opinion", flag_value="comment", help="review.option.comment")
@option("-m", "--message", "words", default="", help="review.option.message")
@option("--head", default="", metavar="COMMIT", help="review.option.head")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, /, number: int, opinion: str | None, login: str, **said: str) -> int:
    """Say an opinion on the head that stands now (or the one given), then show the verdict."""
    if opinion is None:
        raise Misuse(say("review.which"), say("review.which.hint", number=number))
    if opinion != "approve" and not said["words"].strip():
        raise Misuse(say("review.words"), say("review.words.hint"))
    at, head = now.desk(login), said["head"]
    proposal = at.forge.proposal(number)
    if proposal is None:
        raise Misuse(say("forge.no-proposal", number=number), say("forge.no-proposal.hint"))
    at.forge.review(number, Opinion(opinion), said["words"], at.git.resolve(head) or head if head else proposal.head)
    now.say(say(f"review.done.{opinion}", number=number, by=at.login))
    found = gate(at.git, at.forge, number, at.office, at.clock.now(), trusted(at.office, at.ledger)).verdict
    click.echo(verdicts.verdict(found, at.office, now.language, now.style))
    return 0
