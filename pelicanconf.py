"""Pelican's settings for preview. What editors may change stands in content/data/site.yaml."""

import os
import sys
from pathlib import Path

# Pelican loads this file by its path, so the plugins beside it are not importable yet.
sys.path.insert(0, str(Path(__file__).parent))

from plugins.model import find_publish_day, read_epoch
from plugins.system.refusal import RefusalError

PATH = "content"
THEME = "theme"
PLUGINS = [
    "plugins.site",
    "plugins.desk.review",
    "plugins.search",
    "plugins.output.bundles",
    "plugins.output.finish",
]
# plugins.site reads the articles: Pelican would make of each what no page needs.
ARCHIVE_PATH = "articles"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
# plugins.site writes the pictures of content/images/ that are used, and keeps them resized here.
STATIC_PATHS: list[str] = []
CACHE_PATH = ".cache"

# Hidden files and folders are none of ours: editors' programs keep there what was thrown away.
IGNORE_FILES = [".*", "__pycache__"]

# Only `make serve` shows drafts and articles whose day has not come, each marked as such.
PREVIEW = False
# An article waits for its `publish_on`: PUBLISH_DAY=2026-12-01, SOURCE_DATE_EPOCH, or today.
try:
    PUBLISH_DAY = find_publish_day(os.environ)
    # Atom demands a time: a fixed one, so that the same content gives the same bytes.
    epoch = read_epoch(os.environ)
    FEED_UPDATED = 946684800 if epoch is None else epoch
except RefusalError as error:
    sys.exit(str(error))

TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-CN"
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # Every build reads the templates anew; within one they do not change.
    "auto_reload": False,
}

# The site works under any address, and from a folder: all links are relative.
SITEURL = ""
RELATIVE_URLS = True
# The absolute address for canonical links, feeds and the sitemap; unknown in preview.
CANONICAL_URL = ""
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'"
)

# plugins.site writes every page: Pelican reads the files and renders the templates.
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = ""
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# Slugs are checked by us; a date is only what the page states, never the file's name or clock.
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None
FILENAME_METADATA = ""
WITH_FUTURE_DATES = True
LOAD_CONTENT_CACHE = False
