"""Lines for printed details that were checked: what cannot be so, cannot be told, or holds."""

from __future__ import annotations

from twosource.brief.collisions import VERDICTS
from twosource.brief.ground import Draft
from twosource.brief.lines.answers import quoted
from twosource.brief.material import Material
from twosource.brief.wording import sentence
from twosource.model.finding import Finding

_MOST_QUOTED = 3


def finding_drafts(material: Material) -> list[Draft]:
    """One line per finding: what fails first, then what cannot be told, then what holds."""
    order = list(VERDICTS)
    found = sorted(material.case.findings, key=lambda one: order.index(one.verdict))
    return [_draft(one, material) for one in found]


def _draft(found: Finding, material: Material) -> Draft:
    word = sentence(VERDICTS[found.verdict][1], "")
    names = dict.fromkeys(material.reports[span.report].name for span in found.spans)
    words = ", ".join(dict.fromkeys(quoted(span) for span in found.spans[:_MOST_QUOTED]))
    reason = sentence(found.reason)
    if found.suggestion:
        reason += f" It would hold with: {sentence(found.suggestion)}"
    return Draft(
        standing=None,
        text=f"{word} ({found.check.replace('-', ' ')}), {', '.join(names)}: {words}",
        spans=found.spans,
        reason=reason,
        stated=(word, found.check.replace("-", " ")),
    )
