"""Read-only tables: words, patterns and calendars, each with where it comes from."""
