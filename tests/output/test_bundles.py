"""What bundles are made of is missed in words, not with a traceback."""

from pathlib import Path

import pytest

from plugins.output import bundles


def test_what_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without lunr or without esbuild the build stops, and says what to do."""
    monkeypatch.setattr(bundles, "PACKAGES", tmp_path)
    with pytest.raises(bundles.BundleError, match="lunr：请先运行一次 make site"):
        bundles.bundle_search(tmp_path)
    with pytest.raises(bundles.BundleError, match="esbuild：请先运行一次 make site"):
        bundles.bundle(tmp_path, "site.js")
