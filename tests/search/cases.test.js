// The cases that Python and the browser's scripts share (test_cases.py has Python's side).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { cutRun } from "../../theme/static/js/search/corpus/cut.js";
import { classOf, foldText } from "../../theme/static/js/search/corpus/folding.js";
import { scanNumbers } from "../../theme/static/js/search/numbers/number_tokens.js";
import { readDate } from "../../theme/static/js/search/texts/dates.js";

const cases = JSON.parse(readFileSync(new URL("cases.json", import.meta.url)));
const UNKNOWN = 24;

test("text folds as in Python", () => {
  const simplified = new Map(cases.simplified);
  for (const [text, folded] of cases.folding) assert.equal(foldText(text, simplified), folded);
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

test("numbers are read as in Python", () => {
  for (const [text, tokens] of cases.numbers) {
    const found = scanNumbers(text).map((t) => [text.slice(t.start, t.end), t.value, t.follow]);
    assert.deepEqual(found, tokens, text);
  }
});

test("dates are read in every spelling, and nothing else is a date", () => {
  for (const [text, label] of cases.dates) {
    const date = readDate(foldText(text));
    assert.equal(date && date.label, label, text);
  }
});
