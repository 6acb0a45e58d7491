"""Which entities of several reports are one: each step with its reason, none of them guessed."""
