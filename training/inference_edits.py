"""Controlled edits of a sentence: what is done to it says how the outcome relates to it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from training.inference_words import ANTONYM, KIND, MEMBER, SISTER, SYNONYM, WordRelations
from training.treebank import Sentence, Word

_NEGATIVE = frozenset(
    "not n't n’t never no nobody nothing none neither nor without any few".split()
)
_OPEN = frozenset("if whether unless or may might could would should must".split())
_VAGUE = frozenset("some many few several most each every all any no both only".split())
_STEADY = frozenset("is was are were has had have will can does did do 's ’s 're".split())
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CALENDAR = frozenset([*_MONTHS, *_DAYS])
_SPELT = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split()
_BOUNDS = frozenset(
    "than least about most to over under nearly almost around some approximately only my "
    "the".split()
)
_PLACE_WORDS = frozenset("in near from to at".split())
_CUTS = frozenset(
    "obl obl:unmarked obl:tmod advmod advcl acl acl:relcl advcl:relcl amod appos nmod "
    "nmod:unmarked parataxis conj".split()
)
_UNCUT = frozenset(
    "not n't never only hardly barely rarely almost nearly allegedly reportedly possibly "
    "probably alleged former possible potential fake so-called likely perhaps maybe no too first "
    "last".split()
)
_POSSIBLE = ("It is possible that ", "Perhaps ", "It may be that ")
_UNKNOWN = ("It is unclear whether ", "It is not known whether ", "Nobody has confirmed that ")
_FALSE = ("It is not true that ", "It is false that ", "It is not the case that ")
_FRAMED = 0.25
_UNIVERSAL = frozenset("all every each only".split())
_SUBSTITUTES = (
    (SYNONYM, "synonym", "e", "e"),
    (ANTONYM, "antonym", "c", "c"),
    (KIND, "wider", "e", "n"),
    (MEMBER, "narrower", "n", "e"),
    (SISTER, "other", "c", "c"),
)
_TELLING = frozenset("after because when while as since".split())
_FACTIVE = frozenset("know realize discover reveal notice learn remember regret".split())
_UNSURE = frozenset("think believe claim hope suggest allege expect fear suspect assume".split())


@dataclass(frozen=True, slots=True)
class Edit:
    """One change, or several at once.

    Attributes:
        kind: What was done.
        there: Label of the pair (sentence, outcome).
        back: Label of the pair (outcome, sentence).
        dropped: Numbers of the words left out.
        put: What stands in place of words, by number.
        before: What is set before the whole.
    """

    kind: str
    there: str
    back: str
    dropped: frozenset[int] = frozenset()
    put: Mapping[int, str] = field(default_factory=dict)
    before: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What edits take from besides the sentence.

    Attributes:
        words: Related words.
        forms: Commonest form by lemma and tag.
        places, actors: Names as they stand in the treebanks.
    """

    words: WordRelations
    forms: Mapping[tuple[str, str], str]
    places: Sequence[str]
    actors: Sequence[str]


class Tree:
    """A sentence with its dependents by number, counted from 0."""

    def __init__(self, sentence: Sentence) -> None:
        self.words: tuple[Word, ...] = sentence.words
        self.children: list[list[int]] = [[] for _ in self.words]
        self.root = 0
        for number, word in enumerate(self.words):
            if word.head:
                self.children[word.head - 1].append(number)
            else:
                self.root = number
        self.lower = [word.form.lower() for word in self.words]

    def below(self, number: int) -> frozenset[int]:
        """A word and all that depends on it."""
        found, rest = set(), [number]
        while rest:
            here = rest.pop()
            found.add(here)
            rest.extend(self.children[here])
        return frozenset(found)

    def child(self, number: int, *relations: str) -> int | None:
        """The first dependent in one of some relations."""
        return next((c for c in self.children[number] if self.words[c].relation in relations), None)


def is_usable(tree: Tree) -> bool:
    """Whether a sentence is one plain statement of middling length."""
    root = tree.words[tree.root]
    return (
        5 <= len(tree.words) <= 34
        and tree.words[-1].form == "."
        and tree.words[0].form[:1].isupper()
        and tree.child(tree.root, "nsubj", "nsubj:pass") is not None
        and root.upos in {"VERB", "NOUN", "ADJ", "PROPN"}
        and not {"?", "(", '"', "“"} & set(tree.lower)
    )


def spelt(tree: Tree, edit: Edit | None = None, only: frozenset[int] | None = None) -> str:
    """The sentence, or some of its words, as text after an edit."""
    text, space = "", False
    for number, word in enumerate(tree.words):
        if (only is not None and number not in only) or (edit and number in edit.dropped):
            space = space or word.space_after
            continue
        form = edit.put.get(number, word.form) if edit else word.form
        closes = form in {",", ".", ";", ":"}
        if text and text[-1] in ",;:" and closes:
            text = text[:-1]
        text += (" " if space and text and form and not closes else "") + form
        space = word.space_after if form else space
    text = text.strip(" ,;:-")
    if edit and edit.before:
        proper = tree.words[0].upos == "PROPN" or text[:2] in {"I ", "I'", "I’"}
        return edit.before + (text if proper else text[:1].lower() + text[1:])
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else text + "."


