"""Where Alembic finds the connection that a case was opened with.

Alembic runs this file for each migration. Imported by anything else it does nothing.
"""

from __future__ import annotations

from alembic import context

from twosource.store.schema import METADATA


def migrate() -> None:
    """Run the migrations on the connection that the configuration carries."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if hasattr(context, "config"):
    migrate()
