"""What people with a colour vision deficiency see, and how far apart two colours are.

Matrices for severity 1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Trans. Visualization and Computer Graphics 15(6), 2009, table 1; they work on linear RGB.
Difference: CIE 1976 ΔE*ab, D65 (2.3 is just noticeable).
"""

import numpy as np

DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_TO_XYZ = np.array(
    ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
)
_WHITE = _TO_XYZ @ np.ones(3)


def seen(color: str, deficiency: str | None) -> np.ndarray:
    """Return a colour `#RRGGBB` as CIE L*a*b*, as it is seen."""
    values = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    if deficiency:
        linear = np.clip(np.array(DEFICIENCIES[deficiency]) @ linear, 0, 1)
    scaled = _TO_XYZ @ linear / _WHITE
    x, y, z = np.where(scaled > 216 / 24389, np.cbrt(scaled), (24389 / 27 * scaled + 16) / 116)
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


def difference(one: str, other: str, deficiency: str | None) -> float:
    """Return ΔE*ab between two colours, as they are seen."""
    return float(np.linalg.norm(seen(one, deficiency) - seen(other, deficiency)))
