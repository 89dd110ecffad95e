// The server that the site is tried out on: types, compression, and nothing from outside.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { serve } from "../../web/tools/serve.mjs";

const page = "<!doctype html><title>x</title>" + "a".repeat(1000);
let folder, site;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  await mkdir(join(folder, "dist", "1c"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "dist", "index.html"), page);
  await writeFile(join(folder, "dist", "1c", "index.html"), page);
  await writeFile(join(folder, "dist", "a.wasm"), "\0asm");
  await symlink(join(folder, "secret.txt"), join(folder, "dist", "out.txt"));
  site = await serve(join(folder, "dist"), { prefix: "/sub" });
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** One request exactly as written, since fetch tidies paths up. */
function get(path, headers = {}, method = "GET") {
  const { port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const call = request({ port, path, headers, method, host: "127.0.0.1" }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    call.on("error", reject);
    call.end();
  });
}

test("a page comes with its type, plain or compressed as asked", async () => {
  const plain = await get("/sub/");
  assert.equal(plain.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(plain.body.toString(), page);
  const brotli = await get("/sub/", { "Accept-Encoding": "gzip, br" });
  assert.equal(brotli.headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(brotli.body).toString(), page);
  const gzipped = await get("/sub/", { "Accept-Encoding": "gzip, br;q=0" });
  assert.equal(gunzipSync(gzipped.body).toString(), page);
  assert.equal((await get("/sub/a.wasm")).headers["content-type"], "application/wasm");
});

test("a folder is found with its slash and sent there without", async () => {
  assert.equal((await get("/sub/1c/")).status, 200);
  const bare = await get("/sub/1c?embed=1");
  assert.equal(bare.status, 301);
  assert.equal(bare.headers.location, "/sub/1c/?embed=1");
});

test("what has not changed is not sent again", async () => {
  const { etag } = (await get("/sub/")).headers;
  const again = await get("/sub/", { "If-None-Match": etag });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test("nothing outside the folder can be had", async () => {
  const attempts = ["/sub/../secret.txt", "/sub/%2e%2e/secret.txt", "/sub/..%2fsecret.txt",
    "/sub/1c/..%2f..%2f..%2fsecret.txt", "/sub/out.txt", "/sub/%00", "/sub/%zz", "/secret.txt",
    "/sub/missing"];
  for (const path of attempts) {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes("secret"), path);
  }
  assert.equal((await get("/sub/", {}, "POST")).status, 405);
});
