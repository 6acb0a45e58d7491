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
from twosource.statements.entities import LocalEntity

PARAGRAPHS_BACK = 2
"""How many paragraphs back a pronoun may refer."""
SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
MAIN = frozenset({"root", "parataxis", "conj"})
"""Relations of the predicates whose subject a sentence is about."""

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
        barred: Entities that the pronoun cannot mean: whoever utters it.
    """

    reading: Reading
    entities: Sequence[LocalEntity]
    owner: dict[int, int]
    spoken: Sequence[Mention]
    barred: Collection[int] = ()


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

    told = next((m for m in reversed(recent(scene, pronoun)) if fits(m[1])), None)
    topic = next((m for m in _topics(scene, pronoun) if fits(m[1])), None)
    if told is not None and topic is not None:
        return _between(scene, pronoun, (told, topic), gender)
    if told is not None:
        return told[1], ()
    found, rivals = _named_before(scene, pronoun, fits)
    if topic is not None and found is None and not rivals:
        here = _paragraph(scene, topic[0]) == _paragraph(scene, pronoun)
        return (topic[1] if here else None), ()
    return found, rivals


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
    """Whether "it" has not got a plural noun before it, unless in a name: "it" are no documents."""
    word = scene.reading.tokens[mention[0]]
    return plural or word.xpos != "NNS" or not word.text.islower()


def _paragraph(scene: Scene, token: int) -> int:
    return scene.reading.sentences[scene.reading.tokens[token].sentence].paragraph
