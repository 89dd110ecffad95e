// The canvas: owns canvas.wasm, draws the last view that it was sent, and only when something changed.
// A lost graphics context is answered with a new element, a new module and the same view.
import { type Band, band, stuckBand } from "./band.js";
import { type CanvasModule, loaded, put } from "./canvas_module.js";
import { pixelsOf, type Size, sizeOf } from "./canvas_size.js";
import { Hands } from "./hands.js";
import { Parcels } from "./parcel.js";
import type { Drawn } from "./predict/kind.js";
import { rehearse } from "./rehearsal.js";
import { heightToStay } from "./staying.js";

declare const CANVAS_WASM: string;

export interface CanvasEvents {
  intent(key: string, value: string): void;
  /** No picture can be drawn; `raw` is what was said about it. */
  absent(raw: string): void;
  /** After a frame that has put a figure in another place. */
  placed(places: readonly Place[]): void;
}

export interface Place {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const least_height = 240;

export class Canvas {
  private module: CanvasModule | null = null;
  private element: HTMLCanvasElement;
  private hands: Hands | null = null;
  private readonly parcels = new Parcels();
  private frame = 0;
  private losses = 0;
  private height = 0;
  private shape = "";
  private place = "";
  /** The place that the element has taken. */
  private fitted = "";
  private rehearsing = false;
  /** The place for which a first picture waits to be shown; null before one was tried. */
  private rehearsed: string | null = null;
  private part: Band = { top: 0, height: 0 };
  private look: [number, number, number] = [0, 16, 0];
  private placed = "";
  private curtain = "";
  private guessed = "";
  private inSight = 0;
  /** The story stays in view: the canvas sticks to the screen, and what it shows moves. */
  private sticks = false;
  /** Stands for a moment where the page has to scroll to. */
  private readonly marker = document.createElement("i");

  constructor(private readonly stage: HTMLElement, private readonly events: CanvasEvents) {
    const element = stage.querySelector("canvas");
    if (!element) throw new Error("The stage has no canvas.");
    this.element = element;
    this.marker.className = "reached";
    new ResizeObserver(() => this.request()).observe(stage);
    const moved = (): void => {
      if (this.inView() !== this.part || this.content() !== parseFloat(this.stage.style.height)) this.request();
    };
    addEventListener("scroll", moved, { capture: true, passive: true });
    addEventListener("resize", moved);
    this.watchRatio();
  }

