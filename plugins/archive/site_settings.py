"""What the site says of itself: content/data/site.yaml, which editors fill in."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from plugins.archive.records import read_record_file


class SiteSettings(BaseModel):
    """The site's name and statements. Empty statements are not shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    tagline: str = ""
    description: str = ""
    publisher: str = ""
    newspapers: tuple[str, ...] = ()
    #: How to ask for corrections and removals: an address, a telephone number.
    contact: str = ""
    rights: str = "文章著作权归原报社及作者"
    #: The licence of the open data (an SPDX name); none is assumed.
    data_licence: str = ""
    code_licence: str = "AGPL-3.0-or-later"
    historical_note: str = ""
    icp: str = ""
    police: str = ""
    #: The repository's address, where files are edited on the web; "" where there is none.
    repository: str = ""
    #: Content-Security-Policy of every page; comes from Pelican's settings, not from the file.
    csp: str = ""


def load_site(path: Path, csp: str) -> SiteSettings:
    """Read the site's settings. Raises ContentError."""
    return read_record_file(SiteSettings, path).model_copy(update={"csp": csp})
