// The seal of an article that the converter wrote and nobody edited: the digest of its file, which
// the file itself has (plugins/desk/conversion/manuscripts.py).

const SEAL = /^( {2}sha256: .*\n) {2}digest: (.*)\n/m;
const STATUS = /^status:.*\n/gm;

// Returns a draft's file as `accepted`, with a seal of its own where the draft's still fits: who
// accepts edits nothing. Browsers compute digests for https and localhost only: elsewhere the old
// seal stays, and the article counts as edited.
export async function sealAgain(draft, accepted) {
  const seal = SEAL.exec(draft)?.[2];
  if (!seal || !crypto.subtle || seal !== (await digestText(draft))) {
    return accepted;
  }
  const renewed = await digestText(accepted);
  return accepted.replace(SEAL, (_, before) => `${before}  digest: ${renewed}\n`);
}

// The SHA-256 of a file without its seal and its status.
async function digestText(text) {
  const headEnd = text.indexOf("\n---") + 1;
  const plain = text.slice(0, headEnd).replaceAll(STATUS, "") + text.slice(headEnd);
  const bytes = new TextEncoder().encode(plain.replace(SEAL, "$1"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
