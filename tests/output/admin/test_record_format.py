"""The web editor's files: read as the site reads them, and unchanged where nobody changed them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from plugins.chinese.control_characters import is_visible
from plugins.content.front_matter import dump_article, parse_article
from plugins.content.rendering import render
from plugins.desk.conversion.acceptance import accept_draft
from plugins.desk.conversion.manuscripts import digest_text, seal
from plugins.model import (
    Author,
    Figure,
    FrontMatter,
    HeadLines,
    Misprint,
    Person,
    Provenance,
)
from plugins.model.json_schema import describe
from plugins.model.page_front import PageFront
from plugins.site.settings.glossary import GlossaryTable
from plugins.site.settings.site_settings import SiteSettings
from tests.amounts import choose
from tests.structure.sources import ROOT

PATH = Path("content/articles/a.md")
CONTENT = ROOT / "content"

letters = st.characters(exclude_categories=["C", "Zl", "Zp"])
words = st.text(letters, min_size=1, max_size=20)
#: A comma of Chinese text joins two names, and is refused.
names = words.filter(lambda name: not set(name) & set("，、；"))
figures = st.builds(
    Figure,
    # Words that other readers take for numbers, truths or nothing.
    id=st.sampled_from(["4976e565", "00000001", "1e99", "0x1F", "null", "no", "~", "1_000"]),
    # A figure begins with a numeral, and no YAML library agrees with another on `{raw: :?}`.
    raw=words.map("8{}".format),
    value=st.floats(0, 1e15, allow_nan=False),
    unit=st.sampled_from(["元", "%", "人/年"]),
    bound=st.sampled_from(["=", ">", ">=", "~"]),
    period_dates=st.none() | st.tuples(st.none() | st.dates(), st.none() | st.dates()),
    paragraph=st.integers(0, 9),
    start=st.integers(0, 9),
    end=st.integers(0, 9),
)
lines = st.lists(st.integers(1, 400), max_size=3).map(tuple)
fronts = st.builds(
    FrontMatter,
    title=words.filter(is_visible),
    date=st.none() | st.dates(),
    page=st.none() | st.integers(1, 99),
    summary=st.none() | st.lists(words, min_size=1, max_size=3).map("\n".join),
    authors=st.lists(st.builds(Author, name=words, role=words), max_size=2).map(tuple),
    counties=st.none() | st.lists(names, max_size=2).map(tuple),
    people=st.none() | st.lists(st.builds(Person, name=words, role=st.just("公职"))).map(tuple),
    figures=st.none() | st.lists(figures, max_size=2).map(tuple),
    misprints=st.lists(st.builds(Misprint, printed=words, paragraph=st.none() | st.just(0))).map(
        tuple
    ),
    provenance=st.none()
    | st.builds(
        Provenance,
        raw=words,
        sha256=words,
        lines=st.builds(HeadLines, title=lines),
        blocks=st.lists(lines, max_size=3).map(tuple),
    ),
)


def rewrite(
    model: type[BaseModel],
    texts: list[str],
    changes: dict[str, Any] | None = None,
    *,
    has_body: bool = True,
    is_secure: bool = True,
) -> list[str]:
    """Give what the web editor makes of files that it opens, changes in some fields and saves."""
    done = subprocess.run(
        ["node", ROOT / "tests/output/admin/rewrite.mjs"],
        input=json.dumps([describe(model), has_body, texts, changes, is_secure]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("model", "files", "has_body"),
    [
        (FrontMatter, "articles/**/*.md", True),
        (PageFront, "pages/*.md", True),
        (SiteSettings, "data/site.yaml", False),
        (GlossaryTable, "data/glossary.yaml", False),
    ],
)
def test_saving_unchanged_changes_nothing(
    model: type[BaseModel], files: str, has_body: bool
) -> None:
    """Whatever the archive holds is the same to the byte when it is opened and saved."""
    texts = [path.read_text("utf-8") for path in sorted(CONTENT.glob(files))]
    assert texts
    assert rewrite(model, texts, has_body=has_body) == texts


@settings(max_examples=choose(2, 100), phases=[Phase.generate])
@given(st.lists(st.tuples(fronts, words.map(str.strip)), min_size=20))
def test_any_article_keeps_its_meaning(articles: list[tuple[FrontMatter, str]]) -> None:
    """An article of any words, opened and saved, is the same article to the site."""
    texts = [dump_article(front, body) for front, body in articles]
    assert [parse_article(text, PATH) for text in rewrite(FrontMatter, texts)] == articles


def test_what_an_editor_leaves_empty_is_left_out() -> None:
    """An empty field, and a field with nothing in its parts, is not written."""
    text = "---\ntitle: 茶\nsubtitle: ''\ndate:\nkind: null\nscan: {image: '', alt: ''}\n---\n"
    assert rewrite(FrontMatter, [text]) == ["---\ntitle: 茶\n---\n"]


def test_an_empty_list_stays_where_it_was_given() -> None:
    """`topics: []` says that there are none, and does not turn into “take them from the text”."""
    text = "---\ntitle: 茶\ntopics: []\n---\n\n正文。\n"
    assert rewrite(FrontMatter, [text]) == [text]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Give a draft with two doubts as the converter would have written it."""
    front = FrontMatter(
        id="page-01",
        title="茶",
        counties=("浔滨区",),
        towns=(),
        status="draft",
        review=("第3行没有归入任何文章", "第5行像栏目名"),
        provenance=Provenance(raw="page.txt", sha256="0" * 64, blocks=((1,), (2,))),
    )
    file = tmp_path / "tea.md"
    file.write_text(seal(dump_article(front, "种茶8亩。\n\nstatus: 一行正文。")), "utf-8")
    return file


