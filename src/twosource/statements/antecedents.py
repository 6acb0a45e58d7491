"""Whom "he", "she", "it" and "they" take up: who spoke, and who was told of, in the words before.

A wrong person is worse than none: where somebody who spoke and somebody else of whom the last
sentence told fit equally, nobody is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.language.tree import base
from twosource.model.entity import EntityKind
from twosource.reference.cues import ANONYMOUS_HEADS, GROUP_ROLES
from twosource.statements.entities import LocalEntity
from twosource.statements.phrases import names_person

PARAGRAPHS_BACK = 2
"""How many paragraphs back a pronoun may refer."""
SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
MAIN = frozenset({"root", "parataxis", "conj"})
"""Relations of the predicates whose subject a sentence is about."""

TURNING_TO = frozenset("approach ask call contact email message phone press quiz reach".split())
"""Verbs by which a reporter turns to somebody for an answer."""

Mention = tuple[int, int]
"""A token and the entity that it stands for."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a pronoun may look back on.

    Attributes:
        reading: The report, read.
        entities: Its entities.
        owner: Entity of each name in ``reading.names``.
        spoken: Tokens and entities of the speakers resolved so far.
        barred: Entities that the pronoun cannot mean: whoever utters it, and who is told of.
        since: First token of the quotation that the pronoun stands in, or -1.
    """

    reading: Reading
    entities: Sequence[LocalEntity]
    owner: dict[int, int]
    spoken: Sequence[Mention]
    barred: Collection[int] = ()
    since: int = -1


def person_meant(scene: Scene, pronoun: int, gender: str) -> tuple[int | None, tuple[int, ...]]:
    """The person whom "he" or "she" takes up, or ``None`` and those who fit.

    Args:
        scene: What stands before.
        pronoun: Its token.
        gender: ``m`` or ``f``.
    """

    def fits(entity: int) -> bool:
        local = scene.entities[entity]
        person = local.kind is EntityKind.PERSON and local.gender in {"", gender}
        return person and entity not in scene.barred

    if scene.since >= 0 and _tells_of_somebody(scene, pronoun):
        return _within(scene, pronoun, fits)
    told = next((m for m in reversed(recent(scene, pronoun)) if fits(m[1])), None)
    near = next((m for m in _asked_here(scene, pronoun) if fits(m[1])), None)
    if near is not None and (told is None or told[0] < near[0]):
        return near[1], ()
    topic = next((m for m in _topics(scene, pronoun) if fits(m[1])), None)
    if told is not None and topic is not None:
        return _between(scene, pronoun, (told, topic), gender)
    if told is not None:
        return told[1], ()
    if scene.since >= 0 and topic is None:
        return None, ()
    found, rivals = _named_before(scene, pronoun, fits)
    if topic is not None and found is None and not rivals:
        here = _paragraph(scene, topic[0]) == _paragraph(scene, pronoun)
        return (topic[1] if here else None), ()
    return found, rivals


def told_of(scene: Scene, content: Sequence[tuple[int, int]]) -> list[int]:
    """Entities that a content is about: "The clerk was ill, she said" is not said by the clerk.

    Args:
        scene: The report and its entities.
        content: Runs of code points.
    """
    tokens = scene.reading.tokens
    within = [
        t
        for t in tokens
        if base(t.relation) == "nsubj" and any(s <= t.start and t.end <= e for s, e in content)
    ]
    inside = {t.index for t in within}
    found = {
        scene.owner[n]
        for n, name in enumerate(scene.reading.names)
        if not inside.isdisjoint(range(name.first, name.last))
    }
    for token in within:
        definite = token.index > 0 and tokens[token.index - 1].text.lower() == "the"
        if token.upos == "NOUN" and definite:
            lemma = token.lemma.lower()
            found.update(
                i for i, e in enumerate(scene.entities) if lemma in e.roles and not e.names
            )
    return sorted(found)


def _tells_of_somebody(scene: Scene, pronoun: int) -> bool:
    """Whether a quotation names or describes one person before its pronoun."""
    named = {t for name in scene.reading.names for t in range(name.first, name.last)}
    return any(
        t in named
        or (scene.reading.tokens[t].xpos == "NN" and names_person(_lemma(scene, t)))
        or (scene.reading.tokens[t].upos == "PROPN" and scene.reading.tokens[t].text.isupper())
        for t in range(scene.since, pronoun)
    )


def _lemma(scene: Scene, token: int) -> str:
    return scene.reading.tokens[token].lemma.lower()


def _within(
    scene: Scene, pronoun: int, fits: Callable[[int], bool]
) -> tuple[int | None, tuple[int, ...]]:
    """The one person whom a quotation names before its pronoun, and describes nobody else."""
    here = {
        scene.owner[n]
        for n, name in enumerate(scene.reading.names)
        if scene.since <= name.first < pronoun and fits(scene.owner[n])
    }
    named = {t for name in scene.reading.names for t in range(name.first, name.last)}
    others = any(
        t not in named
        and scene.reading.tokens[t].xpos == "NN"
        and names_person(_lemma(scene, t))
        and base(scene.reading.tokens[t].relation) not in {"appos", "compound", "nmod"}
        for t in range(scene.since, pronoun)
    )
    if len(here) == 1 and not others:
        return here.pop(), ()
    return None, tuple(sorted(here)) if len(here) > 1 else ()


def _asked_here(scene: Scene, pronoun: int) -> Iterator[Mention]:
    """Names in the sentence of a pronoun whom somebody turned to, or of whom the sentence is.

    "When the Echo reached out to the clerk, Ana Sol, she said"; "Sol disagrees: in her view".
    """
    reading = scene.reading
    sentence = reading.tokens[pronoun].sentence
    for n in range(len(reading.names) - 1, -1, -1):
        first = reading.names[n].first
        if first >= pronoun or reading.tokens[first].sentence != sentence:
            continue
        word = reading.tokens[first]
        if base(word.relation) in {"appos", "nmod"} and word.head < first:
            word = reading.tokens[word.head]
        above = reading.tokens[word.head]
        turned = base(word.relation) in {"obj", "iobj", "obl"} and above.lemma.lower() in TURNING_TO
        if (turned and base(above.relation) == "advcl") or _is_topic(reading, first):
            yield first, scene.owner[n]


def body_meant(scene: Scene, pronoun: int) -> int | None:
    """What "it" and "they" take up: who spoke in the same sentence, else who spoke last."""
    sentence = scene.reading.tokens[pronoun].sentence
    plural = scene.reading.tokens[pronoun].text.lower() in {"they", "them", "their"}
    before = recent(scene, pronoun)
    same = [m for m in before if scene.reading.tokens[m[0]].sentence == sentence]
    for group in ([m for m in same if _is_body(scene, m[1], plural)], before[-1:]):
        if group and _is_body(scene, group[-1][1], plural) and _agrees(scene, group[-1], plural):
            return group[-1][1]
    return None


def recent(scene: Scene, pronoun: int) -> list[Mention]:
    """Speakers before a pronoun, within reach, in text order."""
    paragraph = _paragraph(scene, pronoun)
    return sorted(
        m
        for m in scene.spoken
        if m[0] < pronoun and paragraph - _paragraph(scene, m[0]) <= PARAGRAPHS_BACK
    )


def _between(
    scene: Scene, pronoun: int, rivals: tuple[Mention, Mention], gender: str
) -> tuple[int | None, tuple[int, ...]]:
    """The last speaker, or a later sentence's subject where more speaks for it."""
    told, topic = rivals
    if topic[1] == told[1] or topic[0] < told[0]:
        return told[1], ()
    here = [_paragraph(scene, token) == _paragraph(scene, pronoun) for token, _ in rivals]
    known = [scene.entities[entity].gender == gender for _, entity in rivals]
    for speaks_for in (here, known):
        if speaks_for[0] != speaks_for[1]:
            return (told if speaks_for[0] else topic)[1], ()
    return None, tuple(sorted({told[1], topic[1]}))


