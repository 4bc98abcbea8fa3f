"""Partial templates by themselves."""

from typing import Any

from jinja2 import Environment, FileSystemLoader

from tests.structure.sources import ROOT


def load_partial(name: str) -> Any:
    """Return the macros of a partial template."""
    templates = Environment(loader=FileSystemLoader(ROOT / "theme" / "templates"), autoescape=True)
    return templates.get_template(f"partials/{name}.html").module
