// The web editor: Sveltia CMS with this site's forms, its files read and written by their schemas.
import "./chinese.js";

import CMS from "@sveltia/cms";

import { recordFormat } from "./record_format.js";

const EXTENSIONS = { true: "md", false: "yaml" };
const SEAL = "../theme/images/seal.svg";

// Without a repository only a folder of this computer can be edited; Sveltia CMS offers that here.
function isLocal() {
  return /^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname);
}

async function start() {
  const { config, records } = await (await fetch("config.json")).json();
  for (const [name, { schema, hasBody }] of Object.entries(records)) {
    CMS.registerCustomFormat(name, EXTENSIONS[hasBody], recordFormat(schema, { hasBody }));
  }
  document.querySelector("#setup").remove();
  const logo = { src: new URL(SEAL, document.baseURI).href };
  CMS.init({ config: { ...config, logo } });
}

if (document.body.dataset.repository || isLocal()) {
  start();
}
