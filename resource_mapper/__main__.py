"""`python -m resource_mapper …`: the same as `resource-mapper …`."""

import sys

from resource_mapper.cli import main

sys.exit(main())
