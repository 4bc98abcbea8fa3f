// How the web editor reads and writes a content file: by the record's JSON Schema, so that what it
// has not changed stays as it was, to the byte.
//
// YAML is read as words, as the site's own reader does: `4976e565` is no number, `no` is a word.
// Only fields that the schema calls numbers or truths become such. Written are the model's order
// and style (plugins/content/front_matter.py), nothing that says nothing.
//
// Forms cannot tell a list that is empty from one that is left out, which means “take it from the
// text”; nor do they keep comments. Two extra members carry both along: `stated` names the lists
// that an article states, or all fields of a data file, and `comments` holds what stands above which.
//
// Two things are done as the desk's commands do them. Who turns a draft into a published article
// has settled its doubts: `wasDraft` tells, `review` goes, and the seal of what the converter wrote
// is renewed (seal.js). New pictures, which the form has as `pictures`, become paragraphs at the end
// of the text, to be moved where they belong.

import { Document, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";

import { sealAgain } from "./seal.js";

const DRAFT = "draft";
const FENCE = /^---[ \t]*$/gm;
const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const WRITTEN = {
  flowCollectionPadding: false,
  indentSeq: true,
  lineWidth: 0,
  nullStr: "null",
  singleQuote: true,
};

// Returns {fromFile, toFile} for files of YAML above Markdown, or of YAML alone (`hasBody` false).
export function recordFormat(schema, { hasBody = true } = {}) {
  return {
    fromFile(text) {
      const [head, body] = hasBody ? split(text) : [text, undefined];
      return { ...readRecord(head, schema, hasBody), ...(hasBody && { body }) };
    },
    toFile({ body = "", pictures = [], wasDraft, ...record }) {
      const shown = pictures.filter(({ image }) => image).map(writePicture);
      const text = [body.trim(), ...shown].join("\n\n").trim();
      const write = (fields) => {
        const head = writeRecord(fields, schema, hasBody);
        return hasBody ? `---\n${head}---\n\n${text}\n` : head;
      };
      if (!wasDraft || record.status === DRAFT) {
        return write(record);
      }
      const { review, ...accepted } = record;
      return sealAgain(write(record), write(accepted));
    },
  };
}

// A picture as Markdown, with what stands below it.
function writePicture({ image, alt = "", caption = "" }) {
  const file = image.split("/").pop().replaceAll(/[ ()<>%#?]/g, escapeCharacter);
  const shown = `![${alt.replaceAll(/[\[\]]/g, "")}](../images/${file})`;
  return caption ? `${shown}\n\n${caption}\n{: .caption}` : shown;
}

// In Markdown, these characters would end a file's name or change it.
function escapeCharacter(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function split(text) {
  const [first, second] = text.matchAll(FENCE);
  if (first?.index !== 0 || !second) {
    throw new Error("文件要以单独一行 --- 开头，各字段之后再有一行 ---");
  }
  const afterFirst = first[0].length + 1;
  const afterSecond = second.index + second[0].length;
  return [text.slice(afterFirst, second.index), text.slice(afterSecond).trim()];
}

function readRecord(head, schema, hasBody) {
  const document = parseDocument(head, { schema: "failsafe" });
  if (document.errors.length) {
    throw document.errors[0];
  }
  visit(document, {
    Scalar(_, node) {
      if (node.type === "PLAIN" && NULLS.has(node.value)) {
        node.value = null;
      }
    },
  });
  const record = settle(document.toJS() ?? {}, schema, schema);
  // An article that says nothing of its status is published: a new one begins as a draft.
  const status = schema.properties.status && { status: record.status ?? schema.properties.status.default };
  const stated = Object.keys(record).filter((name) => !hasBody || isStated(record[name], schema.properties[name]));
  return {
    ...record,
    ...status,
    ...(record.status === DRAFT && { wasDraft: "yes" }),
    stated: stated.join(" "),
    comments: readComments(document),
  };
}

// Whether a list of an article says something even when it is empty, or is so already.
function isStated(value, field) {
  return Array.isArray(value) && (!value.length || field?.default === null);
}

// The comments above the file and above each of its fields.
function readComments(document) {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const comments = pairs.map(({ key }) => [key.value, key.commentBefore]);
  return JSON.stringify([["", document.contents?.commentBefore ?? document.commentBefore],
    ...comments].filter(([, comment]) => comment));
}

// What a field holds when it holds anything.
function kindOf(field = {}, schema) {
  const kind = field.anyOf?.find(({ type }) => type !== "null") ?? field;
  return kind.$ref ? schema.$defs[kind.$ref.split("/").pop()] : kind;
}

// Makes numbers and truths of words where the schema wants them.
function settle(value, kind, schema) {
  if (Array.isArray(value)) {
    return value.map((item) => settle(item, kindOf(kind.items, schema), schema));
  }
  if (value !== null && typeof value === "object") {
    const settled = Object.entries(value).map(([name, member]) =>
      [name, settle(member, kindOf(kind.properties?.[name], schema), schema)]);
    return Object.fromEntries(settled);
  }
  if (value !== null && ["integer", "number"].includes(kind.type) && isFinite(value)) {
    return Number(value);
  }
  return kind.type === "boolean" && /^(true|false)$/i.test(value) ? /^true$/i.test(value) : value;
}

function writeRecord({ stated = "", comments = "[]", ...record }, schema, hasBody) {
  const tidied = tidy(record, schema, schema, new Set(stated.split(" "))) ?? {};
  // The site's reader takes no anchors.
  const document = new Document(tidied, { aliasDuplicateObjects: false });
  visit(document, { Pair: (_, pair) => styleField(pair, hasBody), Scalar: styleWord });
  for (const [name, comment] of JSON.parse(comments)) {
    const pair = document.contents.items.find(({ key }) => key.value === name);
    const commented = name === "" ? document : pair?.key;
    if (commented) {
      commented.commentBefore = comment;
    }
  }
  return document.toString(WRITTEN);
}

// Puts a record's fields into the schema's order and leaves out what says nothing.
function tidy(record, kind, schema, stated = new Set()) {
  const names = new Set([...Object.keys(kind.properties ?? {}), ...Object.keys(record)]);
  const kept = [...names].flatMap((name) => {
    const field = kind.properties?.[name];
    const value = tidyValue(record[name], kindOf(field, schema), schema);
    return says(value, field?.default, stated.has(name)) ? [[name, value]] : [];
  });
  return kept.length ? Object.fromEntries(kept) : null;
}

function tidyValue(value, kind, schema) {
  if (Array.isArray(value)) {
    const items = value.map((item) => tidyValue(item, kindOf(kind.items, schema), schema));
    return kind.prefixItems ? items : items.filter((item) => item !== null && item !== "");
  }
  return value !== null && typeof value === "object" ? tidy(value, kind, schema) : value ?? null;
}

// What a file states stays: an empty list says “none” where the default is to take it from the text.
function says(value, standard, isStated) {
  const isEmpty = value === "" || (Array.isArray(value) && !value.length);
  const isStandard = JSON.stringify(value) === JSON.stringify(standard);
  return value !== null && (isStated || (!isEmpty && !isStandard));
}

function styleWord(_, node) {
  if (node.value === "") {
    node.type = "QUOTE_DOUBLE";
  }
}

// One figure is one line, and so are the lists of line numbers; data files keep lists of words so.
function styleField({ key, value }, hasBody) {
  if (isSeq(value)) {
    const isPlain = value.items.every(isScalar);
    value.flow = key.value === "blocks" || !value.items.length || (!hasBody && isPlain);
    if (key.value === "figures") {
      value.items.forEach((item) => { item.flow = true; });
    }
  } else if (isMap(value) && key.value === "lines") {
    value.flow = true;
  }
}
