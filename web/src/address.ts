// The link of the running exercise and the address of the page: `…/1f/#classes=10` is `1f#classes=10`.

/** What the page itself reads of a query. */
const page_keys = ["embed", "theme"];

/** A query apart: what the page reads of it, and what may be pairs of a link, for which a mailer has put "?" for "#". */
function parted(query: string): { page: string; link: string } {
  const all = query.slice(1).split("&").filter((pair) => pair !== "");
  const isOfPage = (pair: string): boolean => page_keys.includes(pair.split("=", 1)[0] ?? "");
  const written = (pairs: string[]): string => (pairs.length === 0 ? "" : `?${pairs.join("&")}`);
  return { page: written(all.filter(isOfPage)), link: written(all.filter((pair) => !isOfPage(pair))) };
}

/** What to open for this fragment and this query, as the browser spells them ("#classes=10" or empty). */
export function linkAt(id: string, fragment: string, query = ""): string {
  return `${id}${parted(query).link}${fragment.length > 1 ? fragment : ""}`;
}

export function idOf(link: string): string {
  return link.split(/[?#]/, 1)[0] ?? "";
}

export function fragmentOf(link: string): string {
  const at = link.indexOf("#");
  return at < 0 ? "" : link.slice(at);
}

/** The question of a link, without what a `/` and a first pair behind it say of the lab alone. */
export function questionIn(link: string): string {
  return link.replace(/#?\/[^/=&#]+=.*$/s, "");
}

/** Whether it does. */
export const tellsOfLab = (link: string): boolean => questionIn(link) !== link;

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

/** A "Show me" button taken apart: what it sets, and the figure that it leads to where it names one. */
export function shownCase(text: string): { wishes: [string, string][]; figure: string | null } {
  const all = pairs(text);
  const figure = all.find(([key]) => key === "figure")?.[1] ?? null;
  return { wishes: all.filter(([key]) => key !== "figure"), figure };
}

/** Browsers refuse more than some hundred changes of the address in half a minute. */
const pace_ms = 200;

/** The address bar in step with the link: replaced while a value moves, a new entry for a jump. */
export class Address {
  private jump = false;
  private opened = false;
  private last = "";
  private written = -Infinity;
  private later: ReturnType<typeof setTimeout> | undefined;
  /** What the address stands for while it is to stay as it is; null before that is known. */
  private held: { link: string | null } | undefined;

  /** `id` is the page's own; links of others are not shown in its address. */
  constructor(private readonly id: string, open: (link: string) => void) {
    const follow = (): void => {
      const link = linkAt(this.id, location.hash, location.search);
      if (link === this.last) return;
      clearTimeout(this.later);
      this.last = link;
      open(link);
    };
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
  }

  initial(): string {
    return (this.last = linkAt(this.id, location.hash, location.search));
  }

  /** The address stays as it is until something else is shown than what it stands for. */
  hold(): void {
    this.held = { link: null };
  }

  /** Nothing of the address was left out, so that it may be written anew. */
  release(): void {
    const link = this.held?.link ?? null;
    this.held = undefined;
    if (link !== null) this.show(link);
  }

  /** The next link that is shown becomes an entry of its own in the history. */
  nextIsJump(): void {
    this.jump = true;
  }

  show(link: string): void {
    clearTimeout(this.later);
    if (idOf(link) !== this.id) return;
    if (this.held) {
      this.held.link ??= link;
      this.opened = true;
      if (link === this.held.link) return;
      this.held = undefined;
    }
    if (link === this.last) {
      this.opened = true;
      return;
    }
    const wait = this.written + pace_ms - performance.now();
    if (wait > 0 && !this.jump) {
      this.later = setTimeout(() => this.show(link), wait);
      return;
    }
    const address = `${location.pathname}${parted(location.search).page}${fragmentOf(link)}`;
    if (this.jump && this.opened) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.jump = false;
    this.opened = true;
    this.last = link;
    this.written = performance.now();
  }
}
