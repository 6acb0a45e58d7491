"""Each change of the tables, oldest first."""
