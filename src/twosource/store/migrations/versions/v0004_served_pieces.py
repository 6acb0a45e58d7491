"""What is served: the case as people see it now, cut into pieces that can be read one by one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. They hold nothing that cannot be made anew from a run and its reviews."""
    op.create_table(
        "served",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("form", sa.Integer, nullable=False),
    )
    op.create_table(
        "piece",
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("ref", sa.String(80), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("voice", sa.Text, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("hash", sa.String(32), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_piece_order", "piece", ["kind", "seq"])
    op.create_index("ix_piece_report", "piece", ["kind", "report", "seq"])
