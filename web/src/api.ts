// The page for programs: `globalThis.examlab` in the same window, and the same by postMessage for a
// page that embeds this one:
//
//   frame.contentWindow.postMessage({ examlab: "set", id: 7, arguments: ["classes", "10"] }, "*");
//   // and hears { examlab: "set", id: 7, result: { outcome: "taken", message: "" } }
//   //        or { examlab: "set", id: 7, error: "…" }
//
// Anyone may ask: there is nothing here that the link does not say, and nothing that can be spent.
// An answer goes to the window that asked and to no other.
import type { Answers, Marking, Opened, Reading, Report } from "./lab.js";

export interface Api {
  /** The canonical link of what is open. */
  link(): Promise<string>;
  /** The report once every step is taken. */
  report(): Promise<Report>;
  /** The report's own text, byte for byte what `examlab eval` prints for the link. */
  reportText(): Promise<string>;
  /** A hash of the report and its figures, to the bit: what `examlab digest` prints for the link. */
  digest(): Promise<string>;
  /** Opens a link of this page's exercise or lab; one of another leads to that one's page. */
  open(link: string): Promise<Opened>;
  /** Sets one parameter of the lab, or "variant". */
  set(key: string, value: string | number): Promise<Reading>;
  /** Asks of the lab as it stands, which becomes another question. */
  ask(): Promise<Reading>;
  /** Brings the lab back to the question's numbers; its link. */
  back(): Promise<string>;
  /** Marks answers in the form that the exported answers have; the page's own form stays as it is. */
  mark(answers: Answers): Promise<Marking>;
}

type Method = (...texts: unknown[]) => Promise<unknown>;

export function publish(api: Api): void {
  (globalThis as unknown as { examlab: Api }).examlab = api;
  const methods = new Map<string, Method>([
    ["link", () => api.link()],
    ["report", () => api.report()],
    ["reportText", () => api.reportText()],
    ["digest", () => api.digest()],
    ["open", (link) => api.open(String(link))],
    ["set", (key, value) => api.set(String(key), String(value))],
    ["ask", () => api.ask()],
    ["back", () => api.back()],
    ["mark", (answers) => api.mark(answers as Answers)],
  ]);
  addEventListener("message", (event: MessageEvent<unknown>) => void answer(event, methods));
}

async function answer(event: MessageEvent<unknown>, methods: Map<string, Method>): Promise<void> {
  const asked = event.data;
  if (typeof asked !== "object" || asked === null || !("examlab" in asked)) return;
  const name = String(asked.examlab);
  const id = "id" in asked ? asked.id : undefined;
  const list = "arguments" in asked && Array.isArray(asked.arguments) ? asked.arguments : [];
  // A reply is no request: two pages that embed each other must not answer for ever.
  const { source } = event;
  if ("result" in asked || "error" in asked || source === null) return;
  const reply = (body: object): void => {
    const targetOrigin = event.origin === "null" || event.origin === "" ? "*" : event.origin;
    source.postMessage({ examlab: name, id, ...body }, { targetOrigin });
  };
  const method = methods.get(name);
  if (!method) return reply({ error: `There is no “${name}”; ask for ${[...methods.keys()].join(", ")}.` });
  try {
    reply({ result: await method(...list) });
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) });
  }
}