def joined(first: Edit, second: Edit) -> Edit | None:
    """Both edits at once, where that leaves the label sure."""
    if first.dropped & set(second.put) or second.dropped & set(first.put):
        return None
    if set(first.put) & set(second.put):
        return None
    order = "enc"
    if "c" in (first.there, second.there) and "e" not in (first.there, second.there):
        return None
    there = max(first.there, second.there, key=order.index)
    back = "c" if there == "c" else max(first.back, second.back, key=order.index)
    return Edit(
        f"{first.kind}+{second.kind}",
        there,
        back,
        first.dropped | second.dropped,
        {**first.put, **second.put},
        first.before or second.before,
    )


def edits(tree: Tree, material: Material, chance: random.Random) -> Iterator[Edit]:
    """All single edits of a sentence."""
    for way in (_negations, _numbers, _dates, _names, _words, _cuts, _hedges):
        yield from way(tree, material, chance)


def clauses(tree: Tree) -> Iterator[tuple[str, str]]:
    """Clauses inside a sentence as sentences of their own, with their label."""
    if set(tree.lower) & (_NEGATIVE | _OPEN):
        return
    for number, word in enumerate(tree.words):
        if tree.child(number, "nsubj", "nsubj:pass") is None or not word.head:
            continue
        marks = {tree.lower[c] for c in tree.children[number] if tree.words[c].relation == "mark"}
        extra = {
            c
            for c in tree.children[number]
            if tree.words[c].relation in {"mark", "cc", "punct", "conj", "parataxis"}
        }
        keep = tree.below(number) - frozenset(n for c in extra for n in tree.below(c))
        if len(keep) < 4 or tree.lower[min(keep)] in {"which", "who", "that", "it", "what", "whom"}:
            continue
        if label := _clause_label(tree, word, marks):
            yield spelt(tree, None, keep), label


def _clause_label(tree: Tree, word: Word, marks: set[str]) -> str | None:
    """What the whole sentence says about a clause in it."""
    head = tree.words[word.head - 1].lemma
    if word.relation == "advcl":
        return "e" if marks and marks <= _TELLING else None
    if word.relation == "conj":
        return "e" if word.head - 1 == tree.root else None
    if word.relation == "ccomp":
        return "e" if head in _FACTIVE else "n" if head in _UNSURE else None
    return None


def negation_of(tree: Tree, material: Material, chance: random.Random) -> Edit | None:
    """The edit that denies what a sentence says."""
    return next(_negations(tree, material, chance), None)


def _negations(tree: Tree, _: Material, chance: random.Random) -> Iterator[Edit]:
    subject = tree.child(tree.root, "nsubj", "nsubj:pass")
    negative = [n for n, word in enumerate(tree.lower) if word in _NEGATIVE]
    if subject is None or {tree.lower[n] for n in tree.below(subject)} & _VAGUE:
        return
    if negative:
        if len(negative) == 1 and tree.lower[negative[0]] in {"not", "n't", "n’t"}:
            number = negative[0]
            if tree.words[number].head - 1 == tree.root and "do" not in {
                tree.words[c].lemma for c in tree.children[tree.root]
            }:
                yield Edit("negation", "c", "c", frozenset({number}))
        return
    helper = tree.child(tree.root, "aux", "aux:pass", "cop")
    root = tree.words[tree.root]
    if helper is not None:
        if tree.lower[helper] in _STEADY:
            form = tree.words[helper].form
            how = (
                "n't" if chance.random() < 0.4 and form in {"is", "was", "are", "were"} else " not"
            )
            yield Edit("negation", "c", "c", put={helper: form + how})
        return
    support = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(root.xpos)
    if support is None:
        return
    if root.xpos == "VBD" and chance.random() < 0.25:
        yield Edit("negation", "c", "c", put={tree.root: f"never {root.form}"})
    how = "n't" if chance.random() < 0.3 else " not"
    yield Edit("negation", "c", "c", put={tree.root: f"{support}{how} {root.lemma}"})


def _numbers(tree: Tree, _: Material, chance: random.Random) -> Iterator[Edit]:
    for number, word in enumerate(tree.words):
        if word.xpos != "CD":
            continue
        bare = word.form.replace(",", "")
        if word.form.lower() in _SPELT:
            other = chance.choice([s for s in _SPELT if s != word.form.lower()])
            yield Edit("number", "c", "c", put={number: other})
        elif bare.isdigit() and 1 < int(bare) < 10**9:
            yield from _figures(tree, number, int(bare), chance)


