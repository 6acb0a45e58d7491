"""ClaimReview: only what a person signed, in that person's words, in terms of schema.org."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace
from typer.testing import CliRunner

from twosource.cli.main import app
from twosource.engine.cases import add_files, case_document, new_case, update_case
from twosource.engine.desk import decide, judging, signed_answers
from twosource.exchange.claim_review import claim_reviews
from twosource.model.case import Case
from twosource.model.custody import Stamp
from twosource.model.review import ReviewAction
from twosource.store.case_file import read_case
from twosource.store.kept import open_kept

# rdflib 7 reads JSON-LD through a class that it deprecates itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
LATER = Stamp("Bo Marsh", "2031-04-11T09:00:00+00:00")
SCHEMA = Namespace("http://schema.org/")
TEXT = (
    "publisher: Ostrel Post\nurl: https://post.example/quay\n\nThe harbour master, Ilse Varn, said "
    "on Monday that nine sailors were hurt on the quay.\n"
)
TERMS = (
    "ClaimReview Claim Person Organization Rating CreativeWork Quotation author datePublished "
    "claimReviewed itemReviewed reviewBody reviewRating alternateName appearance hasPart text name "
    "url publisher identifier"
).split()
"""What of schema.org 28 is written; ``Claim.appearance`` and ``hasPart`` hold creative works."""


@pytest.fixture
def place(tmp_path: Path) -> str:
    home = str(tmp_path / "case")
    new_case(home, NOW)
    (tmp_path / "quay.txt").write_text(TEXT, "utf-8")
    add_files(home, [tmp_path / "quay.txt"], NOW)
    update_case(home, NOW)
    return home


def judge(
    place: str, why: str, stamp: Stamp = NOW, action: ReviewAction = ReviewAction.ACCEPT
) -> str:
    case = read_case(case_document(place))
    claim = case.questions[0].claims[0]
    decide(place, judging(case, claim.id, action, why), stamp)


def written(place: str) -> list[dict]:
    with open_kept(place) as kept:
        return json.loads(claim_reviews(*signed_answers(kept)))["@graph"]


def test_nothing_leaves_that_no_person_signed(place: str, example: Case) -> None:
    assert written(place) == []
    assert json.loads(claim_reviews(example))["@graph"] == []


def test_an_accepted_answer_leaves_under_the_name_of_who_accepted_it(place: str) -> None:
    judge(place, "I heard the recording.")
    (one,) = written(place)
    assert one["author"] == {"@type": "Person", "name": "Ines Tolland"}
    assert one["datePublished"] == "2031-04-10"
    assert one["claimReviewed"] == one["itemReviewed"]["text"]
    assert one["reviewBody"] == "I heard the recording."
    (work,) = one["itemReviewed"]["appearance"]
    assert work["url"] == "https://post.example/quay"
    assert work["hasPart"]["text"] in TEXT
    assert one["itemReviewed"]["author"] == [{"@type": "Person", "name": "Ilse Varn"}]


@pytest.mark.parametrize(
    ("why", "rated"),
    [
        ("Disputed: the office gives another figure.", "disputed"),
        ("known - two lists agree", "known"),
        ("It is known that two lists agree.", None),
        ("disputed", None),
        ("", None),
    ],
)
def test_a_rating_is_the_word_of_the_person_or_left_out(
    place: str, why: str, rated: str | None
) -> None:
    judge(place, why)
    (one,) = written(place)
    wanted = None if rated is None else {"@type": "Rating", "alternateName": rated}
    assert one.get("reviewRating") == wanted


def rated(place: str) -> dict[str, str]:
    found = written(place)
    return {one["author"]["name"]: one["reviewRating"]["alternateName"] for one in found}


def test_of_two_decisions_on_one_answer_the_one_in_force_counts(place: str) -> None:
    judge(place, "claimed: only she says so")
    assert rated(place) == {"Ines Tolland": "claimed"}
    judge(place, "unknown: she took it back", LATER)
    assert rated(place) == {"Bo Marsh": "unknown"}


def test_what_was_rejected_does_not_leave(place: str) -> None:
    judge(place, "disputed: a slip", action=ReviewAction.REJECT)
    assert written(place) == []


def test_every_term_is_one_of_schema_org_and_the_graph_is_whole(place: str) -> None:
    judge(place, "claimed: only she says so")
    with open_kept(place) as kept:
        document = json.loads(claim_reviews(*signed_answers(kept)))
    assert document["@context"] == "https://schema.org"
    # the context of schema.org maps every name to its vocabulary; it is not fetched here
    document["@context"] = {"@vocab": str(SCHEMA)}
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    assert used - {RDF.type} <= {SCHEMA[name] for name in TERMS}
    (review,) = graph.subjects(RDF.type, SCHEMA.ClaimReview)
    (claim,) = graph.objects(review, SCHEMA.itemReviewed)
    assert (claim, RDF.type, SCHEMA.Claim) in graph
    assert list(graph.objects(claim, SCHEMA.appearance))


def test_a_case_file_holds_no_decisions_and_is_refused(place: str, tmp_path: Path) -> None:
    judge(place, "")
    run = CliRunner().invoke
    made = run(app, ["export", place, "--format", "claimreview"])
    assert json.loads(made.stdout)["@graph"]
    assert "claimreview cannot hold: ratings in figures" in made.stderr
    file = tmp_path / "case.json"
    file.write_text(case_document(place), "utf-8")
    refused = run(app, ["export", str(file), "--format", "claimreview"])
    assert refused.exit_code == 2
    assert "a case file holds no decisions" in refused.stderr
