"""The engine: maps the stages over many items and puts the rooms together."""
