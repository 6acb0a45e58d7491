"""Sending a message to an address that was set for it, through the same guard as every fetch."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from binascii import Error as NotBase64
from dataclasses import dataclass

from twosource.sources.addresses import Guard, refused
from twosource.sources.asking import Asked, Limits, exchanged
from twosource.sources.connection import Deadline

LIMITS = Limits(seconds=20.0, pause=10.0, size=100_000, redirects=0)
_ENCODED = "whsec_"


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent.

    Attributes:
        id: Of the message; the same however often it is sent.
        at: When it is sent, in seconds since 1970.
        body: JSON in UTF-8.
    """

    id: str
    at: int
    body: bytes

    def signature(self, secret: str) -> str:
        """The signature as Standard Webhooks 1.0 has it: HMAC-SHA-256 over id, time and body.

        Args:
            secret: The secret; behind ``whsec_`` its bytes in base64, else itself in UTF-8.
        """
        digest = hmac.new(
            _key(secret), f"{self.id}.{self.at}.".encode() + self.body, hashlib.sha256
        )
        return "v1," + base64.b64encode(digest.digest()).decode("ascii")


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where messages are sent.

    Attributes:
        url: The address.
        secret: What messages are signed with; nothing: they are not.
        agent: What the request says of who sends.
        guard: What may be connected to.
        limits: How far it goes.
    """

    url: str
    secret: str
    agent: str
    guard: Guard
    limits: Limits = LIMITS


def post(message: Message, to: Receiver) -> tuple[int, str]:
    """Send a message.

    Returns:
        The status of the answer, and its ``Retry-After``. Redirects are not followed: a message
        goes to the address that was set, or nowhere.

    Raises:
        MaterialError: If it could not be sent; a ``PassingError`` where it may work later.
    """
    place = to.guard.place(to.url)
    headers = [
        ("User-Agent", to.agent),
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(message.body))),
        ("webhook-id", message.id),
        ("webhook-timestamp", str(message.at)),
    ]
    if to.secret:
        headers.append(("webhook-signature", message.signature(to.secret)))
    asked = Asked(tuple(headers), "POST", message.body)
    deadline = Deadline(time.monotonic() + to.limits.seconds, to.limits.pause)
    answer = exchanged(place, asked, to.guard, to.limits, deadline)
    return answer.status, dict(answer.lowered()).get("retry-after", "")


def check_receiver(to: Receiver) -> None:
    """See that messages could be sent, as far as that shows without sending one.

    Raises:
        MaterialError: If the address may not be asked as it is written, or the secret cannot be
            read.
    """
    to.guard.place(to.url)
    try:
        _key(to.secret)
    except ValueError as error:
        raise refused(to.url, "its secret is no base64 behind whsec_", "copy it again") from error


def _key(secret: str) -> bytes:
    if not secret.startswith(_ENCODED):
        return secret.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(secret.removeprefix(_ENCODED), validate=True)
    except NotBase64 as error:
        raise ValueError(str(error)) from error
