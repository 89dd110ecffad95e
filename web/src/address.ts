// The link of the running exercise and the address of the page: `…/1f/#classes=10` is `1f#classes=10`.

/** What to open for this fragment, as the browser spells it ("#classes=10" or empty). */
export function linkAt(id: string, fragment: string): string {
  return fragment.length > 1 ? `${id}${fragment}` : id;
}

export function idOf(link: string): string {
  return link.split("#", 1)[0] ?? "";
}

export function fragmentOf(link: string): string {
  const at = link.indexOf("#");
  return at < 0 ? "" : link.slice(at);
}

/** The question of a link, without what a `/` and a first pair behind it say of the lab alone. */
export function questionIn(link: string): string {
  return link.replace(/#?\/[^/=&#]+=.*$/s, "");
}

/** The page's address with the state of `link` and without what only the embedding page needs. */
export function shared(address: string, link: string): string {
  const url = new URL(address);
  url.search = "";
  url.hash = fragmentOf(link);
  return url.href;
}

/** The pairs of a "Show me" button: "kernel=sobel&p=1". */
export function pairs(text: string): [string, string][] {
  return text
    .split("&")
    .map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    })
    .filter(([key]) => key !== "");
}

/** Browsers refuse more than some hundred changes of the address in half a minute. */
const pace_ms = 200;

/** The address bar in step with the link: replaced while a value moves, a new entry for a jump. */
export class Address {
  private jump = false;
  private opened = false;
  private last = "";
  private written = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  /** `id` is the page's own; links of others are not shown in its address. */
  constructor(private readonly id: string, open: (link: string) => void) {
    const follow = (): void => {
      const link = linkAt(this.id, location.hash);
      if (link === this.last) return;
      clearTimeout(this.later);
      this.last = link;
      open(link);
    };
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
  }

  initial(): string {
    return (this.last = linkAt(this.id, location.hash));
  }

  /** The next link that is shown becomes an entry of its own in the history. */
  nextIsJump(): void {
    this.jump = true;
  }

  show(link: string): void {
    clearTimeout(this.later);
    if (idOf(link) !== this.id) return;
    if (link === this.last) {
      this.opened = true;
      return;
    }
    const wait = this.written + pace_ms - performance.now();
    if (wait > 0 && !this.jump) {
      this.later = setTimeout(() => this.show(link), wait);
      return;
    }
    const address = `${location.pathname}${location.search}${fragmentOf(link)}`;
    if (this.jump && this.opened) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.jump = false;
    this.opened = true;
    this.last = link;
    this.written = performance.now();
  }
}
