"""The site as it would be published, and drafts with it, rebuilt in this process on every save.

The editors' tables take longer to read than all else, so they are kept while content/data/ is
unchanged, and so are the articles and the compiled templates. A build goes to a folder of its own;
only a finished one is shown.
"""

import gc
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
from plugins.search.pelican_plugin import FOLDER as SEARCH
from plugins.site.kept.compiled_templates import CompiledTemplates
from plugins.site.kept.kept_articles import KEPT, KeptArticles
from plugins.site.later import LATER, Work
from plugins.site.settings.tables import Tables, list_tables, load_tables
from plugins.system.chinese_command import explain_disk

#: Where pages are shown, and the rest could not be made.
UNFINISHED = "页面已经更新，搜索还是以前的"
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
    _left: list[Work] = field(default_factory=list)

    @cached_property
    def _kept(self) -> KeptArticles:
        """The articles as the last build had them."""
        return KeptArticles(self.folder / "articles")

    @property
    def site(self) -> Path:
        """The last sound build's folder."""
        return self.folder / "site"

    def build(self) -> None:
        """Write the site's pages again; what is wrong with it becomes `problems`, in Chinese.

        `finish` makes the rest. Until then the last search index serves the new pages.
        """
        later: list[Work] = []
        write = partial(self._write_pages, later)
        self.problems = tuple(self._attempt(write, "预览没有更新"))
        if not self.problems:
            self._left = later
        self.version += 1
        # Archives refer to themselves in circles: those that nothing shows any more are let go, and
        # the files of the cache that they hold open with them.
        gc.collect()

    def finish(self) -> list[str]:
        """Make one of what the pages shown do without, and return what is wrong, in Chinese."""
        if not self._left:
            return []
        return self._attempt(partial(self._left.pop(0), self.site), UNFINISHED)

    def _attempt(self, work: Callable[[], None], undone: str) -> list[str]:
        """Do some work and return what is wrong, in Chinese; `undone` says what that leaves."""
        said = io.StringIO()
        try:
            with redirect_stderr(said), redirect_stdout(io.StringIO()):
                work()
        except BuildStoppedError as stopped:
            return said.getvalue().splitlines() or [str(stopped)]
        except OSError as error:
            return [explain_disk(error, self.folder, undone)]
        except Exception as error:
            return [f"{type(error).__name__}：{error}"]
        return []

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
