"""Questions to the user, and what is said about an unexpected error."""
