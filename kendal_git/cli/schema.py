"""kendal schema: the fields for editors and for people."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.reporters import machine
from kendal_git.verbs.schema import RECORDS, reference, schema


@verb("schema")
@click.argument("what", type=click.Choice(list(RECORDS)))
@option(
    "--format",
    "form",
    type=click.Choice(["json", "md"]),
    default="json",
    show_default=True,
    help="schema.option.format",
)
@pass_session
def command(now: Session, what: str, form: str) -> int:
    """To standard output."""
    click.echo(reference(what, now.language) if form == "md" else machine.dump(schema(what, now.language)))
    return 0
