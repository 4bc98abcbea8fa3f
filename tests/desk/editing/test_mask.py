"""`make mask` hides words in an article's file, and puts on record where, never what."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plugins.content.front_matter import parse_article
from plugins.desk.editing.privacy_commands import mask
from tests.desk.desk_checkout import run_desk
from tests.sites.masked_site import ARTICLE, MASK, MASKS, NAME, RAW, VILLAGE, write_article

TEA = Path("content/articles/2019/tea.md")
RECORD = Path("content/data/masks.csv")
WORDS = f"{NAME}，{VILLAGE}"
#: The article without markup in a name's middle.
PLAIN = ARTICLE.replace("**谯**", "谯")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the article and its raw page, and work in it."""
    write_article(tmp_path, PLAIN, RAW)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLISH_DAY", "2026-11-26")
    return tmp_path


def run_mask(words: str = "", *options: str) -> Result:
    """Run the command on the article."""
    return CliRunner().invoke(mask, [str(TEA), "--words", words, *options])


def recorded() -> list[tuple[str, int, int]]:
    """Read the places on record."""
    with RECORD.open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert {row["article"] for row in rows} <= {"page-01"}
    return [(row["part"], int(row["start"]), int(row["end"])) for row in rows]


def test_words_are_hidden_everywhere_in_the_file(folder: Path) -> None:
    """The file has none of the words left, the record has every place and no word."""
    done = run_mask(WORDS, "--write")
    assert done.exit_code == 0, done.output
    text = TEA.read_text(encoding="utf-8")
    assert NAME not in text and VILLAGE not in text and "谯" not in text
    assert text.count("\n") == (PLAIN % "").count("\n")
    assert recorded() == sorted(MASKS, key=lambda place: (place[0] != "title", place[0]))
    assert NAME not in RECORD.read_text(encoding="utf-8")
    assert run_desk(folder, "check").returncode == 0


def test_each_place_is_shown_before_anything_is_written(folder: Path) -> None:
    """Where nobody can be asked, the command shows every place with its surroundings only."""
    before = TEA.read_bytes()
    done = run_mask(WORDS)
    assert done.exit_code == 1 and "还没有隐去" in done.output
    assert "正文第 1 段：……" in done.output and f"贫困户【{NAME}】患病" in done.output
    assert done.output.count("【") == len(MASKS)
    assert (TEA.read_bytes(), recorded()) == (before, [])


def test_what_an_editor_typed_is_put_on_record(folder: Path) -> None:
    """Marks that an editor typed are told by the check, and recorded by the command."""
    TEA.write_text(TEA.read_text("utf-8").replace(NAME, MASK * 2), encoding="utf-8")
    assert "有隐去的字还没有登记" in run_desk(folder, "check").stdout
    assert run_mask("", "--write").exit_code == 0
    assert recorded() == [("title", 0, 2), ("0", 27, 29), ("1", 0, 2)]
    assert "登记" not in run_desk(folder, "check").stdout


def test_what_is_on_record_only_is_hidden_in_the_file(folder: Path) -> None:
    """Words that the record hides and the file still has are told, without them, and hidden."""
    with RECORD.open("a", encoding="utf-8") as table:
        table.write("page-01,0,27,30,2026-01-02\n")
    told = run_desk(folder, "check").stdout
    assert "登记了隐去的字还写在文件里" in told and NAME not in told
    assert run_mask("", "--write").exit_code == 0
    assert NAME not in TEA.read_text(encoding="utf-8")
    assert "2026-01-02" in RECORD.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "article", "said"),
    [
        ("谯雪微", PLAIN, "没有“谯雪微”，请照文章里的写法写"),
        ("", PLAIN, "没有要隐去的字；要隐去哪些，请写成 WORDS=文字"),
        (NAME, ARTICLE, "正文第 2 段里“谯雪薇”的中间有换行或标记"),
        ("2019", PLAIN, "编号、网址名或日期里也有这些字"),
        ("page", PLAIN, "编号、网址名或日期里也有这些字"),
    ],
)
def test_what_cannot_be_hidden_is_refused(
    folder: Path, words: str, article: str, said: str
) -> None:
    """Words that the article has not, or that would break it, leave every file as it was."""
    write_before = article % ("0" * 64)
    TEA.write_text(write_before, encoding="utf-8")
    done = run_mask(words, "--write")
    assert done.exit_code == 1 and said in done.output
    assert done.output.count("\n") == 1
    assert (TEA.read_text(encoding="utf-8"), recorded()) == (write_before, [])


def test_other_places_are_told(folder: Path) -> None:
    """An address that spells a hidden name, and other articles with it, are told."""
    named = TEA.with_name("qiao-xue-wei.md")
    text = TEA.read_text("utf-8").replace("slug: tea\n", "").replace("page-01", "page-02")
    named.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(mask, [str(named), "--words", NAME, "--write"])
    assert "网址 articles/qiao-xue-wei.html 里有“谯雪薇”的拼音" in done.output
    assert f"{TEA} 里也有“谯雪薇”" in done.output


def test_fields_keep_their_form(folder: Path) -> None:
    """Comments, order and quotation marks of the front matter stay as an editor wrote them."""
    text = TEA.read_text("utf-8").replace("newspaper: 康宁日报", "newspaper: '康宁日报'  # 周四")
    TEA.write_text(text, encoding="utf-8")
    assert run_mask(WORDS, "--write").exit_code == 0
    changed = TEA.read_text(encoding="utf-8")
    assert "newspaper: '康宁日报'  # 周四" in changed
    pairs = zip(text.splitlines(), changed.splitlines(), strict=True)
    assert all(len(old) == len(new) for old, new in pairs)
    assert parse_article(changed, TEA)[0].title == f"{MASK * 3}家的茶园"
