"""Every page is valid HTML."""

import subprocess
from pathlib import Path

from tests.structure.sources import ROOT

VALIDATOR = ROOT / "node_modules/.bin/html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def test_pages_are_valid_html(site: Path) -> None:
    """html-validate finds no error in any page of the output."""
    checked = subprocess.run(
        [VALIDATOR, "--config", RULES, "--formatter", "text", f"{site}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stdout + checked.stderr == ""
    assert checked.returncode == 0
