"""How long an attack takes, from its file to what its page and the search are made of."""

import gc
import time
from pathlib import Path

import pytest

from plugins.content.content_error import ContentError
from plugins.content.sources import read_source
from plugins.content.timed_rendering import SECONDS
from plugins.search.corpus.cutting import cut_texts
from plugins.site.articles.reference import Reference
from plugins.site.articles.settling import settle_article
from plugins.site.settings.tables import Tables
from tests.hostile.corpus import choose_cases
from tests.hostile.hostile_site import write_hostile_content
from tests.sites.small_site import make_reference

pytestmark = pytest.mark.stress

#: Seconds of one processor that an article may take, its rendering in another process included.
LONGEST = 2.0
KINDS = ("pictures", "sizes", "yaml")


def test_no_attack_takes_two_seconds(tmp_path: Path, tables: Tables) -> None:
    """Each attack is judged within two seconds: one at most to render it, and one for all else."""
    cases = [case for case in choose_cases() if case.kind in KINDS]
    content = write_hostile_content(tmp_path, cases)
    reference = make_reference(content, tables)
    # The first text waits for the dictionaries.
    take(content / "articles" / "first.md", reference)
    # Nor is an attack to wait until all that was read is looked through for garbage.
    gc.freeze()
    seconds = {case.name: take(content / case.file, reference) for case in cases}
    gc.unfreeze()
    slowest = max(seconds, key=lambda name: seconds[name])
    print(f"{slowest}: {seconds[slowest]:.2f} s")
    assert {name: s for name, s in seconds.items() if s > LONGEST - SECONDS} == {}


def take(file: Path, reference: Reference) -> float:
    """Take an article's file as far as it goes; return the seconds of this process's processor."""
    start = time.process_time()
    try:
        article = settle_article(read_source(file, Path(file.name)), reference)
    except ContentError:
        return time.process_time() - start
    body = "\n".join(block.text for block in article.source.blocks)
    cut_texts([(article.title, "", body)])
    return time.process_time() - start
