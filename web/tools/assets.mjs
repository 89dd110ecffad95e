// Files that may be cached for ever: their names carry a hash of what they hold.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const packed = promisify(brotliCompress);

export class Assets {
  /** Role ("style", "engine.wasm") to file name. */
  names = {};
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
    return hashed;
  }

  /** How many bytes are sent for the file in this role, after brotli. */
  async size(name) {
    return (await packed(await readFile(path.join(this.folder, this.names[name])))).length;
  }
}
