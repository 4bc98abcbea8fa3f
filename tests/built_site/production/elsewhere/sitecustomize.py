"""Makes Python start as on another machine: one core, files listed the other way round."""

import os

list_names, scan = os.listdir, os.scandir


class ReversedScan:
    """What os.scandir gives, last entry first."""

    def __init__(self, path=".") -> None:
        with scan(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        """End like os.scandir's iterator."""


os.listdir = lambda path=".": sorted(list_names(path), reverse=True)
os.scandir = ReversedScan
os.cpu_count = lambda: 1
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
