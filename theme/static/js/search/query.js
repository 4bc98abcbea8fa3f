/**
 * Reads what was typed. Blanks part it; "…", “…”, 「…」 and ‘…’ keep a run together. At a part's
 * start - excludes and + changes nothing, at its end * ~n ^n; `field:` counts with a known field.
 * All else is literal text: 1~8月, 8:30 and 2018-2019 are runs.
 */

import { foldText, hasWords } from "./corpus/folding.js";

const FIELDS = new Map([
  ...["标题", "title"].map((name) => [name, { field: "title" }]),
  ...["作者", "通讯员", "记者", "署名", "author", "byline"].map((name) => [name, { field: "byline" }]),
  ...["正文", "body"].map((name) => [name, { field: "body" }]),
  ...["县", "县区", "county"].map((name) => [name, { facet: "county" }]),
  ...["专题", "主题", "话题", "topic"].map((name) => [name, { facet: "topic" }]),
  ...["栏目", "column"].map((name) => [name, { facet: "column" }]),
  ...["体裁", "kind"].map((name) => [name, { facet: "kind" }]),
  ...["年", "年份", "year"].map((name) => [name, { facet: "year" }]),
]);
const PART = /[-+]?(?:[^\s"]*:)?(?:"[^"]*"?|'[^'"]*'(?![^\s*^~]))(?:[*^~][\d.]*)*|\S+/gu;
const LONGEST_QUERY = 200;
const MOST_PARTS = 12;
const MOST_EDITS = 2;

function takeField(text) {
  const colon = text.indexOf(":");
  const known = colon > 0 && FIELDS.get(text.slice(0, colon));
  return known && text.length > colon + 1 ? { ...known, rest: text.slice(colon + 1) } : { rest: text };
}

function takeEnding(part) {
  const ending = /^(.+?)(\*|~\d*|\^\d+(?:\.\d+)?)$/u.exec(part.text);
  if (!ending || !hasWords(ending[1])) return part;
  const [, text, operator] = ending;
  const number = operator.slice(1);
  const taken = { ...part, text };
  if (operator === "*") taken.prefix = true;
  else if (operator[0] === "~") taken.edits = number ? +number : 1;
  else taken.boost = boundBoost(+number);
  return takeEnding(taken);
}

const boundBoost = (boost) => Math.min(Math.max(boost, 0.01), 1000);

function readPart(typed, printed) {
  let text = typed;
  const excluded = text.length > 1 && text[0] === "-";
  if (text.length > 1 && (excluded || text[0] === "+")) text = text.slice(1);
  const { field, facet, rest } = takeField(text);
  const part = { text: rest, printed, excluded, field, facet, boost: 1, exact: false };
  const quoted = /^"([^"]*)"?(.*)$/u.exec(rest) || /^'([^'"]*)'([*^~].*)?$/u.exec(rest);
  if (!quoted) return takeEnding(part);
  const ending = /^\^(\d+(?:\.\d+)?)/u.exec(quoted[2] || "");
  return { ...part, text: quoted[1].trim(), exact: true, boost: ending ? boundBoost(+ending[1]) : 1 };
}

/** What ~ does not do; takes back what is too much of it. */
function tellEdits(part) {
  if (!part.edits) return [];
  const [first] = part.text;
  const messages = [`“${part.printed}”只查“${first}”开头的词`];
  if (part.edits > MOST_EDITS) {
    part.edits = MOST_EDITS;
    messages.push(`“~”最多可差${MOST_EDITS}个字，“${part.printed}”按${MOST_EDITS}个查`);
  }
  return messages;
}

/** Parse a query: {parts, messages}; messages say gently what was not understood. */
export function parseQuery(query) {
  const messages = [];
  let typed = foldText(query);
  if ([...typed].length > LONGEST_QUERY) {
    typed = [...typed].slice(0, LONGEST_QUERY).join("");
    messages.push(`检索词太长，只用了前${LONGEST_QUERY}个字`);
  }
  if ((typed.split('"').length - 1) % 2) messages.push("引号没有成对，已按到结尾处理");
  const parts = [];
  for (const match of typed.matchAll(PART)) {
    const part = readPart(match[0], match[0]);
    if (hasWords(part.text)) parts.push(part);
  }
  for (const part of parts) messages.push(...tellEdits(part));
  if (parts.length > MOST_PARTS) {
    messages.push(`检索词太多，只用了前${MOST_PARTS}个`);
    parts.length = MOST_PARTS;
  }
  if (query.trim() && !parts.length) messages.push("请输入汉字、字母或数字");
  return { parts, messages };
}
