/** lunr as its own script leaves it, which stands before all others of the page's (bundles.py). */
export default globalThis.lunr;
