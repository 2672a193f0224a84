"""The exceptions that cross layers."""


class UserFacingError(Exception):
    """Something the user can act on.

    The message is one plain Japanese sentence or two: what happened, that nothing was lost,
    what to do next. It is shown as it is, in a dialog or on stderr.
    """
