"""What somebody asked to be hidden is in nothing that is made of an article."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content.content_error import BuildStoppedError, ContentError
from plugins.content.sources import Source, read_source
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from plugins.model import MASK
from plugins.privacy.masked_fields import cover_words, find_secrets
from plugins.privacy.masking import mask_source, mask_sources
from plugins.privacy.masks import Mask, Masks, cover, read_masks
from plugins.privacy.raw_masks import hide_lines, mark_corrected
from plugins.site.articles.raw_lines import RawPages, raw_blocks
from plugins.site.settings.tables import Tables
from tests.newspaper.accounting import squeezed
from tests.sites.files import read_files
from tests.sites.masked_site import (
    ARTICLE,
    MASKS,
    NAME,
    RAW,
    VILLAGE,
    write_article,
    write_masked,
    write_masks,
    write_wordless,
)
from tests.sites.small_site import build_site

#: Pieces of the hidden words, as text and as readers may type them.
TRACES = (*(w[i : i + 2] for w in (NAME, VILLAGE) for i in range(len(w) - 1)), "谯", "垭")
PINYIN = ("qiaoxue", "xuewei", "furongya", "rongyacun")


def read_tea(content: Path) -> Source:
    """Read the article of a content folder, as its file has it."""
    return read_source(content / "articles/2019/tea.md", Path("tea.md"))


GENERAL = ("search/directory/", "search/rare/", "search/traditional/", "traditional/")


@pytest.mark.parametrize("settings", [{"PREVIEW": True}, {"PREVIEW": False}], ids=str)
def test_the_site_is_as_if_the_words_had_never_been(
    tmp_path: Path, tables: Tables, settings: dict[str, bool]
) -> None:
    """Every byte of the site is that of an archive whose article and raw page never had them."""
    built = {}
    for write in (write_masked, write_wordless):
        content = write(tmp_path / write.__name__)
        known = replace(tables, masks=read_masks(content / "data"))
        given_tables = {"LOAD_TABLES": lambda _, known=known: known}
        built[write] = read_files(
            build_site(content, tmp_path / write.__name__ / "output", **settings, **given_tables)
        )
    assert built[write_masked] == built[write_wordless]
    # Tables of all places and of all characters are the same in every archive.
    told = {name: c for name, c in built[write_masked].items() if not name.startswith(GENERAL)}
    whole = b"\n".join([*told.values(), "\n".join(told).encode()])
    assert [trace for trace in (*TRACES, *PINYIN) if trace.encode() in whole] == []
    page = built[write_masked]["articles/tea.html"].decode()
    assert '<span aria-label="应当事人要求隐去" class="masked"' in page
    assert page.count("应当事人要求隐去") > len(MASKS)


def test_fields_name_nothing_hidden(tmp_path: Path) -> None:
    """Lists lose what the text hides, prose has it covered, and what else stands there stays."""
    content = write_masked(tmp_path)
    front = mask_source(read_tea(content), read_masks(content / "data")).front
    assert (front.people, front.villages, front.misprints) == ((), (), ())
    assert (front.counties, front.towns) == (("石潭县",), ("后桑镇",))
    assert front.summary == f"石潭县后桑镇{MASK * 4}种茶."
    assert [figure.raw for figure in front.figures or ()] == ["2.6亩"]


def test_a_page_converted_anew_is_hidden_again(tmp_path: Path, tables: Tables) -> None:
    """The record names the article by its id, so a conversion writes no word of it."""
    raw = tmp_path / "content/raw/page.txt"
    raw.parent.mkdir(parents=True)
    raw.write_text(RAW.partition("下转")[0], encoding="utf-8")
    masks = Masks(Path("masks.csv"), rows(("title", 0, 3), ("0", 20, 24), ("0", 27, 30)))
    (manuscript,) = convert(raw, Issue(), replace(tables, masks=masks)).manuscripts
    assert f"后桑镇{MASK * 4}贫困户{MASK * 3}患病" in manuscript.body
    # The third place is not on record, and the name is public there.
    assert manuscript.text.count(NAME) == manuscript.body.count(NAME) == 1


def rows(*places: tuple[str, int, int]) -> tuple[tuple[int, Mask], ...]:
    """Give rows of the record for the article page-01, from line 2 on."""
    given_rows = [
        Mask.model_validate(
            {"article": "page-01", "part": p, "start": a, "end": b, "date": "2026-11-26"}
        )
        for p, a, b in places
    ]
    return tuple(enumerate(given_rows, start=2))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("1", 30, 33), "第 2 行：正文第 2 段只有 13 个字"),
        (("7", 0, 2), "第 2 行：正文第 8 段只有 0 个字"),
        (("subtitle", 0, 2), "第 2 行：副题只有 0 个字"),
    ],
)
def test_a_place_beyond_the_text_is_refused(
    tmp_path: Path, place: tuple[str, int, int], said: str
) -> None:
    """A row that points beyond the article's text stops the build with the record's line."""
    source = read_tea(write_article(tmp_path, ARTICLE, RAW))
    _, errors = mask_sources([source], Masks(Path("masks.csv"), rows(place)))
    assert [str(error).startswith(f"masks.csv {said}") for error in errors] == [True]


def test_hidden_words_that_moved_are_told() -> None:
    """Where the file hides other characters than the record, the row's new place is said."""
    parts = {"0": f"近日,在村里,{MASK * 2}说好."}
    with pytest.raises(ContentError, match=r"第 2 行：.*part 0、start 7、end 9"):
        cover(parts, rows(("0", 5, 7)), Path("masks.csv"))


