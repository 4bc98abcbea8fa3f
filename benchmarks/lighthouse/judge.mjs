// Judges built pages by Lighthouse: `node benchmarks/lighthouse/judge.mjs output` prints its four
// marks for a page of each kind, as a phone on a slow network gets it, and what took marks off.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { serve } from "./host.mjs";

const WANTED = 95;
/** The times that each page is loaded: its marks are the median of them. */
const TIMES = 3;
const MARKS = ["performance", "accessibility", "best-practices", "seo"];
const SWITCHES = ["--headless=new", "--no-sandbox", "--disable-gpu"];
const SETTINGS = { logLevel: "error", output: [], onlyCategories: MARKS, throttlingMethod: "simulate" };

/** The longest page of a folder shows the most that such a page can hold. */
function findLongest(site, folder) {
  const pages = readdirSync(join(site, folder)).filter((name) => name.endsWith(".html"));
  const size = (name) => statSync(join(site, folder, name)).size;
  return `${folder}/${pages.sort().reduce((one, other) => (size(other) > size(one) ? other : one))}`;
}

function listPages(site) {
  const longest = ["articles", "counties"].map((folder) => findLongest(site, folder));
  return ["index.html", ...longest, "figures.html", "search.html", `search.html?q=${encodeURI("脱贫")}`];
}

function takeMedian(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** Names of the audits that took marks off a page. */
function listFaults({ audits, categories }) {
  const weighty = MARKS.flatMap((mark) => categories[mark].auditRefs).filter(({ weight }) => weight);
  return weighty.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.9);
}

async function judge(address, port) {
  const results = [];
  for (let time = 0; time < TIMES; time += 1) {
    results.push((await lighthouse(address, { ...SETTINGS, port })).lhr);
  }
  const marks = MARKS.map((mark) =>
    Math.round(100 * takeMedian(results.map(({ categories }) => categories[mark].score))),
  );
  const faults = listFaults(results[0]).map(({ id, displayValue }) => [id, displayValue].filter(Boolean).join(" "));
  return { marks, faults };
}

async function main(site) {
  const server = await serve(site);
  const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: SWITCHES });
  try {
    for (const page of listPages(site)) {
      const { marks, faults } = await judge(`http://127.0.0.1:${server.address().port}/${page}`, chrome.port);
      console.log(marks.map((mark) => String(mark).padStart(4)).join(""), decodeURI(page), faults.join("; "));
      if (Math.min(...marks) < WANTED) process.exitCode = 1;
    }
  } finally {
    await chrome.kill();
    server.close();
  }
}

await main(process.argv[2]);
