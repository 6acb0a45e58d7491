"""Questions of how many and how much."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from twosource.claims.quantities import PARTS
from twosource.claims.questions.alike import (
    Key,
    is_summand,
    join_agreeing,
    join_general,
    join_totals,
    value_of,
)
from twosource.claims.questions.bare_numbers import BODIES, with_nouns
from twosource.claims.questions.context import (
    Context,
    Found,
    found,
    givers_in,
    holds,
    reports_in,
)
from twosource.claims.questions.fates import FATES, OF_PERSONS, fate_of
from twosource.claims.questions.kin import NOUNS_NEAR, kin
from twosource.claims.questions.said_of import SAID, is_found_again, said_of, were_what
from twosource.claims.questions.sameness import Classes, argument, is_pronoun
from twosource.claims.questions.speeds import SPEED, is_speed, mover, of_one_mover
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.wording import counted_words, plural
from twosource.language.meaning import Meaning
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole
from twosource.model.value import QuantityKind, QuantityValue
from twosource.reference.measures import factor

# Whom a total counts, however the report calls them.
_ANYONE = frozenset(
    "person people victim casualty fatality death body life human individual dead injured wounded "
    "injury toll other one soul".split()
)

# Whom a report counts beside a total: by age, by sex, by duty.
_SOME = frozenset(
    "man woman male female child boy girl baby infant toddler minor teenager adult student pupil "
    "pensioner officer policeman policewoman firefighter soldier guard rescuer medic paramedic "
    "doctor nurse journalist civilian family relative foreigner member warder warden jailer "
    "crewman steward conductor pilot".split()
)

# What is killed and counted beside people.
_ANIMALS = frozenset(
    "bird animal fish cow goat sheep cattle pig horse dog livestock buffalo camel chicken hen duck "
    "gull seal whale dolphin calf lamb donkey mule elephant".split()
)

# Words that tell one body of counted things from another; others describe the same.
_TELLING_APART = frozenset(
    "first second third fourth fifth last other another more further additional previous next new "
    "former northern southern eastern western north south east west upper lower left right central "
    "female male young elderly old severe serious critical".split()
)

# What tells counts apart without being said before the noun.
_NOT_TOLD = frozenset({"of a total", "in all"})
# What has been done to the counted narrows them down: "punctured wagons".
_PARTICIPLE = re.compile(
    r"\b(?!(?:hundred|seven|eleven|dozen|women|children|wooden|golden|open)\b)\w{3,}(?:ed|en)\b"
)

# "2,000 tonnes of grain"
_OF = re.compile(r"\s+of\s+(?:the\s+)?([a-zA-Z]{3,})")

_OF_THE = re.compile(r"(?i)\s+of\s+(?:the|its|their|his|her)\s+[\w-]+")
_OF_THEM = re.compile(r"(?i)\s+of\s+(?:them|these|those|whom|which)\b")

# "Four instead of the twelve", "up from nine": the second number says how it might have been.
_AGAINST = re.compile(
    r"(?i)\b(?:instead of|rather than|up from|down from|compared (?:with|to)|as against|"
    r"short of)\s+(?:the|its|their|some|about|around)?\s*\Z"
)
_BEFORE = 30

_CALAMITIES = frozenset(
    "typhoon cyclone hurricane tornado earthquake quake tsunami landslide eruption war epidemic "
    "pandemic drought heatwave famine".split()
)
_SINGLY = frozenset({"a", "an", "another"})
_VAGUE = frozenset("several many some numerous various multiple countless".split()) | {"a few"}
# What a count is asked by, where it is kept wider than the words of one voice.
_ASKED_BY = {"damage": "damaged or destroyed"}
_LENGTH = "measure of length"
_SIZES = frozenset("long tall high wide deep thick".split())
_RIGHT_BEFORE = 2

# "12 metres long"
_SIZE = re.compile(r"\s+(long|tall|high|wide|deep|thick)\b")


def count_questions(
    cases: Sequence[Context],
    classes: Classes,
    meaning: Meaning,
    event: Collection[str] = frozenset(),
) -> Iterable[Question]:
    """Ask for counts, measures, money and shares that more than one voice gives.

    What befell people is asked for even where one report alone tells it. Counts of what nothing
    befell are of one sort only where one thing is said of them: that 60 were trained says nothing
    of how many answered.
    """
    everything = [
        one
        for context in cases
        for value in with_nouns(context)
        if (one := found(context, value)) is not None
        and (value.noun or value.status or _what(one))
        and not _is_of_them(one)
        and not _is_held_against(one)
        and not (_fate(value_of(one)) == "miss" and is_found_again(one))
        and not _speaks(one)
        and not _is_of_another(one, classes, event)
    ]
    nouns = kin((value_of(one).noun for one in everything), meaning, NOUNS_NEAR)
    groups: dict[Key, list[Found]] = {}
    for one in everything:
        groups.setdefault(_key(one, nouns, classes), []).append(one)
    join_totals(groups)
    join_general(groups)
    join_agreeing(groups)
    for key, everyone in _by_doer(of_one_mover(groups)):
        group = _totals(everyone)
        # That nobody was harmed is an answer to whether anybody was, not to how many.
        if all(value_of(one).amount.high == 0 for one in group):
            continue
        # "Several cities" and "many cities" answer nothing that anybody would ask.
        if not _fate(value_of(group[0])) and all(_told(one) in _VAGUE for one in group):
            continue
        # That "a nurse" died tells of her; nobody counts nurses.
        if all(_is_single(one) for one in group):
            continue
        if givers_in(group) > 1 or _fate(value_of(group[0])):
            yield question_of(_topic(key, group), group, _normal, _told)


def _is_of_another(one: Found, classes: Classes, event: Collection[str]) -> bool:
    """Whether a calamity of another kind harmed the counted: "killed by the typhoon"."""
    if one.clause is None or not _fate(value_of(one)) or not event:
        return False
    words = {a.lemma.split()[-1].lower() for a in one.clause.arguments if a.lemma}
    known = {classes.nouns.get(word, word) for word in words} | words
    return bool(words & _CALAMITIES) and not known & set(event)


def _is_of_them(one: Found) -> bool:
    """Whether a number only parts those told of before: "five of them in a critical condition"."""
    text, end = one.context.facts.report.text, one.answer.span.end
    return bool(_OF_THEM.match(text, end))


def _is_held_against(one: Found) -> bool:
    """Whether a number is only what another is held against: "four instead of the twelve"."""
    start = one.answer.span.start
    return bool(_AGAINST.search(one.context.facts.report.text, max(0, start - _BEFORE), start))


def _speaks(one: Found) -> bool:
    """Whether a number counts those who say something, or do not: "three traders said".

    How many spoke is no answer to how many there were, unless something befell them.
    """
    return not _fate(value_of(one)) and any(
        said.speaker is not None and holds(said.speaker.span, one.answer.span)
        for said in one.context.facts.statements
    )


def _totals(group: Sequence[Found]) -> Sequence[Found]:
    """Without those told of singly ("a labourer died") where others are counted."""
    counted = [one for one in group if _told(one).split()[0] not in _SINGLY]
    return counted or group


def _fate(value: QuantityValue) -> str:
    """What befell the counted; a noun such as "dead" says it too."""
    fate = fate_of(value.status)
    return fate_of(value.noun) if not fate and value.kind is QuantityKind.COUNT else fate


def _what(one: Found) -> str:
    """What is measured where the measure's own noun is a unit: what moves, or "of" what it is."""
    value = value_of(one)
    if value.kind is QuantityKind.SHARE or (value.kind is QuantityKind.MEASURE and not mover(one)):
        subject = _subject(one)
        if subject:
            return subject
    if value.kind is not QuantityKind.MEASURE or mover(one):
        return mover(one)
    text, end = one.context.facts.report.text, one.answer.span.end
    told = _OF.match(text, end)
    if told:
        return told.group(1).lower()
    sized = _SIZE.match(text, end)
    thing = _sized(one) if sized else None
    if sized and thing is not None and not is_pronoun(thing):
        return f"{sized.group(1).lower()} {thing.lemma.lower()}"
    return ""


