"""Writes down the licences of the locked Python packages.

They stand in plugins/site/pages/licences/python.csv as SPDX names. What a package's own metadata do
not say exactly, or what is not installed here, keeps the name that stands there.
"""

import csv
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, metadata

from plugins.site.pages.components import FOLDER, list_locked_python, list_python

#: What older metadata say, where that means one licence and no other.
EXACT = {
    "MIT": "MIT",
    "Apache-2.0": "Apache-2.0",
    "BSD-2-Clause": "BSD-2-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)": (
        "AGPL-3.0-or-later"
    ),
    "License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)": (
        "GPL-2.0-or-later"
    ),
}


def find_licence(name: str) -> str | None:
    """Return what an installed package states as its licence, None where that is not exact."""
    try:
        stated = metadata(name)
    except PackageNotFoundError:
        return None
    # Not by its name alone: another package's reader raises KeyError where a field is missing.
    for expression in stated.get_all("License-Expression") or ():
        return str(expression)
    classifiers = [c for c in stated.get_all("Classifier") or () if c.startswith("License ::")]
    told = [*(stated.get_all("License") or ()), *(classifiers if len(classifiers) == 1 else ())]
    return next((EXACT[one] for one in told if one in EXACT), None)


def write_table(licences: Mapping[str, str]) -> None:
    """Write the table."""
    with (FOLDER / "python.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "licence"))
        writer.writerows(sorted(licences.items()))


def main() -> None:
    """Renew the table for what is locked now."""
    kept = {one.name: one.licence for one in list_python()}
    write_table({name: find_licence(name) or kept[name] for name, _ in list_locked_python()})


if __name__ == "__main__":
    main()
