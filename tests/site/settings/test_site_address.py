"""SITEURL is a whole address, or refused."""

import pytest

from plugins.site.settings.site_address import read_site_url
from plugins.system.refusal import RefusalError


@pytest.mark.parametrize(
    "written", ["", "https://a.cn", "http://a.cn:8000/archive", "https://a.cn/"]
)
def test_whole_addresses_are_taken(written: str) -> None:
    """An address with its scheme is taken without the slash at its end, none as none."""
    assert read_site_url({"SITEURL": written}) == written.rstrip("/")


@pytest.mark.parametrize("written", ["example.org/archive", "//a.cn", "https:/a.cn", "ftp://a.cn"])
def test_an_address_without_its_scheme_is_refused(written: str) -> None:
    """What is no whole address is refused with what to write."""
    with pytest.raises(RefusalError, match="不是完整的网址，请连 https:// 一起写"):
        read_site_url({"SITEURL": written})
