"""Bringing somebody else's list in: a look at everything before anything is done."""
