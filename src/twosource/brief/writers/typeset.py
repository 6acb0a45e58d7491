"""The brief as PDF, set by Typst (extra ``pdf``). Report text goes in as data, never as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

from twosource.brief.inert import inert
from twosource.brief.printed import WHO_SAYS_WHAT, Printed, printed
from twosource.errors import MissingExtraError
from twosource.model.brief import BriefDocument

TEMPLATE = "brief.typ"
EXTRA = "pdf"


def pdf_brief(brief: BriefDocument) -> bytes:
    """Write the brief as PDF.

    Args:
        brief: The brief to write.

    Returns:
        The bytes of a PDF with tags for readers by ear (PDF/UA-1 where Typst can give it).

    Raises:
        MissingExtraError: If Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError(
            f"a brief as PDF needs Typst, which is not installed: pip install 'twosource[{EXTRA}]'"
        ) from error
    template = files("twosource.brief").joinpath("templates", TEMPLATE).read_bytes()
    data = json.dumps(_data(printed(brief)), ensure_ascii=True)
    return bytes(typst.compile(template, format="pdf", sys_inputs={"brief": data}))


def _data(page: Printed) -> dict[str, object]:
    return {
        "title": _text(page.title),
        "counts": [[glyph, word, number, means] for glyph, word, number, means in page.counts],
        "reports": [
            {name: _text(str(value)) for name, value in asdict(report).items()}
            for report in page.reports
        ],
        "who_says_what": WHO_SAYS_WHAT,
        "sections": [
            {
                "heading": _text(section.heading),
                "level": section.level,
                "lines": [
                    {
                        "mark": f"{line.glyph} {line.word}",
                        "text": _text(line.text),
                        "reason": _text(line.reason),
                        "numbers": list(line.numbers),
                        "items": [
                            {"text": _text(item.text), "numbers": list(item.numbers)}
                            for item in line.items
                        ],
                    }
                    for line in section.lines
                ],
            }
            for section in page.sections
        ],
        "passages": [
            {"number": one.number, "place": one.place, "quote": _text(one.span.quote)}
            for one in page.passages
        ],
        "notes": [_text(note) for note in page.notes],
    }


def _text(text: str) -> str:
    return " ".join(inert(text).split())