  async start(): Promise<void> {
    let module: CanvasModule;
    try {
      const factory = await loaded();
      module = await factory({ locateFile: () => new URL(CANVAS_WASM, import.meta.url).href });
    } catch (error) {
      this.events.absent(String(error));
      return;
    }
    this.element.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.rebuild();
    });
    if (!put(module, `#${this.element.id}`, (n) => module._canvas_start(n))) {
      this.events.absent("no WebGL 2");
      return;
    }
    this.module = module;
    this.height = 0;
    this.shape = this.place = this.fitted = "";
    this.hands = new Hands(this.element, module, () => this.part.top, () => this.request());
    module._canvas_theme(...this.look);
    this.hang();
    module._canvas_fold(this.inSight);
    const whole = this.parcels.whole();
    if (whole) this.open(module, whole);
    this.request();
  }

  show(parcel: ArrayBuffer): void {
    this.parcels.keep(parcel);
    if (!this.module) return;
    this.open(this.module, new Uint8Array(parcel));
    this.request();
  }

  private open(module: CanvasModule, parcel: Uint8Array): void {
    if (put(module, parcel, (n) => module._canvas_show(n))) return;
    this.events.absent("The picture could not be read.");
  }

  theme(dark: boolean, textPx: number, reducedMotion: boolean): void {
    this.look = [dark ? 1 : 0, textPx, reducedMotion ? 1 : 0];
    this.module?._canvas_theme(...this.look);
    this.request();
  }

  /** The height that is in view at once, in CSS pixels from the top of the drawing. */
  fold(height: number): void {
    this.inSight = height;
    this.module?._canvas_fold(height);
    this.request();
  }

  /** Covers these figures, and no others, with a curtain that has `words` on it. */
  cover(keys: readonly string[], words: string): void {
    this.curtain = keys.length === 0 ? "" : [words, ...keys].join("\n");
    this.hang();
  }

  /** What was guessed, drawn over the truth; null for nothing. */
  guess(drawn: Drawn | null): void {
    const lines = drawn ? [drawn.figure, drawn.kind, drawn.words, ...drawn.numbers].join("\n") : "";
    if (lines === this.guessed) return;
    this.guessed = lines;
    this.hang();
  }

  private hang(): void {
    const module = this.module;
    if (!module) return;
    put(module, this.curtain, (n) => module._canvas_cover(n));
    put(module, this.guessed, (n) => module._canvas_guess(n));
    this.request();
  }

  focus(): void {
    this.element.focus();
  }

  places(): Place[] {
    if (!this.module) return [];
    const text = this.module.UTF8ToString(this.module._canvas_figures());
    return placesOf(text);
  }

  private tellPlaces(module: CanvasModule): void {
    const text = module.UTF8ToString(module._canvas_figures());
    if (text === this.placed) return;
    this.placed = text;
    this.events.placed(placesOf(text));
  }

  /** One figure as a PNG of twice the resolution, or null where it is not on the canvas. */
  async png(key: string): Promise<Blob | null> {
    const module = this.module;
    const place = this.places().find((p) => p.key === key);
    if (!module || !place) return null;
    const { width, height } = place;
    const ratio = this.resize(module, Math.max(2, devicePixelRatio), { top: place.y, height });
    module._canvas_frame(performance.now() / 1000);
    const cut = document.createElement("canvas");
    cut.width = Math.round(width * ratio);
    cut.height = Math.round(height * ratio);
    // The copy is made in the task that drew, before the browser may discard the drawing buffer.
    cut.getContext("2d")?.drawImage(
      this.element, Math.round(place.x * ratio), 0, cut.width, cut.height, 0, 0, cut.width, cut.height,
    );
    this.shape = this.place = "";
    this.request();
    return new Promise((resolve) => cut.toBlob(resolve, "image/png"));
  }

  /** One figure as SVG, or null where it is not on the canvas. */
  svg(key: string): Blob | null {
    const module = this.module;
    if (!module) return null;
    const text = module.UTF8ToString(put(module, key, (n) => module._canvas_svg(n)));
    this.request();
    return text === "" ? null : new Blob([text], { type: "image/svg+xml" });
  }

  request(): void {
    if (this.frame === 0 && this.module) {
      this.frame = requestAnimationFrame((now) => this.draw(now / 1000));
    }
  }

  private draw(seconds: number): void {
    this.frame = 0;
    const module = this.module;
    if (!module || !this.hands || this.rehearsing || !this.parcels.any() || !this.seen()) return;
    const fresh = !this.stage.classList.contains("drawn");
    if (fresh && this.rehearsed === null) {
      void this.rehearse(module);
      return;
    }
    let again = fresh ? this.perform(module, seconds) : this.compose(module, seconds);
    for (let more = 2; more > 0 && this.grow(module); --more) again = this.compose(module, seconds);
    // From here on the drawn picture of the lab is not needed.
    this.stage.classList.add("drawn");
    this.hands.settle();
    for (const line of module.UTF8ToString(module._canvas_intents()).split("\n")) {
      const at = line.indexOf("=");
      if (at > 0) this.events.intent(line.slice(0, at), line.slice(at + 1));
    }
    const grown = this.grow(module);
    this.tellPlaces(module);
    this.follow(module.UTF8ToString(module._canvas_reached()));
    if (again || grown) this.request();
  }

  private seen(): boolean {
    return this.stage.clientWidth > 0 && this.stage.checkVisibility();
  }

  /** A drawing is first seen at the height that it asks for. Until then the element is left as it is. */
  private async rehearse(module: CanvasModule): Promise<void> {
    this.rehearsing = true;
    const ready = await rehearse({
      stands: () => this.module === module && this.seen(),
      compose: () => {
        this.tell(module, this.size(devicePixelRatio, this.inView()));
        const again = module._canvas_compose(performance.now() / 1000);
        return this.grow(module) || again === 1;
      },
      draw: () => {
        const size = this.size(devicePixelRatio, this.inView());
        this.tell(module, size);
        return module._canvas_rehearse(performance.now() / 1000, ...pixelsOf(size)) === 1;
      },
      done: () => module._canvas_rehearsed() === 1,
    });
    this.rehearsing = false;
    if (this.module === module && this.seen()) this.rehearsed = ready ? this.place : "";
    this.request();
  }

  /** Shows what was rehearsed, or a frame where that would not fit any more. */
  private perform(module: CanvasModule, seconds: number): boolean {
    const size = this.size(devicePixelRatio, this.inView());
    const fits = this.rehearsed === size.place;
    this.rehearsed = null;
    if (!fits) return this.compose(module, seconds);
    this.fit(size);
    module._canvas_perform();
    return true;
  }

  /** One frame at the height and the place that are known; true where another is wanted. */
  private compose(module: CanvasModule, seconds: number): boolean {
    this.resize(module, devicePixelRatio, this.inView());
    return Boolean(module._canvas_frame(seconds));
  }

  /** Takes what the last frame says of its height; true where that is news. */
  private grow(module: CanvasModule): boolean {
    const wanted = Math.ceil(module._canvas_height());
    const grown = wanted !== this.height;
    this.height = wanted;
    this.stick(module._canvas_sticks() === 1);
    return grown;
  }

  /** Brings what the keyboard has come to into view: "top height covered", or nothing. */
  private follow(reached: string): void {
    if (reached === "" || document.activeElement !== this.element) return;
    const [top = 0, height = 0, covered = 0] = reached.split(" ").map(Number);
    // The browser scrolls whatever has to be scrolled, and knows what bars lie over the page.
    this.marker.style.top = `${top}px`;
    // What does not fit into the window is seen from its top.
    this.marker.style.height = `${Math.min(height, innerHeight / 3)}px`;
    this.marker.style.scrollMarginTop = `${covered}px`;
    this.stage.append(this.marker);
    this.marker.scrollIntoView({ block: "nearest" });
    this.marker.remove();
  }

  /** Where another tab has less in it, what is in view stays, the row of tabs that was pressed with it. */
  private content(): number {
    const wanted = Math.max(this.height, least_height);
    const stands = parseFloat(this.stage.style.height);
    return wanted < stands ? Math.max(wanted, Math.min(stands, heightToStay(this.stage))) : wanted;
  }

  /** The band that is to be drawn where the page stands; the same object as long as it stays. */
  private inView(): Band {
    const { top } = this.stage.getBoundingClientRect();
    if (this.sticks) {
      const above = parseFloat(getComputedStyle(this.element).top) || 0;
      return stuckBand(this.content(), above - top, Math.ceil(innerHeight - above), devicePixelRatio, this.part);
    }
    return band(this.content(), -top, innerHeight - top, innerHeight, this.part);
  }

  private stick(sticks: boolean): void {
    if (sticks === this.sticks) return;
    this.sticks = sticks;
    this.element.classList.toggle("sticks", sticks);
    this.shape = this.place = "";
    this.request();
  }

  /** Draws `part` from now on; returns the ratio of drawn pixels to the page's, `wish` if there is room. */
  private resize(module: CanvasModule, wish: number, part: Band): number {
    const size = this.size(wish, part);
    this.fit(size);
    this.tell(module, size);
    return size.ratio;
  }

  private size(wish: number, part: Band): Size {
    return sizeOf(this.stage.clientWidth, this.content(), part, wish, this.sticks);
  }

  private tell(module: CanvasModule, { width, content, ratio, part, shape, place }: Size): void {
    this.part = part;
    module._canvas_scroll(this.sticks ? part.top : 0);
    if (place === this.place) return;
    this.place = place;
    if (shape !== this.shape) module._canvas_resize(width, content, ratio);
    this.shape = shape;
    module._canvas_band(part.top, part.height);
  }

  private fit(size: Size): void {
    if (size.place === this.fitted) return;
    this.fitted = size.place;
    this.element.style.top = this.sticks ? "" : `${size.part.top}px`;
    this.stage.style.height = `${size.content}px`;
    this.element.style.height = `${size.part.height}px`;
    const pixels = pixelsOf(size);
    // Even the same size, set anew, would throw the drawing buffer away.
    if (this.element.width !== pixels[0]) this.element.width = pixels[0];
    if (this.element.height !== pixels[1]) this.element.height = pixels[1];
  }

  private rebuild(): void {
    this.hands?.release();
    this.hands = null;
    this.module = null;
    this.rehearsed = null;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (++this.losses > 5) {
      this.events.absent("The graphics card keeps giving up.");
      return;
    }
    const fresh = this.element.cloneNode() as HTMLCanvasElement;
    this.element.replaceWith(fresh);
    this.element = fresh;
    void this.start();
  }

  /** A change of the pixel ratio (zoom, another screen) has no event but that of a media query. */
  private watchRatio(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        this.request();
        this.watchRatio();
      },
      { once: true },
    );
  }
}

/** Lines of "key x y width height". */
function placesOf(text: string): Place[] {
  return text.split("\n").filter(Boolean).map((line) => {
    const [key = "", x, y, width, height] = line.split(" ");
    return { key, x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
  });
}
