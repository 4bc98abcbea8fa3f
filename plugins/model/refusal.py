"""What is told to whoever wrote or asked for something that cannot be used."""


class RefusalError(ValueError):
    """What somebody wrote or asked for cannot be used; says why and what to do, in Chinese."""
