// Who takes part in the benchmark, and where: each peer runs in a process or page of its own.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { look, measure } from "./measure.mjs";
import { modulePeer } from "./module.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const builds = join(here, "..", "..", "..", "build");
const modules = join(builds, "web");
const bundles = join(builds, "bench");
const tensorflowWasm = dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"));
const jaxModules = dirname(require.resolve("@jax-js/jax"));
const onnxModules = dirname(require.resolve("onnxruntime-web"));

const OURS = { kind: "module", name: "bench" };

/** What runs beside it, by the column that it gets in the table. */
export const PEERS = {
  "reference": { kind: "module", name: "reference" },
  "tfjs": { kind: "tensorflow", tuned: false },
  "tfjs tuned": { kind: "tensorflow", tuned: true },
  "jax-js": { kind: "jax" },
  "onnxruntime": { kind: "onnx" },
  "ConvNetJS": { kind: "convnet" },
  "brain.js": { kind: "brain" },
};

/** Bundles TensorFlow.js for Node and all of the page. Once, before any measurement. */
export async function bundle() {
  const { build } = require("esbuild");
  const tensorflow = "import '@tensorflow/tfjs-core/dist/register_all_gradients';"
    + "export * from '@tensorflow/tfjs-core';"
    + "export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';";
  const common = { bundle: true, logLevel: "error", define: { "import.meta.url": '""' } };
  await build({ ...common, stdin: { contents: tensorflow, resolveDir: here }, platform: "node",
    mainFields: ["module", "main"], format: "cjs", outfile: join(bundles, "tensorflow.cjs") });
  const page = `
    export * from "./measure.mjs"; export * from "./module.mjs";
    export { tensorflowPeer } from "./tensorflow.mjs";
    export { jaxPeer } from "./jax.mjs"; export { onnxPeer } from "./onnx.mjs";
    export * as tf from "virtual-tensorflow";`;
  await build({ ...common, stdin: { contents: page, resolveDir: here }, platform: "browser",
    mainFields: ["module", "main"], format: "esm", outfile: join(bundles, "page.mjs"),
    define: { ...common.define, global: "globalThis" }, external: ["node:*", "fs", "path"],
    plugins: [{
      name: "tensorflow",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^virtual-tensorflow$/ }, (a) => ({ path: a.path, namespace: "tf" }));
        onLoad({ filter: /.*/, namespace: "tf" }, () => ({ contents: tensorflow, resolveDir: here }));
      },
    }] });
}

const moduleFile = (name, suffix) => join(modules, `${name}.${suffix}`);

async function inNode({ kind, name, tuned }) {
  if (kind === "module")
    return modulePeer(require(moduleFile(name, "js")), readFileSync(moduleFile(name, "wasm")));
  if (kind === "tensorflow") {
    const tf = require(join(bundles, "tensorflow.cjs"));
    tf.setWasmPaths(join(tensorflowWasm, "wasm-out/"));
    await tf.setBackend("wasm");
    await tf.ready();
    const { tensorflowPeer } = await import("./tensorflow.mjs");
    return tensorflowPeer(tf, { tuned });
  }
  if (kind === "jax") {
    const jax = require("@jax-js/jax");
    await jax.init("wasm");
    jax.defaultDevice("wasm");
    return (await import("./jax.mjs")).jaxPeer(jax);
  }
  if (kind === "onnx") return (await import("./onnx.mjs")).onnxPeer(require("onnxruntime-web"));
  const scripts = await import("./scripts.mjs");
  if (kind === "convnet") return scripts.convnetPeer(require("convnetjs"));
  return scripts.brainPeer(require("brain.js"));
}

/** {id: pairs or null} of ours and a peer in this process. */
async function measureInNode(peer, ids, budget) {
  return measure(await inNode(OURS), await inNode(PEERS[peer]), ids, budget);
}

/** {id: facts or null} of a peer in this process: what `look` in measure.mjs gives. */
export async function lookInNode(peer, ids) {
  return look(await inNode(PEERS[peer]), ids);
}

const TYPES = { ".wasm": "application/wasm", ".js": "text/javascript", ".mjs": "text/javascript" };

// They make the page a world of its own, which gets finer clocks.
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp" };

/** Serves the page, the modules and what the libraries load; resolves to {origin, close}. */
function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const folders = { page: bundles, module: modules, tensorflow: join(tensorflowWasm, "wasm-out"),
      jax: jaxModules, onnx: onnxModules };
    const headers = (type) => ({ "Content-Type": type, ...ISOLATED });
    const [, folder, file] = path.split("/");
    try {
      if (path === "/favicon.ico") return response.writeHead(204).end();
      if (path === "/") return response.writeHead(200, headers("text/html")).end("<p>");
      const bytes = readFileSync(join(folders[folder], file));
      response.writeHead(200, headers(TYPES[extname(file)] ?? "text/plain")).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready({
    origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() })));
}

/** Runs in the page. */
async function inPage({ both, ids, budget }) {
  // One thread: where there are workers, jax-js would share its work among them.
  globalThis.Worker = undefined;
  const page = await import("/page/page.mjs");
  const open = async ({ kind, name, tuned }) => {
    if (kind === "module") {
      await new Promise((loaded, failed) => {
        const script = document.createElement("script");
        Object.assign(script, { src: `/module/${name}.js`, onload: loaded, onerror: failed });
        document.head.append(script);
      });
      const wasm = await (await fetch(`/module/${name}.wasm`)).arrayBuffer();
      return page.modulePeer(globalThis[name], wasm);
    }
    if (kind === "jax") {
      const jax = await import("/jax/index.js");
      await jax.init("wasm");
      jax.defaultDevice("wasm");
      return page.jaxPeer(jax);
    }
    if (kind === "onnx") {
      const ort = await import("/onnx/ort.wasm.min.mjs");
      ort.env.wasm.wasmPaths = "/onnx/";
      return page.onnxPeer(ort);
    }
    page.tf.setWasmPaths("/tensorflow/");
    page.tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    await page.tf.setBackend("wasm");
    await page.tf.ready();
    return page.tensorflowPeer(page.tf, { tuned });
  };
  return page.measure(await open(both[0]), await open(both[1]), ids, budget);
}

async function openChromium() {
  const { chromium } = require("playwright-core");
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
    args: ["--no-sandbox", "--disable-background-networking"] });
}

async function openFirefox() {
  const { default: puppeteer } = require("puppeteer-core");
  return puppeteer.launch({ browser: "firefox", headless: true, protocolTimeout: 3_600_000,
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      "app.update.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "dom.max_script_run_time": 0,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "data:,#remote-settings-dummy/v1",
    } });
}

/** The same in a page; the libraries in plain JavaScript are left to Node. */
const measureInPageOf = (open) => async (peer, ids, budget) => {
  const { origin, close } = await serve();
  const browser = await open();
  try {
    const page = await browser.newPage();
    page.on("console", (message) => { process.stderr.write(`${message.text()}\n`); });
    await page.goto(origin);
    return await page.evaluate(inPage, { both: [OURS, PEERS[peer]], ids, budget });
  } finally {
    await browser.close();
    close();
  }
};

/** How to measure in each place. */
export const PLACES = {
  node: measureInNode,
  chromium: measureInPageOf(openChromium),
  firefox: measureInPageOf(openFirefox),
};

export const inBrowser = (peer) => !["convnet", "brain"].includes(PEERS[peer].kind);
