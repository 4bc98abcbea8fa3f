"""What goes along when a page is shared."""

import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from plugins.site.groups.headlines import part_headline
from plugins.site.settings.contact import link_contact
from plugins.site.settings.county_tiles import Tile
from plugins.site.sharing.covers import SIZE, draw_cover
from plugins.site.sharing.qr_codes import draw_qr_code
from tests.sites.partials import load_partial
from tests.sites.small_site import ARTICLES, SITE_URL, build_site, write_content

TILES = {
    "甲县": Tile(county="甲县", row=1, column=1),
    "乙县": Tile(county="乙县", row=2, column=2),
}


def read_modules(svg: str) -> set[tuple[int, int]]:
    """Return the dark modules of a drawn code: its path of moves and horizontal strokes."""
    drawn = re.search(r' d="([^"]+)"', svg)
    assert drawn
    dark, x, y = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", drawn[1]):
        parts = [float(part) for part in re.findall(r"-?\d*\.?\d+", numbers)]
        if command == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(parts[0]))}
            x += parts[0]
        else:
            x, y = (parts[0], parts[1]) if command == "M" else (x + parts[0], y + parts[1])
    return dark


def test_a_qr_code_has_its_finders_and_quiet_zone() -> None:
    """The three corner marks stand four modules from the edge, as cameras look for them."""
    svg = draw_qr_code("https://example.org/archive/articles/cha-yuan.html")
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])  # type: ignore[index] # it is there
    dark = read_modules(svg)
    assert {min(x for x, _ in dark), min(y for _, y in dark)} == {4}
    ring = [(step, edge) for step in range(7) for edge in (0, 6)]
    ring += [(edge, step) for step, edge in ring]
    for left, top in ((4, 4), (size - 11, 4), (4, size - 11)):
        assert all((left + x, top + y) in dark for x, y in ring)
    assert draw_qr_code("https://example.org/other") != svg


def test_a_cover_shows_its_county_in_red() -> None:
    """The picture has a card's size, its county's tile red and no other, and the same bytes."""
    content = draw_cover(TILES, ("乙县",))
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.size == SIZE
    reds = [
        (x, y)
        for x in range(0, SIZE[0], 10)
        for y in range(0, SIZE[1], 10)
        if picture.getpixel((x, y)) == (0x9A, 0x2A, 0x1A)
    ]
    assert reds and min(x for x, _ in reds) >= SIZE[0] // 2
    assert min(y for _, y in reds) >= SIZE[1] // 2
    assert content == draw_cover(TILES, ("乙县",)) != draw_cover(TILES, ("甲县",))
    assert len(content) < 5000


def test_articles_share_their_countys_picture(small_site: Path) -> None:
    """An article's card shows its county, which is a file of the site; others show the site's."""
    cards = {
        name: BeautifulSoup(file.read_bytes(), "html.parser").select_one("[property='og:image']")
        for name in ("xunbin-chanye", "hostile")
        if (file := small_site / f"articles/{name}.html")
    }
    assert cards["xunbin-chanye"]["content"] == f"{SITE_URL}/covers/xunbin.png"
    assert (small_site / "covers/xunbin.png").is_file()
    assert cards["hostile"]["content"] == f"{SITE_URL}/theme/images/cover.png"


def test_no_address_no_code(small_site: Path, tmp_path: Path) -> None:
    """A QR code stands in an article's page where the site's address is known, and else nowhere."""
    preview = build_site(write_content(tmp_path, ARTICLES), tmp_path / "output")
    for site, count in ((small_site, 1), (preview, 0)):
        page = BeautifulSoup((site / "articles/tongyang.html").read_bytes(), "html.parser")
        assert len(page.select("svg.qr-code")) == count


def test_every_page_says_how_to_be_taken_off(small_site: Path) -> None:
    """Who finds herself on any page is led to whom to ask, at an article's end by name."""
    files = [file for file in small_site.rglob("*.html") if file.parent.name != "admin"]
    pages = {file: BeautifulSoup(file.read_bytes(), "html.parser") for file in files}
    for file, page in pages.items():
        assert page.select_one("footer a[href$='about.html#contact']"), file
    asked = pages[small_site / "articles/tongyang.html"].select_one(".asking a")
    assert asked is not None and "隐去姓名" in asked.get_text()


def keep_quoted(title: str) -> str:
    """Return a headline as pages have it."""
    return str(load_partial("stories").keep_quoted(part_headline(title)))


def test_quoted_words_stay_together() -> None:
    """What is quoted in a headline is one stretch, where it is short and its marks are paired."""
    assert keep_quoted("甲“乙<丙”丁“戊”") == (
        '甲<span class="quoted">“乙&lt;丙”</span>丁<span class="quoted">“戊”</span>'
    )
    for title in ("甲“乙", "乙”丙", "“一二三四五六七八九十一”丙", "甲", "甲《“乙", "（“甲"):
        assert keep_quoted(title) == title


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("种“茶”、“桑”，富民", "种[“茶”、][“桑”，]富民"),
        ("读《“三苦”精神》有感", "读[《“三苦”]精神》有感"),
        ("评《说“茶”》（“茶”）（上）", "评《说[“茶”》][（“茶”）]（上）"),
        ("《“一二三四五六七八九十一”》", "《“一二三四五六七八九十一”》"),
    ],
)
def test_quoted_words_keep_the_marks_beside_them(title: str, kept: str) -> None:
    """A mark that begins no line, or ends none, stays with the quoted words that it stands at."""
    assert keep_quoted(title).replace('<span class="quoted">', "[").replace("</span>", "]") == kept


def test_a_contact_can_be_tapped() -> None:
    """An address or a number by itself is a link; words about it are only words."""
    assert link_contact("bao@example.org") == "mailto:bao@example.org"
    for number in ("0915-3210000", "+86-915-3210000", "13800000000", "12345"):
        assert link_contact(number) == f"tel:{number}"


@pytest.mark.parametrize(
    "words",
    [
        *("请写信到某市某路 1 号", "@kangningbao", "bao@example", "bao@.", "@example.org"),
        *(
            "a@b.org,c@d.org",
            "https://example.org/@bao.x",
            "1012345678",
            "1e9",
            "9-1-5",
            "-915",
            "１２３４５",
            "",
        ),
    ],
)
def test_what_is_no_address_is_only_words(words: str) -> None:
    """A name of WeChat, a number of QQ, a page's address and several addresses lead nowhere."""
    assert link_contact(words) == ""


def test_silence_is_warned_of(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where nobody is named to be written to, the build warns and the page does not pretend.

    All pages lead to that place, so it is there whatever the page's editors wrote.
    """
    content = write_content(tmp_path, ARTICLES)
    (content / "pages").unlink()
    (content / "pages").mkdir()
    (content / "pages/about.md").write_text("---\ntitle: 关于\n---\n\n本馆。\n", "utf-8")
    site = build_site(content, tmp_path / "output")
    assert "contact 空着" in capfd.readouterr().err
    page = BeautifulSoup((site / "about.html").read_bytes(), "html.parser")
    told = page.find(id="contact")
    assert told is not None and "尚未公布" in told.find_next("p").get_text()
