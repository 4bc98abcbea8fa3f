/** The public entry: `const archive = await openSearch(baseUrl)`. */

import { Dictionary } from "./dictionary/dictionary.js";
import { readDocumentTable } from "./corpus/document_table.js";
import { addFacetParts, applyFilters, countFacets, makeFilters } from "./texts/facets.js";
import { Library } from "./texts/library.js";
import { Loader } from "./loader.js";
import { Manifest } from "./manifest.js";
import { comparePart, lookUpPart, matchPart, planPart } from "./dictionary/match.js";
import { listNearer } from "./texts/nearest.js";
import { choosePassage, findMarks } from "./texts/passages.js";
import { parseQuery } from "./query.js";
import { combineParts, rankDocuments } from "./ranking.js";
import { Readings } from "./texts/readings.js";

const SHOWN = 10;

class Archive {
  constructor(manifest, loader) {
    this.manifest = manifest;
    this.members = manifest.members;
    this.loader = loader;
    this.dictionary = new Dictionary(manifest, loader);
    this.readings = new Readings(manifest, loader);
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

  /** Words, places, topics and public people that begin as typed: [{text, kind}]. */
  suggest(typed, count = SHOWN) {
    return this.readings.suggest(typed, count);
  }

  /** A query that finds something, as near as can be to one that finds nothing; or null. */
  async findNearest(query) {
    const { parts } = parseQuery(String(query));
    for (const nearer of await listNearer(parts, this.manifest, this.readings)) {
      if ((await this.find(nearer, { limit: 0 })).found.length) return nearer;
    }
    return null;
  }

  /**
   * Search: `limit` and `offset` page the results, `filters` are values by facet (county, topic,
   * year, column, kind), `sort` is "relevance" or "date", `passages` how many results get a
   * passage. Returns {total, results, facets, messages, terms}; `terms` are the folded runs and
   * words that were looked for.
   */
  async search(query, options = {}) {
    const { passages = SHOWN } = options;
    const { messages, tests, matches, combined, found, ranked, page } = await this.find(query, options);
    const terms = listTerms(matches);
    return {
      total: found.length,
      results: await this.describe(page, ranked, terms, passages),
      facets: countFacets(combined, tests, this.facets, this.members.kindParents),
      messages: [...messages, ...matches.map((match) => match.message).filter(Boolean)],
      terms,
    };
  }

  /** Everything that a search finds, ranked, before texts are loaded to show it. */
  async find(query, { limit = SHOWN, offset = 0, filters = {}, sort = "relevance", passages = SHOWN }) {
    const { parts, messages } = parseQuery(String(query));
    const named = parts.filter((part) => part.facet);
    const looked = await this.lookUp(parts.filter((part) => !part.facet));
    const tests = makeFilters(filters, this.facets, this.members.kindParents);
    messages.push(...(await this.addFacets(tests, named)));
    const isNothing = !parts.length && !tests.size;
    const paging = { isNothing, tests, sort, offset, limit, shown: Math.min(limit, passages) };
    return { messages, tests, ...(await this.settle(looked, paging)) };
  }

  /**
   * Rank what was looked up, after candidates are compared with their text. What will likely be
   * shown, should one candidate fail, is loaded at the same time: one round trip less over the
   * network.
   */
  async settle(looked, paging) {
    const likely = this.rank(looked.map(matchPart), paging);
    if (!looked.some(({ runs }) => runs.some((run) => run.open))) return likely;
    const shown = likely.next.slice(0, paging.shown + 1).map((document) => this.library.read(document));
    // What was not needed after all may fail; what was needed fails again, with a message.
    const loading = Promise.all(shown).catch(() => null);
    const compared = await Promise.all(looked.map((part) => comparePart(part, this.library)));
    await loading;
    return this.rank(compared.map(matchPart), paging);
  }

  rank(matches, { isNothing, tests, sort, offset, limit }) {
    const combined = isNothing ? [] : combineParts(matches, this.members.documents);
    const found = applyFilters(combined, tests);
    const ranked = rankDocuments(found, matches, this, (key) => this.manifest.textOf(key));
    const order = sort === "date" ? found : ranked.order;
    const next = order.slice(offset, offset + limit + 1);
    return { matches, combined, found, ranked, next, page: next.slice(0, limit) };
  }

  async addFacets(tests, parts) {
    const meanings = await Promise.all(parts.map(({ text }) => this.readings.findNames(text)));
    return addFacetParts(tests, parts, meanings, this.facets, this.members.kindParents);
  }

  async lookUp(parts) {
    const [plans] = await Promise.all([this.plan(parts), this.openDocuments()]);
    return Promise.all(plans.map((plan) => lookUpPart(plan, this.dictionary)));
  }

  async plan(parts) {
    const shards = new Set();
    const readings = await Promise.all(parts.map((part) => this.readings.find(part)));
    const plans = parts.map((part, at) => planPart(part, readings[at], this.manifest, shards));
    await this.dictionary.load(plans.flatMap((plan) => plan.keys));
    return plans;
  }

  /** The results: with passages from their texts as far as `passages` says. */
  async describe(page, ranked, terms, passages) {
    const { county } = this.facets;
    return Promise.all(
      page.map(async (document, at) => {
        const score = ranked.scoreOf(document);
        const literal = ranked.isLiteral(document);
        const counties = county.sets[county.choice[document]].map((n) => county.names[n]);
        if (at >= passages) {
          return { ...(await this.library.readName(document)), counties, score, literal };
        }
        const article = await this.library.read(document);
        const { url, title, date, dateLabel } = article;
        const passage = choosePassage(article, terms);
        const titleMarks = findMarks(title, terms);
        return { url, title, titleMarks, date, dateLabel, counties, score, literal, passage };
      }),
    );
  }
}

function listTerms(matches) {
  const required = matches.filter(({ part }) => !part.excluded);
  return [...new Set(required.flatMap(({ part, words }) => [part.text, ...words]))];
}

/**
 * Open the archive whose index lies in the folder `baseUrl`. `readBytes(address)` may stand in
 * for fetching.
 */
export async function openSearch(baseUrl, { readBytes } = {}) {
  const loader = new Loader(baseUrl, readBytes);
  const archive = new Archive(new Manifest(await loader.loadManifest()), loader);
  return archive;
}
