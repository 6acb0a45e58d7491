"""A place as one report prints it, before it is looked for on the ground."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.report import Span


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Words that name a place, with what stands around them.

    Attributes:
        span: The words.
        form: The name to look up, without article and without a lower-case generic noun.
        sort: Generic noun printed with it, in lower case ("region", "airport", "city", "bridge");
            ``""`` where none is printed.
        within: Names printed as those of places around it, the nearest first ("Ohio").
        setting: Places of the report that it writes from or whose bodies it names; they vote on
            where its other places lie, and are no places of the story by themselves.
    """

    span: Span
    form: str
    sort: str = ""
    within: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
