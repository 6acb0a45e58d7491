"""What stands on news pages beside the story: menus, boxes, calls to subscribe, comments."""

from __future__ import annotations

MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>'
    for name in ("Home", "World", "Region", "Business", "Sport", "Culture", "Weather", "Podcasts")
)
COOKIES = (
    '<div id="consent" role="dialog"><h2>We value your privacy</h2><p>We and our 412 partners store'
    " cookies on your device to show you adverts that you may like and to count how often you do."
    " You may object at any time.</p><button>Accept all</button><button>Settings</button></div>"
)
HEADLINES = (
    "Ten soups for a cold week",
    "Mayor opens new swimming hall, forgets towel",
    "Why your neighbour's cat knows your name",
    "Quiz: how well do you know your county?",
    "Train fares to rise again in spring",
    "In pictures: the harbour festival",
    "Old brewery to become flats",
    "Letters: what readers think of the roundabout",
)
NEWSLETTER = (
    "Sign up for our morning newsletter and get the five stories that matter in your inbox every"
    " weekday. You can unsubscribe at any time."
)
SUPPORT = (
    "You have read four articles this month. Good reporting costs money: support us from three a"
    " month and read without adverts."
)
COMMENTS = (
    ("gardener59", "They should have seen this coming, my brother told everybody years ago."),
    ("Truth Teller", "Funny how nobody asks who gets paid for all this. Wake up people!!"),
    ("M. from upstairs", "Can we stay on the subject please? My bus was late too."),
)
RIGHTS = (
    "© The publisher. All rights reserved. Imprint | Privacy | Terms of use | Contact | Jobs |"
    " Advertise with us"
)
AUTHOR = (
    "is our reporter for the region. She studied geography, keeps bees and has been with the paper"
    " since 2015."
)
CAPTION = "A view of the place on the day after. Photo: B. Lindqvist/Archive"


def links(first: int, count: int, item: str = '<li><a href="/n/{0}">{1}</a></li>') -> str:
    """Headlines of other stories as links."""
    chosen = [(first + k) % len(HEADLINES) for k in range(count)]
    return "".join(item.format(number, HEADLINES[number]) for number in chosen)


def comments(item: str) -> str:
    """What readers wrote below; the item takes a name and a text."""
    return "".join(item.format(name, text) for name, text in COMMENTS)
