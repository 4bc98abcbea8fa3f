"""A small site whose article has what editors may add: corrections, misprints, pictures, a scan."""

from pathlib import Path

from PIL import Image

from plugins.site.settings.tables import Tables
from tests.sites.small_site import SITE_URL, build_site, write_content

TEA = """\
---
title: 石潭县后桑镇办起茶园
date: 2019-11-21
newspaper: 康宁日报
people:
  - {name: 李付东, role: 受访群众}
figures:
  - {raw: 860万元, value: 8600000, unit: 元, indicator: 投资, paragraph: 0, start: 8, end: 14}
corrections:
  - {date: 2026-03-02, text: 李付东一家收入应为2.6万元.}
  - date: 2026-11-20
    text: 茶园在“蓝村坝村”,本馆误作“蓝村垻村”.
misprints:
  - {printed: 投资860万元的茶, meant: 投资860万元的茶园}
  - {printed: 千今户}
scan: {image: page3.png, alt: 《康宁日报》第3版的版面}
---

石潭县后桑镇投资860万元的茶,带动千今户增收.

李付东说,日子好过了.

![村民在茶园里采茶](../../images/cha-yuan.jpg)

后桑镇的茶园.(张涛 摄)
{: .caption}

茶园旁边![茶厂的门牌](../images/sign.png)立着门牌.
"""
PLAIN = "---\ntitle: 纯阳县修路\ndate: 2018-05-04\n---\n\n纯阳县修路.\n"
#: A draft's picture is in no other article.
DRAFT = "---\ntitle: 草稿\nstatus: draft\n---\n\n![草图](../images/draft.png)\n"
ARTICLES = {"2019/tea.md": TEA, "2018/road.md": PLAIN, "draft.md": DRAFT}
#: Exif's tags for how the camera was held (on its right side), what it is, and where it was.
ORIENTATION, CAMERA, GPS = 0x0112, 0x010F, 0x8825


def write_pictures(folder: Path) -> None:
    """Write the pictures that the articles name, as phones, scanners and drawing programs do."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[CAMERA], exif[GPS] = 6, "Secret phone", {1: "N", 2: (32.0, 41.0, 0.0)}
    photo = Image.linear_gradient("L").resize((1200, 2000)).convert("RGB")
    photo.save(folder / "cha-yuan.jpg", exif=exif, comment=b"Secret comment")
    Image.new("L", (2400, 3400), 230).save(folder / "page3.png")
    Image.new("RGBA", (300, 200), (200, 0, 0, 128)).save(folder / "sign.png")
    Image.new("RGB", (50, 50), "red").save(folder / "draft.png")
    Image.new("RGB", (50, 50), "blue").save(folder / "unused.png")


def build_feature_site(folder: Path, tables: Tables) -> Path:
    """Build the site; returns the output folder."""
    content = write_content(folder, ARTICLES)
    write_pictures(content / "images")
    return build_site(
        content, folder / "output", CANONICAL_URL=SITE_URL, LOAD_TABLES=lambda _: tables
    )
