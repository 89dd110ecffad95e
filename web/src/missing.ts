// The page for addresses at which there is none. A host sends it for any path, so it looks for the folder
// of the site among those above: the one that holds the list of the site's files.

async function home(): Promise<string | null> {
  const folders = location.pathname.split("/").slice(0, -1);
  for (let n = folders.length; n > 0; --n) {
    const folder = `${folders.slice(0, n).join("/")}/`;
    const found = await fetch(`${folder}assets/names.json`, { method: "HEAD" }).catch(() => null);
    if (found?.ok) return folder;
  }
  return null;
}

void home().then((folder) => {
  const link = document.getElementById("home");
  if (folder !== null && link instanceof HTMLAnchorElement) link.href = folder;
});