def _figures(tree: Tree, number: int, value: int, chance: random.Random) -> Iterator[Edit]:
    year = 1200 < value < 2100 and len(tree.words[number].form) == 4
    if year:
        other = value + chance.choice([-30, -11, -4, -2, -1, 1, 2, 3, 7, 12])
        yield Edit("number", "c", "c", put={number: str(other)})
        return
    less, more = (
        max(1, int(value * chance.uniform(0.3, 0.9))),
        int(value * chance.uniform(1.2, 3)) + 1,
    )
    style = "{:,}".format if value > 999 else str
    yield Edit("number", "c", "c", put={number: style(chance.choice([less, more]))})
    before = tree.lower[number - 1] if number else ""
    counted = tree.words[number].relation == "nummod" and tree.words[number].head - 1 > number
    if not counted or before in _BOUNDS or tree.words[number - 1].upos == "DET":
        return
    if less < value:
        low, high = style(less), style(more)
        for text, there in (
            (f"at least {low}", "e"), (f"more than {low}", "e"), (f"fewer than {high}", "e"),
            (f"about {style(value)}", "e"), (f"at least {high}", "c"), (f"more than {high}", "c"),
            (f"fewer than {low}", "c"), (f"up to {low}", "c"),
        ):  # fmt: skip
            yield Edit("bound", there, "c" if there == "c" else "n", put={number: text})


def _dates(tree: Tree, _: Material, chance: random.Random) -> Iterator[Edit]:
    for number, word in enumerate(tree.words):
        for names in (_MONTHS, _DAYS):
            if word.form in names and word.upos == "PROPN":
                other = chance.choice([name for name in names if name != word.form])
                yield Edit("date", "c", "c", put={number: other})


def _names(tree: Tree, material: Material, chance: random.Random) -> Iterator[Edit]:
    for number, word in enumerate(tree.words):
        if word.upos != "PROPN" or word.form in CALENDAR:
            continue
        extent = tree.below(number)
        case = {tree.lower[c] for c in tree.children[number] if tree.words[c].relation == "case"}
        name = extent - {
            c for c in tree.children[number] if tree.words[c].relation in {"case", "punct"}
        }
        if any(tree.words[n].upos != "PROPN" for n in name) or len(name) > 3:
            continue
        if word.relation in {"obl", "nmod"} and case and case <= _PLACE_WORDS:
            yield _renamed("place", name, chance.choice(material.places))
        elif word.relation in {"nsubj", "obl:agent", "nsubj:pass"} and (case <= {"by"}):
            yield _renamed("actor", name, chance.choice(material.actors))


def _renamed(kind: str, name: frozenset[int], other: str) -> Edit:
    first, *rest = sorted(name)
    return Edit(kind, "c", "c", frozenset(rest), {first: other})


def _words(tree: Tree, material: Material, chance: random.Random) -> Iterator[Edit]:
    negative = bool(set(tree.lower) & (_NEGATIVE | _OPEN | _UNIVERSAL))
    for number, word in enumerate(tree.words):
        if word.relation in {"compound", "flat", "fixed", "goeswith"} or word.upos == "PROPN":
            continue
        for relation, kind, there, back in _SUBSTITUTES:
            if relation != SYNONYM and negative:
                break
            if relation not in {SYNONYM, ANTONYM} and word.upos != "NOUN":
                continue
            found = material.words.others(word.lemma.lower(), word.xpos, relation)
            other = chance.choice(found) if found else None
            if other and not (relation == ANTONYM and word.relation == "conj"):
                yield Edit(kind, there, back, put={number: other})


def _cuts(tree: Tree, _: Material, __: random.Random) -> Iterator[Edit]:
    if set(tree.lower) & (_NEGATIVE | _OPEN | _UNIVERSAL):
        return
    for number, word in enumerate(tree.words):
        if word.relation not in _CUTS or tree.lower[number] in _UNCUT:
            continue
        extent = tree.below(number)
        if any(tree.lower[n] in _UNCUT for n in extent if n != number and len(extent) < 3):
            continue
        if tree.root in extent or len(tree.words) - len(extent) < 5:
            continue
        if word.relation == "conj" and tree.child(number, "cc") is None:
            continue
        if (
            word.relation == "advmod"
            and number + 1 == tree.words[number].head - 1
            and not word.form.endswith("ly")
        ):
            continue
        yield Edit("cut", "e", "n", extent)


def _hedges(tree: Tree, material: Material, chance: random.Random) -> Iterator[Edit]:
    if set(tree.lower) & (_NEGATIVE | _OPEN):
        return
    root = tree.words[tree.root]
    if chance.random() < _FRAMED:
        yield Edit("hedge", "e", "n", before=chance.choice(_POSSIBLE))
    if chance.random() < _FRAMED:
        yield Edit("open", "n", "n", before=chance.choice(_UNKNOWN))
    if chance.random() < _FRAMED:
        yield Edit("denied", "c", "c", before=chance.choice(_FALSE))
    if root.xpos != "VBD" or tree.child(tree.root, "aux", "aux:pass", "cop") is not None:
        return
    if done := material.forms.get((root.lemma, "VBN")):
        yield Edit(
            "hedge", "e", "n", put={tree.root: f"{chance.choice(['may', 'might'])} have {done}"}
        )
        yield Edit(
            "failed",
            "c",
            "c",
            put={tree.root: f"{chance.choice(['failed', 'refused'])} to {root.lemma}"},
        )
    yield Edit(
        "hedge",
        "e",
        "n",
        put={tree.root: f"{chance.choice(['reportedly', 'allegedly'])} {root.form}"},
    )
    yield Edit("tense", "n", "n", put={tree.root: f"will {root.lemma}"})
