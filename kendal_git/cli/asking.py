"""Questions at a terminal, in the office's language; an answer that means nothing is explained and asked again."""

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from kendal_git.cli.base import Session
from kendal_git.messages import text
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import Misuse

Answer = TypeVar("Answer")


def at_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(
    now: Session, question: Message, read: Callable[[str], Answer], *, needed: bool = True, default: str = ""
) -> Answer:
    """One question until its answer can be used; an empty one is the default, read as it is when nothing is needed."""
    while True:
        words = click.prompt(text(question, now.language), default=default, show_default=bool(default), err=True)
        if needed and not words.strip():
            now.tell(say("cli.missing", name=question), "  ", err=True)
            continue
        try:
            return read(words)
        except Misuse as wrong:
            now.tell(wrong.message, "  ", err=True)
            now.hint(wrong.hint, err=True)


def need(option: str, example: str) -> Misuse:
    """The refusal to go on without a value."""
    return Misuse(say("typed.need", option=option), say("typed.need.hint", option=option, example=example))