@pytest.mark.parametrize("is_edited", [False, True])
def test_accepting_by_form_is_accepting_by_command(draft: Path, is_edited: bool) -> None:
    """The file is the command's own: no doubts, and the seal renewed where nobody has edited."""
    text = draft.read_text("utf-8")
    if is_edited:
        text = text.replace("种茶8亩", "种茶9亩")
        draft.write_text(text, "utf-8")
    (accepted,) = rewrite(FrontMatter, [text], {"status": "published"})
    assert accepted == accept_draft(draft).accepted
    provenance = parse_article(accepted, draft)[0].provenance
    assert provenance and (provenance.digest != digest_text(accepted)) == is_edited


def test_accepting_without_https_keeps_the_old_seal(draft: Path) -> None:
    """Where a browser computes no digest, the draft is accepted all the same."""
    text = draft.read_text("utf-8")
    (accepted,) = rewrite(FrontMatter, [text], {"status": "published"}, is_secure=False)
    front, _ = parse_article(accepted, draft)
    assert (front.status, front.review) == ("published", ())
    assert front.provenance and front.provenance.digest in text


def test_pictures_are_written_whatever_their_files_are_called(draft: Path) -> None:
    """Brackets and blanks of a file's name do not end it, and a picture without a file is none."""
    pictures = [{"image": "/images/IMG 2019 (1).jpg", "alt": "采茶"}, {"alt": "什么也没有选"}]
    (written,) = rewrite(FrontMatter, [draft.read_text("utf-8")], {"pictures": pictures})
    _, body = parse_article(written, draft)
    assert render(body).count("<img") == 1
    assert 'src="../images/IMG%202019%20%281%29.jpg"' in render(body)


def test_doubts_are_settled_one_by_one(draft: Path) -> None:
    """A doubt deleted in the form is gone from the file; with the last one the field goes."""
    text = draft.read_text("utf-8")
    first, second = "  - 第3行没有归入任何文章\n", "  - 第5行像栏目名\n"
    assert rewrite(FrontMatter, [text], {"review": ["第5行像栏目名"]}) == [text.replace(first, "")]
    settled = text.replace(f"review:\n{first}{second}", "")
    assert rewrite(FrontMatter, [text], {"review": []}) == [settled]


def test_unknown_fields_are_not_lost() -> None:
    """A field that the model does not know is kept, so that the site's check can name it."""
    text = "---\ntitle: 茶\ntopc: 产业扶贫\n---\n\n正文。\n"
    assert rewrite(FrontMatter, [text]) == [text]
