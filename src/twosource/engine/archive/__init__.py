"""The archive: many reports on many events, taken in by shards and placed in events."""
