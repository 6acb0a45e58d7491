"""Furniture is labelled, nothing is deleted, and a sentence is never taken for furniture."""

from __future__ import annotations

import pytest

from twosource.model.report import FURNITURE, readable

BODY = "The harbour master said on Monday that the ferry had left the quay on time and empty."


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to the Lowland Post today. Get the news in your inbox.",
        "Sign up for our morning letter",
        "**Sign up here**",
        "Read more: Ferry captain questioned",
        "[Read more](https://lowland.example/more)",
        "Follow us on every channel",
        "The latest on Ferries & Ports",
        "ADVERTISEMENT",
        "Advertisement",
        "Related: Ferry captain questioned",
        "Related stories",
        "Share this article",
        "Get our newsletter",
        "Original url:",
        "Story continues below",
        "© 2021 The Lowland Post. All rights reserved.",
    ],
)
def test_promotion_is_labelled_and_not_read(read, runs, line):
    report = read(f"{BODY}\n\n{line}\n\n{BODY}")
    assert "".join(runs(report, "promotion")) == line
    assert readable(report).split() == (BODY + " " + BODY).split()


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers to the ferry line said that they had been told nothing.",
        "The latest on the ferry is that it left at nine.",
        "Related companies denied that they had chartered the ferry.",
        "Shares of the ferry line fell.",
        "Follow-up inspections were promised by the ministry.",
        "Read out in court, the letter said that the captain had been warned.",
        "Advertisements for the ferry were withdrawn, the line said.",
        "Signing up for the ferry took an hour, passengers said.",
        "By Monday the ferry had come back.",
        "By Monday Evening",
        "Photographs show the ferry at the quay.",
        "Image analysts said that the ferry was empty.",
        "Copyright lawyers said that the film of the ferry was stolen.",
        "He wrote that the ratio was 3/4 of what Bo Lind / Ada Quill had said it was.",
        "Donated food was lost, the charity said.",
        "Newsletters of the line had promised two ferries.",
        "Reporting by telephone is required of every captain, the ministry said.",
        "Police (Harbour) - who had been called at nine - came at ten.",
        "Bo Lind – the harbour master – denied it.",
        "BO said so.",
    ],
)
def test_a_sentence_is_not_furniture(read, line):
    report = read(f"{line}\n\n{BODY}")
    assert {region.kind for region in report.regions} & FURNITURE == set()
    report = read(f"{BODY}\n\n{line}\n\n{BODY}")
    assert report.regions == ()


@pytest.mark.parametrize(
    "line",
    [
        "Passengers wait on the quay. **Ada Quill / LPN**",
        "Passengers wait on the quay. Ada Quill/Lowland Images",
        "Photo: Ada Quill",
        "Passengers wait on the quay (Photo by Ada Quill)",
        "Passengers wait on the quay. Photo: Ada Quill",
        "Image credit: Lowland Images",
        "![The ferry at the quay](ferry.png)",
    ],
)
def test_a_paragraph_that_ends_with_a_credit_is_a_caption(read, runs, line):
    report = read(f"Ferry left early\n\n{line}\n\n{BODY}")
    assert runs(report, "caption") == [line]


def test_a_credit_inside_a_paragraph_of_the_body_is_not_a_caption(read, runs):
    report = read(f"{BODY}\nThe quay was shut. Ada Quill/Lowland Images\n{BODY}")
    assert runs(report, "caption") == []


def test_links_keep_their_words_and_lose_their_marks(read, runs):
    report = read("He [denied](https://a.example/x_(y)) it, she [said](#).")
    assert runs(report, "link-mark") == ["[", "["]
    assert runs(report, "link-target") == ["](https://a.example/x_(y))", "](#)"]
    assert readable(report).split() == ["He", "denied", "it,", "she", "said", "."]


@pytest.mark.parametrize(
    "text",
    [
        "“They have done false alarms [before]. They will again,” he said.",
        "“It was [the] ferry (we saw it),” she said.",
        "“We heard the [siren](sic) at nine,” she said.",
        "He gave it 5* and them 3* and wrote snake__case__names.",
        "An unclosed ** mark and [another one.",
    ],
)
def test_an_editors_brackets_and_stray_marks_are_text(read, text):
    assert read(text).regions == ()


def test_emphasis_marks_are_labelled_and_their_words_stay(read, runs):
    report = read("**Nobody** was __hurt__, *he* said.")
    assert runs(report, "link-mark") == ["**", "**", "__", "__", "*", "*"]
    assert readable(report).split() == ["Nobody", "was", "hurt", ",", "he", "said."]


@pytest.mark.parametrize("line", ["---", "***", "* * *", "——————", "⁂"])
def test_a_rule_is_a_separator(read, runs, line):
    report = read(f"{BODY}\n\n{line}\n\n{BODY}")
    assert runs(report, "separator") == [line]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("By [Ada Quill](#) and [Bo Lind](/bo)", "Ada Quill and Bo Lind"),
        ("BY ADA QUILL, BO LIND AND CY DUNN", "ADA QUILL, BO LIND"),
        ("Written by Ada van der Quill, harbour reporter", "Ada van der Quill"),
    ],
)
def test_a_byline_names_who_wrote_the_report(read, runs, line, names):
    report = read(f"Ferry left early\n\n{line}\n\n{BODY}")
    assert runs(report, "byline") == [line]
    assert report.byline is not None
    assert report.byline.startswith(names)


def test_a_byline_below_a_standfirst_is_found(read):
    report = read(f"Ferry left early\n\n{BODY}\n\nBy Ada Quill\n\n4 May 2021\n\n{BODY}")
    assert report.byline == "Ada Quill"
    assert report.published is not None


def test_an_agencys_closing_line_is_a_byline(read, runs):
    line = "(Reporting by Ada Quill; Editing by Bo Lind)"
    assert runs(read(f"{BODY}\n\n{line}"), "byline") == [line]


def test_the_reports_own_address_is_read_from_the_line_that_announces_it(read):
    report = read(f"{BODY}\n\nOriginal URL:\n\n<https://lowland.example/2021/03/05/ferry>")
    assert report.url == "https://lowland.example/2021/03/05/ferry"
    assert report.published is not None
    assert (report.published.at, report.published.basis) == ("2021-03-05", "url")


def test_an_address_in_the_text_is_not_the_reports_own(read):
    report = read(f"{BODY}\n\nhttps://other.example/2021/03/05/ferry\n\n{BODY}")
    assert report.url is None
    assert report.published is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry left early, passengers say\n\n{BODY}", "Ferry left early, passengers say"),
        (f"\n \nWho moved the ferry?\n\n{BODY}", "Who moved the ferry?"),
        (f"# Ferry left early\n{BODY}", "Ferry left early"),
        (f"# **Ferry left early**\n\n{BODY}", "Ferry left early"),
        (f"The ferry left early.\n\n{BODY}", None),
        (f"Ferry left early\n{BODY}", None),
        (f"By Ada Quill\n\n{BODY}", None),
        (f"4 May 2021\n\n{BODY}", None),
        ("The ferry left early", None),
        (f"* * *\n\n{BODY}", None),
    ],
)
def test_the_first_line_is_a_title_where_it_stands_like_one(read, text, title):
    assert read(text).title == title


def test_headings_in_the_body_stay_text(read):
    report = read(f"{BODY}\n\nWhat does the line say?\n\n{BODY}")
    assert report.regions == ()
