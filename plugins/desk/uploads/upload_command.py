"""The desk's command for uploaded raw pages, as the first job of convert.yml runs it."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import find_strays
from plugins.desk.arguments import CONTENT
from plugins.desk.uploads.branches import GitError, Repository
from plugins.desk.uploads.editing import Editor
from plugins.desk.uploads.proposals import Proposal
from plugins.desk.uploads.runner import find_site, tell
from plugins.desk.uploads.uploads import Uploads
from plugins.site.settings.tables import load_tables
from plugins.system.chinese_command import ChineseCommand, explain_disk, keep_warnings_back

Outcome = Proposal | ContentError


@click.command(cls=ChineseCommand, help="把上传的新版面转换成草稿，写成待开的合并请求。")
@click.argument("output", metavar="输出文件", type=click.Path(path_type=Path, dir_okay=False))
@CONTENT
def propose(output: Path, content: Path) -> None:
    """Write what is proposed as JSON, for uploads/open_requests.py, which needs no package.

    Exits with status 1 where a page could not be converted, with the others proposed.
    """
    keep_warnings_back()
    for stray in find_strays(content / "raw"):
        tell(str(stray))
    proposed = []
    failed = False
    for outcome in _run(content):
        if isinstance(outcome, Proposal):
            proposed.append(_describe(outcome))
            tell(outcome.title)
        else:
            failed = True
            tell(str(outcome), failed=True)
    output.write_text(json.dumps(proposed, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.exit(failed)


def _run(content: Path) -> Iterator[Outcome]:
    """Yield all outcomes; leave with one line where git or the disk lets nothing be done."""
    try:
        tables = load_tables(content / "data")
        yield from Uploads(content, tables, Repository(Path())).propose_all()
    except ContentError as error:
        yield error
    except GitError as error:
        sys.exit(f"没能读到仓库里的分支，请重新运行（{error}）")
    except OSError as error:
        sys.exit(explain_disk(error, content))


def _describe(proposal: Proposal) -> dict[str, object]:
    site = find_site(os.environ)
    return {
        "branch": proposal.branch,
        "title": proposal.title,
        "text": proposal.write(Editor(site, proposal.branch) if site else None),
        "files": {path.as_posix(): text for path, text in proposal.files},
    }
