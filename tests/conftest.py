"""What all tests share: how Hypothesis searches."""

import os

from hypothesis import settings

# A shared machine may stall for longer than any deadline; CI must give the same answer twice.
settings.register_profile("archive", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("archive")
