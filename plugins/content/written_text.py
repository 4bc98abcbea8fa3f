"""A text as its editor wrote it, so that what is wrong with its page is told by file and line."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from plugins.content.content_error import ContentError
from plugins.content.records import read_text


@dataclass(frozen=True)
class WrittenText:
    """An article's or page's HTML, its address on the site, and where it was written.

    `path` names the file in messages.
    """

    file: Path
    path: Path
    address: str
    html: str

    @property
    def root(self) -> str:
        """The way from the page to the site's root: ../ for each folder that it is in."""
        return "../" * self.address.count("/")


def text_error(text: WrittenText, words: str, message: str) -> ContentError:
    """Return the error that `words` of a text (an address, as its HTML has it) are wrong."""
    lines = enumerate(read_text(text.file).splitlines(), start=1)
    written = (words, unquote(words))
    line = next((n for n, given in lines if words and any(w in given for w in written)), None)
    return ContentError(text.path, line, message)
