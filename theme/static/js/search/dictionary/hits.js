/** The articles in which something stands, and how often in each field. */

const FIELDS = 3;

export class Hits {
  /** `documents` are sorted numbers; `counts[field][i]` belong to documents[i]. */
  constructor(documents, counts) {
    this.documents = documents;
    this.counts = counts;
    this.places = null;
  }

  static none() {
    return new Hits([], [[], [], []]);
  }

  /** From a Map of documents to [title, byline, body]. */
  static from(map) {
    const documents = [...map.keys()].sort((a, b) => a - b);
    const counts = Array.from({ length: FIELDS }, (_, field) =>
      documents.map((document) => map.get(document)[field]),
    );
    return new Hits(documents, counts);
  }

  get size() {
    return this.documents.length;
  }

  has(document) {
    if (!this.places) this.places = new Set(this.documents);
    return this.places.has(document);
  }

  /** How often in a document's field. */
  countIn(field, document) {
    const at = this.documents.indexOf(document);
    return at < 0 ? 0 : this.counts[field][at];
  }

  /** Only what stands in one field; everything without a field. */
  inField(field) {
    if (field === undefined) return this;
    const kept = [];
    this.counts[field].forEach((count, at) => count && kept.push(at));
    const counts = this.counts.map((list, number) => kept.map((at) => (number === field ? list[at] : 0)));
    return new Hits(kept.map((at) => this.documents[at]), counts);
  }

  /** The documents of these hits that all the others have too. */
  within(others) {
    return this.documents.filter((document) => others.every((other) => other.has(document)));
  }
}
