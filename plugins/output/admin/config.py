"""What the web editor is told: which files it offers, with which forms, and where they are kept.

Options: `types/public.d.ts` in npm's @sveltia/cms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from plugins.chinese.pinyin import SLUG_PATTERN
from plugins.model import FrontMatter
from plugins.model.json_schema import describe
from plugins.model.page_front import PageFront
from plugins.output.admin.forms import Form, make_fields
from plugins.site.settings.glossary import GlossaryTable
from plugins.site.settings.site_settings import SiteSettings

Config = dict[str, Any]

#: Where a figure stands in the text, and how it goes with others: only programs know.
PLACES = ("id", "period_dates", "per", "group", "part", "weight", "paragraph", "start", "end")
STATUS_HINT = "新文章先是草稿；核对好了改成“发布”，还留着的“待核对”随之消去"
REVIEW_HINT = "程序拿不准的地方：核对好一处，删去一处（点右边的叉）"
ARTICLE = Form(
    left_out={"id", "slug", "provenance", *(f"figures.{name}" for name in PLACES)},
    labels={
        "status": {"published": "发布", "draft": "草稿"},
        "figures.bound": {
            "=": "正好",
            ">": "多于（余、多、超）",
            "<": "少于（近、不足）",
            ">=": "至少（以上）",
            "<=": "至多（以内）",
            "~": "大约",
        },
    },
    long={"summary", "corrections.text"},
    more={
        # A new number has no place in the text: `make annotate` finds those that are missing.
        "figures": {
            **{"allow_add": False, "allow_duplicate": False, "allow_reorder": False},
            "summary": "{{raw}}　{{indicator}}",
        },
        "figures.raw": {"readonly": True},
        "scan.image": {"widget": "image"},
        "figures.bound": {"hint": ""},
        "figures.nature": {"hint": ""},
        # As `make new` has it.
        "status": {"hint": STATUS_HINT, "default": "draft"},
        # What the converter doubts is read and settled, not written.
        "review": {
            **{"allow_add": False, "allow_duplicate": False, "allow_reorder": False},
            "hint": REVIEW_HINT,
            "field": {"name": "doubt", "label": "待核", "widget": "text", "readonly": True},
        },
    },
)
#: The files that are YAML alone, by the name of their form.
SITE = Form(left_out={"csp", "code_licence"}, long={"description", "historical_note"})
GLOSSARY = Form(long={"terms.explanation"})

#: The text is typed as it is stored: an editor with buttons would rewrite it.
BODY = {
    "name": "body",
    "label": "正文",
    "widget": "text",
    "hint": "段与段空一行，小标题前加“## ”；新图片在下面“插图”里传，存盘后在正文末尾，可以剪到别处",
}
#: Pictures on their way into the text: it has them as Markdown once the form is saved.
PICTURES = {
    "name": "pictures",
    "label": "插图",
    "label_singular": "插图",
    "widget": "list",
    "required": False,
    "summary": "{{alt}}",
    "hint": "传上来的图片存盘时写到正文末尾",
    "fields": [
        {"name": "image", "label": "图片", "widget": "image"},
        {
            "name": "alt",
            "label": "图上有什么",
            "widget": "string",
            "hint": "读给看不见的人听，不能空着",
        },
        {"name": "caption", "label": "图下的文字", "widget": "string", "required": False},
    ],
}
#: One folder for all pictures: without being told, each article would get one of its own.
IMAGES = {"media_folder": "/content/images", "public_folder": "/images"}
SLUG_HINT = "写拼音，如 shiquan-chuncha；发布后不要改。不改就用这串随机字母"
SLUG_RULE = [SLUG_PATTERN, "只能用小写字母、数字和连字符"]

#: Sveltia CMS wants a repository even where only a folder of this computer is edited.
UNSET = "https://github.com/local/archive"

#: Records by the name of their file format in the browser, and whether a body follows them.
#: Sveltia CMS lets Markdown files have no format of another ending.
RECORDS: dict[str, tuple[type[BaseModel], bool]] = {
    "article-frontmatter": (FrontMatter, True),
    "page-frontmatter": (PageFront, True),
    "site": (SiteSettings, False),
    "glossary": (GlossaryTable, False),
}


def describe_records() -> dict[str, Any]:
    """Return what the browser must know of each file format."""
    return {
        name: {"schema": describe(model), "hasBody": has_body}
        for name, (model, has_body) in RECORDS.items()
    }


def make_config(settings: SiteSettings, choices: Mapping[str, Sequence[str]]) -> Config:
    """Return Sveltia CMS's configuration; `choices` are the words that article fields may hold."""
    return {
        "backend": find_backend(settings.repository or UNSET),
        "load_config_file": False,
        "app_title": settings.name,
        **IMAGES,
        # Files are checked in as they come; the build makes the sizes that pages need.
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "show_preview_links": False,
        "collections": [_articles(choices), _pages()],
        "singletons": [
            _data_file("site", "网站设置", "settings", SITE),
            _data_file("glossary", "名词解释", "dictionary", GLOSSARY),
        ],
    }


