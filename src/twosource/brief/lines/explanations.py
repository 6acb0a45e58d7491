"""Lines for the explanations that compete: who offers each, who denies it, what bears on it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.brief.ground import Draft
from twosource.brief.lines.answers import quoted
from twosource.brief.material import Material
from twosource.brief.wording import sentence
from twosource.model.brief import Version
from twosource.model.hypothesis import Evidence, Hypothesis, HypothesisKind
from twosource.model.identity import EntityId
from twosource.model.report import Span

KINDS = {
    HypothesisKind.ACTOR: "who did it",
    HypothesisKind.CAUSE: "what brought it about",
    HypothesisKind.AIM: "what it was done for",
}
OFFERED, DENIED = "offered by", "denied by"
FOR, AGAINST, AGAIN = "For", "Against", "same origin as above"
_FRAME = " ".join((*KINDS.values(), OFFERED, DENIED, FOR, AGAINST, AGAIN))


def hypothesis_drafts(material: Material) -> list[Draft]:
    """One line per explanation, in the order of the case, with its evidence under it."""
    return [_draft(one, material) for one in material.case.hypotheses]


def _draft(one: Hypothesis, material: Material) -> Draft:
    said, denied = _names(one.proponents, material), _names(one.deniers, material)
    told = [f"{one.label} ({KINDS[one.kind]})"]
    told += [f"{OFFERED} {', '.join(said)}"] if said else []
    told += [f"{DENIED} {', '.join(denied)}"] if denied else []
    versions = (
        *(_version(FOR, item) for item in one.supporting),
        *(_version(AGAINST, item) for item in one.opposing),
    )
    naming = _naming((*one.proponents, *one.deniers), material)
    return Draft(
        standing=None,
        text="; ".join(told),
        spans=(*one.raised, *(s for version in versions for s in version.spans), *naming),
        statements=tuple(
            dict.fromkeys(
                item.statement
                for item in (*one.supporting, *one.opposing)
                if item.statement is not None
            )
        ),
        reason=sentence(one.reason),
        versions=versions,
        stated=(_FRAME, *(item.rating for item in (*one.supporting, *one.opposing))),
    )


def _version(side: str, item: Evidence) -> Version:
    again = "" if item.counted else f", {AGAIN}"
    return Version(f"{side} ({item.rating}{again}): {quoted(item.span)}", (item.span,))


def _names(entities: Sequence[EntityId], material: Material) -> list[str]:
    return [material.entities[id_].name for id_ in entities if id_ in material.entities]


def _naming(entities: Sequence[EntityId], material: Material) -> list[Span]:
    found = (material.entities.get(id_) for id_ in entities)
    return [
        next((m.span for m in e.mentions if m.span.quote == e.name), e.mentions[0].span)
        for e in found
        if e is not None and e.mentions
    ]
