"""kendal photo: add."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kendal_git.cli.asking import ask, at_terminal
from kendal_git.cli.base import Session, format_option, option, pass_session
from kendal_git.cli.groups import Group
from kendal_git.files import WorkTree
from kendal_git.messages import text
from kendal_git.model.message import Message, say
from kendal_git.model.post import Image
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import PURPOSES
from kendal_git.reporters import machine
from kendal_git.reporters.style import safe
from kendal_git.verbs.gallery import Gallery, open_gallery
from kendal_git.verbs.photo import (
    LONGEST_CREDIT,
    Print,
    add,
    develop,
    left_behind,
    places,
    prove,
    read_alt,
    require_file,
)
from kendal_git.verbs.typed import read_choice, read_line

command = Group("photo", "photo.group", help="help.photo")


@command.part("add")
@click.argument("post", metavar="POST", type=click.Path())
@click.argument("pictures", metavar="FILE…", nargs=-1, type=click.Path())
@option("--alt", "alts", metavar="…", multiple=True, help="photo.option.alt")
@option("--credit", "credits", metavar="…", multiple=True, help="photo.option.credit")
@option("--purpose", metavar="flyer|foto|infografis", default="", help="photo.option.purpose")
@option("--name", metavar="upacara", default="", help="photo.option.name")
@format_option
@pass_session
def add_command(now: Session, /, post: str, pictures: tuple[str, ...], form: str, **typed: Any) -> int:
    """Pictures made small, then the words for each, then the post: nothing is written before all of it is right."""
    files = WorkTree(now.root)
    gallery = open_gallery(files, _folder(now, post))
    sources = _sources(now, pictures, gallery.path)
    desk = Words(now, gallery, sources, typed)
    purpose = read_choice(typed["purpose"], PURPOSES, "--purpose") if typed["purpose"] else ""
    slots = places(gallery, len(sources), purpose, typed["name"])
    for name, path in zip(desk.names, sources, strict=True):
        require_file(name, path)
    desk.require_complete(slots)
    if desk.asks:
        click.echo(now.words("photo.working", count=len(sources)), err=True)
    prints = tuple(
        develop(name, path, crisp=slot.purpose != "foto")
        for name, path, slot in zip(desk.names, sources, slots, strict=True)
    )
    prove(files, gallery, slots, prints)  # before the questions: whoever has answered them should not be refused
    images = desk.images(slots, prints)
    told = add(files, gallery, images, prints)
    notes = (*left_behind(files.root, gallery, prints), *(say("photo.told", problem=one.message) for one in told))
    if form == "json":
        added = [_as_json(image, made) for image, made in zip(images, prints, strict=True)]
        said = [text(one, now.language) for one in notes]
        click.echo(machine.dump({"post": gallery.path, "added": added, "notes": said}))
        return 0
    for image, made in zip(images, prints, strict=True):
        now.tell(_done(image, made))
    for note in notes:
        now.tell(note)
    for hint in dict.fromkeys(one.hint for one in told):
        now.hint(hint)
    now.say(say("photo.next", path=gallery.path))
    return 0


class Words:
    """What the pictures show and who made them: typed as options, known from the post, or asked for at a terminal."""

    def __init__(self, now: Session, gallery: Gallery, sources: tuple[Path, ...], typed: dict[str, Any]) -> None:
        self.now, self.gallery, self.files = now, gallery, WorkTree(now.root)
        self.names = tuple(safe(path.name) for path in sources)
        self.asks = at_terminal()
        self.explained = False
        self.credit = next((image.credit for image in reversed(gallery.images) if image.credit), "")
        self.alts: tuple[str, ...] = typed["alts"]
        self.credits: tuple[str, ...] = typed["credits"]
        for name, given in (("--alt", self.alts), ("--credit", self.credits)):
            if len(given) > len(sources):
                count = say("photo.too-many", option=name, given=len(given), files=len(sources))
                raise Misuse(count, say("photo.too-many.hint", option=name))
        if len(self.credits) == 1:
            self.credits *= len(sources)

    def require_complete(self, slots: tuple[Image, ...]) -> None:
        """Look at every word that was typed, before any work. Raises Misuse for one that is wrong or missing."""
        for number, (slot, name) in enumerate(zip(slots, self.names, strict=True)):
            for option_, given, known, example in (
                ("--alt", self.alts, slot.alt, '"Peserta upacara berbaris di alun-alun"'),
                ("--credit", self.credits, slot.credit, '"Tim IKP"'),
            ):
                if number < len(given):
                    try:
                        self._read(option_, given[number])
                    except Misuse as wrong:
                        problem = say("photo.wrong", option=option_, file=name, problem=wrong.message)
                        raise Misuse(problem, wrong.hint) from None
                elif not known and not self.asks:
                    hint = say("typed.need.hint", option=option_, example=example)
                    raise Misuse(say("photo.need", option=option_, file=name), hint)

    def images(self, slots: tuple[Image, ...], prints: tuple[Print, ...]) -> tuple[Image, ...]:
        """The entries with their words, asking for what is missing."""
        return tuple(
            self._image(number, slot, made) for number, (slot, made) in enumerate(zip(slots, prints, strict=True))
        )

    def _image(self, number: int, slot: Image, made: Print) -> Image:
        alt = self._read("--alt", self.alts[number]) if number < len(self.alts) else slot.alt
        known = self._read("--credit", self.credits[number]) if number < len(self.credits) else ""
        known = known or (slot.credit if slot.alt or not self.asks else "")
        if alt and known:
            return replace(slot, alt=alt, credit=known)
        if not alt:
            self._explain()
            alt = self._ask(say("photo.ask.alt", file=made.name), "alt", slot, made)
        if not known:
            known = self._ask_credit(replace(slot, alt=alt), made)
        return replace(slot, alt=alt, credit=known)

    def _ask_credit(self, slot: Image, made: Print) -> str:
        """Asked with what the entry says, or what was said last, as the answer of Enter."""
        known = slot.credit or self.credit
        question = say("photo.ask.credit", file=made.name)
        if known:
            question = say("photo.ask.credit.known", file=made.name, known=safe(known))
        self.credit = self._ask(question, "credit", slot, made, known)
        return self.credit

    def _ask(self, question: Message, field: str, slot: Image, made: Print, known: str = "") -> str:
        """One answer that the check has nothing against; all else that it could say was asked before."""

        def read(words: str) -> str:
            said = self._read(f"--{field}", words or known)
            prove(self.files, self.gallery, (replace(slot, **{field: said}),), (made,))
            return said

        return ask(self.now, question, read, needed=not known)

    def _explain(self) -> None:
        if not self.explained:
            self.now.tell(say("photo.ask"), err=True)
        self.explained = True

    def _read(self, name: str, words: str) -> str:
        if name == "--alt":
            return read_alt(words, self.gallery.title)
        if not words.strip():
            raise Misuse(say("cli.missing", name=name))
        return read_line(words, name, LONGEST_CREDIT)


def _folder(now: Session, typed: str) -> str:
    """The post that a typed path means: its folder, or a file in it. Raises Misuse for anything else."""
    path = now.relative(typed)
    full = now.root / path
    if not full.exists():
        raise Misuse(say("cli.no-path", path=typed))
    folder = path if full.is_dir() else Path(path).parent.as_posix()
    if not folder.startswith("content/") or list(WorkTree(now.root).posts(folder)) != [folder]:
        raise Misuse(say("site.not-a-post", path=typed), say("site.not-a-post.hint"))
    return folder


def _sources(now: Session, typed: tuple[str, ...], post: str) -> tuple[Path, ...]:
    """The files that are meant, each once; a pattern is spelt out here where the shell has not done it (Windows)."""
    if not typed:
        raise Misuse(say("photo.none"), say("photo.none.hint", path=post))
    found: list[Path] = []
    for words in typed:
        path = now.folder.resolve() / words
        path = path if path.exists() else Path.cwd() / words
        if not path.exists() and any(mark in path.name for mark in "*?["):
            found += sorted(path.parent.glob(path.name)) or [path]
        else:
            found.append(path)
    for number, path in enumerate(found):
        if path.resolve() in (other.resolve() for other in found[:number]):
            raise Misuse(say("photo.twice", file=safe(path.name)))
    return tuple(found)


def _done(image: Image, made: Print) -> Message:
    """What happened to one picture, in one line."""
    size = _changed(*(say("photo.size", width=w, height=h) for w, h in (made.small.before, made.small.after)))
    weight = _changed(_weight(made.weight), _weight(len(made.small.data)))
    values = {"source": made.name, "file": image.file, "size": size, "weight": weight}
    return say("photo.done.located", **values) if made.small.located else say("photo.done", **values)


def _changed(before: Message, after: Message) -> Message:
    return after if before == after else say("photo.change", before=before, after=after)


def _weight(count: int) -> Message:
    """Bytes as people read them: “3,9 MB”, “84 kB”."""
    tenths = round(count / 100_000)
    if tenths:
        return say("photo.megabytes", whole=tenths // 10, tenth=tenths % 10)
    return say("photo.kilobytes", count=max(1, round(count / 1000)))


def _as_json(image: Image, made: Print) -> dict[str, object]:
    before, after = made.small.before, made.small.after
    return {
        "source": made.name,
        "file": image.file,
        "alt": image.alt,
        "credit": image.credit,
        "purpose": image.purpose,
        "before": {"width": before[0], "height": before[1], "bytes": made.weight},
        "after": {"width": after[0], "height": after[1], "bytes": len(made.small.data)},
        "located": made.small.located,
    }
