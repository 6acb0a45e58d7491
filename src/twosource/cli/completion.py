"""What the shell offers when a word is begun: cases, and the things of a case by their ids.

Completion never fails and never speaks: what cannot be read offers nothing. Scripts of shells put
what they are offered on the command line as it is, or evaluate it. So only words of plain
characters are offered, whatever a file is called or a case file says, and what a report prints is
shown without any character that a shell knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import ParamSpec

import typer

Offer = tuple[str, str]
"""A word, and what the shell shows beside it where it shows such things."""

MOST = 200
"""Offers that a shell is given at once; one more letter narrows them down."""
_SHOWN = 60
_PLAIN = re.compile(r"[\w.,+@%:/~-]+")
_STEERING = re.compile(r"[^\w .,-]+")
_Given = ParamSpec("_Given")


def _silent(offer: Callable[_Given, Iterable[Offer]]) -> Callable[_Given, list[Offer]]:
    """Offer nothing where offering fails."""

    @wraps(offer)
    def tried(*args: _Given.args, **given: _Given.kwargs) -> list[Offer]:
        try:
            found = (one for one in offer(*args, **given) if _PLAIN.fullmatch(one[0]))
            return list(islice(found, MOST))
        except Exception:  # noqa: BLE001 - the shell is waiting, and there is nobody to tell
            return []

    return tried


@_silent
def case_begun(incomplete: str) -> Iterator[Offer]:
    """Cases in the folder that is begun, folders on the way to one, and those of the library."""
    from twosource.settings.read import read_settings

    written, slash, begun = incomplete.rpartition("/")
    folder = Path(written or "/") if slash else Path()
    lead = f"{written}/" if slash else ""
    for entry in sorted(folder.expanduser().iterdir()):
        if entry.name.startswith(begun) and not entry.name.startswith("."):
            if entry.is_dir():
                yield (
                    (f"{lead}{entry.name}", "case")
                    if _is_case(entry)
                    else (
                        f"{lead}{entry.name}/",
                        "",
                    )
                )
            elif entry.suffix == ".json":
                yield f"{lead}{entry.name}", "case file"
    library = read_settings().cases
    if not slash and library.is_dir():
        for entry in sorted(library.iterdir()):
            if entry.name.startswith(begun) and _is_case(entry) and not Path(entry.name).exists():
                yield entry.name, "in the library"


def _is_case(folder: Path) -> bool:
    from twosource.store.place import is_kept

    return is_kept(str(folder)) or (folder / "case.json").is_file()


@_silent
def reference_begun(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The ids of what a review can be about, with their words."""
    document = _document(ctx)
    for sort in ("statements", "claims", "contradictions", "hypotheses", "entities", "wordings"):
        yield from _begun(_offers(document, sort), incomplete)
    for sort, name in (("findings", "finding"), ("attribution_losses", "loss"), ("lineage", "")):
        items = document[sort]
        numbered = (
            (f"{name or sort}-{number}", _words(one, "check", "reason"))
            for number, one in enumerate(items, start=1)
        )
        yield from _begun(numbered, incomplete)


@_silent
def statement_begun(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The ids of statements and of claims."""
    document = _document(ctx)
    for sort in ("statements", "claims"):
        yield from _begun(_offers(document, sort), incomplete)


@_silent
def entity_begun(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The ids of entities."""
    yield from _begun(_offers(_document(ctx), "entities"), incomplete)


@_silent
def hypothesis_begun(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The ids of hypotheses."""
    yield from _begun(_offers(_document(ctx), "hypotheses"), incomplete)


@_silent
def format_begun(incomplete: str) -> Iterator[Offer]:
    """The formats that a case can leave in."""
    from twosource.engine.formats import FORMATS

    yield from _begun(((one.name, one.holds) for one in FORMATS), incomplete)


@_silent
def part_begun(incomplete: str) -> Iterator[Offer]:
    """The parts that can be corrected."""
    from twosource.model.review import Part

    yield from _begun(((one.value, "") for one in Part if one is not Part.ABSENT), incomplete)


@_silent
def relation_begun(incomplete: str) -> Iterator[Offer]:
    """How two answers, or two reports, can stand to each other."""
    from twosource.model.lineage import LineageKind
    from twosource.model.relation import RelationKind

    answers = ((one.value, "answers") for one in RelationKind)
    reports = ((one.value, "reports") for one in LineageKind)
    yield from _begun((*answers, *reports), incomplete)


@_silent
def rating_begun(incomplete: str) -> Iterator[Offer]:
    """The ratings of evidence."""
    from twosource.model.hypothesis import Rating

    named = ((one.value, one.name.replace("_", " ").lower()) for one in Rating)
    yield from _begun(named, incomplete)


def _begun(offers: Iterable[Offer], incomplete: str) -> Iterator[Offer]:
    return (one for one in offers if one[0].startswith(incomplete))


def _document(ctx: typer.Context) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """The case that the line names, as its last examination left it."""
    from twosource.cli.located import case_file_text, kept_place
    from twosource.store.kept import open_kept

    path = Path(str(ctx.params["case"]))
    place = kept_place(path)
    if place is None:
        found: Mapping[str, Sequence[Mapping[str, object]]] = json.loads(case_file_text(path))
        return found
    with open_kept(place) as kept:
        last = kept.last_run()
    found = json.loads("{}" if last is None else last.document)
    return found


def _offers(document: Mapping[str, Sequence[Mapping[str, object]]], sort: str) -> Iterator[Offer]:
    for one in document[sort]:
        yield str(one["id"]), _words(one, "label", "name", "answer", "question", "content", "spans")


def _words(node: Mapping[str, object], *names: str) -> str:
    """The first of some fields that says something, as words for one line."""
    for name in names:
        value = node.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("quote") if isinstance(value, dict) else value
        if isinstance(value, str) and value:
            return " ".join(_STEERING.sub(" ", value).split())[:_SHOWN]
    return ""
