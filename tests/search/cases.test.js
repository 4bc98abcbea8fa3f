// The cases that Python and the browser's scripts share (test_cases.py has Python's side).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { cutRun } from "../../theme/static/js/search/corpus/cut.js";
import { classOf, foldText } from "../../theme/static/js/search/corpus/folding.js";
import { rewriteNumber } from "../../theme/static/js/search/texts/numerals.js";

const cases = JSON.parse(readFileSync(new URL("cases.json", import.meta.url)));
const UNKNOWN = 24;

test("text folds as in Python", () => {
  for (const [text, folded] of cases.folding) assert.equal(foldText(text), folded);
});

test("characters are classed as in Python", () => {
  for (const [character, number] of cases.classes) {
    assert.equal(classOf(foldText(character)), number, character);
  }
});

test("a run is cut as in Python", () => {
  for (const [text, bits, pieces] of cases.cuts) {
    const bitsOf = (piece) => bits[piece] ?? ([...piece].length === 1 ? UNKNOWN : undefined);
    assert.deepEqual(cutRun(text, bitsOf), pieces, text);
  }
});

test("a number is also found in the other numerals", () => {
  for (const [text, other] of cases.numbers) assert.equal(rewriteNumber(text), other, text);
});
