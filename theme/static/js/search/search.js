/** The public entry: `const archive = await openSearch(baseUrl)`. */

import { Dictionary } from "./dictionary/dictionary.js";
import { readDocumentTable } from "./corpus/document_table.js";
import { addFacetParts, applyFilters, countFacets, makeFilters } from "./texts/facets.js";
import { findDated, readDates } from "./texts/dates.js";
import { Library } from "./texts/library.js";
import { Loader } from "./loader.js";
import { openManifest } from "./manifest.js";
import { comparePart, lookUpPart, matchPart, planPart } from "./dictionary/match.js";
import { Directory } from "./names/directory.js";
import { listMeant } from "./names/misspelt.js";
import { listNearer } from "./texts/nearest.js";
import { NumberIndex } from "./numbers/number_index.js";
import { pause } from "./pauses.js";
import { readLikely, showReason } from "./texts/pieces.js";
import { isPinyin } from "./texts/pinyin.js";
import { joinSyllables, parseQuery } from "./query.js";
import { combineParts, rankDocuments } from "./ranking.js";
import { Readings } from "./texts/readings.js";
import { listNeedles, listSought } from "./texts/sought.js";

const SHOWN = 10;
const MOST_CARDS = 6;
/** Of what may be meant so much is tried, and so much offered. */
const [MOST_TRIED, MOST_OFFERED] = [6, 3];
/** Whether a thing is one that no part of its name stands for, as one of a topic's does. */
const isWhole = ({ kind }) => kind !== "topic";

class Archive {
  constructor(manifest, loader) {
    this.manifest = manifest;
    this.members = manifest.members;
    this.loader = loader;
    this.dictionary = new Dictionary(manifest, loader);
    this.readings = new Readings(manifest, loader);
    this.numbers = new NumberIndex(manifest, loader);
    this.directory = new Directory(manifest, loader);
    this.days = null;
    this.lengths = null;
    this.library = null;
    this.facets = null;
  }

  async openDocuments() {
    if (this.library) return;
    const bytes = await this.loader.loadSingle(this.members.table);
    const { lengths, placed, facets } = readDocumentTable(bytes, this.members);
    this.lengths = [...this.dictionary.lengths, lengths];
    this.facets = facets;
    this.library = new Library(this.manifest, this.loader, placed);
  }

  async openDates(parts) {
    if (this.days || !parts.some(({ date }) => date)) return;
    this.days = readDates(await this.loader.loadSingle(this.members.dates), this.members.documents);
  }

  /** Words, places, topics, months, authors and public people that begin as typed: [{text, kind}]. */
  suggest(typed, count = SHOWN) {
    return this.readings.suggest(String(typed), count);
  }

  async parse(query) {
    return parseQuery(await this.readings.fold(String(query)));
  }

  /** A query that finds something, as near as can be to one that finds nothing; or null. */
  async findNearest(query) {
    const { parts } = await this.parse(query);
    const named = await this.findNamed(parts);
    const names = new Set([...named].filter(([, things]) => things.length).map(([text]) => text));
    for (const nearer of listNearer(parts, this.manifest, names)) {
      if ((await this.find(nearer, { limit: 0 })).found.length) return nearer;
    }
    return null;
  }

  /**
   * Queries that may be meant by one of which some part stands nowhere: the archive's own names and
   * words that sound like it or are one character off. They find something.
   */
  async findMeant(query) {
    const { parts } = await this.parse(query);
    const named = await this.findNamed(parts);
    const isDoubtful = ({ text, exact, excluded, facet, date }) =>
      !exact && !excluded && !facet && !date && !named.get(text).length;
    const doubtful = parts.filter(isDoubtful);
    const meant = [];
    for (const part of doubtful) {
      const { matches } = await this.find(part.text, { limit: 0 });
      if (matches.some(({ literal }) => literal.size)) continue;
      const texts = await this.listMeant(part.text);
      const others = (text) => parts.map((one) => (one === part ? text : one.printed)).join(" ");
      meant.push(...texts.slice(0, MOST_TRIED).map(others));
    }
    const found = await Promise.all(meant.map((one) => this.find(one, { limit: 0 })));
    const holds = ({ matches }) => matches.every(({ part, literal }) => part.excluded || literal.size);
    return meant.filter((_, at) => found[at].found.length && holds(found[at])).slice(0, MOST_OFFERED);
  }

  /** The parts of a query that are found alone: [{text, total}]; none of a query of one part. */
  async countParts(query) {
    const parts = (await this.parse(query)).parts.filter(({ excluded, facet }) => !excluded && !facet);
    const count = async ({ printed: text }) => ({ text, total: (await this.find(text, { limit: 0 })).found.length });
    const counted = parts.length > 1 ? await Promise.all(parts.map(count)) : [];
    return counted.filter(({ total }) => total);
  }

  async listMeant(text) {
    if (isPinyin(text)) return [];
    return listMeant(text, await this.readings.openSounds(), (c) => this.readings.readCharacter(c));
  }

  /** What the parts' texts name: Map from a part's text to things (directory.js). */
  async findNamed(parts) {
    const texts = await Promise.all(parts.map((part) => this.readings.nameOf(part)));
    const found = await Promise.all(texts.map((text) => this.directory.find(text)));
    return new Map(parts.map(({ text }, at) => [text, found[at]]));
  }

