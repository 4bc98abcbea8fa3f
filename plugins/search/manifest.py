"""The manifest: all that a browser must know before it can choose shards.

Members: `format`; `documents`; `spans`, `placeFirst`, `placeNext`, `frequentAbove` (see
shard_format.py); `boosts` and `terms` (by field: lunr's boost, and how many terms the archive
has, for lunr's mean field length); `affixes` of addresses; `alphabet`, `words`, `bits` (of the
symbols' codes, one letter each: a is the shortest, `shortest` its bits); `frequent`; `shards`
(how many there are of the dictionary) and their `borders`; `group` and the folders of `grams`,
`texts`, `names`, `numbers`, `directory` and `sounds`, with `numberShards`, `directoryShards` and
`soundShards`; `textShardTerms`, `pieceLength`, `namesPerShard`; the files `table` (of the
documents), `dates`, `pinyin`, `rare` and `traditional`; `simplified` (pairs of a traditional
character that the archive prints and its simplified form); `surnames` (parted by blanks);
`facetNames` (in the order in which the facets are written), `years` (the documents of each, in
order), `kindParents`, `aliases`.
"""

import base64
from collections.abc import Sequence

import numpy as np

from plugins.search.codes.bits import gamma_codes, pack_codes
from plugins.search.codes.keys import pack_keys
from plugins.search.codes.shard_format import MANIFEST_RICE
from plugins.search.texts.lexicon import Lexicon


def describe_lexicon(lexicon: Lexicon) -> dict[str, object]:
    """Return the manifest's members for the alphabet, the words and their codes."""
    numbers = {character: number for number, character in enumerate(lexicon.alphabet)}
    words = [tuple(numbers[character] for character in word) for word in lexicon.words]
    shortest = int(lexicon.lengths.min())
    return {
        "alphabet": describe_characters(lexicon.alphabet),
        "words": describe_keys(words, len(numbers)),
        "shortest": shortest,
        "bits": "".join(chr(ord("a") + n) for n in (lexicon.lengths - shortest).tolist()),
    }


def describe_characters(characters: str) -> dict[str, object]:
    """Return sorted characters as a member of the manifest."""
    points = np.array([ord(character) for character in characters], dtype=np.int64)
    gaps = gamma_codes(np.diff(points, prepend=-1))
    return {"count": len(points), "points": encode_bytes(pack_codes(gaps))}


def describe_keys(keys: Sequence[tuple[int, ...]], symbols: int) -> dict[str, object]:
    """Return sorted keys, of so many different symbols, as a member of the manifest."""
    return {"count": len(keys), "keys": encode_bytes(pack_keys(keys, symbols, MANIFEST_RICE))}


def encode_bytes(content: bytes) -> str:
    """Return bytes as text for JSON."""
    return base64.b64encode(content).decode("ascii")
