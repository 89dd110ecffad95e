// The engine in a worker: its module is compiled once, and engines beside take it over.
import { type EngineExports, EngineModule } from "./engine_module.js";

declare const ENGINE_JS: string;
declare const ENGINE_WASM: string;

/** As much as is given to the glue. */
interface Given {
  locateFile(): string;
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

/** As much of a worker's global scope as is used: TypeScript cannot hold it beside the page's. */
declare const self: {
  engine(given: Given): Promise<EngineExports>;
  importScripts(address: string): void;
  location: Location;
};

const beside = (name: string): string => new URL(name, self.location.href).href;

/** Some hosts give the module no type of its own, without which it is not compiled as it comes in. */
async function compiled(address: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`The engine did not load: ${answer.status}.`);
    return WebAssembly.compile(await answer.arrayBuffer());
  }
}

export interface Loaded {
  engine: EngineModule;
  module: WebAssembly.Module;
}

/** `known` is the module that another worker has compiled. */
export async function load(known?: WebAssembly.Module): Promise<Loaded> {
  const coming = known ? Promise.resolve(known) : compiled(beside(ENGINE_WASM));
  self.importScripts(beside(ENGINE_JS));
  const module = await coming;
  // The glue does not hear of an instance that cannot be made, as where there is no memory for it.
  const exports = await new Promise<EngineExports>((resolve, reject) => {
    self.engine({
      locateFile: () => beside(ENGINE_WASM),
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module)).catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
  return { engine: new EngineModule(exports), module };
}
