"""The program that works beside the server: ``python -m twosource.web.worker``.

It reads one request a line from standard input and answers in lines of JSON on standard output:
``progress`` as often as it likes, then ``done`` or ``failed``. The server can kill it at any
moment; whatever it was writing is whole or not there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from twosource.errors import MaterialError, NotFoundError, TwosourceError
from twosource.model.custody import Stamp

Request = Mapping[str, Any]
Answer = dict[str, object]


class Lines:
    """Answers as lines; also takes note of how far an examination has come."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def tell(self, kind: str, **fields: object) -> None:
        """Write one line."""
        self._out.write(json.dumps({"kind": kind, **fields}, ensure_ascii=True) + "\n")
        self._out.flush()

    def advance(self, stage: str, done: int, total: int) -> None:
        """Tell how far a stage has come."""
        self.tell("progress", stage=stage, done=done, total=total)


def warmed(_: Request, __: Lines) -> Answer:
    """Load what short work needs, so that the first of it does not wait."""
    import twosource.engine.served  # noqa: F401

    return {}


def refreshed(request: Request, _: Lines) -> Answer:
    """Bring the served view of a case up to date."""
    from twosource.engine.served import refresh

    return asdict(refresh(str(request["place"])))


def updated(request: Request, lines: Lines) -> Answer:
    """Examine a case anew and bring its served view up to date."""
    from twosource.engine.cases import update_case
    from twosource.engine.served import refresh

    place = str(request["place"])
    found = update_case(place, Stamp(request["actor"], request["at"]), lines)
    lines.advance("serving", 0, 1)
    refresh(place)
    return {
        "run": found.run,
        "fresh": found.fresh,
        "unreadable": [asdict(one) for one in found.unreadable],
        "repeated": [str(one) for one in found.repeated],
    }


def fetched(request: Request, lines: Lines) -> Answer:
    """Fetch an address, keep what it answers, and examine the case with it.

    Raises:
        MaterialError: If it may not or cannot be fetched.
    """
    from twosource.engine.cases import add_originals
    from twosource.model.case import Unreadable
    from twosource.sources.addresses import Guard
    from twosource.sources.fetch import FetchSource

    lines.advance("fetching", 0, 1)
    guard = Guard(frozenset(request["allowed"]), frozenset(request["ports"]))
    (found,) = FetchSource([request["url"]], guard).originals()
    if isinstance(found, Unreadable):
        raise MaterialError(found.name, found.what, found.remedy)
    add_originals(str(request["place"]), [found], Stamp(request["actor"], request["at"]))
    lines.advance("fetching", 1, 1)
    return updated(request, lines)


def set_side_by_side(request: Request, _: Lines) -> Answer:
    """Set two states of a case side by side."""
    from twosource.engine.states import compared
    from twosource.store.codec import written

    found = written(compared(str(request["place"]), request["one"], request["other"]))
    return dict(found) if isinstance(found, Mapping) else {}


def named(request: Request, _: Lines) -> Answer:
    """Look up the places of a case that answer no question."""
    from twosource.engine.named_places import named_places
    from twosource.store.codec import written

    return {"items": written(named_places(str(request["place"])))}


def exported(request: Request, _: Lines) -> Answer:
    """Write a case in a format to a file of the server's."""
    from twosource.engine.desk import applied_case
    from twosource.engine.formats import format_named
    from twosource.store.kept import open_kept

    wanted = format_named(str(request["format"]))
    with open_kept(str(request["place"])) as kept:
        case = applied_case(kept).case
    Path(request["file"]).write_bytes(wanted.write(case))
    return {"suffix": wanted.suffix}


VERBS: Mapping[str, Callable[[Request, Lines], Answer]] = {
    "warm": warmed,
    "refresh": refreshed,
    "update": updated,
    "fetch": fetched,
    "export": exported,
    "compare": set_side_by_side,
    "named": named,
}


def serve(requests: TextIO, lines: Lines) -> None:
    """Carry out request after request, until there are no more."""
    for line in requests:
        request = json.loads(line)
        try:
            answer = VERBS[request["verb"]](request, lines)
        except TwosourceError as error:
            lines.tell("failed", **_failure(error))
        except MemoryError:
            lines.tell("failed", code="memory", message="the memory of this machine is full")
        except Exception as error:  # noqa: BLE001 - told, and the next request goes on
            message = f"internal error: {type(error).__name__}: {error}"
            lines.tell("failed", code="defect", message=message, hint=None)
        else:
            lines.tell("done", answer=answer)


def _failure(error: TwosourceError) -> dict[str, object]:
    if isinstance(error, MaterialError):
        return {"code": "material", "message": str(error), "hint": error.remedy}
    code = "not-found" if isinstance(error, NotFoundError) else "refused"
    return {"code": code, "message": str(error), "hint": None}


def main() -> None:
    """Run until standard input ends. What anything else prints goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    serve(sys.stdin, Lines(out))


if __name__ == "__main__":
    main()
