// What the browser keeps between visits: answers, attempts, choices. A storage that is full, blocked
// or damaged costs nothing but the memory of the next visit, and is said once.

export interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const prefix = "examlab:";

export class Store {
  private readonly memory = new Map<string, unknown>();
  private told = false;

  /** `complain` hears a sentence the first time that something could not be kept. */
  constructor(
    private readonly keeper: () => Keeper,
    private readonly complain: (message: string) => void = () => undefined,
  ) {}

  /** The value under `key` where it has the shape that `accepts` asks for, else `otherwise`. */
  read<T>(key: string, accepts: (value: unknown) => value is T, otherwise: T): T {
    if (!this.memory.has(key)) this.memory.set(key, this.kept(key));
    const value = this.memory.get(key);
    return accepts(value) ? value : otherwise;
  }

  write(key: string, value: unknown): void {
    this.memory.set(key, value);
    try {
      this.keeper().setItem(prefix + key, JSON.stringify(value));
    } catch {
      this.tell("This browser does not let the page keep anything, so your answers last until you close it.");
    }
  }

  private kept(key: string): unknown {
    let text: string | null = null;
    try {
      text = this.keeper().getItem(prefix + key);
    } catch {
      return undefined;
    }
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      this.tell("What this browser had kept of your answers is damaged and was left out.");
      return undefined;
    }
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
