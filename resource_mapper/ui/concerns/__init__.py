"""課題: their list beside the sheet, and what proposes new ones."""
