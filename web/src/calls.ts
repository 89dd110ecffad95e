// The calls of the engine: what each takes and what it gives, declared once for the page, its worker
// and the build. The engine has a table of its own with the same names (src/app/engine_calls.cpp);
// `disagreements` holds one against the other, in a test and whenever a module is opened.
import type {
  Answers,
  Catalogue,
  Marking,
  Opened,
  Page,
  Reading,
  Report,
  Understood,
  Written,
} from "./lab.js";

/** Stands for a type where a value declares it; `form` is how such a value goes over. */
interface Kind<T, Form extends string> {
  readonly form: Form;
  readonly of?: T;
}

interface Declared {
  takes: Readonly<Record<string, Kind<unknown, "text" | "number" | "json">>>;
  gives: Kind<unknown, "json" | "bytes" | "number">;
  /** Other steps may be left afterwards, and what is shown is another. */
  changes?: boolean;
  /** Answered when no step is left. */
  waits?: boolean;
}

const text: Kind<string, "text"> = { form: "text" };
const number: Kind<number, "number"> = { form: "number" };
const bytes: Kind<Uint8Array, "bytes"> = { form: "bytes" };
const json = <T>(): Kind<T, "json"> => ({ form: "json" });

/** What the page may ask its worker for. */
export const asked = {
  catalogue: { takes: {}, gives: json<Catalogue>() },
  open: { takes: { link: text }, gives: json<Opened>(), changes: true },
  set: { takes: { pairs: json<[string, string][]>() }, gives: json<Reading[]>(), changes: true },
  /** Asks of the lab as it stands; `back` brings the lab back to the question, and gives its link. */
  ask: { takes: {}, gives: json<Reading>(), changes: true },
  back: { takes: {}, gives: json<string>(), changes: true },
  /** A guess has been made: the steps that follow also work out its truth, wherever the lab stands. */
  seek_truth: { takes: {}, gives: json<null>(), changes: true },
  mark: { takes: { answers: json<Answers>() }, gives: json<Marking>() },
  understand: { takes: { question: text, part: text, text }, gives: json<Understood>() },
  /** The data of a figure, and what of it is left out as a sentence. */
  csv: { takes: { figure: text }, gives: json<{ text: string; left_out: string }>() },
  /** The cells of a matrix as it is written anywhere; none where it cannot be taken apart, and why. */
  matrix: { takes: { text }, gives: json<Written>() },
  /** The lines of an answer of several lines, without numbers and bullets in front. */
  lines: { takes: { text }, gives: json<string[]>() },
  /** Gives a field a file of the person's own, which follows as the call's: of a picture its
   * pixels, four bytes each, and how many of them lie side by side and one above the other. */
  give: {
    takes: { key: text, name: text, pixels: json<[number, number] | null>() },
    gives: json<Reading>(),
    changes: true,
  },
  report: { takes: {}, gives: json<Report>(), waits: true },
  /** 16 digits that stand for the report with its figures, measured times left out. */
  digest: { takes: {}, gives: json<string>(), waits: true },
} satisfies Record<string, Declared>;

/** What only who holds the module calls. */
const held = {
  calls: { takes: {}, gives: json<Told[]>() },
  link: { takes: {}, gives: json<string>() },
  page: { takes: {}, gives: json<Page>() },
  view: { takes: {}, gives: bytes },
  page_changes: { takes: {}, gives: json<Partial<Page>>() },
  parcel: { takes: {}, gives: bytes },
  is_open: { takes: {}, gives: number },
  done: { takes: {}, gives: number },
  total: { takes: {}, gives: number },
  advance: { takes: { steps: number }, gives: number },
  /** How many members the steps that are left could be shared among; what errands are of. */
  members: { takes: {}, gives: number },
  work: { takes: {}, gives: number },
  /** The own part of a shared run for some ms: see `Assisted`. */
  assist: { takes: { ms: number }, gives: number },
  /** 1 where the run stands between two steps; 0 where a report would first take the rest of one. */
  stands: { takes: {}, gives: number },
  /** Something to do for an engine beside, what it brings there, and the taking of that. */
  errand: { takes: { mate: number }, gives: bytes },
  run_errand: { takes: {}, gives: bytes },
  bring: { takes: {}, gives: json<null>() },
  lose: { takes: { mate: number }, gives: number },
  playing: { takes: {}, gives: number },
  go_on: { takes: { step_ms: number, picture_ms: number }, gives: json<number>() },
  measure: { takes: { ms: number }, gives: number },
} satisfies Record<string, Declared>;

/** What `assist` answers: there is more to do, nothing is left, or the rest is in the hands of others. */
export const Assisted = { works: 0, settled: 1, waits: 2 } as const;

export const calls = { ...asked, ...held };

type Calls = typeof calls;
type Of<K> = K extends Kind<infer T, string> ? T : never;
type Giving<Form extends string> = {
  [N in keyof Calls]: Calls[N]["gives"]["form"] extends Form ? N : never;
}[keyof Calls];

export type AskedCall = keyof typeof asked;
export type JsonCall = Giving<"json">;
export type BytesCall = Giving<"bytes">;
export type NumberCall = Giving<"number">;

export type Takes<N extends keyof Calls> = {
  [A in keyof Calls[N]["takes"]]: Of<Calls[N]["takes"][A]>;
};
export type Gives<N extends keyof Calls> = Of<Calls[N]["gives"]>;

export const declared = (call: AskedCall): Declared => asked[call];

/** A call as the engine's own table tells it. */
export interface Told {
  name: string;
  takes: Record<string, string>;
  gives: string;
}

/** Where the engine's table and the declarations above differ, a sentence for each call that does. */
export function disagreements(told: readonly Told[]): string[] {
  const spelled = (takes: Record<string, string>, gives: string): string =>
    `(${Object.entries(takes).map(([name, form]) => `${name}: ${form}`).join(", ")}) → ${gives}`;
  const there = new Map(told.map(({ name, takes, gives }) => [name, spelled(takes, gives)]));
  const here = new Map(
    Object.entries<Declared>(calls).map(([name, { takes, gives }]) => {
      const forms = Object.entries(takes).map(([argument, { form }]): [string, string] => [argument, form]);
      return [name, spelled(Object.fromEntries(forms), gives.form)];
    }),
  );
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((name) => {
    const [engine, page] = [there.get(name), here.get(name)];
    if (engine === page) return [];
    if (engine === undefined) return [`The engine has no call ${name}${page}.`];
    if (page === undefined) return [`web/src/calls.ts does not declare ${name}${engine}.`];
    return [`The engine has ${name}${engine}, and web/src/calls.ts declares ${name}${page}.`];
  });
}
