"""What the converter was unsure of and nobody has settled, told again until somebody has."""

from collections.abc import Iterator, Sequence

from plugins.content.sources import Source, field_error
from plugins.desk.checking.findings import Finding, report_error
from plugins.site.articles.raw_lines import RawPages
from plugins.site.pages.lost_lines import find_lost_lines, is_remark


def find_open_doubts(sources: Sequence[Source], pages: RawPages) -> Iterator[Finding]:
    """Yield a warning for each doubt and for each set of lines that no article has."""
    for source in sources:
        is_draft = source.front.status == "draft"
        for index, remark in enumerate(source.front.review):
            if not is_remark(remark):
                end = "；核对好了，删去这一条" if is_draft else "；已经发布了，核对好了请删去这一条"
                error = field_error(source, ("review", index), f"待核：{remark}{end}")
                yield report_error(error, "警告")
    for error in find_lost_lines(sources, pages):
        yield report_error(error, "警告")
