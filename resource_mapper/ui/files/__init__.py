"""The jobs around a file: new, open, save, who has it, what is kept of unsaved work, what was used last."""
