"""Letters: sender, subject, date and text; what is attached is named, not lost."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from twosource.documents.extract import reports_from
from twosource.model.original import STANDARD_INPUT, seal
from twosource.model.report import PublicationBasis, Report

WORDS = "The harbour office denies that the ferry was told to leave the quay on Monday.\n"


def letter(text: str | None = WORDS, **headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {"From": "Harbour Office <press@harbour.example>", "Subject": "Statement on the ferry"}
    told["Date"] = "Thu, 04 Mar 2021 05:06:07 +0100"
    for key, value in {**told, **headers}.items():
        message[key] = value
    if text is not None:
        message.set_content(text)
    return message


def test_a_letter_gives_its_sender_its_subject_and_its_date(read):
    report = read(bytes(letter()), "a.eml")
    assert (report.publisher, report.title) == ("Harbour Office", "Statement on the ferry")
    assert report.text == f"Statement on the ferry\n\n{WORDS}"
    assert report.published is not None
    assert report.published.at == "2021-03-04T05:06:07+01:00"
    assert report.published.basis is PublicationBasis.METADATA
    assert report.container is None


def test_the_address_stands_for_a_sender_without_a_name(read):
    report = read(bytes(letter(From="press@harbour.example")), "a.eml")
    assert report.publisher == "press@harbour.example"


def test_the_plain_part_is_taken_where_there_are_two(read):
    message = letter()
    message.add_alternative(f"<p>{WORDS}</p><p>Unsubscribe</p>", subtype="html")
    assert "Unsubscribe" not in read(bytes(message), "a.eml").text


def test_a_letter_of_html_alone_gives_its_words(read):
    message = letter(None)
    message.set_content(
        f"<style>p {{}}</style><p>{WORDS}</p><p>It gave no reason.</p>", subtype="html"
    )
    report = read(bytes(message), "a.eml")
    assert report.text == f"Statement on the ferry\n\n{WORDS.strip()}\n\nIt gave no reason."


def test_an_encoding_that_is_declared_wrongly_is_guessed(read):
    data = (
        b"From: a@b.example\r\nSubject: =?utf-8?q?F=C3=A4hre?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=x-unknown\r\n\r\n"
        + "Die Fähre legte laut Hafenamt am Montag pünktlich ab.".encode("cp1252")
    )
    report = read(data, "a.eml")
    assert report.text == "Fähre\n\nDie Fähre legte laut Hafenamt am Montag pünktlich ab."
    assert "guessed" in report.extraction.encoding


def test_the_letter_that_is_answered_is_left_out(read):
    answered = (
        f"{WORDS}\nOn Wed, 3 Mar 2021 Bo Lind wrote:\n> Did the ferry sink?\n>> Nobody knows.\n"
    )
    assert read(bytes(letter(answered)), "a.eml").text == f"Statement on the ferry\n\n{WORDS}\n"


def attach(message: EmailMessage, data: bytes, name: str) -> None:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def test_what_is_attached_in_a_format_that_is_read_is_a_report_of_the_letter():
    message = letter()
    attach(
        message, b"title: Minutes\n\nThe board met on Monday and heard the harbour master.", "m.txt"
    )
    attach(message, b'{"text": "It left."}\n{"text": "It came back."}\n', "posts.jsonl")
    first, minutes, left, back = reports_from(seal("a.eml", bytes(message)))
    assert isinstance(first, Report)
    assert isinstance(minutes, Report)
    assert (first.file, first.container) == ("a.eml", None)
    assert (minutes.file, minutes.container, minutes.title) == ("a.eml#1", "a.eml", "Minutes")
    assert [r.file for r in (left, back) if isinstance(r, Report)] == ["a.eml#2.1", "a.eml#2.2"]
    assert len({r.id for r in (first, minutes, left, back) if isinstance(r, Report)}) == 4


def test_what_is_attached_in_another_format_is_named_and_the_letter_is_read():
    message = letter()
    attach(message, b"\xff\xd8", "quay.jpg")
    attach(message, b"%PDF", "minutes.pdf")
    attach(message, bytes(letter()), "other.eml")
    report, *items = reports_from(seal("a.eml", bytes(message)))
    assert isinstance(report, Report)
    named = (
        "is not read with it; if it is a report, save it from the letter in a format that is read,"
    )
    assert [str(item) for item in items] == [
        f"a.eml: its attachment quay.jpg (application/octet-stream, 2 bytes) {named} and add it",
        "a.eml#2 (minutes.pdf): is broken, or no PDF; get it again, or save its text as .txt",
        f"a.eml: its attachment other.eml (application/octet-stream, {len(bytes(letter()))} bytes)"
        f" {named} and add it",
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"just some words\n", "has none of the header lines of a letter (From, Subject, Date)"),
        (b"From: a@b.example\n\n \n", "is a letter without text"),
        (bytes(letter(None)), "is a letter without text"),
    ],
)
def test_what_is_no_letter_is_one_line(refused, data, what):
    assert refused(data, "a.eml").what == what


def test_a_date_that_cannot_be_read_gives_no_time(read):
    assert read(bytes(letter(Date="sometime in May")), "a.eml").published is None


def test_a_letter_on_standard_input_is_told_by_its_content():
    (report,) = reports_from(seal(STANDARD_INPUT, bytes(letter())))
    assert isinstance(report, Report)
    assert report.extraction.tool == "mail"
