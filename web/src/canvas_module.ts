// What canvas.wasm offers to the page, and the way of text and bytes into it.

declare const CANVAS_JS: string;

type Factory = (options: { locateFile(): string }) => Promise<CanvasModule>;

export interface CanvasModule {
  HEAPU8: Uint8Array;
  UTF8ToString(at: number): string;
  _canvas_buffer(bytes: number): number;
  _canvas_start(n: number): number;
  _canvas_show(n: number): number;
  _canvas_resize(width: number, height: number, ratio: number): void;
  _canvas_band(top: number, height: number): void;
  _canvas_fold(height: number): void;
  _canvas_scroll(top: number): void;
  _canvas_sticks(): number;
  _canvas_theme(dark: number, textPx: number, reducedMotion: number): void;
  _canvas_pointer(kind: number, x: number, y: number, button: number, touch: number): void;
  _canvas_wheel(dx: number, dy: number): void;
  _canvas_pinch(x: number, y: number, ratio: number): void;
  _canvas_zooms(): number;
  _canvas_key(n: number, down: number, modifiers: number): void;
  _canvas_text(n: number): void;
  _canvas_paste(n: number): void;
  _canvas_selected(): number;
  _canvas_focus(on: number): void;
  _canvas_cover(n: number): void;
  _canvas_guess(n: number): void;
  _canvas_frame(seconds: number): number;
  _canvas_compose(seconds: number): number;
  _canvas_rehearse(seconds: number, width: number, height: number): number;
  _canvas_rehearsed(): number;
  _canvas_perform(): void;
  _canvas_intents(): number;
  _canvas_height(): number;
  _canvas_figures(): number;
  _canvas_reached(): number;
  _canvas_svg(n: number): number;
  _canvas_cursor(): number;
  _canvas_typing(): number;
  _canvas_wants_text(): number;
}

/** Puts text or bytes into the module's buffer and hands their length to `use`. */
export function put(
  module: CanvasModule,
  input: string | Uint8Array,
  use: (n: number) => number | void,
): number {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const at = module._canvas_buffer(Math.max(bytes.length, 1));
  module.HEAPU8.set(bytes, at);
  return use(bytes.length) ?? 0;
}

let factory: Promise<Factory> | undefined;

/** Brings the module's script once; its factory is a global of the script. */
export function loaded(): Promise<Factory> {
  factory ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(CANVAS_JS, import.meta.url).href;
    script.onload = () => resolve((globalThis as unknown as { canvas: Factory }).canvas);
    script.onerror = () => reject(new Error("canvas.js did not load"));
    document.head.append(script);
  });
  return factory;
}
