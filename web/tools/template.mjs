// Templates with slots: %name% is replaced, and a name without a value is an error.
import { readFileSync } from "node:fs";

export function filled(file, values) {
  return readFileSync(file, "utf8").replace(/%([a-z]+)%/g, (_, name) => {
    if (!(name in values)) throw new Error(`${file}: nothing for %${name}%`);
    return values[name];
  });
}
