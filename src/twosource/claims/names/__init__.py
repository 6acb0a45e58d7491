"""Whether two printed names are one name."""

from twosource.claims.names.match import same_name
from twosource.claims.names.verdict import NameMatch, SameName

__all__ = ["NameMatch", "SameName", "same_name"]
