"""What screen readers are told of the canvas, which has no widgets of its own that could tell it."""
