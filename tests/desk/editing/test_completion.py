"""What VS Code completes front matter by: always the model's, and as the reader reads it."""

import json
import re

import jsonschema
import pytest

from plugins.content.plain_yaml import read_mapping
from plugins.desk.editing.completion import FOLDER, completion_files
from plugins.model import FrontMatter
from plugins.model.json_schema import describe
from tests.prefecture.bulletin import bulletin_content

SNIPPETS = json.loads(completion_files()["article.code-snippets"])


def test_committed_files_are_the_models() -> None:
    """The files in .vscode/ are what desk/editing/completion.py makes of the model."""
    committed = {name: (FOLDER / name).read_text("utf-8") for name in completion_files()}
    assert committed == completion_files()


def test_schema_is_sound_and_speaks_chinese() -> None:
    """The schema obeys its dialect, and every field that editors see has a Chinese description."""
    schema = describe(FrontMatter)
    jsonschema.Draft202012Validator.check_schema(schema)
    described = [
        schema,
        *(schema["$defs"][name] for name in ("Author", "Person", "Figure", "Scan")),
    ]
    silent = [
        name
        for record in described
        for name, field in record["properties"].items()
        if not re.search("[一-鿿]", field.get("description", ""))
    ]
    assert silent == []


def test_schema_accepts_what_an_archive_holds() -> None:
    """Every article of an archive fits the schema; a misspelt field does not."""
    validator = jsonschema.Draft202012Validator(describe(FrontMatter))
    articles = sorted((bulletin_content() / "articles").rglob("*.md"))
    assert articles
    for article in articles:
        front = FrontMatter.model_validate(read_mapping(front_of(article.read_text("utf-8")))[0])
        assert list(validator.iter_errors(front.model_dump(mode="json"))) == []
    for wrong in ({"title": "茶", "topic": ["茶"]}, {"title": "茶", "kind": "小说"}, {}):
        assert list(validator.iter_errors(wrong))


def front_of(text: str) -> str:
    """Cut an article's YAML out of its file."""
    return text.split("\n---\n")[0].removeprefix("---\n")


@pytest.mark.parametrize("label", SNIPPETS)
def test_snippets_write_what_the_reader_reads(label: str) -> None:
    """A snippet whose gaps are filled is YAML for the field that it is offered for."""
    body = "\n".join(SNIPPETS[label]["body"])
    gaps = re.findall(r"\$\{(\d+)", body)
    assert gaps == [str(n) for n in range(1, len(gaps) + 1)]
    filled = re.sub(r"\$\{\d+(\|([^,|]+).*?\|)?\}", lambda gap: gap[2] or "字", body)
    fields, _ = read_mapping(filled)
    assert [*fields] == [SNIPPETS[label]["prefix"][0]]
    assert fields.keys() <= FrontMatter.model_fields.keys()
