"""つながり: making, wording and removing the arrows between cards."""
