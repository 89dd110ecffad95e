// Single keys for what a hand on the keyboard does often. They can be switched off, they stay out of
// text inputs, and the browser's own combinations stay the browser's.

export interface KeyAction {
  key: string;
  /** False where there is nothing to do: then the key keeps the browser's meaning. */
  act(): boolean | void;
}

/** Whether this key press is meant for the page and not for something that takes text. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  const toggle = target.matches('[type="radio"], [type="checkbox"]');
  if (target.isContentEditable || (target.matches("input, textarea, select") && !toggle)) return false;
  const operates = event.key === " " || event.key === "Enter";
  return !(operates && (toggle || target.matches("button, summary, a, label, canvas, video")));
}

export class Keys {
  constructor(actions: readonly KeyAction[], private readonly enabled: () => boolean) {
    const byKey = new Map(actions.map((a) => [a.key, a]));
    document.addEventListener("keydown", (event) => {
      const action = byKey.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
      if (!action || (event.repeat && action.key !== "." && action.key !== ",")) return;
      if (!isFree(event) || (!this.enabled() && action.key !== "?")) return;
      if (action.act() !== false) event.preventDefault();
    });
  }
}

/**
 * The list of keys, which its button opens and closes; Escape and a button in it close it, too. It lies over
 * the page, which stays where it is, and the focus goes back to where it was.
 */
export class KeysList {
  private before: Element | null = null;

  constructor(private readonly list: HTMLElement, private readonly opener: HTMLElement) {
    opener.addEventListener("click", () => this.toggle());
    list.querySelector("#keys-close")?.addEventListener("click", () => this.toggle());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || list.hidden) return;
      event.preventDefault();
      this.toggle();
    });
  }

  toggle(): void {
    const { list, opener } = this;
    const opens = list.hidden;
    if (opens) this.before = document.activeElement;
    list.hidden = !opens;
    opener.setAttribute("aria-expanded", String(opens));
    const title = list.querySelector<HTMLElement>("#keys-title");
    const back = this.before instanceof HTMLElement && this.before !== document.body ? this.before : opener;
    (opens ? title : back)?.focus({ preventScroll: true });
  }
}
