"""What of a case each format has no room for, one phrase each; printed when a case leaves in it."""

from __future__ import annotations

ANNOTATIONS = (
    "times, amounts and places in comparable form: answers are words",
    "lineage, origins and how many of them are independent",
    "which relations hold between claims, beyond the sides of a contradiction",
    "the order and the rating of hypotheses, beyond the words for and against each",
    "lines of the brief and their standing",
    "the text of the reports: only its hash and the words quoted",
)

GEOJSON = (
    "answers that are no place: times, counts, who did it",
    "distances and directions from a place",
    "who says so, beyond the report and the statement by their ids",
    "lineage, findings, hypotheses and the brief",
    "the shape of a country or a region: an area is a circle around its middle",
)

PROV = (
    "ties between reports whose direction is not known: a derivation has one",
    "answers that collide, and which relation holds between claims",
    "findings, losses, hypotheses and the brief",
    "publication times as intervals: the date stands as printed, if it is printed",
    "spans: a statement quotes its words and bears its offsets in terms of the house",
)

FTM = (
    "offsets: a mention knows its report, not its place in it",
    "several answers to one question, and who gives which",
    "times with a zone or as an interval: a publication is dated by the day that it fits in UTC",
    "lineage, losses, findings, hypotheses and the brief",
    "entities of no known kind",
    "the SHA-256 of an original, which stands in the notes: its own checksum is SHA-1",
)

STIX = (
    "the time of writing: every object is dated by the latest publication of the case, or by 1970",
    "the event: an incident has no properties in STIX 2.1",
    "answers in comparable form and the relations between them: a collision is a note",
    "what no program but this one knows: statements and hypotheses are extension objects",
    "losses, findings, the brief, and the text of the reports",
    "ties between reports whose direction is not known, and origins outside the case",
    "how sure an attribution is: the confidence of STIX rates whoever made the object",
)

WIKITEXT = (
    "offsets: a reference quotes the words, and its name bears where they start",
    "claims, relations, lineage and findings, beyond the lines that tell them",
    "the text of the reports",
    "when a page was looked at, and where it is archived: nothing in the case says so",
)

CLAIM_REVIEW = (
    "whatever no person accepted or corrected: every other answer, and all that is no answer",
    "ratings in figures: a rating is the word with which a person's reason begins, or left out",
    "where a claim appeared first: nothing shows that for certain",
    "offsets: an appearance quotes the words",
    "that versions collide, relations, lineage, origins, findings, hypotheses and the brief",
    "the address of the review itself: it has none",
)

REVIEW_CSV = (
    "anything but statements: answers, contradictions, lineage, findings, hypotheses",
    "further parts of a content that its cue splits",
    "reviews of anything but statements, and their reasons",
)
