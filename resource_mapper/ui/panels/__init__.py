"""What stands beside the sheet: quick add, tray, 気づき, inspector."""
