"""The site as it would be published, and drafts with it, rebuilt in this process on every save.

The editors' tables take longer to read than all else, so they are kept while content/data/ is
unchanged, and so are the articles and the compiled templates. A build goes to a folder of its own;
only a finished one is shown.
"""

import io
import shutil
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from plugins.content.content_error import BuildStoppedError
from plugins.site.kept.compiled_templates import CompiledTemplates
from plugins.site.kept.kept_articles import KEPT, KeptArticles
from plugins.site.later import LATER, Work
from plugins.site.settings.tables import Tables, list_tables, load_tables
from plugins.system.chinese_command import explain_disk

#: The folder of a site's search index.
SEARCH = "search"
Stamp = tuple[tuple[str, int, int], ...]


@dataclass
class Preview:
    """A site that follows the content; `version` counts its builds, `problems` are the last's."""

    settings_file: str
    folder: Path
    version: int = 0
    problems: tuple[str, ...] = ()
    _tables: dict[Stamp, Tables] = field(default_factory=dict)
    _compiled: dict[str, CompiledTemplates] = field(default_factory=dict)

    @cached_property
    def _kept(self) -> KeptArticles:
        """The articles as the last build had them."""
        return KeptArticles(self.folder / "articles")

    @property
    def site(self) -> Path:
        """The last sound build's folder."""
        return self.folder / "site"

    def build(self) -> None:
        """Build the site again; what is wrong with it becomes `problems`, in Chinese.

        Its pages are shown before the rest is done: until then the last search index serves them.
        """
        later: list[Work] = []
        self.problems = self._attempt(partial(self._write_pages, later))
        self.version += 1
        for work in later:
            if not self.problems:
                self.problems = self._attempt(partial(work, self.site))
                # What went wrong after the pages were shown is to be seen on them.
                self.version += bool(self.problems)

    def _attempt(self, work: Callable[[], None]) -> tuple[str, ...]:
        """Do some work and return what is wrong, in Chinese."""
        said = io.StringIO()
        try:
            with redirect_stderr(said), redirect_stdout(io.StringIO()):
                work()
        except BuildStoppedError as stopped:
            return tuple(said.getvalue().splitlines()) or (str(stopped),)
        except OSError as error:
            return (explain_disk(error, self.folder, "预览没有更新"),)
        except Exception as error:
            return (f"{type(error).__name__}：{error}",)
        return ()

    def _write_pages(self, later: list[Work]) -> None:
        fresh = self.folder / "site.new"
        shutil.rmtree(fresh, ignore_errors=True)
        override = {
            "OUTPUT_PATH": str(fresh),
            "LOAD_TABLES": self._read_tables,
            KEPT: self._kept,
            LATER: later,
            "PREVIEW": True,
        }
        settings = read_settings(self.settings_file, override=override)
        options = self._share_compiled(settings["JINJA_ENVIRONMENT"])
        Pelican({**settings, "JINJA_ENVIRONMENT": options}).run()
        if (index := self.site / SEARCH).is_dir():
            index.rename(fresh / SEARCH)
        shutil.rmtree(self.site, ignore_errors=True)
        fresh.rename(self.site)

    def _share_compiled(self, options: Mapping[str, object]) -> dict[str, object]:
        """Return Jinja's options with what templates were compiled to under the same ones."""
        compiled = self._compiled.setdefault(repr(options), CompiledTemplates())
        return {**options, "bytecode_cache": compiled}

    def _read_tables(self, data: Path) -> Tables:
        stamp = tuple(
            (path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in list_tables(data)
        )
        if stamp not in self._tables:
            tables = load_tables(data)
            self._tables.clear()
            self._tables[stamp] = tables
        return self._tables[stamp]
