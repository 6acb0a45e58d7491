"""How reports say whose a thing is, who runs it and where it is registered."""

from __future__ import annotations

from dataclasses import dataclass

THINGS = {
    "ship": r"ferry|ship|vessel|boat|trawler|tanker|barge|freighter",
    "bus": r"bus|coach|minibus",
    "lorry": r"lorry|truck|trailer|road tanker",
    "aircraft": r"plane|aircraft|airliner|helicopter|jet",
    "train": r"train|locomotive|railway",
    "bridge": r"bridge|viaduct|flyover",
    "dam": r"dam|reservoir",
    "mine": r"mine|quarry|pit|colliery",
    "pipeline": r"pipeline|pipe|well|refinery",
    "building": r"building|factory|works|mill|block|house|school|hotel|hostel|plant|premises|"
    r"warehouse|club|nightclub|theatre|market|hospital|kitchen",
}
"""Sorts of things of which an event mostly has one, with the words for them."""


BODIES = (
    r"municipality|council|state|government|army|navy|church|railways?|port authority|county|city|"
    r"town|ministry|diocese|university|crown|co-?operative|community|parish|mosque|family"
)
"""Bodies that may have a thing and are told by a common noun."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a thing has one of, which a name answers.

    Attributes:
        key: What tells it apart.
        text: The question, with ``{thing}``.
        cue: What a sentence holds that may tell it.
        patterns: How it is told; ``NAME`` stands for the name, ``LOWER`` for up to four words in
            lower case.
        country: Whether the name is of a country, so that its adjective is the same.
    """

    key: str
    text: str
    cue: str
    patterns: tuple[str, ...]
    country: bool = False


HOLDINGS = (
    Holding(
        "owner",
        "Whose is the {thing}?",
        r"\bbelong|\bown|propert|\bsold\b|\bbought\b|\bacquired\b|hands of",
        (
            r"\bbelong(?:s|ed|ing) to LOWERNAME",
            r"\b(?:owned|wholly owned|part-owned) by LOWERNAME",
            r"\b(?:the )?property of LOWERNAME",
            r"\bsold (?:it |her |the \w+ )?to LOWERNAME",
            r"\b(?:bought|acquired|taken over) by LOWERNAME",
            r"\bin the hands of LOWERNAME",
            r"\b[Oo]wners?,? (?:is |are )?NAME(?=[,.;]| said| denied)",
            r"NAME,? (?:which|who|that) (?:owns|own|owned) (?:the|it)\b",
            r"NAME (?:owns|own) (?:the|it)\b",
        ),
    ),
    Holding(
        "operator",
        "Who runs the {thing}?",
        r"\boperat|\brun(?:s|ning)? by|\bcharter|\bmanaged by",
        (
            r"\b(?:operated|run|managed|chartered) by LOWERNAME",
            r"\b[Oo]perators?,? (?:is )?NAME(?=[,.;]| said| denied)",
            r"NAME,? (?:which|who|that) (?:operates|runs|manages) (?:the|it)\b",
        ),
    ),
    Holding(
        "flag",
        "Under which flag does the {thing} sail?",
        r"\bflag|\bregistered\b|-registered",
        (
            r"\bflag of (?:the )?NAME",
            r"\bregistered in (?:the )?NAME",
            r"NAME[- ](?:flagged|registered)\b",
            r"\b(?:under|flies|flying|flew|fly) (?:a|the) NAME flag",
        ),
        country=True,
    ),
    Holding(
        "destination",
        "Where was the {thing} bound?",
        r"\bbound\b|\bvoyage|\bway\b|\bheading\b|\ben route|\btrip\b|\bflight\b|\bjourney",
        (
            r"\b(?:voyage|trip|flight|journey)(?: from [A-Z]\w+(?: [A-Z]\w+)?)? to (?:the )?NAME",
            r"\bbound for (?:the )?NAME",
            r"\bway(?: back)?(?: from [A-Z]\w+(?: [A-Z]\w+)?)? to (?:the )?NAME",
            r"\b(?:heading for|en route to) (?:the )?NAME",
        ),
    ),
    Holding(
        "maker",
        "Who built or made the {thing}?",
        r"\bbuilt|\bmade by|\bmanufactured by|\bput up|\bconstructed|\berected",
        (
            r"\b(?:built|constructed|erected|put up)(?: in \d{4})? by LOWERNAME",
            r"\b(?:made|manufactured) by LOWERNAME",
        ),
    ),
)
"""What is asked for of a thing by name."""
