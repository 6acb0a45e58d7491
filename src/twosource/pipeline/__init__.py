"""The pipeline: the whole flow from sealed reports to a told case, on one page."""
