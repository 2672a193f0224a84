"""`python -m resource_mapper …`: the same as `resource-mapper …`."""

import sys

from resource_mapper.cli import main

if __name__ == "__main__":  # not in the process that makes workbooks, which imports this file under another name
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # that process begins here, and never comes back
    sys.exit(main())
