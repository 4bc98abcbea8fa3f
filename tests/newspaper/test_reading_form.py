"""Pages are understood by their reading form; what they print is kept as it is."""

import pytest

from plugins.desk.conversion.issues import find_issue
from plugins.newspaper import convert_page

PAGE = (
    "青河日报 2019年11月21日 第3版\n\n桑园养蚕忙\n\n"
    "本报讯（记者 石磊）近日，白果乡的蚕农忙着给春蚕喂桑叶。\n\n全乡今年养蚕三百张。\n"
)
RADICALS = str.maketrans("日石月门", "⽇⽯⽉⾨")
TRADITIONAL = str.maketrans(
    "报园养蚕讯记农给叶乡张门", "報園養蠶訊記農給葉鄉張門"
)  # fmt: skip


@pytest.mark.parametrize(
    "printed",
    [
        PAGE,
        PAGE.translate(RADICALS),
        PAGE.translate(TRADITIONAL),
        PAGE.replace("蚕", "蚕\u200b").replace("石", "石\ufe00").replace("青", "\ufeff青"),
        PAGE.replace("2019", "２０１９").replace("3版", "３版"),
        PAGE.replace("2019", "二○一九").replace("11月21", "十一月二十一"),
        PAGE.replace("\n\n", "\u2028"),
    ],
    ids=["plain", "radicals", "traditional", "unprinted", "wide", "circles", "line ends"],
)
def test_forms_of_a_page_are_understood_alike(printed: str) -> None:
    """However its characters are coded, a page has its issue, its headline and its author."""
    page = convert_page(printed.encode(), "页.txt")
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date), issue.page) == ("青河日报", "2019-11-21", 3)
    (article,) = page.articles
    assert article.title.strip("\u200b") in printed
    assert [author.role for author in article.authors] == ["记者"]
    assert len(article.body) == 2 and all(block.text in printed for block in article.body)


@pytest.mark.parametrize(
    "signed",
    [
        "採茶忙\n\n記者 羅 曉\n\n白果鄉的農民忙著採茶。\n",
        "採茶忙\n\n本報訊（記者 羅曉）白果鄉的農民忙著採茶。\n",
        "採茶忙\n\n白果鄉的農民忙著採茶。\n\n全鄉今年種茶三百畝。（記者 羅曉）\n",
        "採茶忙\n\n白果鄉的農民忙著採茶。\n\n羅曉 攝\n",
    ],
    ids=["byline", "dateline", "end", "caption"],
)
def test_authors_are_named_in_the_script_of_their_page(signed: str) -> None:
    """Who wrote a page in traditional script is named as it prints the name, but for blanks."""
    (article,) = convert_page(signed.encode(), "页.txt").articles
    assert [author.name for author in article.authors] == ["羅曉"]


def test_blanks_between_all_characters_go() -> None:
    """A page whose characters OCR set apart is read as one that has none of the blanks."""
    spaced = "\n".join(" ".join(line) for line in PAGE.replace(" ", "").split("\n"))
    (article,) = convert_page(spaced.encode(), "页.txt").articles
    assert article.title == "桑园养蚕忙"
    assert article.body[1].text == "全乡今年养蚕三百张。"


def test_names_set_apart_are_no_spaced_line() -> None:
    """A line of names with blanks inside keeps them, for they part one name from the next."""
    page = convert_page(PAGE.replace("记者 石磊", "记者 石 磊 王 勇").encode(), "页.txt")
    assert [author.name for author in page.articles[0].authors] == ["石磊", "王勇"]
    assert "石 磊 王 勇" in page.articles[0].body[0].text


def test_a_few_blanks_in_sentences_go_where_others_do() -> None:
    """On a page that OCR set apart, blanks within a sentence are void in other lines, too."""
    lines = PAGE.split("\n")
    head = next(i for i, line in enumerate(lines) if line == "桑园养蚕忙")
    lines[head] = " ".join("桑园养蚕村民格外忙")
    lines[-1] = "全乡今年 养蚕三百 张，比去年 多了 一成 。"
    (article,) = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert article.title == "桑园养蚕村民格外忙"
    assert article.body[-1].text == "全乡今年养蚕三百张，比去年多了一成。"


def test_display_type_set_apart_is_closed_up() -> None:
    """A short line of single characters is a heading's, unless they make up names."""
    printed = PAGE.replace("桑园养蚕忙", "种 好 一 片 桑")
    (article,) = convert_page(printed.encode(), "页.txt").articles
    assert article.title == "种好一片桑"
