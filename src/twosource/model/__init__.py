"""The nouns: frozen dataclasses, enumerations and ids. Nothing here reads or computes."""
