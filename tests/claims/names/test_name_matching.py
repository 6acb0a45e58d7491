from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.claims.names import SameName, same_name
from twosource.model.entity import EntityKind

SAME = [
    ("Tscherenkow, Boris", "Boris Cherenkov"),
    ("Mikhailo Tkach", "Mykhaylo Tkach"),
    ("Dr. Anna K. Weber", "Anna Weber"),
    ("J. Harlan", "John Harlan"),
    ("Bill Harlan", "William Harlan"),
    ("Петро Коваленко", "Petro Kovalenko"),
    ("Евгений Сидоров", "Yevgeny Sidorov"),
    ("Yevhen Sidorov", "Evgenii Sidorov"),
    ("محمد حسن", "Mohammed Hassan"),
    ("Abdul Rahman Aziz", "Abdulrahman Aziz"),
    ("王小明", "Wang Xiaoming"),
    ("김민수", "Kim Min-soo"),
    ("Παπαδόπουλος Νίκος", "Nikos Papadopoulos"),
    ("Jean-Claude Petit", "Jean Claude Petit"),
    ("Ludwig van Meer", "Ludwig Meer"),
    ("Maria Elena Ruiz", "Maria Ruiz"),
    ("Anita Valverdde", "Anita Valverde"),
    ("Mayor Anita Valverde", "Anita Valverde"),
]
DIFFERENT = [
    ("J. Harlan", "Robert Harlan"),
    ("Peter Harlan", "Paul Harlan"),
    ("Smith, John Jr.", "John Smith Sr."),
    ("Maria Lopes", "Mario Lopes"),
    ("Daniel Costa", "Danielle Costa"),
    ("Ana Sol", "Eva Sol"),
    ("John Michael Gray", "John Robert Gray"),
    ("S. K. Rao", "R. K. Rao"),
]
SAME_BODIES = [
    ("Harbour Trust Ltd.", "Harbor Trust Limited"),
    ("International Grain Council", "IGC"),
    ("ООО Волна", "Volna LLC"),
    ("Ministry of Defence", "Ministry of Defense"),
    ("U.N. Relief Agency", "UN Relief Agency"),
    ("Brightwater Shipping Inc", "Brightwatr Shipping Inc"),
    ("the United States", "U.S."),
]
DIFFERENT_BODIES = [
    ("Alder Fund II", "Alder Fund III"),
    ("Alder Energy", "Alder Shipping"),
    ("Ministry of Defence", "Ministry of Justice"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_titles_initials_and_short_forms_are_one_name(left: str, right: str) -> None:
    assert same_name(left, right, EntityKind.PERSON).verdict is SameName.SAME


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_persons_with_one_surname_and_other_given_names_are_different(
    left: str, right: str
) -> None:
    assert same_name(left, right, EntityKind.PERSON).verdict is SameName.DIFFERENT


def test_a_surname_alone_does_not_tell() -> None:
    match = same_name("Harlan", "Peter Harlan", EntityKind.PERSON)
    assert match.verdict is SameName.CANNOT_TELL


@pytest.mark.parametrize(("left", "right"), SAME_BODIES)
def test_legal_forms_acronyms_and_spellings_do_not_part_bodies(left: str, right: str) -> None:
    assert same_name(left, right, EntityKind.ORGANISATION).verdict is SameName.SAME


@pytest.mark.parametrize(("left", "right"), DIFFERENT_BODIES)
def test_figures_and_distinctive_words_part_bodies(left: str, right: str) -> None:
    assert same_name(left, right, EntityKind.ORGANISATION).verdict is SameName.DIFFERENT


def test_a_match_that_only_romanises_differently_is_exact() -> None:
    assert same_name("Pyotr Zhdan", "Petr Zhdan", EntityKind.PERSON).verdict is SameName.SAME
    assert same_name("Semyon Zhuk", "Semen Zhuk", EntityKind.PERSON).exact
    assert not same_name("Anita Valverdde", "Anita Valvrede", EntityKind.PERSON).exact


NAMES = st.text(alphabet="abceiklmnorstuvyz АВеиклмнорст.,-'", min_size=1, max_size=24)
SORTS = st.sampled_from([EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE])


@given(NAMES, NAMES, SORTS)
def test_the_verdict_does_not_depend_on_the_side(left: str, right: str, kind: EntityKind) -> None:
    there, back = same_name(left, right, kind), same_name(right, left, kind)
    assert there.verdict is back.verdict
    assert 0.0 <= there.score <= 1.0
    assert (there.verdict is SameName.SAME) == (there.score >= 0.7)


@given(st.lists(st.text(alphabet="aeiklmnorst", min_size=2, max_size=8), min_size=2, max_size=4))
def test_a_name_is_itself_however_it_is_capitalised(words: list[str]) -> None:
    name = " ".join(words)
    assert same_name(name, name.title(), EntityKind.PERSON).verdict is SameName.SAME
