"""The sheets that can be printed, as display lists, and the reportlab painter. No Qt."""
