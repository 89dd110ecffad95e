// Builds the site: node web/tools/build.mjs --wasm <folder with the modules> --out dist
// With --base https://host/path/ previews of links elsewhere find their picture.
// With --posters <folder of posters.mjs> each lab shows its first picture before the canvas is there.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

import { Assets } from "./assets.mjs";
import { bundle, checkTypes, inlined } from "./bundle.mjs";
import { engineNames, openEngine } from "./engine.mjs";
import { exercisePages, labPages } from "./exercise_page.mjs";
import { subsetMathFont } from "./font.mjs";
import { firstPages } from "./first_pages.mjs";
import { frontPage } from "./front_page.mjs";
import { missingPage } from "./missing_page.mjs";
import { web } from "./place.mjs";
import { Posters } from "./poster.mjs";
import { shell } from "./shell.mjs";
import { importSources } from "./sources.mjs";
import { stylesheet } from "./style.mjs";

const { values } = parseArgs({
  options: { base: { type: "string", default: "" }, wasm: { type: "string" }, posters: { type: "string" }, out: { type: "string", default: "dist" } },
});
if (!values.wasm) {
  console.error("usage: node web/tools/build.mjs --wasm <folder> [--posters <folder>] [--base <address>] [--out dist]");
  process.exit(2);
}
if (values.base !== "" && !/^https?:\/\/[^?#"]+$/.test(values.base)) {
  console.error(`--base takes the address at which the site will stand, as https://host/path/, and not ${values.base}`);
  process.exit(2);
}
const base = values.base.replace(/\/*$/, values.base === "" ? "" : "/");

const say = (step, text) => console.log(`page ${step}/5  ${text}`);
const out = path.resolve(values.out);
const wasm = path.resolve(values.wasm);

say(1, "checking types");
checkTypes();

say(2, "reading the catalogue from the engines");
const engine = await openEngine(wasm);
const source = await importSources();
const catalogue = engine.catalogue();
const parts = [...catalogue.paper.filter((part) => part.built), ...catalogue.labs];
const pageOf = await firstPages(wasm, parts.map(({ id }) => id));

say(3, "rendering words and formulas");
const pages = [
  ...(await exercisePages({ pageOf, source, catalogue })),
  ...labPages({ pageOf, source, catalogue }),
  // A catalogue of labs alone, as tests have one, has no paper to begin with.
  ...(catalogue.paper.length > 0 ? [frontPage({ source, catalogue })] : []),
];

say(4, "bundling scripts and style");
await rm(out, { recursive: true, force: true });
const assets = new Assets(path.join(out, "assets"));
const font = await subsetMathFont(pages.map((page) => page.body).join(""), assets);
await assets.add("icon.svg", await readFile(path.join(web, "icon.svg"), "utf8"));
await assets.add("style.css", await stylesheet(font));
await bundle(wasm, assets, pages.map(({ id }) => id).filter((id) => engine.home(id)));

const posters = new Posters(values.posters && path.resolve(values.posters), assets);

const inline = await inlined("inline");
/** What is sent for each engine. */
const engine_bytes = Object.fromEntries(await Promise.all((await engineNames(wasm)).map(async (name) => {
  const [wasm_bytes, js_bytes] = await Promise.all([assets.size(`${name}.wasm`), assets.size(`${name}.js`)]);
  return [name, wasm_bytes + js_bytes];
})));

say(5, `writing ${pages.length} pages to ${path.relative(process.cwd(), out) || "."}`);
for (const page of pages) {
  const folder = path.join(out, page.folder);
  await mkdir(folder, { recursive: true });
  const poster = await posters.of(page.id);
  const home = engine.home(page.id) ?? "";
  await writeFile(path.join(folder, "index.html"), shell(page, assets, poster, { inline, base, engine: home, engine_bytes: engine_bytes[home] ?? 0 }));
}
await writeFile(path.join(out, "404.html"), await missingPage(catalogue.paper));
await writeFile(path.join(out, "assets", "names.json"), `${JSON.stringify(assets.names, null, 2)}\n`);
