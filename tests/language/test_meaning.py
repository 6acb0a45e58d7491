from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import SettingsError
from twosource.language.meaning import SIZE, Meaning, load_meaning

_loaded: list[Meaning] = []


def meaning() -> Meaning:
    if not _loaded:
        _loaded.append(load_meaning(threads=1))
    return _loaded[0]


def test_vectors_have_unit_length() -> None:
    found = meaning().vectors(["a boat", "The boat sank off the northern quay at dawn."])
    assert found.shape == (2, SIZE)
    assert np.allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-5)


@given(st.lists(st.text(alphabet="abc dé.9'", max_size=30), min_size=1, max_size=4))
def test_a_vector_does_not_depend_on_the_texts_beside_it(texts: list[str]) -> None:
    together = meaning().vectors(texts)
    alone = np.concatenate([meaning().vectors([text]) for text in texts])
    assert np.array_equal(together, alone)


def test_a_text_without_words_has_a_vector_of_zeros() -> None:
    assert not meaning().vectors([" "]).any()


def test_no_texts_give_no_rows() -> None:
    assert meaning().vectors([]).shape == (0, SIZE)


def test_likeness_of_meaning_shows() -> None:
    boat, ferry, judge = meaning().vectors(["boat", "ferry", "judge"])
    assert boat @ ferry > boat @ judge


def test_threads_below_one_are_refused() -> None:
    with pytest.raises(SettingsError):
        load_meaning(threads=0)
