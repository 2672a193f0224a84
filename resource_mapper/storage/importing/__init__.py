"""Lists that somebody else made, in whatever shape."""