def _subject(one: Found) -> str:
    """What a clause says to be so much: "turnout was 61 percent"."""
    clause = one.clause
    if clause is None or clause.lemma != "be":
        return ""
    state, subject = (argument(clause, r) for r in (ArgumentRole.ATTRIBUTE, ArgumentRole.AGENT))
    if state is None or subject is None or is_pronoun(subject):
        return ""
    return subject.lemma.lower() if holds(state.span, one.answer.span) else ""


def _sized(one: Found) -> Argument | None:
    """What is so long or high: what holds the measure or ends right before it, else the doer."""
    if one.clause is None:
        return None
    start = one.answer.span.start
    for beside in one.clause.arguments:
        if holds(beside.span, one.answer.span) or 0 <= start - beside.span.end <= _RIGHT_BEFORE:
            return beside
    return argument(one.clause, ArgumentRole.AGENT)


def _by_doer(groups: Mapping[Key, list[Found]]) -> Iterable[tuple[Key, list[Found]]]:
    """Part counts without a fate by who did it, where one report counts what two did."""
    for key, group in groups.items():
        doers = [_doer(one) for one in group]
        told: dict[str, set[str]] = {}
        for one, doer in zip(group, doers, strict=True):
            told.setdefault(one.answer.report, set()).update({doer} - {""})
        if key[1] or not any(len(several) > 1 for several in told.values()):
            yield key, group
            continue
        kind, fate, leader, apart = key
        for doer in sorted(set(doers) - {""}):
            part = [one for one, by in zip(group, doers, strict=True) if by == doer]
            yield (kind, fate, leader, (*apart, f"by {doer}")), part


