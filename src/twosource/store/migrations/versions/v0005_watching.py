"""Watched cases: which archives are polled for them, what came, what was announced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "watch",
        sa.Column("archive", sa.String(400), primary_key=True),
        sa.Column("events", sa.Text, nullable=False),
        sa.Column("feeds", sa.Integer, nullable=False),
        sa.Column("since", sa.String(40), nullable=False),
        sa.Column("looked", sa.String(40), nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
    )
    op.create_table(
        "arrival",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("before", sa.Integer, nullable=False),
        sa.Column("announcement", sa.Integer, nullable=True),
    )
    op.create_table(
        "announcement",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("due", sa.Float, nullable=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("sent", sa.String(40), nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
    )
