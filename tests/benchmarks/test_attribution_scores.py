"""Statements are scored by a corpus's own scheme, and a perfect answer scores full marks."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from benchmarks.quality.alignment import Words, align, exact_f1
from benchmarks.quality.attribution_sets import Annotated, Attributed, attributed
from benchmarks.quality.cases import event
from benchmarks.quality.gate import corpus_hash
from benchmarks.quality.nesting import Answered, denials, hard_cases, links
from benchmarks.quality.polnear_marks import outermost
from tests.factory import report, statement

from twosource.language.embedded import load_embedded
from twosource.model.statement import Stance, Statement

TEXT = "“It fell,” Ana Sol said. “Nobody ran.” The mayor denied it was loose, the Echo reported."
REPORT = report(TEXT)


def said() -> list[Statement]:
    first = statement(REPORT, "Ana Sol", "said", "“It fell,”")
    more = replace(statement(REPORT, "Ana Sol", None, "“Nobody ran.”"), continues=first.id)
    outer = statement(REPORT, "the Echo", "reported", "The mayor denied it was loose")
    inner = statement(REPORT, "The mayor", "denied", "it was loose", Stance.DENIES)
    own = statement(REPORT, None, None, "It fell")
    return [first, more, outer, replace(inner, parent=outer.id), own]


def words_of(one: Attributed) -> list[str]:
    return [TEXT[start:end] for start, end in one.content]


def test_a_run_on_quotation_is_one_attribution_with_several_contents() -> None:
    assert words_of(outermost(said(), TEXT)[0]) == ["“It fell,”", "“Nobody ran.”"]


def test_the_scheme_of_the_corpus_has_no_own_voice_and_nothing_nested() -> None:
    assert [words_of(one)[-1] for one in outermost(said(), TEXT)] == [
        "“Nobody ran.”",
        "The mayor denied it was loose",
    ]


def test_a_relative_pronoun_takes_the_place_of_its_speaker_only_on_demand() -> None:
    text = "Ana Sol, who said the dyke held, left."
    (found,) = [statement(report(text), "Ana Sol", "said", "the dyke held")]
    sources = [outermost([found], given)[0].source[0] for given in (None, text)]
    assert [text[start:end] for start, end in sources] == ["Ana Sol", "who"]


def test_the_corpus_marks_that_and_the_apposition_and_a_statement_does_not() -> None:
    text = "Ana Sol (Echo), a baker, said that the dyke held."
    item = report(text)
    found = [statement(item, "Ana Sol", "said", "the dyke held")]
    reading = load_embedded(threads=1).read(text)
    plain, wide = outermost(found, text)[0], outermost(found, text, reading)[0]
    assert [text[slice(*run)] for run in (*plain.source, *plain.content)] == [
        "Ana Sol",
        "the dyke held",
    ]
    assert [text[slice(*run)] for run in (*wide.source, *wide.content)] == [
        "Ana Sol (Echo), a baker",
        "that the dyke held",
    ]


def test_marks_do_not_count_in_an_overlap() -> None:
    words = Words(TEXT)
    assert words.covered([(0, 10)]) == words.covered([(1, 8)])


def test_an_attribution_is_answered_once() -> None:
    gold = [attributed(said()[0])]
    found = align([gold[0], replace(gold[0], cue=())], gold, Words(TEXT))
    assert found == {0: 0}


def answered() -> Answered:
    ours = tuple(attributed(s) for s in said() if s.speaker is not None)
    gold = tuple(replace(one, negative=one.commitment == "denied") for one in ours)
    words = Words(TEXT)
    return Answered(TEXT, words, gold, ours, align(ours, gold, words))


def test_a_perfect_answer_scores_full_marks() -> None:
    text = answered()
    assert links([text]) == {"f": 100.0, "p": 100.0, "r": 100.0}
    assert denials([text]) == {"accuracy": 100.0, "coverage": 100.0}
    assert hard_cases([text]) == {"right": 100.0, "pairs": 100.0, "commitment": 100.0}
    assert exact_f1([(text.words, text.ours, text.gold)], "content") == 100.0


def nested(text: str, *marked: tuple[str, str, str]) -> Answered:
    """Attributions nested in a row, the outer one first, each answered by itself."""

    def run(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    gold = tuple(
        Attributed(str(n), *map(run, roles), within=(str(n - 1),) if n else ())
        for n, roles in enumerate(marked)
    )
    sentences = tuple(m.span() for m in re.finditer(r"[^.]+\.", text))
    return Answered(text, Words(text), gold, gold, dict(enumerate(range(len(gold)))), sentences)


def test_links_of_a_byline_of_you_and_of_a_later_sentence_are_no_nested_words() -> None:
    byline = nested("Ana Sol. Voss said it fell.", ("Ana Sol", "", "it fell"),
                    ("Voss", "said", "it"))  # fmt: skip
    listener = nested("Voss said you know it fell.", ("Voss", "said", "you know it fell"),
                      ("you", "know", "it fell"))  # fmt: skip
    later = nested("Voss said it fell. Sol told why.", ("Voss", "said", "it fell. Sol told why"),
                   ("Sol", "told", "why"))  # fmt: skip
    for text in (byline, listener, later):
        assert links([text])["f"] == 100.0
        assert links([text], True) == {"f": 0.0, "p": 0.0, "r": 0.0}


def test_words_within_words_are_judged_in_one_sentence_or_one_quotation() -> None:
    same = nested("Voss said Sol told why.", ("Voss", "said", "Sol told why"),
                  ("Sol", "told", "why"))  # fmt: skip
    quoted = nested("Voss said: “It fell. Sol told why.”",
                    ("Voss", "said", "It fell. Sol told why"),
                    ("Sol", "told", "why"))  # fmt: skip
    assert [links([text], True)["f"] for text in (same, quoted)] == [100.0, 100.0]


def test_cue_and_source_answer_an_attribution_whose_content_was_cut_short() -> None:
    text = nested("Voss said it fell and broke and burned.",
                  ("Voss", "said", "it fell and broke and burned"))  # fmt: skip
    cut = replace(text.gold[0], content=((10, 12),))
    unanswered = replace(text, gold=(cut,), answers={})
    assert unanswered.by_cue().answers == {0: 0}
    other = replace(cut, source=((20, 24),))
    assert replace(unanswered, gold=(other,)).by_cue().answers == {}


def test_an_event_that_is_not_there_has_no_corpus(tmp_path: Path) -> None:
    assert corpus_hash(event(tmp_path / "absent").CORPUS) is None


def test_a_text_without_attributions_is_scored() -> None:
    empty = Annotated("a", "news", "", ())
    text = Answered(empty.text, Words(empty.text), (), (), {})
    assert hard_cases([text]) == {"right": 0.0, "pairs": 0.0, "commitment": 0.0}