def _doer(one: Found) -> str:
    """Who did what is counted to it, by the noun; ``""`` where nobody is named."""
    agent = None if one.clause is None else argument(one.clause, ArgumentRole.AGENT)
    patient = None if one.clause is None else argument(one.clause, ArgumentRole.PATIENT)
    if agent is None or patient is None or is_pronoun(agent):
        return ""
    return agent.lemma.lower() if holds(patient.span, one.answer.span) else ""


def _is_total(one: Found) -> bool:
    """Whether a number only says out of how many another one is: "four of its nine tanks"."""
    counted = value_of(one).counted
    if counted is None:
        return False
    return any(
        other.counted is not None
        and other.span.end < one.answer.span.start
        and other.counted.end == counted.end
        and other.counted.start < counted.start
        for other in one.context.facts.quantities
    )


def _key(one: Found, nouns: Mapping[str, str], classes: Classes) -> Key:
    """What a quantity is a quantity of: kind and unit, fate, noun, and what tells it apart."""
    value = value_of(one)
    fate = _fate(value)
    noun = value.noun.lower() or _what(one)
    kind = value.kind.value if value.kind is QuantityKind.COUNT else f"{value.kind} {value.unit}"
    if value.kind is QuantityKind.MEASURE and factor("meter", value.unit):
        kind = _LENGTH
    if is_speed(value):
        kind = SPEED
    leader = nouns.get(value.noun, noun) or noun
    if kind == SPEED:
        leader = classes.nouns.get(leader, leader)
    if fate in OF_PERSONS and value.kind is QuantityKind.COUNT:
        leader = noun if noun in _SOME | _ANIMALS or is_summand(one) else ""
    elif noun in _ANYONE:
        leader = "person"
    if fate in OF_PERSONS and value.amount.high == 0 and noun and noun not in _ANYONE:
        # That no officer was hurt says nothing of others.
        leader = noun
    # Whom it befell is one toll, whatever they once were: "three former workmates".
    telling = _TELLING_APART - {"former"} if fate in OF_PERSONS else _TELLING_APART
    apart = tuple(word for word in value.scope if word.lower() in telling)
    if _is_total(one):
        apart += ("in all",)
    elif not fate and value.counted is not None:
        apart += tuple(_PARTICIPLE.findall(value.counted.quote.rpartition(" ")[0].lower()))
        apart += said_of(one, classes)
    if fate in OF_PERSONS:
        apart += tuple(word for word in value.scope if word[:1].isupper())
    return (kind, fate, leader, (*apart, "of a total") if value.part else apart)


