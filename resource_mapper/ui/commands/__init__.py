"""What each action does: one line a row of the table in `ui.actions`, and the short deeds of the window itself."""
