"""The search index's file format, version 5: what plugins/search writes and the browser reads.

Files
=====
Below the output folder::

    manifest.json             the one file that changes its content under its name
    documents/<hash>.bin      every document's length, county, topics, column and kind
    dates/<hash>.bin          every document's day, or the days on which it may have been printed
    pinyin/<hash>.json        how characters and words are read, names to suggest
    rare/<hash>.json          how characters are read that the archive lacks
    traditional/<hash>.json   traditional characters and what they are in the archive
    grams/<hash>/<n>.bin      shards of the dictionary of runs and words
    texts/<hash>/<n>.bin      shards of the articles' text, long ones in pieces
    names/<hash>/<n>.bin      shards of their addresses, dates and titles alone
    numbers/<hash>/<n>.bin    shards of the whole numbers and Latin words in the articles
    directory/<hash>/<n>.bin  shards of what names mean: places, topics, people, months
    sounds/<hash>/<n>.bin     shards of names and words by how they are read

Shards are numbered from 0 through a family and lie GROUP together in a folder named by the hash
of their contents, so an address is never reused for other bytes and every file but the
manifest may be cached for ever. All integers are big-endian; bits run from a byte's most
significant one.

Every .bin file begins with the CRC-32 of its *address's tail* (such as ``grams/17``, or
``documents``) in UTF-8 followed by the rest of the file: a truncated, altered or
exchanged file is an error, never another result.

Documents and positions
=======================
Documents are numbered from 0 by date, newest first, then address; undated ones last. Text is
folded (folding.py). A document's fields stand in one space of positions: the title from 0, the
byline from ``spans[0]``, the body from ``spans[1]``; a position counts folded code points. Blanks
and line ends belong to no run, nor do marks that stand between Han characters (folding.is_linked).

Symbols are indices into the sorted alphabet of the folded characters: of all that the printed ones
fold to, each by itself, and 〇. A *gram* is a sequence of
symbols. The dictionary holds every gram of one symbol that is no mark and of two; a longer one
when the gram without its last or without its first symbol is *frequent* (stands more than
FREQUENT times and is listed in the manifest); and every term (tokens.py). Hence any run is either
in the dictionary or covered by grams that are not frequent, whose lists are therefore short.

Codes
=====
gamma(v), v >= 1       floor(log2 v) zeros, then v in binary
rice(v, k)             v >> k ones and a zero, then the low k bits of v;
                       from 20 ones on no zero follows, but v in 32 bits
raw(v, w)              v in w bits;  W = bits of the largest symbol
gap parameter          the greatest k >= 0 with 100 * df * 2**k <= 69 * documents (0 if none)

Gram shard
==========
::

    CRC-32, varint entries, varint bytes of keys, symbols, documents, places; then the five
    streams keys, symbols, documents, places, counts, each filled up to a whole byte

Entries are sorted by symbols, a prefix before its extensions. For each entry:

keys       gamma(drop + 1), gamma(add): symbols taken from the end of the previous key (empty at
           a shard's start), symbols added. Then, when drop > 0, rice(s - d - 1, 5) with s the
           first added symbol and d the one that it replaces (parameter 1 if it is the key's
           first); when drop = 0, raw(s, W).
           gamma(df), df documents. Then how many of the occurrences are terms: 0 none, 10 all,
           11 some. When df >= COUNTED_FROM and the key is longer than one symbol, one bit: 1 is
           counted, 0 placed; a shorter key is counted, one of fewer documents placed. When
           counted: raw(k, 4). When placed, one bit: 1 if it stands twice in any document.
symbols    raw(s, W) for every added symbol after the first
documents  df times rice(document - previous - 1, gap parameter), previous = -1 at first
places     of a placed entry, per document: its positions, rice(position, placeFirst) and then
           rice(position - previous - 1, placeNext), each followed, if it stands twice anywhere,
           by one bit (1: the document's last) and, where some occurrences are terms, by one bit
           (1: this is one); in a title or byline also by gamma(terms of that field + 1)
counts     of a counted entry, per document: one bit h (1: stands in title or byline),
           rice(body - (h ? 0 : 1), k), if h gamma(title + 1), gamma(byline + 1), and for each
           of these two fields in which it stands gamma(terms of that field + 1);
           where some are terms also gamma(body - terms of the body + 1) and if h the same for
           title and byline

Text shard
==========
CRC-32, then Huffman codes of symbols: first the printed alphabet in order of code points, then
the lexicon's words in order. Codes are canonical: by length, then symbol; the manifest gives
the lengths. Per document six fields, each ended by FIELD_END: address (without the manifest's
prefix and suffix), date label (an ISO date is written as digits), title, byline, start, body. A
document weighs the terms of its body and 1; a text shard takes documents, in order, while they
weigh ``textShardTerms`` at most.

A document that weighs more lies in *pieces*, each a shard of its own with all six fields: piece p
has the body's positions from p * L on, L = ``pieceLength``, the last one all that are left. So that
a passage lies in one piece, it begins PIECE_BEFORE positions earlier and ends PIECE_BEHIND later,
or a little more, where a symbol does; ``start`` is the position in the body, in digits, at which it
begins, empty for 0.

A name shard has ``namesPerShard`` documents of three fields, address, date and title.

Documents file
==============
CRC-32, then the column of how many terms the bodies have (titles' and bylines' terms stand beside
what is found in them). Then for each facet gamma(sets + 1), the different *sets* of values, each
as gamma(size + 1) and each value's index as gamma(index + 1), and the column of each document's
set. Then for each document that weighs more than a text shard holds gamma(pieces).

Dates file
==========
CRC-32, gamma(dated documents + 1), the first day raw(day, 22), of each further dated document
gamma(day before - day + 1). Then for each undated one a bit: 1, raw(first, 22) and
gamma(last - first + 1), or 0 where nothing is known. Days count from 0001-01-01, which is 1.

Shards without order
====================
Shards of numbers, of the directory and of sounds have no order: what is looked up stands in the
shard of the number CRC-32 of its UTF-8, modulo how many shards the family has.

A number shard is CRC-32, varint bytes of keys, the sorted keys (number_tokens.py: numbers by their
worth, Latin words) joined by line feeds, then bits: for each key gamma(follows), and for each
different character that follows it, in order, its code point raw(c, 21), 0 for none,
gamma(df), df times rice(document - previous - 1, gap parameter).

A directory shard is CRC-32 and JSON: for each folded name the rows of what it means: kind, name,
address, reports, figures, note, [name, address] of the places that it lies in, explanation, without
the empty ones at a row's end.

A sound shard is CRC-32 and JSON: for each syllable two lists: the texts that begin with it, and
those of three characters and more whose second it is. A text is a digit (0: a word; else its
kind's number from 1 in sounds.KINDS), the folded text and, where that is not how its characters
are usually read, a blank and its syllables.

A column is gamma(low + 1), gamma(highs + 1), gamma(values + 1); the sorted distinct values of
v >> low, each as gamma(value - previous), previous = -1 at first, and its canonical Huffman
length raw(length, 5); then for each value v the Huffman code of v >> low and raw(v, low).

Cutting a query
===============
A run that is no term is cut into words of the manifest and single characters. A word's bits are
the length of its code, those of a character not in the archive 24. Of all ways to cut, the one of
fewest bits counts; among equals the one of fewest pieces; then the one whose first piece in which
they differ is the longest. tests/search/cases.json has examples.

Manifest
========
JSON; see manifest.py for its members. Streams in it are base64: ``alphabet`` and
``printedTraditional`` gamma(gap) of sorted code points; ``words`` (in printed symbols) and
``frequent`` (in folded ones) keys as above but with parameter 9, each key's further symbols
right behind it; ``borders``.

Borders
=======
A key as bits: each symbol plus 1 in B bits, B = bits of the number of symbols. The border before a
shard (there is none before the first) is the fewest bits that, filled up with zeros, are greater
than the last key before it and not greater than its first key. Shards end where it is shortest.
Borders are written as a halving of all keys. A range with borders inside has a code: whether
some lie in its lower half, whether its middle is one, whether some lie in its upper half; the
lower and the upper half follow in the same way if they have any (nothing is written for none)::

    lower        0      lower, middle          110
    middle       100    lower, middle, upper   1110
    upper        101    lower, upper          11110
                        middle, upper         11111
"""

