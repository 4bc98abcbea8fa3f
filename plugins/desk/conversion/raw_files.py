"""Raw files as read, and what they are called: by their place under content/raw/."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.chinese.pinyin import slugify
from plugins.content.content_error import ContentError
from plugins.desk.conversion.issues import Issue, read_sidecar
from plugins.newspaper.sources.formats import find_limit


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw file as read: all that articles are made of but the tables.

    `path` names it in messages, `place` is its path under content/raw/; `issue` is what the command
    and the sidecar say.
    """

    path: Path
    place: Path
    data: bytes
    issue: Issue


def read_raw_file(raw: Path, given: Issue) -> RawFile:
    """Read a raw file; `given` is what the command says of its issue.

    Raises ContentError where its sidecar is broken, and OSError.
    """
    with raw.open("rb") as file:
        data = file.read(find_limit(raw.name) + 1)
    return RawFile(raw, locate_raw(raw), data, given.fill(read_sidecar(raw)))


def name_raw(raw: Path) -> str:
    """A raw file's name in ASCII, its folders under content/raw/ included."""
    return name_place(locate_raw(raw))


def name_place(place: Path) -> str:
    """The same of its path under content/raw/."""
    return slugify(str(place.with_suffix("")))


def refuse_same_names(raws: Sequence[Path]) -> None:
    """Raise ContentError where the articles of two raw files would have the same ids."""
    named: dict[str, Path] = {}
    for raw in raws:
        if name_raw(raw) in named:
            first = named[name_raw(raw)]
            raise ContentError(raw, None, f"和 {first} 的文章编号会相同，请给其中一个文件改名")
        named[name_raw(raw)] = raw


def locate_raw(raw: Path) -> Path:
    """Where a raw file stands under content/raw/; elsewhere only its name counts."""
    parts = raw.resolve().parts
    for i in range(len(parts) - 2, 0, -1):
        if parts[i - 1 : i + 1] == ("content", "raw"):
            return Path(*parts[i + 1 :])
    return Path(raw.name)