def _topics(scene: Scene, pronoun: int) -> Iterator[Mention]:
    """Names that are subjects of main clauses in the sentences before, the nearest first."""
    sentence = scene.reading.tokens[pronoun].sentence
    paragraph = _paragraph(scene, pronoun)
    for n in range(len(scene.reading.names) - 1, -1, -1):
        first = scene.reading.names[n].first
        if first >= pronoun or scene.reading.tokens[first].sentence >= sentence:
            continue
        if paragraph - _paragraph(scene, first) > 1:
            return
        if _is_topic(scene.reading, first):
            yield first, scene.owner[n]


def _is_topic(reading: Reading, token: int) -> bool:
    """Whether a name is the subject of a main clause, itself or as the apposition of it."""
    word = reading.tokens[token]
    if base(word.relation) == "appos":
        word = reading.tokens[word.head]
    above = reading.tokens[word.head]
    return base(word.relation) == "nsubj" and base(above.relation) in MAIN


def _named_before(
    scene: Scene, pronoun: int, fits: Callable[[int], bool]
) -> tuple[int | None, tuple[int, ...]]:
    """The one person that this sentence or the one before names in a place that stands out."""
    sentence = scene.reading.tokens[pronoun].sentence
    for back in (sentence, sentence - 1):
        named = {
            scene.owner[n]
            for n, name in enumerate(scene.reading.names)
            if name.first < pronoun
            and scene.reading.tokens[name.first].sentence == back
            and fits(scene.owner[n])
            and _stands_out(scene.reading, name.first)
        }
        if len(named) == 1:
            return named.pop(), ()
        if named:
            return None, tuple(sorted(named))
    return None, ()


def _stands_out(reading: Reading, token: int) -> bool:
    """Whether a name stands where a pronoun may take it up: not as an owner or attribute.

    What has an article is no person: "told the Sentinel".
    """
    if token and reading.tokens[token - 1].text.lower() == "the":
        return False
    return base(reading.tokens[token].relation) not in {"nmod", "compound", "amod"}


def _is_body(scene: Scene, entity: int, plural: bool) -> bool:
    kind = scene.entities[entity].kind
    if plural:
        return kind is not EntityKind.PERSON
    return kind in {EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.UNKNOWN}


def _agrees(scene: Scene, mention: Mention, plural: bool) -> bool:
    """Whether "it" has no plural noun and no person before it: "it" are no documents."""
    word = scene.reading.tokens[mention[0]]
    lemma = word.lemma.lower()
    person = word.upos == "NOUN" and (names_person(lemma) or lemma in ANONYMOUS_HEADS)
    person = person and lemma not in GROUP_ROLES
    return plural or ((word.xpos != "NNS" or not word.text.islower()) and not person)


def _paragraph(scene: Scene, token: int) -> int:
    return scene.reading.sentences[scene.reading.tokens[token].sentence].paragraph
