"""Arithmetic on colours `#RRGGBB`: mixing, and contrast as WCAG 2.x defines it."""

from functools import cache

WHITE = "#FFFFFF"
BLACK = "#000000"
MIN_CONTRAST = 4.5
"""WCAG AA for text of ordinary size."""


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


@cache
def mix(color: str, other: str, share: float) -> str:
    """Return `share` of a colour mixed with the rest of another."""
    parts = zip(_rgb(color), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in parts)


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2.x."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _rgb(color))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours, 1–21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@cache
def under_white(color: str) -> str:
    """Return the colour, darkened as little as it takes for white text on it to be readable."""
    share = 1.0
    while contrast(mix(color, BLACK, share), WHITE) < MIN_CONTRAST:
        share -= 0.02
    return mix(color, BLACK, share)


def readable_on(ground: str, *inks: str) -> str:
    """Return the first ink that can be read on a ground, else the last."""
    return next((ink for ink in inks if contrast(ink, ground) >= MIN_CONTRAST), inks[-1])