FORMAT = 5
#: Grams that stand more often than this have no list of positions, but longer grams instead.
FREQUENT = 6000
#: Entries of fewer documents always list positions.
COUNTED_FROM = 32
#: Bytes that a shard of the dictionary takes, at least and at most; terms of a text shard.
GRAM_SHARD_BYTES = (3_500, 7_000)
TEXT_SHARD_TERMS = 1350
#: Positions of a long body that one piece has, and those that it has in common with its neighbours.
PIECE_LENGTH = 2000
PIECE_BEFORE, PIECE_BEHIND = 24, 100
#: Bytes that a shard without order takes on average: of numbers, of what is in JSON.
NUMBER_SHARD_BYTES = 3_000
NAME_SHARD_BYTES = 2_500
#: Bits of a day's number.
DAY_BITS = 22
#: What is written for a range: (borders in its lower half, its middle is one, in its upper half).
HALVING_CODES: dict[tuple[bool, bool, bool], str] = {
    (True, False, False): "0",
    (False, True, False): "100",
    (False, False, True): "101",
    (True, True, False): "110",
    (True, True, True): "1110",
    (True, False, True): "11110",
    (False, True, True): "11111",
}
#: Documents of a name shard, which only long lists of results need.
NAME_SHARD_DOCUMENTS = 256
#: Shards in a folder.
GROUP = 256
#: Parameters of the Rice code of a key's first added symbol: in a shard, in the manifest.
KEY_RICE = 5
MANIFEST_RICE = 9
#: The same where a key's very first symbol changes.
FIRST_RICE = 1
#: Ends a field of a text shard.
FIELD_END = "\x1f"
#: The fields in lunr's order, and how lunr boosts them.
FIELD_BOOSTS: dict[str, float] = {"title": 5.0, "byline": 1.0, "body": 1.0}


def gap_parameter(df: int, documents: int) -> int:
    """Return the Rice parameter for the gaps of a list of `df` among `documents` documents."""
    parameter = 0
    while 100 * df * 2 ** (parameter + 1) <= 69 * documents:
        parameter += 1
    return parameter
