// Light, dark, or as the system says. Runs before the first paint, so that nothing flashes.

export type Theme = "system" | "light" | "dark";

const key = "examlab:theme";
const isTheme = (text: string | null): text is Theme =>
  text === "system" || text === "light" || text === "dark";

/** The address decides before the person's choice: an embedding page knows its surroundings. */
export function chosen(search: string, kept: string | null): Theme {
  const asked = new URLSearchParams(search).get("theme");
  if (isTheme(asked)) return asked;
  return isTheme(kept) ? kept : "system";
}

export function current(): Theme {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // Blocked storage: the system's choice.
  }
  return chosen(location.search, kept);
}

export function apply(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function choose(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // The choice lasts as long as the page.
  }
  apply(theme);
}

/** The one after this one, for a button that goes round. */
export function following(theme: Theme): Theme {
  const all: Theme[] = ["system", "light", "dark"];
  return all[(all.indexOf(theme) + 1) % all.length] ?? "system";
}

const dark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

export function isDark(): boolean {
  const set = document.documentElement.dataset["theme"];
  return set === "dark" || (set === undefined && dark().matches);
}

export function onSystemChange(listener: () => void): void {
  dark().addEventListener("change", listener);
  matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", listener);
}

export const reducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
