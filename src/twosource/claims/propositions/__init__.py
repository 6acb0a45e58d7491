"""What clauses and noun phrases say happened or is so, the voice of the verb undone."""
