"""From statements to entities, values and questions that reports share."""
