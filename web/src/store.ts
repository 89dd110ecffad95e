// What the browser keeps between visits: answers, attempts, choices. A storage that is full, blocked
// or damaged costs nothing but the memory of the next visit, and is said once. Other tabs write to the
// same storage, so that whoever changes something reads it first.

export interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const prefix = "examlab:";

export type Accepts<T> = (value: unknown) => value is T;

export class Store {
  /** What could not be written, which this tab alone remembers. */
  private readonly unwritten = new Map<string, unknown>();
  /** What a text came to when it was last parsed. */
  private readonly parsed = new Map<string, { text: string; value: unknown }>();
  private told = false;

  /** `complain` hears a sentence the first time that something could not be kept. */
  constructor(
    private readonly keeper: () => Keeper,
    private readonly complain: (message: string) => void = () => undefined,
  ) {}

  /** The value under `key` where it has the shape that `accepts` asks for, else `otherwise`. */
  read<T>(key: string, accepts: Accepts<T>, otherwise: T): T {
    const value = this.unwritten.has(key) ? this.unwritten.get(key) : this.kept(key);
    return accepts(value) ? value : otherwise;
  }

  write(key: string, value: unknown): void {
    try {
      this.keeper().setItem(prefix + key, JSON.stringify(value));
      this.unwritten.delete(key);
    } catch {
      this.unwritten.set(key, value);
      this.tell("This browser does not let the page keep anything, so your answers last until you close it.");
    }
  }

  /** Puts what `change` makes of the value that is kept at this moment in its place. */
  change<T>(key: string, accepts: Accepts<T>, otherwise: T, change: (value: T) => T): void {
    this.write(key, change(this.read(key, accepts, otherwise)));
  }

  /** Tells when another tab has written something under `key`. */
  onOthers(key: string, listener: () => void): void {
    addEventListener("storage", (event) => {
      // Without a key everything was thrown away.
      if (event.key === null || event.key === prefix + key) listener();
    });
  }

  private kept(key: string): unknown {
    let text: string | null = null;
    try {
      text = this.keeper().getItem(prefix + key);
    } catch {
      return undefined;
    }
    if (text === null) return undefined;
    const before = this.parsed.get(key);
    if (before?.text === text) return before.value;
    let value: unknown;
    try {
      value = JSON.parse(text) as unknown;
    } catch {
      this.tell("What this browser had kept of your answers is damaged and was left out.");
    }
    this.parsed.set(key, { text, value });
    return value;
  }

  private tell(message: string): void {
    if (!this.told) this.complain(message);
    this.told = true;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === "string";
export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
