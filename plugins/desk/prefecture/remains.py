"""Words of the place that an archive was of before, where they still stand after it has moved."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.content.records import read_text
from plugins.content.sources import list_files
from plugins.desk.prefecture.statements import name_english
from plugins.subjects.tables.gazetteer import Gazetteer


def list_words(gazetteer: Gazetteer) -> set[str]:
    """List what names the place of a gazetteer: its own words, counties and zones."""
    counties = [form for county in gazetteer.counties for form in county.printed_forms()]
    zones = [zone.name for zone in gazetteer.zones]
    return {*counties, *zones, *gazetteer.area}


def find_remains(content: Path, words: Iterable[str]) -> Iterator[str]:
    """Yield each line of the editors' pages and texts that has any of the words, as file and line.

    The English page has them in pinyin.
    """
    words = {word for word in words if len(word) > 1}
    names = sorted({*words, *filter(None, map(name_english, words))}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)) or "(?!)")
    for file in list_files(content, ("data", "pages")):
        if file.suffix in (".yaml", ".md") and file.name != "README.md":
            for number, line in enumerate(read_text(file).splitlines(), 1):
                if found := dict.fromkeys(pattern.findall(line)):
                    yield f"{file}:{number}：{'、'.join(found)}"
