/**
 * Reads what was typed. Blanks part it; "…", “…”, 「…」 and ‘…’ keep a run together. At a part's
 * start - before a word excludes and + changes nothing, at its end * ~n ^n; `field:` counts with a
 * known field. All else is literal text: 1~8月, 8:30, -5℃ and 2018-2019 are runs. Stops and
 * brackets around a part are none of it.
 */

import { hasWords } from "./corpus/folding.js";
import { readDate } from "./texts/dates.js";
import { isPinyin } from "./texts/pinyin.js";

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
const SPACED_FIELD = new RegExp(`(^|\\s)([-+]?(?:${[...FIELDS.keys()].join("|")}):)\\s+(?=\\S)`, "gu");
const AROUND = /^(?:[、,;!?…—·《》<>()[\]]|\.(?!\d))+|[、,.;:!?…—·《》<>()[\]]+$/gu;
const STOPS_AROUND = /^[、,;!?…—·]+|[、,.;:!?…—·]+$/gu;
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

const count = (text, brackets) => text.split(brackets).length;

/** A part without the stops and brackets around it; a name's own brackets stay: 示范区(试验区). */
function stripMarks(text) {
  const bare = text.replace(AROUND, "");
  const isPaired = count(bare, /[(<《[]/u) === count(bare, /[)>》\]]/u);
  return isPaired ? bare : text.replace(STOPS_AROUND, "");
}

/** Whether a minus excludes: before a word that stands apart, where -5 at first and -5℃ are numbers. */
const isExclusion = (text, isFirst) => /^-[^\d]/u.test(text) || (!isFirst && /^-\d(?!.*(?:°|度))/u.test(text));

function readPart(typed, isFirst) {
  const excluded = isExclusion(typed, isFirst);
  const text = excluded || (typed.length > 1 && typed[0] === "+") ? typed.slice(1) : typed;
  const { field, facet, rest } = takeField(text);
  const part = { text: rest, printed: typed, excluded, field, facet, boost: 1, exact: false };
  const quoted = /^"([^"]*)"?(.*)$/u.exec(rest) || /^'([^'"]*)'([*^~].*)?$/u.exec(rest);
  if (!quoted) return takeDate(takeEnding({ ...part, text: stripMarks(rest) }));
  const ending = /^\^(\d+(?:\.\d+)?)/u.exec(quoted[2] || "");
  return { ...part, text: quoted[1].trim(), exact: true, boost: ending ? boundBoost(+ending[1]) : 1 };
}

/** A part that is a date: `date` says which days it means. */
function takeDate(part) {
  const isPlain = !part.field && !part.facet && !part.prefix && !part.edits;
  return isPlain ? { ...part, date: readDate(part.text) } : part;
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

const isPlain = ({ text, exact, excluded, field, facet, prefix, edits }) =>
  isPinyin(text) && !(exact || excluded || field || facet || prefix || edits);

/** Pinyin with blanks between its syllables (xi jinping) as one part; null where parts are no such. */
export function joinSyllables(parts) {
  return parts.length > 1 && parts.every(isPlain) ? parts.map(({ text }) => text).join("'") : null;
}

/** Parse a folded query: {parts, messages}; messages say gently what was not understood. */
export function parseQuery(folded) {
  const messages = [];
  let typed = folded.replace(SPACED_FIELD, "$1$2");
  if ([...typed].length > LONGEST_QUERY) {
    typed = [...typed].slice(0, LONGEST_QUERY).join("");
    messages.push(`检索词太长，只用了前${LONGEST_QUERY}个字`);
  }
  if ((typed.split('"').length - 1) % 2) messages.push("引号没有成对，已按到结尾处理");
  const read = Array.from(typed.matchAll(PART), ([part], at) => readPart(part, !at));
  const parts = read.filter(({ text }) => hasWords(text));
  messages.push(...parts.flatMap(tellEdits));
  if (parts.length > MOST_PARTS) {
    messages.push(`检索词太多，只用了前${MOST_PARTS}个`);
    parts.length = MOST_PARTS;
  }
  if (typed.trim() && !parts.length) messages.push("请输入汉字、字母或数字");
  return { parts, messages };
}
