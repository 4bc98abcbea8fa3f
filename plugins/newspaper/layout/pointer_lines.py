"""上接第1版 on a line of its own: the first words of the text that stands below it."""

from collections.abc import Sequence

from plugins.chinese.characters import ends_with_stop
from plugins.newspaper.evidence.continuations import find_page, strip_page
from plugins.newspaper.layout.fragments import Fragment

#: A longer line is no headline.
_TEXT = 28


def join_pointers(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, each line that only names the page before together with the text below it.

    At a page's top such text is the rest of something that the page does not have.
    """
    joined: list[Fragment] = []
    pointer = ended = False
    for fragment in fragments:
        text = len(fragment.reading) > _TEXT or ends_with_stop(fragment.reading)
        if pointer and text:
            joined[-1] = joined[-1].join(fragment)
        else:
            joined.append(fragment)
        whole = fragment.reading + "。"
        names_page = bool(find_page(whole)) and strip_page(whole) == "。"
        ended = ended or ends_with_stop(joined[-1].reading)
        pointer = names_page and ended
    return joined
