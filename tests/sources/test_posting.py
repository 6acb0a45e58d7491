"""Messages go to the address that was set, guarded and signed, and nowhere else."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest
from tests.sources.loopback import answer, moved, serving
from tests.sources.test_fetch import QUICK, guard_for, no_network

from twosource.errors import MaterialError
from twosource.sources.addresses import Guard
from twosource.sources.posting import Message, Receiver, check_receiver, post

__all__ = ["no_network"]
MESSAGE = Message("an-1", 1_933_000_000, b'{"case": "quay"}')


def test_a_message_arrives_with_its_id_and_a_signature_over_id_time_and_body():
    with serving(lambda path, _: answer(status="204 No Content")) as server:
        to = Receiver(server.url("/hook"), "tide", "twosource/1", guard_for(server), QUICK)
        assert post(MESSAGE, to) == (204, "")
    assert (server.asked, server.body) == (["/hook"], MESSAGE.body)
    assert server.headers["content-type"] == "application/json"
    assert server.headers["webhook-id"] == "an-1"
    seen = f"an-1.{server.headers['webhook-timestamp']}.".encode() + server.body
    made = base64.b64encode(hmac.new(b"tide", seen, hashlib.sha256).digest()).decode()
    assert server.headers["webhook-signature"] == f"v1,{made}"


def test_a_secret_of_the_standard_is_read_from_its_base64():
    """The example of Standard Webhooks 1.0, whose libraries check the same signature."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - published as an example
    message = Message("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert message.signature(secret) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_without_a_secret_nothing_is_signed():
    with serving(lambda path, _: answer()) as server:
        post(MESSAGE, Receiver(server.url(), "", "twosource/1", guard_for(server), QUICK))
    assert "webhook-signature" not in server.headers


def test_a_message_is_not_carried_on_by_a_redirect():
    with serving(lambda path, _: moved("/b")) as server:
        to = Receiver(server.url("/a"), "", "twosource/1", guard_for(server), QUICK)
        assert post(MESSAGE, to)[0] == 302
    assert server.asked == ["/a"]


def test_a_message_goes_to_no_address_that_is_not_public_unless_it_is_allowed():
    with serving(lambda path, _: answer()) as server:
        ports = frozenset({server.port})
        url = f"http://127.0.0.1:{server.port}/"
        with pytest.raises(MaterialError, match="of this machine"):
            post(MESSAGE, Receiver(url, "", "twosource/1", Guard(ports=ports), QUICK))
        assert server.asked == []
        allowed = Guard(frozenset({"127.0.0.1"}), ports)
        assert post(MESSAGE, Receiver(url, "", "twosource/1", allowed, QUICK))[0] == 200


def test_what_cannot_be_sent_to_is_refused_before_anything_is_sent():
    for url, secret in (("ftp://a.example/", ""), ("https://a.example/", "whsec_%")):
        with pytest.raises(MaterialError):
            check_receiver(Receiver(url, secret, "twosource/1", Guard()))
