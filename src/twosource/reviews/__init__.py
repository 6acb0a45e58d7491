"""What people decided, applied to a case: pure functions over nouns, nothing stored.

What no longer fits is listed for a person and never dropped.
"""
