"""Which reports of an archive tell of one event: their traits, and the stream that places them."""
