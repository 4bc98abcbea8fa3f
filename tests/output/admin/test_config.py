"""What the web editor is told: valid to Sveltia CMS, whole to the model, plain to editors."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from plugins.content.content_error import ContentError
from plugins.model import Figure, FrontMatter
from plugins.output.admin.config import find_backend, list_hosts, make_config
from plugins.output.bundles import PACKAGES
from plugins.site.settings.site_settings import SiteSettings, load_site

CHOICES = {"counties": ["浔滨区", "石潭县"], "topics": ["产业扶贫"], "newspaper": ["康宁日报"]}
#: What only programs write; everything else of the model is in the form.
WITHHELD = {"id", "slug", "provenance"}


def configure(repository: str = "") -> dict[str, Any]:
    """Return the configuration of a site with this repository."""
    return make_config(SiteSettings(name="报道馆", repository=repository), CHOICES)


def all_fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the fields of a form, those of its lists and records too."""
    for field in fields:
        yield field
        yield from all_fields(field.get("fields", []))


@pytest.mark.parametrize(
    ("repository", "name", "repo", "host"),
    [
        ("", "github", "local/archive", None),
        ("https://github.com/guan/archive", "github", "guan/archive", "https://api.github.com"),
        ("https://github.com/guan/archive.git", "github", "guan/archive", "https://api.github.com"),
        ("https://gitlab.com/a/b/c/", "gitlab", "a/b/c", "https://gitlab.com"),
        (
            "https://gitlab.kangning.example:8443/a/b",
            "gitlab",
            "a/b",
            "https://gitlab.kangning.example:8443",
        ),
        ("https://codeberg.org/a/b", "gitea", "a/b", "https://codeberg.org"),
    ],
)
def test_configuration_is_valid(repository: str, name: str, repo: str, host: str | None) -> None:
    """Whatever host keeps the repository, Sveltia CMS's own schema accepts what it is told."""
    config = configure(repository)
    schema = json.loads((PACKAGES / "@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8"))
    assert [e.message for e in jsonschema.Draft7Validator(schema).iter_errors(config)] == []
    assert (config["backend"]["name"], config["backend"]["repo"]) == (name, repo)
    assert config["backend"]["auth_methods"] == ["token"]
    assert list_hosts(repository) == ([host] if host else [])


def test_article_form_has_every_field_that_editors_write() -> None:
    """The form asks for all of the model but what only programs write, and for the text."""
    articles = configure()["collections"][0]
    names = {field["name"] for field in articles["fields"]}
    assert names == FrontMatter.model_fields.keys() - WITHHELD | {"body", "pictures"}
    figures = next(field for field in articles["fields"] if field["name"] == "figures")
    assert {field["name"] for field in figures["fields"]} < Figure.model_fields.keys()


def test_only_title_and_text_are_demanded() -> None:
    """A new article needs its title and its text; what else is demanded has a default."""
    articles = configure()["collections"][0]
    demanded = {
        field["name"]
        for field in articles["fields"]
        if field.get("required", True) and "default" not in field
    }
    assert demanded == {"title", "body"}


def test_forms_speak_chinese() -> None:
    """Every label and hint of every form is Chinese."""
    config = configure()
    groups = [*config["collections"], *config["singletons"]]
    said = [group["label"] for group in groups]
    for field in (field for group in groups for field in all_fields(group["fields"])):
        said += [field["label"], field.get("hint") or field["label"]]
    assert [words for words in said if not re.search("[一-鿿]", words)] == []


def test_the_repository_is_named_by_its_address() -> None:
    """A host of one's own is asked at its own address, not at the makers' of its software."""
    backend = find_backend("https://git.kangning.example/bao/archive")
    assert backend["api_root"] == "https://git.kangning.example/api/v1"
    assert backend["base_url"] == "https://git.kangning.example"


@pytest.mark.parametrize(
    "wrong", ["guan/archive", "http://github.com/a/b", "https://x.cn; *.cn/a/b"]
)
def test_a_wrong_repository_is_refused_in_words(wrong: str, tmp_path: Path) -> None:
    """An address that is none stops the build by one line that shows how to write it."""
    file = tmp_path / "site.yaml"
    file.write_text(f"name: 馆\nrepository: '{wrong}'\n", "utf-8")
    with pytest.raises(ContentError, match=r"第 2 行：“repository”要写成 https://github.com/"):
        load_site(file, "")
