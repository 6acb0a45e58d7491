"""What a site says may be asked for by programs: its ``robots.txt`` (RFC 9309).

Protego takes the file apart; its patterns are matched in linear time, so that no file of a hostile
site makes it slow.
"""

from __future__ import annotations

from functools import lru_cache

from protego import Protego

LARGEST = 512_000
"""Bytes that are read of it; RFC 9309, section 2.5, asks for at least 500 kibibytes."""
_LONGEST_DELAY = 3_600.0


@lru_cache(maxsize=64)
def _taken_apart(text: str) -> Protego:
    return Protego.parse(text)


def may_ask(robots: str, url: str, agent: str) -> bool:
    """Whether a site allows a program to ask for an address.

    Args:
        robots: The text of its file; nothing where it has none.
        url: The address.
        agent: What the program calls itself.
    """
    return bool(_taken_apart(robots).can_fetch(url, token_of(agent)))


def delay_asked(robots: str, agent: str) -> float:
    """Seconds that a site wants between two requests (``Crawl-delay``); 0 where it says none."""
    delay = _taken_apart(robots).crawl_delay(token_of(agent))
    return 0.0 if delay is None or not delay > 0 else min(float(delay), _LONGEST_DELAY)


def token_of(agent: str) -> str:
    """The name that sites know a program by: ``twosource`` of ``twosource/1.0 (...)``.

    RFC 9309, section 2.2.1: what stands before the first sign that is no letter, hyphen or
    underscore.
    """
    end = next(
        (i for i, c in enumerate(agent) if not (c.isascii() and (c.isalpha() or c in "-_"))), None
    )
    return agent[:end] or agent
