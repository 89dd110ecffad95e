// The page's own modules, for the build and the tests: what is prerendered is made by the code that
// draws it later.
import path from "node:path";

import { build } from "esbuild";

import { web } from "./place.mjs";

const shared = ["condition", "gallery", "markup", "number", "numbers", "parameters", "predict/covered", "predict/form", "predict/telling", "questions", "quote", "live_words"];

/** One object with everything that these modules of web/src export. */
export async function importSources(modules = shared) {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((m) => `export * from "./${m}.js";`).join("\n"),
      resolveDir: path.join(web, "src"),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
