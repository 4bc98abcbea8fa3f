"""The one family of errors: what could not be done, told to whoever wrote or asked for it."""


class RefusalError(Exception):
    """What somebody wrote or asked for cannot be used or done; says why, in Chinese, on one line.

    Every error that leaves its module is one: whoever catches this one has words for all.
    """


class FieldError(RefusalError, ValueError):
    """A value of a record cannot be used: pydantic takes nothing but a ValueError from a check."""
