"""Where somebody or something was at one time: "in the front row", "in the aisle"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.claims.questions.aligned.pairs import pairs, same_thing, states
from twosource.claims.questions.context import holds, reports_in
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.sameness import is_time
from twosource.claims.questions.telling import Topic, question_of
from twosource.claims.questions.told import ANSWERING, Told
from twosource.claims.questions.words import Word
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition, Tense
from twosource.model.report import Span
from twosource.model.value import Precision

_RESTING = frozenset("be sit stand stay remain wait lie sleep kneel crouch hide".split())
_SEEING = frozenset("see spot find meet notice".split())
_AT = frozenset("in at on inside outside under behind aboard by near beside".split())
# Where in a house, a vehicle or a town somebody can be, so that he is nowhere else.
_SPOTS = frozenset(
    "home house flat apartment room kitchen bedroom bathroom cellar basement attic corridor hall "
    "lobby office yard garden garage car bus lorry truck van train boat cabin cockpit bridge deck "
    "seat row aisle pavement road street square field forest shop pub bar restaurant cafe school "
    "church hotel hospital capital abroad gate fence roof ladder stairs platform wheel bed tent "
    "village town city border harbour airport station desk canteen workshop mine pit tower "
    "courtyard classroom gym pool beach river lake control_room".split()
)
_STATES = frozenset("order shock pain trouble danger fear custody charge tear favour".split())
_HOURS = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR})
_FAR = 0.5


def position_questions(told: Sequence[Told], near: Nearness) -> Iterator[Question]:
    """Ask where somebody was, where voices set him in two places that shut each other out.

    Args:
        told: The clauses of the case.
        near: Tells which words are near in meaning.
    """
    spots = {one.found.answer.span: spot for one in told if (spot := _spot(one)) is not None}

    def test(one: Told, other: Told) -> bool:
        ours, theirs = spots[one.found.answer.span], spots[other.found.answer.span]
        if one.clause.tense is not other.clause.tense or not _one_time(one, other):
            return False
        return _one_body(ours[0], theirs[0], near) and _apart(ours[1], theirs[1], near)

    candidates = [one for one in told if one.found.answer.span in spots]
    groups: dict[tuple[str, ...], dict[Span, Told]] = {}
    for pair in pairs(candidates, test):
        spans = {one.found.answer.span: one for one in pair}
        who = spots[pair[0].found.answer.span][0]
        places = sorted(_where(spots[span][1]) for span in spans)
        groups.setdefault((who.entity or who.text, *places), {}).update(spans)
    for key in sorted(groups):
        yield _question(list(groups[key].values()), spots, key)


def _spot(one: Told) -> tuple[Word, Argument] | None:
    """Who is where, by a clause; ``None``: it says no such thing."""
    clause = one.clause
    if clause.nominal or not states(one) or one.layer not in ANSWERING:
        return None
    if clause.lemma not in _RESTING | _SEEING or clause.tense is Tense.FUTURE:
        return None
    role = ArgumentRole.PATIENT if clause.lemma in _SEEING else ArgumentRole.AGENT
    who = next((word for word in one.gist.about if word.role is role), None)
    where = [
        a
        for a in clause.arguments
        if a.role is ArgumentRole.OBLIQUE
        and a.preposition in _AT
        and not is_time(one.found.context, a)
        and a.lemma.split()[-1].lower() in _SPOTS - _STATES
    ]
    return (who, where[0]) if who is not None and len(where) == 1 else None


def _one_body(one: Word, other: Word, near: Nearness) -> bool:
    """Whether two clauses place one person, or one body of people told by one word."""
    if one.entity or other.entity:
        return one.entity == other.entity
    return one.text == other.text or same_thing(one, other, near)


def _apart(one: Argument, other: Argument, near: Nearness) -> bool:
    """Whether two places cannot be one, nor one a part of the other."""
    ours, theirs = one.lemma.lower(), other.lemma.lower()
    if set(ours.split()) & set(theirs.split()):
        return False
    if theirs in one.span.quote.lower() or ours in other.span.quote.lower():
        return False
    if _holds_spot(ours, theirs) or _holds_spot(theirs, ours):
        return False
    return near.of(ours, theirs) < _FAR


_WIDE = frozenset("village town city capital border street road square field forest mine".split())
_WHOLES = {
    "house": "room kitchen bedroom bathroom cellar basement attic bed corridor roof stairs garden",
    "home": "room kitchen bedroom bathroom cellar basement attic bed yard garden garage roof",
    "flat": "room kitchen bedroom bathroom bed", "hotel": "room lobby bar restaurant bed pool",
    "hospital": "bed room corridor", "school": "classroom gym canteen hall yard corridor",
    "bus": "seat row aisle wheel", "car": "seat wheel", "lorry": "seat wheel cabin",
    "truck": "seat wheel cabin", "van": "seat wheel", "train": "seat aisle", "boat": "deck cabin",
    "office": "desk room", "station": "platform", "mine": "pit", "airport": "gate",
    "hall": "seat row aisle", "church": "seat row aisle", "harbour": "boat",
}  # fmt: skip


def _holds_spot(whole: str, part: str) -> bool:
    """Whether one place may lie within another."""
    if whole.split()[-1] in _WIDE:
        return part.split()[-1] not in _WIDE and part.split()[-1] not in {"home"}
    # A control room is no room of a home.
    return part in _WHOLES.get(whole.split()[-1], "").split()


def _one_time(one: Told, other: Told) -> bool:
    """Whether nothing that both print sets them at two times."""
    ours, theirs = _days(one), _days(other)
    return not ours or not theirs or bool(ours & theirs)


def _days(one: Told) -> set[object]:
    return {
        (value.day, value.clock if value.precision in _HOURS else None)
        for value in one.found.context.facts.times
        if holds(one.clause.span, value.span) and value.day is not None
    }


def _question(
    group: Sequence[Told], spots: dict[Span, tuple[Word, Argument]], about: tuple[str, ...]
) -> Question:
    found = [one.found for one in group]
    at = {one.found.answer.span: spots[one.found.answer.span] for one in group}
    who = _named(group[0].clause, at[found[0].answer.span][0])
    words = {span: _where(one) for span, (_, one) in at.items()}
    key = ("position", *about)
    reason = f"each says where {who} was, in {reports_in(found)} report(s)"
    text = f"Where was {who}?"
    return question_of(
        Topic(QuestionKind.WHERE, text, key, reason),
        found,
        lambda one: words[one.answer.span],
        lambda one: words[one.answer.span],
    )


def _where(one: Argument) -> str:
    return f"{one.preposition} {' '.join(one.span.quote.split())}"


def _named(clause: Proposition, who: Word) -> str:
    """Whom a question asks about, as printed where no pronoun stands for it."""
    for one in clause.arguments:
        if one.role in {ArgumentRole.AGENT, ArgumentRole.PATIENT} and len(one.lemma) > len("they"):
            words = one.span.quote.partition(",")[0].partition(" who ")[0]
            return " ".join(words.split()) if who.named else f"the {who.text}"
    return who.text.title() if who.named else f"the {who.text}"
