/** The page on which a reader keeps a copy of the archive, brings it up to date, or removes it. */

import { OfflineCopy } from "./offline/copy.js";
import { button, element, fill } from "./elements.js";

const page = document.getElementById("offline");
const status = page.querySelector(".offline-status");
const controls = page.querySelector(".offline-controls");
const root = new URL(`${page.dataset.root}/`, location.href).href;
const copy = new OfflineCopy(root);

function tellSize(bytes) {
  const mega = bytes / 1e6;
  return mega >= 10 ? `${Math.round(mega)} MB` : mega >= 0.1 ? `${mega.toFixed(1)} MB` : "不到 0.1 MB";
}

function show(text, ...parts) {
  status.textContent = text;
  fill(controls, ...parts);
}

async function tellSpace(bytes) {
  const { quota = Infinity, usage = 0 } = navigator.storage ? await navigator.storage.estimate() : {};
  return quota - usage < bytes ? "这台设备留给浏览器的空间可能不够。" : "";
}

async function keep() {
  const stopping = new AbortController();
  const bar = element("progress");
  bar.setAttribute("aria-label", "已存的部分");
  show("正在存到这台设备…", bar, button("停止", () => stopping.abort()));
  try {
    await copy.update((done, all) => {
      bar.max = all;
      bar.value = done;
      bar.title = `${tellSize(done)} / ${tellSize(all)}`;
    }, stopping.signal);
    await navigator.serviceWorker.register(`${root}offline-worker.js`, { scope: root });
    if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
    await tell();
  } catch (error) {
    stopping.abort();
    const why = error.name === "AbortError" ? "已停止" : explain(error);
    show(`${why}。已存的部分留着，可以接着存。`, button("接着存", keep), button("删除已存的部分", remove));
  }
}

function explain(error) {
  if (error.name === "QuotaExceededError") return "设备空间不够，没有存完";
  return navigator.onLine ? `没有存完：没能取得 ${error.message}` : "没有网络，没有存完";
}

async function remove() {
  await copy.remove();
  await tell();
}

async function tell() {
  const kept = await copy.readKept();
  const now = await copy.readSummary().catch(() => null);
  if (kept) return tellKept(kept, now);
  if (!now) return show("没能得知要存多少，请检查网络。", button("重试", tell));
  const space = await tellSpace(now.bytes);
  show(`全部报道和搜索共 ${tellSize(now.bytes)}，现在没有存。${space}`, button("存到这台设备", keep));
}

async function tellKept(kept, now) {
  const held = `已存在这台设备上，占 ${tellSize(kept.bytes)}；没有网络也能打开、能搜索。`;
  const removing = button("从这台设备删除", remove);
  if (!now || now.version === kept.version) return show(held, removing);
  const missing = await copy.measureMissing();
  show(`${held}本馆已有更新，要下载 ${tellSize(missing)}。`, button("更新", keep), removing);
}

if (location.protocol === "file:") {
  show("这份拷贝已经在您的设备上，没有网络也能打开、能搜索。");
} else if (!("serviceWorker" in navigator) || !("caches" in window)) {
  show("这个浏览器不能存离线内容，请换一个浏览器，或用 https 网址打开。");
} else {
  tell();
}
