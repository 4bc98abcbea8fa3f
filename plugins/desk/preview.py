"""The site as it would be published, and drafts with it, rebuilt in this process on every save.

The editors' tables take longer to read than all else, so they are kept while content/data/ is
unchanged, and so are the articles and the compiled templates. A build goes to a folder of its own;
only a finished one is shown.
"""

import io
import shutil
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from plugins.content.content_error import BuildStoppedError
from plugins.site.kept.compiled_templates import CompiledTemplates
from plugins.site.kept.kept_articles import KEPT, KeptArticles
from plugins.site.settings.tables import Tables, list_tables, load_tables
from plugins.system.chinese_command import explain_disk

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
        """Build the site again; what is wrong with it becomes `problems`, in Chinese."""
        fresh = self.folder / "site.new"
        shutil.rmtree(fresh, ignore_errors=True)
        said = io.StringIO()
        override = {
            "OUTPUT_PATH": str(fresh),
            "LOAD_TABLES": self._read_tables,
            KEPT: self._kept,
            "PREVIEW": True,
        }
        try:
            with redirect_stderr(said), redirect_stdout(io.StringIO()):
                settings = read_settings(self.settings_file, override=override)
                options = self._share_compiled(settings["JINJA_ENVIRONMENT"])
                Pelican({**settings, "JINJA_ENVIRONMENT": options}).run()
        except BuildStoppedError as stopped:
            self.problems = tuple(said.getvalue().splitlines()) or (str(stopped),)
        except OSError as error:
            self.problems = (explain_disk(error, self.folder, "预览没有更新"),)
        except Exception as error:
            self.problems = (f"{type(error).__name__}：{error}",)
        else:
            shutil.rmtree(self.site, ignore_errors=True)
            fresh.rename(self.site)
            self.problems = ()
        self.version += 1

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
