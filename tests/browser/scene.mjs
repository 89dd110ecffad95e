// Where a group of tests takes place: the site, served, and a browser beside it.
import { after, before, describe } from "node:test";

import { dist, openers, withPage } from "./browsers.mjs";
import { serve } from "./serve.mjs";

class Scene {
  #browser;
  #site;

  /** `name` is that of the browser. */
  constructor(name) { this.name = name; }

  /** The address of the front page. */
  get url() { return this.#site.url; }

  async open(serving) {
    this.#site = await serve(dist, serving);
    this.#browser = await openers[this.name]();
  }

  async close() {
    await this.#browser?.close();
    await this.#site?.close();
  }

  /** Runs `use` with a fresh page. */
  withPage(options, use) { return withPage(this.#browser, options, use); }
}

/**
 * Describes the tests that `tests(scene)` declares. `serving` are options of the server, `at_a_time` is
 * how many of the tests may run side by side.
 */
export function inBrowser(name, tests, { at_a_time = 1, ...serving } = {}) {
  describe(name, { concurrency: at_a_time }, () => {
    const scene = new Scene(name);
    before(() => scene.open(serving));
    after(() => scene.close());
    tests(scene);
  });
}

/** Describes the same tests once for each browser. */
export function inEachBrowser(tests, options = {}) {
  for (const name of Object.keys(openers)) inBrowser(name, tests, options);
}
