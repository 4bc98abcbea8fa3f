/** Loads further scripts: pages opened from a disk may load these, and fetch nothing. */

/** Promise a script that has run; one that does not come rejects with its address. */
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    const settle = (act) => () => {
      script.remove();
      act();
    };
    script.addEventListener("load", settle(() => resolve(script)));
    script.addEventListener("error", settle(() => reject(new Error(address))));
    document.head.append(script);
  });
}
