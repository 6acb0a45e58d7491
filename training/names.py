"""Reading the sets with names, and making their conventions one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

UNKNOWN = "?"

# File, and how often it is read in one pass. Two sets at hand are left out as too noisy.
SETS = (
    ("unerewt_train", 3),
    ("wikigold", 1),
    ("btc", 1),
    ("crossner", 1),
    ("re3d", 3),
)

# These two sets label adjectives of nationality as MISC; here they are no names.
_NATIONALITIES_AS_MISC = frozenset({"wikigold", "crossner"})
_NATIONALITY = re.compile(r"(ese|ians?|ans?|ish|ic|i|ch|eek|ench)$")

# re3d labels pronouns that stand for a body or a person.
_STANDS_FOR_A_NAME = frozenset(
    "I We we They they He he She she It it You you My my Our our His his Her her Their their them"
    " Them us Us him me who Who which this These these those".split()
)


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence with names only.

    Attributes:
        forms: Its words.
        entities: BIO labels; ``?`` where the set's own label is not to be learnt.
        has_misc: Whether the set labels the names that are no person, body or place. Where it
            does not, ``O`` means "none of the three".
    """

    forms: tuple[str, ...]
    entities: tuple[str, ...]
    has_misc: bool


def read_names(folder: Path, name: str) -> list[NamedSentence]:
    """Read one set of names (JSON lines with ``words``, ``tags`` and ``misc``)."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_sentence(json.loads(line), name) for line in lines]


def _sentence(record: dict[str, list[str]], name: str) -> NamedSentence:
    forms, tags = tuple(record["words"]), list(record["tags"])
    for number, form in enumerate(forms):
        if name == "re3d" and form in _STANDS_FOR_A_NAME:
            tags[number] = UNKNOWN
        if name in _NATIONALITIES_AS_MISC and _is_nationality(form, tags, number):
            tags[number] = "O"
    return NamedSentence(forms, tuple(tags), bool(record["misc"]))


def _is_nationality(form: str, tags: list[str], number: int) -> bool:
    alone = tags[number] == "B-MISC" and tags[number + 1 : number + 2] != ["I-MISC"]
    return alone and _NATIONALITY.search(form) is not None
