"""News that a script invents: reports on many events, with the copies and the events known.

Words are made of syllables, so that nothing of it is about anything. Reports on one event share its
names and its words in sentences of their own; copies are re-paragraphed, edited or cut, and appear
up to two days later elsewhere.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2031, 1, 1)
COPIES = 0.2
"""The share of reports that are copies."""
EDITED = 0.03
"""The share of words that an edited copy has otherwise."""
PER_DAY = 500
"""Reports that appear on a day."""
_SYLLABLES = "ka ro mi ten sal vor lin dur pe sta no fel gri hus ba ter ol ven qui nas".split()
_GRAMMAR = "the of and to in a was on for with as at by from had were an that it after".split()
_OUTLETS = 200


@dataclass(frozen=True, slots=True)
class Made:
    """One invented report.

    Attributes:
        text, title, publisher, day: As it is printed.
        event: Number of its event.
        copy_of: Number of the report that it copies, in the order made, or ``None``.
    """

    text: str
    title: str
    publisher: str
    day: date
    event: int
    copy_of: int | None

    @property
    def line(self) -> str:
        """The report as a line of JSON, without what is to be found out."""
        post = {
            "title": self.title,
            "text": self.text,
            "publisher": self.publisher,
            "published": self.day.isoformat(),
        }
        return json.dumps(post) + "\n"


@dataclass(slots=True)
class _Event:
    number: int
    names: list[str]
    words: list[str]
    begins: int
    left: int


def invented_news(
    number: int, words: int = 120, seed: int = 7, per_day: int = PER_DAY
) -> Iterator[Made]:
    """Invent reports in order of publication.

    Args:
        number: How many.
        words: Words in a report, about.
        seed: The same seed gives the same reports.
        per_day: How many appear on a day.
    """
    chance = random.Random(seed)  # noqa: S311
    vocabulary = [_word(chance, 2, 4) for _ in range(12_000)]
    running: list[_Event] = []
    recent: list[tuple[int, Made]] = []
    for position in range(number):
        day = position // per_day
        recent = [(n, made) for n, made in recent[-2 * per_day :] if made.copy_of is None]
        if recent and chance.random() < COPIES:
            source, original = chance.choice(recent)
            made = _copied(original, source, FIRST_DAY + timedelta(day), vocabulary, chance)
        else:
            running = [e for e in running if e.left and day - e.begins <= 4]
            if not running or chance.random() < 0.3:
                running.append(_event(position, day, vocabulary, chance))
            event = chance.choice(running)
            event.left -= 1
            made = _report(event, FIRST_DAY + timedelta(day), words, vocabulary, chance)
        recent.append((position, made))
        yield made


def write_news(folder: Path, made: list[Made], per_file: int) -> list[Path]:
    """Write reports as files of JSON lines, so many in each; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for start in range(0, len(made), per_file):
        files.append(folder / f"{start:08}.jsonl")
        lines = "".join(one.line for one in made[start : start + per_file])
        files[-1].write_text(lines, "utf-8")
    return files


def _word(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(least, most)))


def _event(number: int, day: int, vocabulary: list[str], chance: random.Random) -> _Event:
    names = [_word(chance, 3, 4).capitalize() for _ in range(5)]
    words = chance.sample(vocabulary, 25)
    return _Event(number, names, words, day, min(40, int(chance.paretovariate(1.0))))


def _report(
    event: _Event, day: date, words: int, vocabulary: list[str], chance: random.Random
) -> Made:
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < words:
        content = [
            chance.choice(event.words) if chance.random() < 0.5 else chance.choice(vocabulary)
            for _ in range(chance.randint(5, 9))
        ]
        content.insert(chance.randint(1, 4), chance.choice(event.names))
        mixed = [w for word in content for w in (chance.choice(_GRAMMAR), word)]
        sentences.append(f"{' '.join(mixed).capitalize()}.")
    sentences = [_with_names(s, event.names) for s in sentences]
    title = " ".join([chance.choice(event.names), *chance.sample(event.words, 3)])
    return Made(_paragraphs(sentences, 3), title, _outlet(chance), day, event.number, None)


def _with_names(sentence: str, names: list[str]) -> str:
    """A sentence with its names in capitals again."""
    for name in names:
        sentence = sentence.replace(name.lower(), name)
    return sentence


def _copied(
    original: Made, source: int, day: date, vocabulary: list[str], chance: random.Random
) -> Made:
    sentences = [f"{s.strip()}." for s in original.text.replace("\n", " ").split(".") if s.strip()]
    kind = chance.choice(("printed anew", "edited", "cut"))
    if kind == "cut":
        sentences = sentences[: max(3, len(sentences) * 2 // 3)]
    if kind == "edited":
        sentences = [
            " ".join(
                chance.choice(vocabulary) if n > 0 and chance.random() < EDITED else word
                for n, word in enumerate(sentence[:-1].split())
            )
            + "."
            for sentence in sentences
        ]
    text = _paragraphs(sentences, chance.randint(1, 4))
    return Made(text, original.title, _outlet(chance), day, original.event, source)


def _paragraphs(sentences: list[str], size: int) -> str:
    return "\n\n".join(" ".join(sentences[at : at + size]) for at in range(0, len(sentences), size))


def _outlet(chance: random.Random) -> str:
    return f"Outlet {chance.randint(1, _OUTLETS)}"
