"""The store: the case file, and writing files whole."""