def _articles(choices: Mapping[str, Sequence[str]]) -> Config:
    fields = make_fields(describe(FrontMatter), replace(ARTICLE, choices=choices))
    names = [field["name"] for field in fields]
    review = fields.pop(names.index("review"))
    body_at = 1 + names.index("kicker")
    return {
        "name": "articles",
        "label": "文章",
        "label_singular": "文章",
        "icon": "article",
        "folder": "content/articles",
        **IMAGES,
        "path": "{{fields.date | date('YYYY') | default('undated')}}/{{slug}}",
        "slug": {
            "template": "{{uuid_short}}",
            "editable": ["create"],
            "hint": SLUG_HINT,
            "pattern": SLUG_RULE,
        },
        "extension": "md",
        "format": "article-frontmatter",
        # An article that is withdrawn must be recorded, or its address would break.
        "delete": False,
        "duplicate": False,
        "summary": "{{title}}",
        "sortable_fields": {"fields": ["date", "title"], "default": {"field": "date"}},
        "view_filters": [{"label": "草稿", "field": "status", "pattern": "draft"}],
        # What is doubtful stands above the text that it is about.
        "fields": [*fields[:body_at], review, BODY, PICTURES, *fields[body_at:]],
    }


def _pages() -> Config:
    return {
        "name": "pages",
        "label": "页面",
        "label_singular": "页面",
        "icon": "description",
        "folder": "content/pages",
        **IMAGES,
        "extension": "md",
        "format": "page-frontmatter",
        "create": False,
        "delete": False,
        "fields": [*make_fields(describe(PageFront), Form()), BODY],
    }


def _data_file(name: str, label: str, icon: str, form: Form) -> Config:
    model, _ = RECORDS[name]
    return {
        "name": name,
        "label": label,
        "icon": icon,
        "file": f"content/data/{name}.yaml",
        "format": name,
        "fields": make_fields(describe(model), form),
    }


def find_backend(repository: str) -> Config:
    """Return how to reach a repository, given its address on the web.

    github.com is GitHub; a host with gitlab in its name is GitLab; others are Gitea or Forgejo.
    """
    address = urlsplit(repository)
    host = f"https://{address.netloc}"
    # Signing in by OAuth would need a server of our own.
    known = {"repo": address.path.strip("/").removesuffix(".git"), "auth_methods": ["token"]}
    if address.hostname == "github.com":
        return {"name": "github", **known}
    if "gitlab" in (address.hostname or ""):
        return {"name": "gitlab", "api_root": f"{host}/api/v4", "base_url": host, **known}
    return {"name": "gitea", "api_root": f"{host}/api/v1", "base_url": host, **known}


def list_hosts(repository: str) -> list[str]:
    """Return the hosts that the editor's browser must reach."""
    if not repository:
        return []
    backend = find_backend(repository)
    return ["https://api.github.com" if backend["name"] == "github" else backend["base_url"]]
