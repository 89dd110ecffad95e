// What every page has around its body: head, policy, scripts by their hashed names.
import path from "node:path";

import { web } from "./place.mjs";
import { filled } from "./template.mjs";

const policy = (hash) => [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' '${hash}'`,
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const kilobytes = (bytes) => `${Math.ceil(bytes / 1000)} kB`;

/**
 * `page`: folder ("1f/" or ""), id, title, description, script ("page" or "front"), body; `poster`: what
 * poster.mjs gives of its lab, empty where there is none; `inline`: the script that stands in the
 * page, with its hash; `base`: where the site will stand, or "" where nobody knows, for sites that show a
 * preview of a link take its picture by a whole address alone; `engine`: the engine that opens the page's
 * id, and `engine_bytes`: what is sent for it.
 */
export function shell(page, assets, poster, { inline, base, engine, engine_bytes }) {
  const root = page.folder === "" ? "" : "../";
  const asset = (name) => `${root}assets/${assets.names[name]}`;
  return filled(path.join(web, "index.html"), {
    policy: policy(inline.hash),
    inline: inline.code,
    id: page.id,
    engine,
    title: escaped(page.title),
    description: escaped(page.description),
    icon: asset("icon.svg"),
    style: asset("style.css"),
    early: asset("early.js"),
    script: asset(`${page.script}.js`),
    poster: poster.early,
    preview: poster.preview === "" ? "" : `<meta property="og:image" content="${base === "" ? root : base}assets/${poster.preview}">`,
    canonical: base === "" ? "./" : base + page.folder,
    body: page.body.replaceAll("%poster%", poster.markup).replaceAll("%size%", kilobytes(engine_bytes)),
  });
}
