"""The main window: its frame, its parts, who hears whom, what it shows, when it may close."""
