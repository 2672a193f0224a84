"""Makes all pictures, or those whose names are given."""

import sys

from docs.pictures.album import IMAGES, SCENES, make
from docs.pictures.studio import Studio

if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(SCENES)
    if unknown:
        sys.exit(f"no such pictures: {', '.join(sorted(unknown))}; there are: {', '.join(SCENES)}")
    IMAGES.mkdir(exist_ok=True)
    with Studio.open() as studio:
        for name in sys.argv[1:] or SCENES:
            size = make(studio, name).stat().st_size
            print(f"{name}.png  {size // 1024} KB", flush=True)
