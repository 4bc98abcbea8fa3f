// The preview's only script: loads the page again once the site has been rebuilt.
const PAUSE = 300;
const shown = document.documentElement.dataset.version;

async function follow() {
  try {
    const answer = await fetch("/_preview/version", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) {
      location.reload();
      return;
    }
  } catch {
    // The preview was stopped: this waits for it to come back.
  }
  setTimeout(follow, PAUSE);
}

follow();
