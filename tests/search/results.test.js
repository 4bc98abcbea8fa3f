// How results were found is told by the query, and headlines break as they do elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isParted, isSpelled } from "../../theme/static/js/search-page/results.js";

test("letters alone are pinyin, in capitals and full-width as well", () => {
  for (const query of ["hanbin", " Cha Nong", "ＨＢ", "han'bin"]) assert.ok(isSpelled(query), query);
  for (const query of ["", "chá", "茶 cha", "5g"]) assert.ok(!isSpelled(query), query);
});

test("a headline in parts breaks between them where each is short", () => {
  for (const title of ["春茶开园 茶农采茶忙", "一 二（三）"]) assert.ok(isParted(title), title);
  for (const title of ["春茶开园", "春茶 茶农清早上山采茶直到天黑才回家", ""]) assert.ok(!isParted(title), title);
});
