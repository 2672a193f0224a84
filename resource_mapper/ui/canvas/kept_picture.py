"""Items whose pictures Qt keeps in device pixels, one for each view that shows them."""

from PySide6.QtWidgets import QGraphicsItem


def keep_picture(item: QGraphicsItem) -> None:
    """Let Qt keep an item's picture; called again, every view makes it anew.

    `QGraphicsItem.update` is not enough where two views show a scene (desk and wall): the one that paints first takes
    the news away from the other, whose picture stays as it was.
    """
    item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
    item.update()
