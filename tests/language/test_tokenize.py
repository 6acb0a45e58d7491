"""How raw text is cut into words and marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language.tokenize import tokens_in


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", "They do n't know ."),
        ("They don’t know.", "They do n’t know ."),
        ("She cannot say it's over", "She can not say it 's over"),
        ("the drivers' union, the port's head", "the drivers ' union , the port 's head"),
        ("O'Hara didn't", "O'Hara did n't"),
        ("He dont care, im sure", "He do nt care , i m sure"),
        ("'Twas y'all", "'T was y' all"),
        ("a well-known, re-elected mayor", "a well - known , re-elected mayor"),
        ("a 10-year, non-binding deal", "a 10 - year , non-binding deal"),
        ("Mr. Odo and Dr. Vance met.", "Mr. Odo and Dr. Vance met ."),
        ("U.S. and U.K. envoys", "U.S. and U.K. envoys"),
        ("J. R. Marlow came at 6 a.m. today", "J. R. Marlow came at 6 a.m. today"),
        ("at 2:30 or 2.27 pm", "at 2:30 or 2.27 pm"),
        ("at 7:30pm, 5AM", "at 7:30 pm , 5 AM"),
        ("1,000 of 3.5 million, .5 left", "1,000 of 3.5 million , .5 left"),
        ("on 12/05/2019, 9/11", "on 12/05/2019 , 9/11"),
        ("the 1990s, the 3rd and 21st", "the 1990s , the 3rd and 21st"),
        ("$5.2m, £10bn, €3 and 5%", "$ 5.2 m , £ 10 bn , € 3 and 5 %"),
        ("see https://news.example/a?b=1, now.", "see https://news.example/a?b=1 , now ."),
        ("write to desk@news.example today", "write to desk@news.example today"),
        ("@port_news said #strike is on", "@port_news said #strike is on"),
        ("Wait... no… what?!", "Wait ... no … what ?!"),
        ("“No,” he said", "“ No , ” he said"),
        ('"No", he said', '" No " , he said'),
        ("gone -- or not—who knows", "gone -- or not — who knows"),
        ("(see [two])", "( see [ two ] )"),
        ("No. 5 said no.", "No. 5 said no ."),
        ("He read it in The Sun. Then", "He read it in The Sun . Then"),
        ("AT&T and B&B", "AT&T and B&B"),
        ("rock 'n' roll", "rock 'n' roll"),
    ],
)
def test_text_is_cut_as_the_treebanks_cut_it(text: str, words: str) -> None:
    assert cut(text) == words.split(" ")


def test_a_stretch_is_cut_with_offsets_in_the_whole_text() -> None:
    text = "One. Two don't. Three."
    assert [text[start:end] for start, end in tokens_in(text, 5, 15)] == ["Two", "do", "n't", "."]


@given(st.text())
def test_tokens_are_verbatim_in_order_and_cover_all_but_white_space(text: str) -> None:
    covered = 0
    for start, end in tokens_in(text):
        assert covered <= start < end <= len(text)
        assert text[covered:start].strip() == ""
        assert not any(letter.isspace() for letter in text[start:end])
        covered = end
    assert text[covered:].strip() == ""


@given(st.text(alphabet="aA1.,:;-'’\"“”@#$/&()!? \n\U0001f600\u0301İ"))
def test_marks_in_any_order_are_cut_without_loss(text: str) -> None:
    assert "".join(cut(text)) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["ab.", "a.", "a-", "a@", "1.", "1-", "a'", "_a.b", "http://", '"', "n't"]
)
def test_no_text_takes_quadratic_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.perf_counter()
    tokens_in(text)
    assert time.perf_counter() - began < 5.0
