// The editor speaks Chinese whatever the browser's language, until somebody chooses another.
// Sveltia CMS reads its preferences as soon as it is imported, so this comes before it.
const PREFERENCES = "sveltia-cms.prefs";
const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");

localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "zh-CN", ...chosen }));
