"""Questions of the features of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.claims.questions.context import Context, reports_in
from twosource.claims.questions.features.ages import age_of_role_questions
from twosource.claims.questions.features.apart import are_apart
from twosource.claims.questions.features.figures import Figure, figures_in
from twosource.claims.questions.features.groups import differing
from twosource.claims.questions.features.names import name_questions
from twosource.claims.questions.features.persons import role_questions
from twosource.claims.questions.features.phrases import phrase_questions
from twosource.claims.questions.features.spots import spot_questions
from twosource.claims.questions.features.told import normal_of, words_of
from twosource.claims.questions.telling import Topic, question_of
from twosource.language.meaning import Meaning
from twosource.model.claim import Question, QuestionKind
from twosource.model.report import Span
from twosource.reference.features import HELPERS, Feature, Sort

_ANYBODY = HELPERS[-1][0]
_KINDS = {
    Sort.CLOCK: QuestionKind.WHEN,
    Sort.DATE: QuestionKind.WHEN,
    Sort.LENGTH: QuestionKind.HOW_LONG,
    Sort.COUNT: QuestionKind.HOW_MANY,
}


def feature_questions(
    cases: Sequence[Context], meaning: Meaning, raised: Sequence[Question]
) -> Iterator[Question]:
    """Ask for the features of the event in which voices differ.

    Args:
        cases: The reports.
        meaning: Tells which phrases are near in meaning.
        raised: The questions that stand already; what they ask is not asked again.
    """
    known = [
        {span for claim in one.claims for span in claim.spans}
        for one in raised
        if len(one.claims) > 1
    ]
    figures = _figures(cases)
    asked = [
        *_of_figures(figures, known),
        *role_questions(cases, known),
        *age_of_role_questions(cases, known),
        *name_questions(cases, known),
        *spot_questions(cases, known),
    ]
    yield from asked
    held = [{span for claim in one.claims for span in claim.spans} for one in asked]
    # What a feature tells was held against each other, whatever came of it.
    held += [{one.found.answer.span for one in group} for group in figures.values()]
    yield from phrase_questions(cases, meaning, [*known, *held])


def _figures(cases: Sequence[Context]) -> dict[tuple[str, str], list[Figure]]:
    """Figures by feature and kind."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for context in cases:
        for one in figures_in(context):
            groups.setdefault((one.feature.key, one.kind), []).append(one)
    return _joined(groups)


def _of_figures(
    figures: dict[tuple[str, str], list[Figure]], known: Sequence[set[Span]]
) -> Iterator[Question]:
    for key, group in sorted(figures.items()):
        feature = group[0].feature
        involved = differing(group, known, are_apart)
        if feature.again and not involved:
            involved = differing(group, (), _apart_by_scope)
        if involved:
            yield _question(key, feature, involved)


def _apart_by_scope(one: Figure, other: Figure) -> bool:
    """Whether two figures are apart that another question takes to count two things."""
    return one.scope != other.scope and are_apart(one, other)


def _joined(groups: dict[tuple[str, str], list[Figure]]) -> dict[tuple[str, str], list[Figure]]:
    """Lay figures of no told kind to the one kind that a case tells of, if there is one."""
    joined = {key: list(group) for key, group in groups.items()}
    for key in list(joined):
        feature, kind = key
        if kind not in {"", _ANYBODY}:
            continue
        named = [k for k in joined if k[0] == feature and k[1] not in {"", _ANYBODY}]
        if len(named) == 1:
            joined[named[0]] += joined.pop(key)
        elif not kind and joined[key][0].feature.by and (named or not joined[key][0].feature.named):
            # "It took two hours": what took so long is not told.
            del joined[key]
    return joined


def _question(key: tuple[str, str], feature: Feature, group: Sequence[Figure]) -> Question:
    told = [one.found for one in group]
    text = feature.text.format(by=key[1] or "thing")
    reason = f"each tells it of the event ({feature.key}), in {reports_in(told)} report(s)"
    topic = ("feature", *(part for part in key if part))
    kind = _KINDS.get(feature.sort, QuestionKind.HOW_MUCH)
    return question_of(Topic(kind, text, topic, reason), told, normal_of, words_of)
