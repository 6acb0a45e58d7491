"""What things of a case are called outside it: addresses that hold anywhere, and plain words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping

from twosource.model.entity import Entity
from twosource.model.identity import EntityId
from twosource.model.report import Report
from twosource.model.statement import Speaker, Statement

NAMESPACE = "urn:x-twosource:"
"""What every id of a case stands behind; no registry knows it, hence the ``x-``."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+\Z")


def urn(ident: str) -> str:
    """The address of anything in a case that has an id."""
    return f"{NAMESPACE}{ident}"


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web whole; what a report gives may be anything."""
    return _WEB_ADDRESS.match(text) is not None


def bytes_address(sha256: str) -> str:
    """The address of bytes by their hash (RFC 6920): whoever holds them can prove it.

    Args:
        sha256: The hash, hexadecimal.
    """
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def text_address(report: Report) -> str:
    """The address of a report's working text, hashed as UTF-8: what every offset counts in."""
    sealed = hashlib.sha256(report.text.encode("utf-8", "surrogatepass"))
    return bytes_address(sealed.hexdigest())


def voice_name(speaker: Speaker, entities: Mapping[EntityId, Entity]) -> str:
    """The name of the entity that a speaker leads to, else the printed words on one line."""
    entity = None if speaker.entity is None else entities.get(speaker.entity)
    return " ".join((entity.name if entity else speaker.span.quote).split())


def content_words(statement: Statement) -> str:
    """The content as printed, its parts parted by an ellipsis, on one line."""
    return " […] ".join(" ".join(part.quote.split()) for part in statement.parts)


def told(statement: Statement, entities: Mapping[EntityId, Entity], report: Report) -> str:
    """One line: who, in which act, through whom, in which report."""
    if statement.speaker is None:
        return f"{report.name} {statement.stance.value}, in its own voice"
    through = ", ".join(voice_name(relayer, entities) for relayer in statement.via)
    relayed = f", relayed by {through}" if through else ""
    who = voice_name(statement.speaker, entities)
    return f"{who} {statement.stance.value}{relayed}, as {report.name} prints it"


def json_bytes(document: object, indent: int | None = 1) -> bytes:
    """JSON in UTF-8 with a line feed at its end; lone surrogates, which UTF-8 lacks, escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    escaped = _LONE_SURROGATE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", text)
    return f"{escaped}\n".encode()
