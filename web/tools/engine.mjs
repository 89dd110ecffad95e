// engine.wasm run by Node: the catalogue and the pages that a fresh link shows.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runInThisContext } from "node:vm";

/** The module's glue is a plain script made for browsers, so the binary is handed to it. */
export async function openEngine(folder) {
  const glue = await readFile(path.join(folder, "engine.js"), "utf8");
  const wasmBinary = await readFile(path.join(folder, "engine.wasm"));
  const factory = runInThisContext(`(() => { ${glue}\n; return engine; })()`);
  return new Engine(await factory({ wasmBinary }));
}

class Engine {
  #module;

  constructor(module) {
    this.#module = module;
  }

  #ask(name, input = "") {
    const bytes = new TextEncoder().encode(input);
    const at = this.#module._engine_buffer(Math.max(bytes.length, 1));
    this.#module.HEAPU8.set(bytes, at);
    return this.#module.UTF8ToString(this.#module[`_engine_${name}`](bytes.length));
  }

  catalogue() {
    return JSON.parse(this.#ask("catalogue"));
  }

  /** What the page shows for a link once every step is taken. */
  page(link) {
    const opened = JSON.parse(this.#ask("open", link));
    if (!opened.known || opened.problems.length > 0) throw new Error(`${link}: ${JSON.stringify(opened)}`);
    while (this.#module._engine_advance(1 << 16) !== 1);
    return JSON.parse(this.#ask("page"));
  }

  report(link) {
    this.page(link);
    return this.#ask("report");
  }
}
