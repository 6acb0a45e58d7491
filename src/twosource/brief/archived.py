"""What an archive holds, for terminals: its events, what a search found in it, how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from twosource.brief.inert import inert
from twosource.model.archive import ArchiveEvent

_NONE = "No event has so many reports."
_LONGEST = 70


def events_view(events: Sequence[ArchiveEvent]) -> RenderableType:
    """Events with their size, their days and the number of their origins."""
    if not events:
        return Text(_NONE)
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for heading in ("Event", "Reports", "Origins", "Days", "First title"):
        table.add_column(heading)
    for event in events:
        days = event.first if event.first == event.last else f"{event.first} – {event.last}"
        title = inert(" ".join(event.title.split()))
        shown = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
        table.add_row(event.id, str(len(event.reports)), str(event.origins), days, Text(shown))
    return table


def standing_view(counts: Mapping[str, int], notes: Sequence[str]) -> RenderableType:
    """Numbers, one to a line, and what else is to be known."""
    lines = [f"{name:<10} {number:>12,}" for name, number in counts.items()]
    return Text("\n".join([*lines, *map(inert, notes)]))
