"""Who says what: from a reading to statements with speaker, cue, content, kind and stance."""
