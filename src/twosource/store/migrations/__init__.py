"""Migrations of the case database, run by Alembic when a case is opened."""
