"""The raw lines that an article came from, shown beside it."""

import logging
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.sources import ORDINAL, Source
from plugins.newspaper.sources.formats import read_raw_page
from plugins.privacy.masks import is_masked, list_parts_of
from plugins.privacy.raw_masks import hide_lines, mark_corrected
from plugins.system.digests import digest, hex_digest

log = logging.getLogger(__name__)
BYLINE = "署名"
HEAD_LABELS = (("kicker", "引题"), ("title", "标题"), ("subtitle", "副题"), ("byline", BYLINE))
BLOCK_LABELS = {"paragraph": "段落", "heading": "小标题", "caption": "图片说明", "row": "表格"}


@dataclass(frozen=True, slots=True)
class RawBlock:
    """The raw lines of the head or a body block: (line number, text) in reading order.

    `block` is the body block, from 0; the head stands with the first.
    """

    label: str
    block: int
    lines: tuple[tuple[int, str], ...]


@dataclass
class RawPages:
    """The raw pages of a folder by name and digest, each looked for once and decoded once.

    A build looks for them first and shows their lines later; what a file then holds is shown only
    where it still has the digest.

    What the articles `sources`, masked, hide is hidden in the lines that they came from; of a
    page with an article among the ids `withdrawn` nothing is shown but what others came from.
    """

    folder: Path
    sources: Sequence[Source] = ()
    withdrawn: Collection[str] = ()
    _read: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _found: dict[tuple[str, str], bool] = field(default_factory=dict)

    @cached_property
    def _made_of(self) -> Mapping[str, Sequence[Source]]:
        """The articles of each raw page."""
        made: defaultdict[str, list[Source]] = defaultdict(list)
        for source in self.sources:
            made[source.raw].append(source)
        return made

    @cached_property
    def _gone(self) -> Collection[str]:
        """What the ids of withdrawn articles have in common with their raw page's others."""
        return {ORDINAL.sub("", identity) for identity in self.withdrawn}

    def lines(self, name: str, sha256: str) -> tuple[str, ...]:
        """Return a raw page's lines, or none where the file is not, or no more, the one converted.

        That is a warning and no error: an editor may keep a raw page from the public.
        """
        key = (name, sha256)
        if key not in self._read:
            lines, made = self._load(name, sha256), self._made_of[name]
            if self._hides(name):
                lines = hide_lines(lines, made, hides_rest=self._has_gone(name))
            self._read[key] = lines
        return self._read[key]

    def lines_of(self, source: Source) -> tuple[str, ...]:
        """Return the lines of the raw page that an article came from; of none there are none."""
        provenance = source.front.provenance
        return self.lines(provenance.raw, provenance.sha256) if provenance else ()

    def name_lines(self, source: Source) -> bytes:
        """Return what stands for an article's raw lines, b"" where there are none."""
        provenance = source.front.provenance
        if provenance is None or not self._has(provenance.raw, provenance.sha256):
            return b""
        if not self._hides(provenance.raw):
            return provenance.sha256.encode()
        lines = self.lines_of(source)
        return digest(repr(lines).encode("utf-8", "surrogatepass"))

    def _hides(self, name: str) -> bool:
        return self._has_gone(name) or any(map(is_masked, self._made_of[name]))

    def _has_gone(self, name: str) -> bool:
        ids = (one.front.id or "" for one in self._made_of[name])
        return any(ORDINAL.sub("", identity) in self._gone for identity in ids)

    def _load(self, name: str, sha256: str) -> tuple[str, ...]:
        data = self._read_file(name, sha256) if self._has(name, sha256) else None
        try:
            return () if data is None else read_raw_page(data, name).lines
        except ContentError as error:
            log.warning("%s", error)
            return ()

    def _has(self, name: str, sha256: str) -> bool:
        """Tell whether the file of a raw page was the one converted when it was first asked for."""
        key = (name, sha256)
        if key not in self._found:
            self._found[key] = self._read_file(name, sha256) is not None
        return self._found[key]

    def _read_file(self, name: str, sha256: str) -> bytes | None:
        """Return what a raw page's file holds now; None, with a warning, if not what it was."""
        file = (self.folder / name).resolve()
        data = None
        if file.is_relative_to(self.folder.resolve()) and file.is_file():
            # Others may delete it, or keep it from being read.
            with suppress(OSError):
                data = file.read_bytes()
        if data is None:
            log.warning("找不到原文 content/raw/%s，由它整理的文章不显示“原文行”", name)
        elif hex_digest(data) != sha256:
            log.warning("原文 content/raw/%s 在整理之后改动过，文章不显示“原文行”", name)
            return None
        return data


def raw_blocks(source: Source, pages: RawPages) -> tuple[RawBlock, ...]:
    """Return an article's raw lines by part, empty where they cannot be shown."""
    provenance, lines = source.front.provenance, pages.lines_of(source)
    if not lines or provenance is None:
        return ()
    source = source.at_hand()
    parts = [(label, 0, getattr(provenance.lines, part)) for part, label in HEAD_LABELS]
    # An editor may have cut or joined paragraphs since; then their kinds are no longer known.
    same = len(provenance.blocks) == len(source.blocks)
    kinds = [f"（{BLOCK_LABELS[block.type]}）" for block in source.blocks] if same else []
    for index, numbers in enumerate(provenance.blocks):
        kind = kinds[index] if kinds else ""
        parts.append((f"正文第 {index + 1} 块{kind}", index, numbers))
    text = "\n".join(list_parts_of(source).values())
    return tuple(
        RawBlock(label, block, _read_lines(numbers, lines, None if label == BYLINE else text))
        for label, block, numbers in parts
        if numbers
    )


def _read_lines(
    numbers: Sequence[int], lines: Sequence[str], text: str | None
) -> tuple[tuple[int, str], ...]:
    """Return raw lines with their numbers; with a `text`, only what of them stands in it."""
    read = [(n, lines[n - 1]) for n in numbers if 0 < n <= len(lines)]
    return tuple(read if text is None else mark_corrected(read, text))
