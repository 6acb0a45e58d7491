"""Readings of single reports, and what each run was made of: no update does its work twice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. Runs that are there say of what they were made by an empty word: unknown."""
    op.add_column("run", sa.Column("inputs", sa.String(64), nullable=False, server_default=""))
    op.create_table(
        "reading",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
