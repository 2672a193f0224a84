"""The colours of the sheet that do not come from the categories."""

INK = "#1A2230"
MUTED = "#4B5563"
RULE = "#C3CAD3"
PAPER = "#FFFFFF"
GREY = "#7A828C"
UNSET_COLOR = "#6B7280"
"""For rows and cards that have no category."""
WISH_FILL = "#FFF3C4"
WISH_EDGE = "#8A6100"

AXIS_STOPS = ((0.0, "#9FD5BA"), (0.5, "#F7DC92"), (1.0, "#F0AEA8"))
COVERAGE_PALE = "#EDF3F9"
COVERAGE_FULL = "#8CB4DC"
