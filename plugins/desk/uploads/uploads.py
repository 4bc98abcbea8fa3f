"""Raw pages that editors uploaded, each converted to drafts for a branch of its own.

A branch is named for the page and its content, so that a second run finds it there, and a page
uploaded again with other text gets another. Pages do not wait for one another: one that cannot be
converted is told, and the others go on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import SIDECAR, list_unconverted
from plugins.desk.conversion.article_folder import ArticleFolder, read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert_file
from plugins.desk.conversion.raw_files import (
    IssueIndex,
    name_raw,
    read_raw_file,
    refuse_same_names,
)
from plugins.desk.uploads.branches import PREFIX, Repository
from plugins.desk.uploads.proposals import Proposal
from plugins.site.settings.tables import Tables
from plugins.system.digests import hex_digest


@dataclass(slots=True)
class Uploads:
    """The raw pages under `content` without articles, and the repository of their branches."""

    content: Path
    tables: Tables
    repository: Repository
    _issues: IssueIndex = field(default_factory=IssueIndex)

    def propose_all(self) -> Iterator[Proposal | ContentError]:
        """Yield for each page its proposal, or why there is none.

        Raises ContentError, GitError and OSError where nothing at all can be done.
        """
        folder = read_article_folder(self.content / "articles")
        settled = {a.raw for a in folder.articles} | self.tables.addresses.withdrawn_raws
        raws = list_unconverted(self.content / "raw", settled)
        names = self._read_names() if raws else {}
        for number, raw in enumerate(raws):
            twins = [twin for twin in raws[:number] if name_raw(twin) == name_raw(raw)]
            try:
                refuse_same_names([*twins[:1], raw])
                proposal = self._propose(raw, folder, names)
            except ContentError as error:
                yield error
            else:
                names[proposal.branch] = {path.stem for path, _ in proposal.files}
                yield proposal

    def _read_names(self) -> dict[str, set[str]]:
        """Read the names of the files on each branch that waits to be merged."""
        articles = self.content / "articles"
        return {
            branch: {file.stem for file in self.repository.list_files(branch, articles)}
            for branch in self.repository.list_branches(PREFIX)
        }

    def _propose(self, raw: Path, folder: ArticleFolder, names: dict[str, set[str]]) -> Proposal:
        branch = name_branch(raw)
        page = convert_file(read_raw_file(raw, Issue(), self._issues), self.tables)
        page = page.without(self.tables.addresses.withdrawn_ids)
        taken = set().union(*(names[other] for other in names if other != branch))
        (page,) = folder.leave_rests([page])
        (outcomes,) = folder.plan([page], "draft", taken)
        if not outcomes:
            raise ContentError(raw, None, "没有找到文章，请检查原文")
        return Proposal(raw, branch, page, outcomes)


def name_branch(raw: Path) -> str:
    """Return the branch for a raw page as it is now, its sidecar included."""
    sidecar = raw.with_suffix(SIDECAR)
    content = raw.read_bytes() + (sidecar.read_bytes() if sidecar.exists() else b"")
    return f"{PREFIX}{name_raw(raw)}-{hex_digest(content, 8)}"
