"""The real widths of the fonts that the app carries."""

from functools import cache

from resource_mapper.layout.measure import FontMetrics, load_metrics
from resource_mapper.paths import font_metrics_path


@cache
def real_measurer() -> FontMetrics:
    """Return the measurer that screen and paper share."""
    return load_metrics(font_metrics_path())
