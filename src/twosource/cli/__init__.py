"""The command line: parse, call, show. One document on standard output, the rest on standard error.

Commands import the engine when they run, so that ``--help``, ``--version`` and shell completion do
not wait for the language model's libraries.
"""
