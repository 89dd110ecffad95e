// The training engine and the reference: modules with the functions of src/app/bench_web.cpp.

/** A peer from a module's factory function and its bytes. */
export async function modulePeer(factory, wasmBinary) {
  const module = await factory({ wasmBinary });
  return (id) => {
    module.stringToUTF8(id, module._bench_buffer(), 64);
    return module._bench_open() ? { step: (times) => module._bench_run(times) } : null;
  };
}
