/** What readers call the kinds of things that have names. */
export const KIND_LABELS = {
  county: "县区",
  town: "镇办",
  village: "村",
  topic: "专题",
  person: "人物",
  author: "作者",
  date: "月份",
  word: "",
};
