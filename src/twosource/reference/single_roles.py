"""Roles that one person has in one event, and the parts of a building and marks of a place."""

from __future__ import annotations

ROLES = (
    "driver motorist pilot co-pilot captain skipper helmsman conductor signalman signaller "
    "dispatcher gunman attacker shooter assailant bomber suspect hostage ringleader mayor "
    "governor headteacher headmaster headmistress principal owner landlord manager caretaker "
    "janitor warden referee cook caterer foreman supervisor superintendent commander deceased "
    "gatekeeper watchman lookout cyclist pedestrian motorcyclist cashier teller imam "
    "organiser organizer director chairman chairwoman chief minister engineer architect "
    "bishop abbot rector dean matron harbourmaster stationmaster chieftain headman sheriff "
    "coroner prosecutor surgeon midwife bridegroom bride groom "
).split()
"""Roles of which an event has one holder, unless a report shows otherwise."""