def test_an_article_that_is_unknown_is_told(tmp_path: Path) -> None:
    """A row of an article that is not there stops the build, unless that was withdrawn."""
    source = read_tea(write_article(tmp_path, ARTICLE, RAW))
    (line, row), *_ = rows(("0", 0, 2))
    masks = Masks(Path("masks.csv"), ((line, row.model_copy(update={"article": "page-02"})),))
    _, errors = mask_sources([source], masks)
    assert [str(error)[:14] for error in errors] == ["masks.csv 第 2 行"[:14]]
    assert mask_sources([source], masks, withdrawn=["page-02"])[1] == []


def test_the_record_is_checked(tmp_path: Path) -> None:
    """A row whose end is not behind its start is refused with its line."""
    text = "article,part,start,end,date\npage-01,0,4,4,2026-11-26\n"
    (tmp_path / "masks.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"masks.csv 第 2 行：end 要大于 start"):
        read_masks(tmp_path)


@pytest.mark.parametrize("covered", [False, True])
def test_a_scan_must_be_covered(tmp_path: Path, covered: bool) -> None:
    """A picture of the page stops the build while it shows what the article hides."""
    scan = f"scan: {{image: tea.png, alt: 版面, covered: {str(covered).lower()}}}\n---\n\n本报"
    content = write_article(tmp_path, ARTICLE.replace("---\n\n本报", scan), RAW)
    write_masks(content)
    output = tmp_path / "output"
    if covered:
        assert (build_site(content, output) / "articles/tea.html").is_file()
    else:
        with pytest.raises(BuildStoppedError):
            build_site(content, output)


def test_hidden_characters_are_accounted_for(tmp_path: Path) -> None:
    """Each block still holds all characters of its raw lines, hidden ones as hidden ones."""
    content = write_masked(tmp_path)
    source = mask_source(read_tea(content), read_masks(content / "data"))
    lines = hide_lines(RAW.splitlines(), [source])
    for block, numbers in zip(source.blocks, source.front.provenance.blocks, strict=True):
        assert squeezed(block.text) == squeezed("".join(lines[n - 1] for n in numbers))
    assert "".join(lines).count(MASK) == RAW.count(NAME) * 3 + 3 + len(VILLAGE)


def test_raw_lines_of_an_edited_paragraph_are_hidden_whole(tmp_path: Path) -> None:
    """Where a paragraph is no more as printed, all of its raw lines are hidden, others are not."""
    content = write_article(tmp_path, ARTICLE.replace("村上帮她", "村里帮着她"), RAW)
    write_masks(content, MASKS[:3])
    source = mask_source(read_tea(content), read_masks(content / "data"))
    lines = hide_lines(RAW.splitlines(), [source])
    assert lines[0] == f"{MASK * 3}家的茶园"
    assert {*lines[1], *lines[2]} == {MASK, " "}
    assert lines[3] == f"{NAME}说:“日子好过了.”"


@pytest.mark.parametrize(
    ("was", "became"),
    [
        (f"{NAME}患病,村上帮她种茶2.6亩,", "得到帮助,"),
        (NAME, "谯某某"),
        (f"{VILLAGE}贫困户{NAME}", ""),
    ],
)
def test_raw_lines_show_nothing_that_an_editor_took_out(
    tmp_path: Path, was: str, became: str
) -> None:
    """What an editor deletes or writes otherwise is gone from the raw lines, too."""
    content = write_article(tmp_path, ARTICLE.replace("**谯**", "谯").replace(was, became), RAW)
    source = read_tea(content)
    blocks = raw_blocks(source, RawPages(content / "raw", [source]))
    shown = "".join(line for block in blocks[1:2] for _, line in block.lines)
    assert "〔勘正〕" in shown and MASK not in shown
    assert "谯雪薇" not in shown and "收入1.2万元." in shown and "本报讯(通讯员 张涛)近日," in shown


def test_a_label_is_no_correction() -> None:
    """What a copied text says of its own line, and no article has, is shown as it is."""
    lines = [(1, "小标题：茶园管护"), (2, "村里种茶,户均增收。")]
    assert mark_corrected(lines, "茶园管护\n村里种茶,户均增产。") == [
        (1, "小标题：茶园管护"), (2, "村里种茶,〔勘正〕"),
    ]  # fmt: skip


def test_two_marks_stand_for_a_name_of_any_length(tmp_path: Path) -> None:
    """An editor who types ▇▇ for a name hides all of it on the raw line, too."""
    article = ARTICLE.replace(f"贫困户{NAME}患病", f"贫困户{MASK * 2}患病")
    source = read_tea(write_article(tmp_path, article, RAW))
    lines = hide_lines(RAW.splitlines(), [source])
    assert lines[1].endswith(f"贫困户{MASK}") and lines[2].startswith(f"{MASK * 2}患病")


def test_lines_of_withdrawn_articles_are_hidden(tmp_path: Path) -> None:
    """Of a page with a withdrawn article nothing is shown but what others came from."""
    source = read_tea(write_article(tmp_path, ARTICLE, RAW))
    lines = hide_lines(RAW.splitlines(), [source], hides_rest=True)
    assert lines[:4] == tuple(RAW.splitlines()[:4])
    assert set(lines[4]) == {MASK}


@given(st.text("甲乙丙丁,.", max_size=30), st.data())
def test_covered_text_keeps_its_length_and_what_is_public(text: str, data: st.DataObject) -> None:
    """Hiding changes the recorded characters only, and is the same when done twice."""
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start + 1, max(start + 1, len(text))))
    parts = {"0": text + "尾"}
    recorded = rows(("0", start, end))
    covered = cover(parts, recorded, Path("masks.csv"))
    shown = covered["0"]
    assert shown == parts["0"][:start] + MASK * (end - start) + parts["0"][end:]
    assert cover(covered, recorded, Path("masks.csv")) == covered
    secrets = find_secrets(parts, covered)
    assert cover_words(shown, secrets) == shown
    assert all(pair in parts["0"] for pair in secrets)
