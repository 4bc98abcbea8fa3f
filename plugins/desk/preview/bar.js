// The preview's only script: loads the page again once it has changed, and tells in a bar above it
// what is wrong with the content, or what is still being renewed.
const PAUSE = 300;
const shown = document.documentElement.dataset.version;
const address = `/_preview/state?page=${encodeURIComponent(location.pathname)}`;
let told = "";

function element(name, text, ...children) {
  const made = document.createElement(name);
  made.append(text, ...children);
  return made;
}

function describe({ problems, renewing }) {
  if (!problems.length) return renewing ? [element("p", renewing)] : [];
  const lines = problems.map((line) => element("li", line));
  return [element("p", "网站没有更新，改正下面各处并保存："), element("ol", "", ...lines)];
}

function tell(state) {
  const words = JSON.stringify([state.problems, state.renewing]);
  if (words === told) return;
  told = words;
  const bar = document.getElementById("preview-bar") ?? element("div", "");
  bar.id = "preview-bar";
  bar.setAttribute("role", "status");
  bar.replaceChildren(...describe(state));
  document.body.prepend(bar);
}

async function follow() {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    if (answer.ok) {
      const state = await answer.json();
      if (state.version !== shown) {
        location.reload();
        return;
      }
      tell(state);
    }
  } catch {
    // The preview was stopped: this waits for it to come back.
  }
  setTimeout(follow, PAUSE);
}

follow();
