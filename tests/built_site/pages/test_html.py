"""Every page is valid HTML."""

import subprocess
from pathlib import Path

from tests.structure.sources import ROOT

VALIDATOR = ROOT / "node_modules/.bin/html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def test_pages_are_valid_html(site: Path) -> None:
    """html-validate finds no error in any page of the output."""
    assert validate_pages(f"{site}/**/*.html") == ""


def validate_pages(*patterns: str) -> str:
    """Return what html-validate says of the pages, "" where it finds no error."""
    checked = subprocess.run(
        [VALIDATOR, "--config", RULES, "--formatter", "text", *patterns],
        capture_output=True,
        text=True,
        check=False,
    )
    exit_code = f"exit {checked.returncode}" if checked.returncode else ""
    return checked.stdout + checked.stderr + exit_code
