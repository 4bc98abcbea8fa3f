"""Content that is sound or not: what the check and the build must judge alike."""

import base64

FRONT = "---\ntitle: 浔滨茶园\n{}---\n\n浔滨区种茶8亩。\n"
BODY = "---\ntitle: 浔滨茶园\n---\n\n浔滨区种茶8亩。{}\n"
#: One white point.
GIF = base64.b64decode("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=")
FIGURE = "{raw: 9亩, value: 9, unit: 亩, paragraph: 0, start: 5, end: 7}"

#: The field by which the one article that is there besides is told.
ONLY = "id: kangning-bulletin-07"

#: Files below content/ and whether content that has them besides that is sound.
CASES: dict[str, tuple[dict[str, str | bytes], bool]] = {
    "title and body": ({"articles/a.md": FRONT.format("")}, True),
    "no title": ({"articles/a.md": "---\nkind: 消息\n---\n\n正文。\n"}, False),
    "no front matter": ({"articles/a.md": "正文。\n"}, False),
    "front matter left open": ({"articles/a.md": "---\ntitle: 甲\n\n正文。\n"}, False),
    "broken YAML": ({"articles/a.md": FRONT.format("topics: [产业扶贫\n")}, False),
    "unknown field": ({"articles/a.md": FRONT.format("countys: []\n")}, False),
    "no such day": ({"articles/a.md": FRONT.format("date: 2019-02-30\n")}, False),
    "date in words": ({"articles/a.md": FRONT.format("date: 2019年2月3日\n")}, False),
    "estimate backwards": (
        {"articles/a.md": FRONT.format("date_estimate: {interval: 2019-12/2019-11}\n")},
        False,
    ),
    "unknown county": ({"articles/a.md": FRONT.format("counties: [浔冰区]\n")}, False),
    "unknown county of a draft": (
        {"articles/a.md": FRONT.format("status: draft\ncounties: [浔冰区]\n")},
        True,
    ),
    "unknown county of an article for a later day": (
        {"articles/a.md": FRONT.format("publish_on: 9999-12-31\ncounties: [浔冰区]\n")},
        False,
    ),
    "dead link of an article for a later day": (
        {"articles/a.md": FRONT.format("publish_on: 9999-12-31\n") + "\n[见](no.html)\n"},
        True,
    ),
    "unknown topic": ({"articles/a.md": FRONT.format("topics: [产业富贫]\n")}, False),
    "unknown town": ({"articles/a.md": FRONT.format("towns: [无名镇]\n")}, False),
    "unknown kind": ({"articles/a.md": FRONT.format("kind: 新闻\n")}, False),
    "bad slug": ({"articles/a.md": FRONT.format("slug: 茶园\n")}, False),
    "Chinese file name": ({"articles/茶园.md": FRONT.format("")}, False),
    "one slug twice": (
        {"articles/a.md": FRONT.format(""), "articles/2019/a.md": FRONT.format("")},
        False,
    ),
    "one id twice": ({"articles/a.md": FRONT.format(f"{ONLY}\n")}, False),
    "private person public": (
        {"articles/a.md": FRONT.format("people: [{name: 甲, role: 受访群众, public: true}]\n")},
        False,
    ),
    "figure not in the body": ({"articles/a.md": FRONT.format(f"figures: [{FIGURE}]\n")}, False),
    "misprint not in the body": (
        {"articles/a.md": FRONT.format("misprints: [{printed: 种菜}]\n")},
        False,
    ),
    "misprint in the body": (
        {"articles/a.md": FRONT.format("misprints: [{printed: 种茶, meant: 种树}]\n")},
        True,
    ),
    "dead link to a page": ({"articles/a.md": BODY.format("[见](nowhere.html)")}, False),
    "link to another page": ({"articles/a.md": BODY.format("[见](../about.html#main)")}, True),
    "link to another article": (
        {"articles/a.md": BODY.format("[见](b.html)"), "articles/b.md": BODY.format("")},
        True,
    ),
    "link to nothing": ({"articles/a.md": BODY.format("[见](不存在)")}, False),
    "title cut at a number sign": ({"articles/a.md": FRONT.replace("浔滨茶园", "甲 #1")}, False),
    "link to a file": ({"articles/a.md": BODY.format("[见](undated/no.md)")}, False),
    "link to another site": ({"articles/a.md": BODY.format("[见](https://a.cn/a.html)")}, True),
    "missing image": ({"articles/a.md": BODY.format("\n\n![茶园](../images/no.png)")}, False),
    "picture of another site": (
        {"articles/a.md": BODY.format("\n\n![茶园](https://a.cn/a.png)")},
        False,
    ),
    "picture": (
        {"articles/a.md": BODY.format("\n\n![茶园](../images/a.gif)"), "images/a.gif": GIF},
        True,
    ),
    "picture without words for it": (
        {"articles/a.md": BODY.format("\n\n![](../images/a.gif)"), "images/a.gif": GIF},
        False,
    ),
    "broken picture": (
        {"articles/a.md": BODY.format("\n\n![茶园](../images/a.gif)"), "images/a.gif": GIF[:20]},
        False,
    ),
    "broken picture on a page": (
        {"pages/b.md": "---\ntitle: 乙\n---\n\n![茶园](images/a.gif)\n", "images/a.gif": GIF[:20]},
        False,
    ),
    "scan that is missing": (
        {"articles/a.md": FRONT.format("scan: {image: no.jpg, alt: 版面}\n")},
        False,
    ),
    "scan": (
        {"articles/a.md": FRONT.format("scan: {image: a.gif, alt: 版面}\n"), "images/a.gif": GIF},
        True,
    ),
    "article in Latin-1": ({"articles/a.md": "---\ntitle: é\n---\n".encode("latin-1")}, False),
    "not an article": ({"articles/a.txt": "正文。\n"}, False),
    "hidden file": ({"articles/.a.md.swp": "正文。\n"}, True),
    "page without title": ({"pages/b.md": "---\ndescription: 乙\n---\n\n正文。\n"}, False),
    "page at a taken address": ({"pages/search.md": "---\ntitle: 搜索\n---\n\n正文。\n"}, False),
    "dead link on a page": ({"pages/b.md": "---\ntitle: 乙\n---\n\n[见](no.html)\n"}, False),
    "bad table": ({"data/county-tiles.csv": "county,row,column\n浔滨区,一,2\n"}, False),
    "bad glossary": ({"data/glossary.yaml": "terms:\n  - {slug: a, name: 甲乙}\n"}, False),
}  # fmt: skip
