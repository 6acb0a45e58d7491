"""The lines of the brief, one module for each sort of section. Each gives drafts."""
