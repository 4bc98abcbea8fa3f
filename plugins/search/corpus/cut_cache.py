"""What earlier builds have cut, kept by content: only new and changed articles are cut again.

One file holds exactly the last build's articles, named by what the words depend on besides.
What it does not give is cut anew, and the index has the same bytes. It holds no text.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

from plugins.search.corpus.batches import find_fresh, map_batches
from plugins.search.corpus.cutting import Cuts, Fields, cut_texts, pick_articles
from plugins.search.kept_code import name_kept
from plugins.system.digests import digest
from plugins.system.kept_arrays import keep_arrays, pack_digests, read_arrays, unpack_digests

#: What decides how a text is cut, and how that is kept.
_CODE = (
    "plugins/search/corpus",
    "plugins/search/numbers",
    "plugins/chinese",
    "plugins/system/kept_arrays.py",
)


class CutCache:
    """What the last build has cut, in a folder of its own, or, without one, nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder and folder / name_kept(*_CODE)

    def cut_articles(
        self, articles: Sequence[Fields], names: Sequence[bytes], executor: Executor
    ) -> Cuts:
        """Cut articles, batch by batch on `executor`, as far as they are not known; keep all.

        `names` are name_article's.
        """
        known, kept = self._load()
        fresh, order = find_fresh(names, known)
        parts = list(map_batches(cut_texts, [articles[number] for number in fresh], executor))
        cuts = pick_articles([kept, *parts] if kept else parts, order)
        if self._file and set(known) != set(names):
            keep_arrays(self._file, {"names": pack_digests(names), **cuts.list_arrays()})
        return cuts

    def _load(self) -> tuple[list[bytes], Cuts | None]:
        """Return the names of the articles that were cut, and their cuts."""
        arrays = read_arrays(self._file) if self._file else None
        if arrays is None:
            return [], None
        return unpack_digests(arrays.pop("names")), Cuts(**arrays)


def name_article(article: Fields) -> bytes:
    """Return a name for all that an article says, and how its fields part it."""
    sizes = " ".join(str(len(field)) for field in article)
    return digest(sizes.encode(), "".join(article).encode("utf-8", "surrogatepass"))
