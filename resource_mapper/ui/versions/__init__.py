"""版: keeping, comparing and going back to how the list stood at a meeting."""
