"""Every picture of README and the guide, from the running program: `.venv/bin/python -m docs.pictures [NAME …]`."""