def _topic(key: Key, group: Sequence[Found]) -> Topic:
    kind, fate, leader, apart = key
    values = [value_of(one) for one in group]
    noun = counted_words(
        [(value.noun, value.counted.quote if value.counted else "") for value in values],
        generic=_ANYONE if fate in OF_PERSONS and not leader else frozenset(),
    )
    told = [w for w in apart if w not in _NOT_TOLD and not w.startswith(("by ", SAID))]
    narrowed = " ".join((*told, noun, *(word for word in apart if word == "in all")))
    things = [value.counted for value in values if value.counted is not None]
    asked = QuestionKind.HOW_MANY if kind == QuantityKind.COUNT.value else QuestionKind.HOW_MUCH
    if leader in PARTS and things and not fate:
        thing = commonest([one.quote.split()[-1].lower() for one in things])
        text = f"How many {plural(leader)} did the {thing} have?"
        why = f"all count the {plural(leader)} of a {thing}, in {reports_in(group)} report(s)"
        return Topic(asked, text, tuple(w for w in (kind, leader, *apart) if w), why)
    if asked is QuestionKind.HOW_MANY:
        were = f"were {_ASKED_BY.get(fate, FATES[fate]) if fate else 'there'}"
        were = were_what(group) if any(word.startswith(SAID) for word in apart) else were
        text = f"How many {narrowed} {were}?"
    elif kind == SPEED:
        of = f" of the {leader}" if leader else ""
        text = "What was the speed limit?" if leader == "limit" else f"What was the speed{of}?"
    elif kind.startswith(QuantityKind.SHARE.value):
        text = f"What share of {narrowed} was {FATES[fate] if fate else 'it'}?"
    elif kind == _LENGTH and leader.split()[:1] and leader.split()[0] in _SIZES:
        size, _, thing = leader.partition(" ")
        text = f"How {size} was the {thing}?"
    else:
        unit = commonest([value.unit for value in values]).replace("_", " ")
        money = kind.startswith(QuantityKind.MONEY.value)
        what = "What sum is named" if money else "How much is given"
        text = f"{what} for {narrowed}, in {unit}?" if narrowed else f"{what}, in {unit}?"
    why = f"all that befell them is one fate ({fate})" if fate else f"all count {narrowed}"
    reason = f"{why}, in {reports_in(group)} report(s)"
    if apart:
        reason += f"; kept apart by {', '.join(apart)}"
    return Topic(asked, text, tuple(word for word in (kind, fate, leader, *apart) if word), reason)


def _normal(one: Found) -> Hashable:
    value = value_of(one)
    amount = value.amount
    return (amount.low, amount.high, amount.approximate, value.unit)


def _is_single(one: Found) -> bool:
    """Whether one is told of, not counted: "a detainee", "teacher" in a headline."""
    low, words = value_of(one).amount.low, _told(one).split()
    is_numeral = words[0] == "one" or words[0].isdigit()
    return words[0] in _SINGLY or (low == 1 and len(words) == 1 and not is_numeral)


def _told(one: Found) -> str:
    """The number as printed; bodies and parts with what they are of ("two of the injured")."""
    value, text = value_of(one), one.context.facts.report.text
    those = _OF_THE.match(text, value.span.end)
    end = those.end() if those else value.span.end
    if value.counted is not None and (those or value.noun.lower() in BODIES):
        end = max(end, value.counted.end)
    return " ".join(text[value.span.start : end].split()).lower()
