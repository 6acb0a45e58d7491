"""The event that a case is about, and how each sentence of a report stands to it."""
