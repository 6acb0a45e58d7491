"""Announcements are sent on until it worked, signed, and never at the cost of the watch."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.engine.watch.sites import Site, round_of, site, watching
from tests.engine.watch.test_cases import announced, both_stories, case, watched
from tests.sources.loopback import Served, answer
from tests.sources.test_fetch import QUICK

from twosource.engine.watch.rounds import Watching
from twosource.engine.watch.sending import Sent, receiver_at
from twosource.errors import SettingsError
from twosource.sources.posting import Message
from twosource.store.kept import open_kept
from twosource.store.watched import announcements

__all__ = ["case"]


def sending(made: Site, server: Served, inside: str = "127.0.0.1") -> Watching:
    url = f"http://127.0.0.1:{server.port}/hook"
    receiver = replace(receiver_at(url, "tide", "twosource/1", inside), limits=QUICK)
    return replace(watching(made, server), receiver=receiver)


def sent(happened: object) -> list[Sent]:
    return [one for one in happened if isinstance(one, Sent)]  # type: ignore[attr-defined]


def test_an_announcement_arrives_once_as_it_is_kept_and_signed(tmp_path: Path, case: str):
    with site() as (made, server):
        both_stories(made, server)
        made.pages["/hook"] = answer(status="202 Accepted")
        how = sending(made, server)
        watched(tmp_path, how, server, case)
        happened = round_of(tmp_path / "news", how)
        assert [one.problem for one in sent(happened)] == [""]
        with open_kept(case) as kept:
            (told,) = announcements(kept)
        assert server.body.decode() == told.document
        assert json.loads(server.body)["arrivals"][0]["title"] == "Five hurt on ferry"
        headers = server.headers
        message = Message(headers["webhook-id"], int(headers["webhook-timestamp"]), server.body)
        assert headers["webhook-signature"] == message.signature("tide")
        assert (told.due, told.tries, told.problem) == (None, 1, "")
        assert told.sent.startswith("2031-04-")
        made.clock.time += 9000
        assert sent(round_of(tmp_path / "news", how)) == []
        assert made.count("/hook") == 1


def test_a_receiver_that_fails_is_tried_again_with_the_same_id_and_given_up_in_the_end(
    tmp_path: Path, case: str
):
    ids, waits = set(), []
    with site() as (made, server):
        both_stories(made, server)
        made.pages["/hook"] = answer(status="500 Broken")
        how = sending(made, server)
        watched(tmp_path, how, server, case)
        results: list[Sent] = []
        for _ in range(12):
            happened = round_of(tmp_path / "news", how)
            results += sent(happened)
            if sent(happened):
                ids.add(server.headers.get("webhook-id"))
            again = results[-1].again
            if again is not None:
                waits.append(round(again - made.clock.time))
                made.clock.time = again
        assert made.count("/hook") == 10
        assert waits == [60, 120, 240, 480, 960, 1920, 3840, 7680, 15360]
        assert results[-1].problem == "the webhook answers 500; given up after 10 times"
    assert len(ids) == 1


def test_a_receiver_says_itself_how_long_to_wait_or_that_it_is_gone(tmp_path: Path, case: str):
    with site() as (made, server):
        both_stories(made, server)
        made.pages["/hook"] = answer(status="429 Too Many Requests", Retry_After="5000")
        how = sending(made, server)
        watched(tmp_path, how, server, case)
        (first,) = sent(round_of(tmp_path / "news", how))
        assert first.again == pytest.approx(made.clock.time + 5000)
        made.pages["/hook"] = answer(status="410 Gone")
        made.clock.time += 5001
        (second,) = sent(round_of(tmp_path / "news", how))
        assert (second.again, second.problem) == (
            None, "the webhook answers 410: it is gone for good"
        )  # fmt: skip


def test_a_receiver_inside_the_network_gets_nothing_unless_it_was_allowed(
    tmp_path: Path, case: str
):
    with site() as (made, server):
        both_stories(made, server)
        how = sending(made, server, inside="")
        watched(tmp_path, how, server, case)
        happened = round_of(tmp_path / "news", how)
        (refused,) = sent(happened)
        assert "leads to 127.0.0.1, which is of this machine" in refused.problem
        assert refused.again is None
        assert len(announced(happened)) == 1
        assert made.count("/hook") == 0


def test_what_is_allowed_inside_is_one_number():
    with pytest.raises(SettingsError, match=r"watch\.inside is 'any' and must be the number"):
        receiver_at("https://desk.example/", "", "twosource/1", "any")
    receiver = receiver_at("https://desk.example:8443/a", "", "twosource/1", "::1")
    assert (receiver.guard.allowed, receiver.guard.ports) == ({"::1"}, {8443})
