// engine.wasm behind its calls by name: for the worker, and for the build in Node.
import {
  type BytesCall,
  disagreements,
  type JsonCall,
  type NumberCall,
  type Takes,
  type Told,
} from "./calls.js";

/** What the module exports: see src/app/engine_web.cpp. */
export interface EngineExports {
  HEAPU8: Uint8Array;
  _engine_buffer(bytes: number): number;
  _engine_call(place: number, bytes: number): number;
  _engine_result(): number;
  _engine_length(): number;
  _engine_number(place: number, argument: number): number;
}

/** The one call whose place is known: the table of all. */
const place_of_table = 0;

export class EngineModule {
  private readonly places: ReadonlyMap<string, number>;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  /** Throws where the module's calls are not those that are declared here. */
  constructor(private readonly wasm: EngineExports) {
    const told = JSON.parse(this.decoder.decode(this.made(place_of_table, {}))) as Told[];
    const faults = disagreements(told);
    if (faults.length > 0) throw new Error(faults.join(" "));
    this.places = new Map(told.map(({ name }, place) => [name, place]));
  }

  /** The answer as JSON text; `file` are the bytes that go with some calls. */
  json<N extends JsonCall>(call: N, takes: Takes<N>, file?: ArrayBuffer): string {
    return this.decoder.decode(this.made(this.place(call), takes, file));
  }

  /** A copy of the answer's bytes. */
  bytes<N extends BytesCall>(call: N, takes: Takes<N>, file?: ArrayBuffer): ArrayBuffer {
    return this.made(this.place(call), takes, file).slice().buffer;
  }

  /** From number to number without any text: for what is called again and again. */
  number(call: NumberCall, argument = 0): number {
    return this.wasm._engine_number(this.place(call), argument);
  }

  private place(call: string): number {
    return this.places.get(call) ?? -1;
  }

  /** The answer where it lies in the module's memory, until the next call. */
  private made(place: number, takes: object, file?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    const text = this.encoder.encode(JSON.stringify(takes));
    const at = this.wasm._engine_buffer(text.length + (file?.byteLength ?? 0));
    this.wasm.HEAPU8.set(text, at);
    if (file) this.wasm.HEAPU8.set(new Uint8Array(file), at + text.length);
    const good = this.wasm._engine_call(place, text.length) === 1;
    const from = this.wasm._engine_result();
    const memory = this.wasm.HEAPU8 as Uint8Array<ArrayBuffer>;
    const result = memory.subarray(from, from + this.wasm._engine_length());
    if (!good) throw new Error(`The engine says: ${this.decoder.decode(result)}.`);
    return result;
  }
}
