// The page that a mangled path below the site's folder means.

const undone = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * "1F/", "1f)." and "1f/%23classes=10" as the page "1f/" and the fragment "#classes=10"; null where the
 * path names nothing else than it did.
 */
export function mended(path: string, fragment: string): { page: string; fragment: string } | null {
  const plain = undone(path);
  const hash = plain.indexOf("#");
  const before = hash < 0 ? plain : plain.slice(0, hash);
  const id = /^\W*(\w[\w-]*?)[^\w/]*(\/\W*)?(index\.html)?\/?$/u.exec(before)?.[1]?.toLowerCase();
  if (id === undefined) return null;
  const page = `${id}/`;
  if (page === path) return null;
  return { page, fragment: (hash < 0 ? "" : plain.slice(hash)) + fragment };
}
