// The page for addresses at which there is none. A host sends it for any path, so it looks for the folder
// of the site among those above: the one that holds the list of the site's files.
// What mail or a text around a link has done to the path is undone where that leads to a page.
import { mended } from "./mended.js";
import { apply, current } from "./theme.js";
import { type KnownPart, unbuilt } from "./unbuilt.js";

async function home(): Promise<string | null> {
  const folders = location.pathname.split("/").slice(0, -1);
  for (let n = folders.length; n > 0; --n) {
    const folder = `${folders.slice(0, n).join("/")}/`;
    const found = await fetch(`${folder}assets/names.json`, { method: "HEAD" }).catch(() => null);
    if (found?.ok) return folder;
  }
  return null;
}

/** The folder that was asked for, below the site's. */
const asked = (folder: string): string => decodeURIComponent(location.pathname.slice(folder.length).split("/")[0] ?? "");

apply(current());
void home().then((folder) => {
  if (folder === null) return;
  void leadOn(folder);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.home")) link.href = folder;
  const parts = JSON.parse(document.querySelector("main")?.dataset["parts"] ?? "[]") as KnownPart[];
  const found = unbuilt(parts, asked(folder));
  if (!found) return;
  const { part, near } = found;
  document.title = `${part.id} ${part.title} · Exam Lab`;
  write("title", `${part.id}, ${part.title}, is not built yet`);
  write("why", "This part belongs to the paper, and there is neither a page nor a lab for it so far.");
  const link = document.getElementById("near");
  if (!near || !(link instanceof HTMLAnchorElement)) return;
  link.href = `${folder}${near.id}/`;
  link.textContent = `The nearest that is built: ${near.id}, ${near.title}`;
  link.hidden = false;
});

async function leadOn(folder: string): Promise<void> {
  const meant = mended(location.pathname.slice(folder.length), location.hash);
  if (!meant) return;
  const there = await fetch(`${folder}${meant.page}`, { method: "HEAD" }).catch(() => null);
  if (there?.ok) location.replace(`${folder}${meant.page}${meant.fragment}`);
}

function write(id: string, text: string): void {
  const place = document.getElementById(id);
  if (place) place.textContent = text;
}
