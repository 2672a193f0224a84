"""The canvas's context menus: one small module each, chosen by what lies under the pointer or has the focus."""
