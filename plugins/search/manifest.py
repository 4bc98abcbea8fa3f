"""The manifest: all that a browser must know before it can choose shards.

Members: `format`; `documents`; `spans`, `placeFirst`, `placeNext`, `frequentAbove` (see
shard_format.py); `boosts` and `terms` (by field: lunr's boost, and how many terms the archive
has, for lunr's mean field length); `affixes` of addresses; `alphabet`, `words`, `lengths` (one
letter a symbol: a is the shortest code, `shortest` its bits); `frequent`; `shards`; `group` and
the folders of `grams`, `texts` and `names`; the files `table`, `pinyin` and `traditional`;
`printedTraditional` (traditional characters that the archive prints); `facets` (names, in the
order of the table's lists), `years`, `kindParents`, `aliases`.
"""

import base64
import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import gamma_codes, pack_codes
from plugins.search.keys import pack_keys
from plugins.search.lexicon import Lexicon
from plugins.search.shard_format import BORDER_RICE


def describe_lexicon(lexicon: Lexicon) -> dict[str, object]:
    """Return the manifest's members for the alphabet, the words and their codes."""
    points = np.array([ord(character) for character in lexicon.alphabet], dtype=np.int64)
    numbers = {character: number for number, character in enumerate(lexicon.alphabet)}
    words = [tuple(numbers[character] for character in word) for word in lexicon.words]
    shortest = int(lexicon.lengths.min())
    return {
        "alphabet": encode_bytes(pack_codes(gamma_codes(np.diff(points, prepend=-1)))),
        "symbols": len(points),
        "words": encode_bytes(pack_keys(words, len(points), BORDER_RICE)),
        "wordCount": len(words),
        "shortest": shortest,
        "lengths": "".join(chr(ord("a") + n) for n in (lexicon.lengths - shortest).tolist()),
    }


def describe_keys(
    keys: Sequence[tuple[int, ...]], alphabet: NDArray[np.uint32]
) -> dict[str, object]:
    """Return sorted keys of folded symbols as a member of the manifest."""
    return {"count": len(keys), "keys": encode_bytes(pack_keys(keys, len(alphabet), BORDER_RICE))}


def encode_bytes(content: bytes) -> str:
    """Return bytes as text for JSON."""
    return base64.b64encode(content).decode("ascii")


def dump_manifest(members: dict[str, object]) -> bytes:
    """Return the manifest's bytes: the same members, the same bytes."""
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
