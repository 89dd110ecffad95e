// engine.wasm run by Node: the catalogue and the pages that a fresh link shows.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runInThisContext } from "node:vm";

import { importSources } from "./sources.mjs";

/** The module's glue is a plain script made for browsers, so the binary is handed to it. */
export async function openEngine(folder) {
  const glue = await readFile(path.join(folder, "engine.js"), "utf8");
  const wasmBinary = await readFile(path.join(folder, "engine.wasm"));
  const factory = runInThisContext(`(() => { ${glue}\n; return engine; })()`);
  const { EngineModule } = await importSources(["engine_module"]);
  return new Engine(new EngineModule(await factory({ wasmBinary })));
}

class Engine {
  #module;

  constructor(module) {
    this.#module = module;
  }

  catalogue() {
    return JSON.parse(this.#module.json("catalogue", {}));
  }

  /** What the page shows for a link once every step is taken. */
  page(link) {
    const opened = this.open(link);
    if (!opened.known || opened.problems.length > 0) throw new Error(`${link}: ${JSON.stringify(opened)}`);
    while (this.#module.number("advance", 1 << 16) !== 1);
    return JSON.parse(this.#module.json("page", {}));
  }

  /** Bytes of all that a canvas and the page beside it show of a link. */
  weight(link) {
    this.page(link);
    return this.#module.bytes("view", {}).byteLength + this.#module.json("page", {}).length;
  }

  report(link) {
    this.page(link);
    return this.#module.json("report", {});
  }

  /** Opens a link; nothing of its lab is worked out. */
  open(link) {
    return JSON.parse(this.#module.json("open", { link }));
  }

  /** The marking of answers at the link that is open. */
  mark(answers) {
    return JSON.parse(this.#module.json("mark", { answers: JSON.stringify(answers) }));
  }

  /** The digest of what was asked for last. */
  digest() {
    return JSON.parse(this.#module.json("digest", {}));
  }
}
