"""Finding, filtering, near-duplicates."""
