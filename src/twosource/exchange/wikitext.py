"""The brief as wikitext: one reference for each passage, with the words quoted in it.

In-text attribution is that of the lines. Template names and parameters are those of the English
Wikipedia's ``cite news`` (Citation Style 1).
"""

from __future__ import annotations

from twosource.brief.inert import inert
from twosource.brief.printed import WHO_SAYS_WHAT, Passage, Printed, printed
from twosource.model.brief import BriefDocument

_FETCHED = ("https://", "http://")
_OBEYED = "&<>[]{}|'=~_*#:;!\\"
_INERT = {ord(sign): f"&#{ord(sign)};" for sign in _OBEYED}


def wikitext(brief: BriefDocument) -> str:
    """Write the brief as wikitext.

    Report text is put in as text: every character that a wiki would obey is a character reference,
    line breaks become spaces.

    Returns:
        The page, with a line feed at its end.
    """
    page = printed(brief)
    passages = {passage.number: passage for passage in page.passages}
    used: set[int] = set()
    parts = [f"= {plain(page.title)} =" if page.title else ""]
    spoken = False
    for section in page.sections:
        if section.level > 1 and not spoken:
            parts += ["", f"== {WHO_SAYS_WHAT} =="]
            spoken = True
        marks = "=" * (section.level + 1)
        parts += ["", f"{marks} {plain(section.heading)} {marks}"]
        for line in section.lines:
            below = {number for item in line.items for number in item.numbers}
            own = tuple(number for number in line.numbers if number not in below)
            parts.append(f"* {plain(line.text)}{_references(own, passages, page, used)}")
            for item in line.items:
                marked = _references(item.numbers, passages, page, used)
                parts.append(f"** {plain(item.text)}{marked}")
            parts += [f"** {plain(line.reason)}"] if line.reason else []
    parts += ["", "== References ==", "<references />"]
    return "\n".join(parts).strip("\n") + "\n"


def plain(text: str) -> str:
    """Text on one line that a wiki prints as it is."""
    return " ".join(inert(text).split()).translate(_INERT)


def _references(
    numbers: tuple[int, ...], passages: dict[int, Passage], page: Printed, used: set[int]
) -> str:
    told = ""
    for number in numbers:
        one = passages[number]
        name = f"{one.label}-{one.span.start}-{one.span.end}"
        if number in used:
            told += f'<ref name="{name}" />'
        else:
            used.add(number)
            told += f'<ref name="{name}">{_citation(one, page)}</ref>'
    return told


def _citation(passage: Passage, page: Printed) -> str:
    report = next(one for one in page.reports if one.label == passage.label)
    at = passage.report.published.at if passage.report.published else ""
    fields = (
        ("title", report.title or report.file),
        ("work", report.name),
        ("author", passage.report.byline or ""),
        ("date", at[:10]),
        ("url", report.url if report.url.startswith(_FETCHED) else ""),
        ("quote", passage.span.quote),
    )
    given = "".join(f" |{name}={_cell(name, value)}" for name, value in fields if value)
    return f"{{{{cite news{given}}}}}"


def _cell(name: str, value: str) -> str:
    # A template needs the address itself; what could end a parameter is percent-encoded.
    if name != "url":
        return plain(value)
    spelled = " ".join(inert(value).split())
    return "".join(f"%{ord(sign):02X}" if sign in " |{}[]<>'\"" else sign for sign in spelled)
