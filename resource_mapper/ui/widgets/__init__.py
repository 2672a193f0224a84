"""Small parts that several windows and dialogs share."""
