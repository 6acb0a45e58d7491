"""PROV: only terms of the recommendation, and every chain of attribution whole."""

from __future__ import annotations

import json

import pytest
from rdflib import PROV, RDF, Graph, URIRef

from twosource.exchange.names import urn
from twosource.exchange.provenance import prov
from twosource.model.case import Case
from twosource.model.lineage import Direction

# rdflib 7 reads JSON-LD through a class that it deprecates itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
TERMS = {f"{PROV}{name}" for name in PROV.__annotations__}


def graph_of(case: Case) -> Graph:
    return Graph().parse(data=prov(case), format="json-ld")


@pytest.mark.parametrize("name", ["ferry", "example", "hostile"])
def test_every_term_of_prov_is_one_that_the_recommendation_has(
    name: str, request: pytest.FixtureRequest
) -> None:
    graph = graph_of(request.getfixturevalue(name))
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    ours = {str(term) for term in used if str(term).startswith(str(PROV))}
    assert ours
    assert ours <= TERMS


def test_every_statement_is_attributed_and_every_chain_has_its_roles(ferry: Case) -> None:
    graph = graph_of(ferry)
    for statement in ferry.statements:
        node = URIRef(urn(statement.id))
        assert len(list(graph.objects(node, PROV.wasAttributedTo))) == 1
        assert list(graph.objects(node, PROV.wasQuotedFrom)) == [URIRef(urn(statement.report))]
        steps = list(graph.objects(node, PROV.qualifiedAttribution))
        assert len(steps) == (statement.speaker is not None) + len(statement.via)
        roles = sorted(str(r) for step in steps for r in graph.objects(step, PROV.hadRole))
        assert sum(role.endswith("relayer") for role in roles) == len(statement.via)


def test_a_descent_stands_only_where_its_direction_is_known(example: Case) -> None:
    graph = graph_of(example)
    known = [edge for edge in example.lineage if edge.direction is Direction.KNOWN]
    assert known
    derived = list(graph.objects(None, PROV.qualifiedDerivation))
    assert len(derived) == len(known)
    for edge in known:
        triple = (URIRef(urn(edge.target)), PROV.wasDerivedFrom, URIRef(urn(edge.source)))
        assert triple in graph


def test_every_report_derives_from_an_original_under_its_hash(example: Case) -> None:
    graph = graph_of(example)
    for report in example.reports:
        froms = [str(o) for o in graph.objects(URIRef(urn(report.id)), PROV.wasDerivedFrom)]
        assert sum(one.startswith("ni:///sha-256;") for one in froms) == 1


def test_the_context_stands_inside_and_needs_no_network(ferry: Case) -> None:
    context = json.loads(prov(ferry))["@context"]
    assert isinstance(context, dict)
    assert context["prov"] == str(PROV)
    assert prov(ferry) == prov(ferry)
