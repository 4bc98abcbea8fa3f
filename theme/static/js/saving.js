/** Saves a text as a file, where the reader's program can. */

import { link } from "./elements.js";

/** WeChat's own browser neither saves files nor prints. */
export const isInWeChat = /MicroMessenger/i.test(navigator.userAgent);

/** What to do there. */
export const WECHAT_HINT = "微信里不能下载和打印：请点右上角的“…”，选“在浏览器打开”。";

/** Offer `text` as a download called `file`. */
export function saveFile(file, text, type = "text/plain") {
  const made = link(URL.createObjectURL(new Blob([text], { type })));
  made.download = file;
  made.click();
  URL.revokeObjectURL(made.href);
}
