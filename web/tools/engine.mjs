// The engines of the site run by Node: the catalogue and the pages that a fresh link shows.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { runInThisContext } from "node:vm";

import { importSources } from "./sources.mjs";

/** The engines in the order of their names: "engine_1" for the parts of question 1, and so on. */
export async function engineNames(folder) {
  const found = (await readdir(folder)).map((file) => /^(engine(?:_\d+)?)\.wasm$/.exec(file)?.[1]);
  return found.filter(Boolean).sort();
}

/** The module's glue is a plain script made for browsers, so the binary is handed to it. */
async function openModule(folder, name, EngineModule) {
  const glue = await readFile(path.join(folder, `${name}.js`), "utf8");
  const wasmBinary = await readFile(path.join(folder, `${name}.wasm`));
  const factory = runInThisContext(`(() => { ${glue}\n; return engine; })()`);
  return new EngineModule(await factory({ wasmBinary }));
}

/** All engines of a folder as one, which asks the one that knows a link. */
export async function openEngine(folder) {
  const { EngineModule } = await importSources(["engine_module"]);
  const modules = new Map();
  for (const name of await engineNames(folder)) modules.set(name, await openModule(folder, name, EngineModule));
  return new Engine(modules);
}

class Engine {
  #modules;
  /** Id to the name of the engine that opens it. */
  #homes = new Map();
  #catalogue;
  /** That of the link that was opened last. */
  #module;

  constructor(modules) {
    this.#modules = modules;
    const told = [...modules].map(([name, module]) => [name, JSON.parse(module.json("catalogue", {}))]);
    for (const [name, { labs, paper }] of told) {
      for (const { id } of [...labs, ...paper]) {
        if (this.#homes.has(id)) throw new Error(`${id} stands in ${this.#homes.get(id)} and in ${name}`);
        this.#homes.set(id, name);
      }
    }
    const all = told.map(([, catalogue]) => catalogue);
    this.#catalogue = { ...all[0], labs: all.flatMap(({ labs }) => labs), paper: all.flatMap(({ paper }) => paper) };
    this.#module = modules.values().next().value;
  }

  catalogue() {
    return this.#catalogue;
  }

  /** The name of the engine that opens an exercise or a lab. */
  home(id) {
    return this.#homes.get(id);
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
    const id = link.split("#", 1)[0];
    this.#module = this.#modules.get(this.#homes.get(id)) ?? this.#module;
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
