// Serves a folder on localhost as a plain static host would, with compression: for trying the site
// out and for the browser tests. As a program: node serve.mjs <folder> [port].
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
};
const ALREADY_SMALL = new Set([".woff2", ".png", ".webp"]);

const compressors = {
  br: (bytes, level) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }),
  gzip: (bytes, level) => promisify(gzip)(bytes, { level: Math.min(level, 9) }),
  identity: async (bytes) => bytes,
};

function encodingFor(request, extension) {
  if (ALREADY_SMALL.has(extension)) return "identity";
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return ["br", "gzip"].find((name) => new RegExp(`\\b${name}\\b(?!;q=0(\\.0+)?\\b)`).test(accepted))
    ?? "identity";
}

/** The real path of what a URL path names inside `root`: a file, "redirect", or null. */
async function locate(root, urlPath) {
  let path;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  try {
    let file = await realpath(join(root, path));
    if (file !== root && !file.startsWith(root + sep)) return null;
    if ((await stat(file)).isDirectory()) {
      if (!path.endsWith("/")) return "redirect";
      file = await realpath(join(file, "index.html"));
      if (!file.startsWith(root + sep)) return null;
    }
    return file;
  } catch {
    return null;
  }
}

/**
 * Starts a server for `folder`; resolves to { url, close }. `prefix` ("/sub/path") puts the site
 * below the root, `onSent` hears of every answer as { path, bytes, encoding }. `level` is how hard it
 * compresses: 11, as a static host does once and for all, would make the first visitor wait for seconds.
 */
export async function serve(folder, { port = 0, prefix = "", onSent = () => {}, level = 9 } = {}) {
  const root = await realpath(folder);
  const cache = new Map();

  async function body(file, encoding) {
    const { mtimeMs, size } = await stat(file);
    const version = `${encoding} ${mtimeMs} ${size}`;
    const known = cache.get(file + encoding);
    if (known?.version === version) return known;
    const bytes = await compressors[encoding](await readFile(file), level);
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    const made = { version, bytes, etag };
    cache.set(file + encoding, made);
    return made;
  }

  async function answer(request, response) {
    const { pathname, search } = new URL(request.url, "http://localhost");
    const send = (status, headers, bytes = Buffer.alloc(0)) => {
      onSent({ path: pathname, bytes: bytes.length, encoding: headers["Content-Encoding"] });
      response.writeHead(status, { "Content-Length": bytes.length, ...headers });
      response.end(request.method === "HEAD" ? undefined : bytes);
    };
    const refuse = (status, text) =>
      send(status, { "Content-Type": "text/plain; charset=utf-8" }, Buffer.from(text + "\n"));
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "only GET");
    if (!pathname.startsWith(prefix + "/")) return refuse(404, "not found");

    const file = await locate(root, pathname.slice(prefix.length));
    if (file === null) {
      const page = await locate(root, "/404.html");
      if (page === null) return refuse(404, "not found");
      return send(404, { "Content-Type": TYPES[".html"] }, await readFile(page));
    }
    if (file === "redirect") return send(301, { Location: `${pathname}/${search}` });
    const extension = extname(file);
    const encoding = encodingFor(request, extension);
    const { bytes, etag } = await body(file, encoding);
    const headers = {
      "Content-Type": TYPES[extension] ?? "application/octet-stream",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
      "Vary": "Accept-Encoding",
      "ETag": etag,
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    };
    if (request.headers["if-none-match"] === etag) return send(304, headers);
    return send(200, headers, bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.destroy();
      console.error(`${request.url}: ${error.message}`);
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://localhost:${server.address().port}${prefix}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port = "8080"] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, { port: Number(port) });
    console.log(`Exam Lab is at ${url} (Ctrl+C ends it)`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE"
      ? `Port ${port} is taken; name another one: ./build-wasm.sh --serve 8081` : error.message);
    process.exit(1);
  }
}
