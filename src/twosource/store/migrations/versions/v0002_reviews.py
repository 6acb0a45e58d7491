"""What people decide: an append-only chain of reviews, and how much of it each run knew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and refuse every change to what stands in it."""
    op.add_column("run", sa.Column("reviews", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "review",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("prev", sa.String(64), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER review_no_{verb.lower()} BEFORE {verb} ON review "
                "BEGIN SELECT RAISE(ABORT, 'review is only ever added to'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER review_kept BEFORE UPDATE OR DELETE ON review "
        "FOR EACH ROW EXECUTE FUNCTION only_added_to()"
    )
