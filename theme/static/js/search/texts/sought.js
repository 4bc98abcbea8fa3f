/** What a query's parts look for in the articles' texts, and where it stands. */

import { makeNeedles } from "./passages.js";

/** Where what the parts ask for stands. */
export const listSought = (matches) =>
  matches.filter(({ part }) => !part.excluded).flatMap(({ sought }) => sought);

/** What was looked for: runs as typed, words and other names, numbers in any spelling. */
export function listNeedles(matches) {
  const required = matches.filter(({ part }) => !part.excluded);
  const runs = [...new Set(required.map(({ part }) => part.text))];
  const words = new Set(required.flatMap((match) => match.words));
  const numbers = required.flatMap((match) => (match.part.date ? [] : match.numbers));
  return makeNeedles(runs, [...words].filter((word) => !runs.includes(word)), numbers);
}
