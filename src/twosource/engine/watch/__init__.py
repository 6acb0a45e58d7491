"""Watching: feeds polled, their entries fetched into an archive, watched cases told what is new."""