  /**
   * Search: `limit` and `offset` page the results, `filters` are values by facet (county, topic,
   * year, column, kind), `sort` is "relevance" or "date", `passages` how many results get a
   * passage. Returns {total, results, facets, messages, terms, cards}; `terms` are the folded runs
   * and words that were looked for, `cards` what the query's parts name (directory.js).
   */
  async search(query, options = {}) {
    const { passages = SHOWN } = options;
    const asked = await this.find(query, options);
    const { messages, tests, matches, combined, found, cards } = asked;
    const needles = listNeedles(matches);
    return {
      total: found.length,
      results: await this.describe(asked, needles, passages),
      facets: countFacets(combined, tests, this.facets, this.members.kindParents),
      messages: [...messages, ...matches.map((match) => match.message).filter(Boolean)],
      terms: [...new Set([...needles.runs, ...needles.words])],
      cards,
    };
  }

  /** Everything that a search finds, ranked, before texts are loaded to show it. */
  async find(query, options) {
    const { limit = SHOWN, offset = 0, filters = {}, sort = "relevance", passages = SHOWN } = options;
    const { parts, messages } = await this.parse(query);
    const { looked, named } = await this.lookUp(parts.filter((part) => !part.facet));
    const tests = makeFilters(filters, this.facets, this.members.kindParents);
    messages.push(...this.addFacets(tests, parts.filter((part) => part.facet)));
    const isNothing = !parts.length && !tests.size;
    const paging = { isNothing, tests, sort, offset, limit, shown: Math.min(limit, passages) };
    const cards = [...new Set([...named.values()].flat())].slice(0, MOST_CARDS);
    const settled = await this.settle(looked, named, paging);
    const joined = settled.combined.length ? null : joinSyllables(parts); // not for filters alone
    const told = joined ? await this.find(joined, options) : { messages, tests, cards, ...settled };
    return { ...told, messages: [...new Set([...messages, ...told.messages])] };
  }

  /**
   * Rank what was looked up, after candidates are compared with their text. What will likely be
   * shown, should one candidate fail, is loaded at the same time: one round trip less over the
   * network.
   */
  async settle(looked, named, paging) {
    const match = (found) => {
      const isName = (named.get(found.plan.part.text) || []).some(isWhole);
      return matchPart(found, this.numbers, isName);
    };
    await pause();
    const likely = this.rank(looked.map(match), paging);
    await pause();
    if (!looked.some(({ runs }) => runs.some((run) => run.open))) return likely;
    const next = likely.next.slice(0, paging.shown + 1);
    const shown = next.map((document) => readLikely(document, listSought(likely.matches), this.library));
    // What was not needed after all may fail; what was needed fails again, with a message.
    const loading = Promise.all(shown).catch(() => null);
    const compared = await Promise.all(looked.map((part) => comparePart(part, this.library)));
    await loading;
    await pause();
    return this.rank(compared.map(match), paging);
  }

  rank(matches, { isNothing, tests, sort, offset, limit }) {
    const combined = isNothing ? [] : combineParts(matches, this.members.documents);
    const found = applyFilters(combined, tests);
    const ranked = rankDocuments(found, matches, this, (key) => this.manifest.textOf(key));
    const order = sort === "date" ? found : ranked.order;
    const next = order.slice(offset, offset + limit + 1);
    return { matches, combined, found, ranked, next, page: next.slice(0, limit) };
  }

  addFacets(tests, parts) {
    const meanings = parts.map(({ text }) => this.readings.findNames(text));
    const { kindParents: parents } = this.members;
    const fold = (text) => this.manifest.fold(text);
    return addFacetParts(tests, parts, meanings, this.facets, { parents, fold });
  }

  async lookUp(parts) {
    const [plans, named] = await Promise.all([
      this.plan(parts),
      this.findNamed(parts),
      this.openDocuments(),
      this.openDates(parts),
    ]);
    const looked = await Promise.all(plans.map((plan) => lookUpPart(plan, this.dictionary)));
    const dated = parts.map(({ date }) => (date ? findDated(this.days, date) : new Set()));
    return { looked: looked.map((found, at) => ({ ...found, dated: dated[at] })), named };
  }

  async plan(parts) {
    const shards = new Set();
    const readings = await Promise.all(parts.map((part) => this.readings.find(part)));
    const plans = parts.map((part, at) => planPart(part, readings[at], this.manifest, shards));
    await Promise.all([
      this.dictionary.load(plans.flatMap((plan) => plan.keys)),
      this.numbers.load(plans.flatMap((plan) => plan.numbers)),
    ]);
    return plans;
  }

  /** The results: with passages from their texts as far as `passages` says. */
  async describe({ page, ranked, matches }, needles, passages) {
    const { county } = this.facets;
    const sought = listSought(matches);
    return Promise.all(
      page.map(async (document, at) => {
        const counties = county.sets[county.choice[document]].map((n) => county.names[n]);
        const told = {
          counties,
          score: ranked.scoreOf(document),
          literal: ranked.isLiteral(document),
          how: ranked.howOf(document),
        };
        await pause();
        if (at >= passages) return { ...(await this.library.readName(document)), ...told };
        return { ...(await showReason(document, sought, needles, this.library)), ...told };
      }),
    );
  }
}

/**
 * Open the archive whose index lies in the folder `baseUrl`. `readBytes(address)` may stand in
 * for fetching.
 */
export async function openSearch(baseUrl, { readBytes } = {}) {
  const loader = new Loader(baseUrl, readBytes);
  return new Archive(await openManifest(await loader.loadManifest()), loader);
}
