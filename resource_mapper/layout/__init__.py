"""Where everything lies on the paper, in mm from the top left; text breaking; `locate`. Knows the domain only."""
