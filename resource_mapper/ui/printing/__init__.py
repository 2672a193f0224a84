"""The print window: choose, see the real pages, then save, print or copy them."""
