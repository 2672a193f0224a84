"""Python's search for what nothing refers to any more: kept from holding the window up when much is read.

It looks at every object there is, half a second of them with 100,000 resources, whatever thread has made them.
"""

import gc

_MOST_NEW = 50_000
"""Objects that work may make before only those are looked at: some 10 ms at the most."""
_NEVER = 10_000
_usual = gc.get_threshold()
_looks_before = 0
_jobs = 0
"""How many rest at once: a start and a job, or jobs of two workers."""


def begin_start() -> None:
    """Until the end of this work, look at nothing: a start is short, and keeps almost all that it makes."""
    begin_work()
    gc.set_threshold(0)


def begin_work() -> None:
    """While work runs, look at new objects only. From one thread, as the end."""
    global _looks_before, _jobs  # noqa: PLW0603 Python's collector is one for all
    _jobs += 1
    if _jobs == 1:
        _looks_before = gc.get_count()[1]
        gc.set_threshold(_MOST_NEW, _NEVER, _NEVER)


def end_work() -> None:
    """Look as usual again, once no other work runs; but not at what work has made, where that is a lot.

    That lives as long as the document. What is let go of is freed all the same, unless objects refer to each other in
    a circle; resources never do.
    """
    global _jobs  # noqa: PLW0603 see above
    _jobs = max(_jobs - 1, 0)
    if _jobs:
        return
    new, looks, _ = gc.get_count()
    if new > _MOST_NEW or looks - _looks_before > 1:
        gc.freeze()
    gc.set_threshold(*_usual)
