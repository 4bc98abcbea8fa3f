"""The web editor's script stays at home, whatever becomes of what it is made of."""

import re

import pytest

from plugins.output.admin.editor import FOREIGN_FONT, STATUS_PAGE, replace_known
from plugins.output.bundles import BundleError

ASKS = """
fetch("https://www.githubstatus.com/api/v2/status.json");
url("https://cdn.jsdelivr.net/fontsource/fonts/merriweather-sans:vf@5.2/latin-wght-normal.woff2")
"""


@pytest.mark.parametrize("address", [STATUS_PAGE, FOREIGN_FONT])
def test_an_address_elsewhere_is_replaced(address: re.Pattern[str]) -> None:
    """A script that asks another host asks none."""
    assert not address.search(replace_known(address, lambda _: "data:,", ASKS))


@pytest.mark.parametrize("address", [STATUS_PAGE, FOREIGN_FONT])
def test_another_address_is_noticed(address: re.Pattern[str]) -> None:
    """Where a new version of the script asks elsewhere, the build stops and says so."""
    with pytest.raises(BundleError, match="Sveltia CMS"):
        replace_known(address, lambda _: "data:,", ASKS.replace("https://", "https://new."))
