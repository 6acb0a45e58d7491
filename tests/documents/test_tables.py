"""Tables of posts: a row a report, whatever parts the columns and whatever they are called."""

from __future__ import annotations

import pytest

from twosource.documents.extract import reports_from
from twosource.model.case import Unreadable
from twosource.model.original import seal
from twosource.model.report import Report


def read(text: str) -> list[Report | Unreadable]:
    return list(reports_from(seal("posts.csv", text.encode())))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_each_row_is_a_report_whatever_parts_the_columns(delimiter):
    rows = [
        ("Page Name", "Post Created", "Message", "URL"),
        (
            "Quay Watch",
            "2021-03-04 00:06:07 EST",
            '"The ferry left.\nIt came back."',
            "https://a.example/1",
        ),
    ]
    (report,) = read("\n".join(delimiter.join(row) for row in rows))
    assert isinstance(report, Report)
    assert (report.file, report.container) == ("posts.csv#1", "posts.csv")
    assert report.text == "The ferry left.\nIt came back."
    assert (report.publisher, report.url) == ("Quay Watch", "https://a.example/1")
    assert report.published is not None
    assert report.published.at == "2021-03-04T00:06:07-05:00"


ARCHIVED = (
    "{'_processed_at': datetime.datetime(2022, 1, 2, 3, 4, tzinfo=datetime.timezone.utc),"
    " 'url': 'https://t.example/quay/1', 'title': 'Ferry', 'content': 'The ferry left.',"
    " 'timestamp': datetime.datetime(2021, 3, 4, 5, 6, 7, tzinfo=datetime.timezone.utc),"
    " 'path': PosixPath('a'), 'n': __import__('os').abort()}"
)


def test_the_metadata_of_the_auto_archiver_is_read_and_nothing_in_it_is_executed():
    (report,) = read(f'status,metadata,media\nsuccess,"{ARCHIVED}",[]\n')
    assert isinstance(report, Report)
    assert report.text == "Ferry\n\nThe ferry left."
    assert report.url == "https://t.example/quay/1"
    assert report.published is not None
    assert report.published.at == "2021-03-04T05:06:07+00:00"
    assert report.extraction.tool == "auto-archiver"


def test_the_sheet_of_the_auto_archiver_is_read():
    head = "Link,Archive status,Archive date,Upload timestamp,Upload title,Text content"
    row = "https://t.example/1,success,2022-01-02T03:04:05Z,2021-03-04T05:06:07Z,Ferry,It left."
    (report,) = read(f"{head}\n{row}\n")
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Ferry", "https://t.example/1")
    assert report.published is not None
    assert report.published.at == "2021-03-04T05:06:07+00:00"


def test_rows_without_text_are_counted_in_one_line():
    items = read("text,date\nIt left.,2021-03-04\n,2021-03-05\n,\n")
    assert [str(item) for item in items[1:]] == [
        "posts.csv: 2 of its 3 items hold no text;"
        " nothing to do if they are pictures alone; else name the field"
    ]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "one column\nof words\n", "text\n", "{'a': 1}"])
def test_a_table_without_texts_is_one_line(text):
    (item,) = read(text)
    assert isinstance(item, Unreadable)
    assert item.what.startswith("is a table without a column of texts (columns: ")


@pytest.mark.parametrize("broken", ["(" * 5000, "{" * 500, "{'a': " * 90, "{**{}}", "{1: 2}"])
def test_metadata_that_cannot_be_read_gives_no_post(broken):
    items = read(f'status,metadata,media\nsuccess,"{{{broken}",[]\n')
    assert not any(isinstance(item, Report) for item in items)


def test_a_field_that_is_never_closed_takes_the_rest_and_stops_nothing():
    (report,) = read('text,date\n"It left.,2021-03-04\nIt came back.,2021-03-05\n')
    assert isinstance(report, Report)
    assert report.text.startswith("It left.")
