"""What Pelican is told: the pages under review/, in a preview and nowhere else."""

import os
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.content.raw_folder import list_unconverted
from plugins.desk.review.raw_pages import ReviewPage, review_pages
from plugins.desk.uploads.editing import find_editor
from plugins.site.articles.article import Article
from plugins.site.pages.site_page import SitePage
from plugins.site.views.frame import list_frame

FOLDER = "review"


class ReviewGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Writes a page for each raw page that has articles, and a list of them."""

    def generate_output(self, writer: Writer) -> None:
        """Write all pages and their style sheet."""
        archive = self.context["archive"]
        pages = review_pages(archive.articles, self.context["reference"].raw_pages)
        self._write([self._list_sheets(pages), *map(_show_sheet, pages)], writer)
        style = Path(self.output_path) / FOLDER / "review.css"
        style.write_bytes(files("plugins.desk.review").joinpath("review.css").read_bytes())

    def write_sheets(self, articles: Sequence[Article], writer: Writer) -> None:
        """Write the pages of the raw pages that these are all articles of."""
        pages = review_pages(articles, self.context["reference"].raw_pages)
        self._write(map(_show_sheet, pages), writer)

    def _write(self, pages: Iterable[SitePage], writer: Writer) -> None:
        settings, frame = self.context["archive"].settings, list_frame(self.context)
        editor = find_editor(settings.repository, os.environ)
        for page in pages:
            values = {**page.context(settings, ""), "editor": editor}
            template = self.get_template(page.template)
            writer.write_file(page.path, template, frame, relative_urls=True, **values)

    def _list_sheets(self, pages: list[ReviewPage]) -> SitePage:
        settled = {page.name for page in pages} | self.context["archive"].addresses.withdrawn_raws
        waiting = list_unconverted(Path(self.path) / "raw", settled)
        values = {"pages": pages, "waiting": [file.name for file in waiting]}
        return SitePage(
            f"{FOLDER}/index.html",
            "review_index",
            FOLDER,
            "原文对照",
            make_view=lambda: values,
            listed=False,
        )


def _show_sheet(page: ReviewPage) -> SitePage:
    return SitePage(
        page.path,
        "review",
        FOLDER,
        f"原文对照：{page.name}",
        make_view=lambda: {"sheet": page},
        listed=False,
    )


def connect() -> None:
    """Connect our generator to Pelican's signal; a second time changes nothing."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Pelican) -> type[ReviewGenerator] | None:
    return ReviewGenerator if pelican.settings["PREVIEW"] else None
