"""Which claims are about the same thing, which reports are one source in several coats."""
