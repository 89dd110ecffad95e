// Files that may be cached for ever: their names carry a hash of what they hold.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

export class Assets {
  /** Role ("style", "engine.wasm") to file name. */
  names = {};
  /** Role to size as sent, in bytes after brotli. */
  sizes = {};

  constructor(folder) {
    this.folder = folder;
  }

  /** Writes `content` and returns the name that it got: "style.1a2b3c4d.css". */
  async add(name, content) {
    const bytes = Buffer.from(content);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    const { name: stem, ext } = path.parse(name);
    const hashed = `${stem}.${hash}${ext}`;
    await mkdir(this.folder, { recursive: true });
    await writeFile(path.join(this.folder, hashed), bytes);
    this.names[name] = hashed;
    this.sizes[name] = ext === ".woff2" ? bytes.length : brotliCompressSync(bytes).length;
    return hashed;
  }
}
