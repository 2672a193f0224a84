"""What the app costs, as ratios: each job against the bare library doing the same, measured in the same run."""
