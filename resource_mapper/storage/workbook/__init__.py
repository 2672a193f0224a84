"""The document: one `.xlsx` written and read."""
