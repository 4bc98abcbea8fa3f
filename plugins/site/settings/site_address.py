"""The site's absolute address, as the environment gives it."""

from collections.abc import Mapping

from plugins.chinese.expressions import compile_late
from plugins.system.refusal import RefusalError

_ADDRESS = compile_late(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def read_site_url(environment: Mapping[str, str]) -> str:
    """Return SITEURL without a slash at its end, "" where it is not given.

    Raises RefusalError where it is no whole address: links would lead nowhere.
    """
    written = environment.get("SITEURL", "").strip().rstrip("/")
    if written and not _ADDRESS.fullmatch(written):
        example = "https://example.org/archive"
        raise RefusalError(f"SITEURL“{written}”不是完整的网址，请连 https:// 一起写，如 {example}")
    return written
