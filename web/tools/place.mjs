// Where the page's sources are.
import { fileURLToPath } from "node:url";

export const web = fileURLToPath(new URL("..", import.meta.url));
