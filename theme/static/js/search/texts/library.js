/** The articles' texts, loaded a shard at a time for the results on screen; long ones in pieces. */

import { foldWithPlaces } from "../corpus/folding.js";
import { readNames, readTexts } from "./texts.js";

export class Library {
  /** `placed` tells where the documents lie (document_table.js). */
  constructor(manifest, loader, placed) {
    this.manifest = manifest;
    this.loader = loader;
    this.placed = placed;
    this.opened = new Map();
  }

  /** In how many pieces an article lies. */
  countPieces(document) {
    return this.placed.pieces[document];
  }

  /** The number of the piece in which a folded position of an article's body stands. */
  pieceAt(document, position) {
    const { pieceLength } = this.manifest.members;
    return Math.min(Math.floor(position / pieceLength), this.countPieces(document) - 1);
  }

  /** One piece of an article (texts.js), and whether it `isLast`. */
  async read(document, piece) {
    const { shards, firsts } = this.placed;
    const shard = shards[document] + piece;
    const first = firsts[shard];
    const end = firsts[shard + 1] ?? this.manifest.documents;
    const texts = await this.open("texts", shard, readTexts, Math.max(1, end - first));
    return { ...texts[document - first], isLast: piece === this.countPieces(document) - 1 };
  }

  /** A whole article (texts.js). */
  async readWhole(document) {
    const numbers = Array.from({ length: this.countPieces(document) }, (_, piece) => piece);
    const pieces = await Promise.all(numbers.map((piece) => this.read(document, piece)));
    return pieces.reduce((before, piece) => this.join(before, piece));
  }

  /** Join pieces of which the second begins before the first ends. */
  join(before, piece) {
    const { text, starts } = foldWithPlaces(before.body, this.manifest.simplified);
    const unit = [...text].slice(0, piece.start).join("").length;
    return { ...piece, start: 0, body: before.body.slice(0, starts[unit]) + piece.body };
  }

  /** Those positions of a document that are in its body, counted from there. */
  listInBody(positions) {
    const start = this.manifest.members.spans[1];
    return positions.filter((position) => position >= start).map((position) => position - start);
  }

  /** An article without its text: {url, title, date, dateLabel}. */
  async readName(document) {
    const { documents, namesPerShard } = this.manifest.members;
    const shard = Math.floor(document / namesPerShard);
    const first = shard * namesPerShard;
    const size = Math.min(namesPerShard, documents - first);
    const names = await this.open("names", shard, readNames, size);
    return names[document - first];
  }

  async open(family, shard, readDocuments, size) {
    const name = `${family}/${shard}`;
    if (!this.opened.has(name)) {
      const { [family]: folders, group } = this.manifest.members;
      const bytes = await this.loader.loadShard(family, folders, shard, group);
      this.opened.set(name, readDocuments(bytes, this.manifest, size));
    }
    return this.opened.get(name);
  }
}
