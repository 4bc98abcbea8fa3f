"""Pictures of the site: found in their folder, resized once, shown as figures."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from plugins.content.content_error import ContentError
from plugins.content.rendering import render
from plugins.content.written_text import WrittenText
from plugins.output import offline
from plugins.output.disk_edition import edit_files
from plugins.site.pictures.picture_html import illustrate
from plugins.site.pictures.pictures import Pictures
from plugins.site.pictures.resizing import PictureError


@pytest.mark.parametrize(
    "source",
    [
        "../images/no.png", "../images/../secret.png", "../images/%2e%2e/secret.png",
        "/etc/passwd", "../images/link.png", "../images/", "", "../images/a%00.png",
        "../images/" + "a" * 5000 + ".png", "..\\images\\a.png",
    ],
)  # fmt: skip
def test_pictures_are_looked_for_in_their_folder_only(tmp_path: Path, source: str) -> None:
    """A name that leads out of content/images/, or to nothing, names no picture."""
    folder = tmp_path / "images"
    folder.mkdir()
    Image.new("1", (9, 9)).save(tmp_path / "secret.png")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(PictureError, match="不存在"):
        Pictures(folder, tmp_path / "cache").find(source)


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    """Return pictures of several names and sizes."""
    folder = tmp_path / "images"
    (folder / "2019").mkdir(parents=True)
    for name, size in {"大.png": (2000, 1000), "2019/b c.png": (700, 350), "s.png": (9, 9)}.items():
        Image.new("L", size, 200).save(folder / name)
    return Pictures(folder, tmp_path / "cache")


def test_pictures_are_never_enlarged(pictures: Pictures) -> None:
    """A picture has the widths that are smaller than its own, and its own as the widest."""
    for name, widths in {
        "大.png": [480, 960, 1440],
        "2019/b c.png": [480, 700],
        "s.png": [9],
    }.items():
        assert list(pictures.find(f"../images/{name}").files) == widths
    assert list(pictures.find("大.png", (480, 4000)).files) == [480, 2000]


def test_the_cache_spares_decoding_and_is_not_trusted_blindly(
    pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build decodes nothing; a changed picture is made anew; no half file is left."""
    found = pictures.find("大.png")
    assert not list(pictures.cache.glob("*.tmp"))
    again = Pictures(pictures.folder, pictures.cache)
    with monkeypatch.context() as patched:
        patched.setattr("plugins.site.pictures.pictures.resize", None)
        assert again.find("大.png") == found
    Image.new("L", (2000, 1000), 100).save(pictures.folder / "大.png")
    assert Pictures(pictures.folder, pictures.cache).find("大.png").digest != found.digest


@pytest.mark.parametrize("body", ["![甲](<//[x/images/a.png>)", "[甲](//[x/images/a.html)"])
def test_addresses_that_are_none_are_no_links(pictures: Pictures, body: str) -> None:
    """An address that cannot be taken apart leads nowhere, and stops nothing but its picture."""
    if body.startswith("!"):
        with pytest.raises(ContentError, match="图片“甲”的地址不对"):
            illustrate_markdown(pictures, body)
    else:
        assert illustrate_markdown(pictures, body).find("a").attrs == {}


def illustrate_markdown(pictures: Pictures, markdown: str) -> BeautifulSoup:
    """Return an article's Markdown as its page shows it, parsed."""
    file = pictures.folder.parent / "a.md"
    file.write_text(f"---\ntitle: 甲\n---\n\n{markdown}\n", encoding="utf-8")
    html = render(markdown)
    text = WrittenText(file, Path("content/articles/a.md"), "articles/a.html", html)
    return BeautifulSoup(illustrate(text, html, pictures).html, "html.parser")


def test_a_picture_and_its_caption_are_a_figure(pictures: Pictures) -> None:
    """A picture by itself is a figure, with the caption after it; among words it stays there."""
    shown = illustrate_markdown(
        pictures,
        "![大](../images/大.png)\n\n说明\n{: .caption}\n\n甲![小](s.png)乙\n\n丙\n{: .caption}\n\n"
        '![空](../images/2019/b%20c.png "题")\n\n丁',
    )
    assert [f.get_text() for f in shown.find_all("figure")] == ["说明", ""]
    assert [p.get_text() for p in shown.find_all("p")] == ["甲乙", "丙", "丁"]
    large, small, spaced = shown.find_all("img")
    assert large.parent.find("figcaption") and small.parent.name == "p"
    assert (large["width"], large["height"], large["loading"]) == ("1440", "720", "lazy")
    assert large["src"].startswith("../images/da-") and large["src"].endswith("-960.jpg")
    assert large["srcset"].count("w") == 3 and "srcset" not in small.attrs
    assert spaced["title"] == "题" and spaced["alt"] == "空"


def test_a_link_to_a_picture_leads_to_a_large_one(pictures: Pictures) -> None:
    """A link to a file of content/images/ leads to what is published of it; others stay."""
    body = "[![小](../images/s.png)](../images/大.png) [站](https://a.cn/images/) [页](b.html)"
    shown = illustrate_markdown(pictures, body)
    picture, site, page = (link["href"] for link in shown.find_all("a"))
    assert re.fullmatch(r"\.\./images/da-[0-9a-f]{10}-2000\.jpg", picture)
    assert (site, page) == ("https://a.cn/images/", "b.html")


def test_faulty_pictures_are_told_with_their_line(pictures: Pictures) -> None:
    """Each picture that cannot be used is one line: file, line, what is wrong, what to do."""
    body = "![](../images/大.png)\n\n![甲](../images/no.png)\n\n![乙](https://a.cn/b.png)\n\n[丙](../images/c.pdf)\n"
    with pytest.raises(ContentError) as caught:
        illustrate_markdown(pictures, body)
    told = [str(error) for error in caught.value.list_all()]
    place = "content/articles/a.md 第"
    assert [line.partition("，")[0] for line in told] == [
        f"{place} 5 行：图片“../images/大.png”没有替代文字",
        f"{place} 7 行：图片“../images/no.png”不存在",
        f"{place} 9 行：图片“https://a.cn/b.png”在别的网站上",
        f"{place} 11 行：图片“../images/c.pdf”不存在",
    ]


def test_editions_without_a_network_have_the_pictures(feature_site: Path) -> None:
    """The edition for a disk and the browser's own copy hold every picture of the site."""
    names = {f"images/{file.name}" for file in (feature_site / "images").iterdir()}
    assert names
    assert names <= {path for path, _ in edit_files(feature_site)}
    assert names <= {path for path, _, _ in offline.list_files(feature_site)}


def test_only_used_pictures_are_published(feature_site: Path) -> None:
    """The site has the widths of the pictures that its articles use, and of no others."""
    names = sorted(file.name for file in (feature_site / "images").iterdir())
    parts = [(name.rsplit("-", 2)[0], name.rsplit("-", 1)[1]) for name in names]
    assert parts == [
        *(("cha-yuan", f"{width}.jpg") for width in (1440, 480, 960)),
        *(("page3", f"{width}.jpg") for width in (2400, 480, 960)),
        ("sign", "300.jpg"),
    ]
    assert not [
        name for name in names if b"Secret" in (feature_site / "images" / name).read_bytes()
    ]
