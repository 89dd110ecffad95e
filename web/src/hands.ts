// Pointer, wheel and keys of a person, passed on to the canvas. Tab enters and leaves. Of a finger the
// way decides: along the page it scrolls and nothing is pressed, across it drags.
import { type CanvasModule, put } from "./canvas_module.js";

const move = 0;
const down = 1;
const up = 2;
const leave = 3;

const signs: Record<string, string> = { "+": "NumpadAdd", "-": "NumpadSubtract" };

/** How far a finger moves before its way decides, and how long it rests to take hold. */
const decides_px = 8;
const rest_ms = 300;

interface Waiting {
  event: PointerEvent;
  drags: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Hands {
  private readonly abort = new AbortController();
  private readonly typing: HTMLInputElement;
  /** The page must not scroll under this finger. */
  private held = false;
  /** The canvas has been told of a press by touch. */
  private pressed = false;
  private waiting: Waiting | null = null;
  private readonly fingers = new Map<number, [number, number]>();

  constructor(
    private readonly element: HTMLCanvasElement,
    private readonly module: CanvasModule,
    /** How far below the top of the whole drawing the element begins. */
    private readonly top: () => number,
    private readonly changed: () => void,
  ) {
    this.typing = typingLine(element);
    this.listenToPointers();
    this.listenToKeys(element);
    this.listenToKeys(this.typing);
    this.listenToTyping();
    this.listenToClipboard();
  }

  release(): void {
    this.abort.abort();
    this.typing.remove();
  }

  /** After a frame: the pointer's shape, and the keyboard where a text is being typed. */
  settle(): void {
    const cursor = this.module.UTF8ToString(this.module._canvas_cursor()) || "default";
    if (this.element.style.cursor !== cursor) this.element.style.cursor = cursor;
    const wants = this.module._canvas_wants_text() === 1;
    if (wants) this.placeTyping();
    if (wants && document.activeElement === this.element) this.typing.focus({ preventScroll: true });
    if (!wants && document.activeElement === this.typing) this.element.focus({ preventScroll: true });
  }

  /** Browsers scroll to the line that is typed into: it lies where the canvas shows it. */
  private placeTyping(): void {
    const [x = 0, y = 0, height = 0] = this.module.UTF8ToString(this.module._canvas_typing()).split(" ").map(Number);
    const left = Math.max(0, Math.min(x, this.element.clientWidth - 1));
    Object.assign(this.typing.style, { left: `${left}px`, top: `${y}px`, height: `${Math.max(1, height)}px` });
  }

  private listenToPointers(): void {
    const { element, module } = this;
    const { signal } = this.abort;
    this.listenToPinches();
    element.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" && !this.decided(event)) return;
      this.pass(move, event);
    }, { signal });
    element.addEventListener("pointerdown", (event) => {
      if (this.fingers.size > 1) return;
      this.pass(move, event);
      if (event.pointerType === "touch") return this.wait(event);
      this.held = element.style.cursor !== "default";
      element.setPointerCapture(event.pointerId);
      this.pass(down, event);
    }, { signal });
    element.addEventListener("pointerup", (event) => {
      const tapped = this.waiting;
      this.forget();
      if (tapped) this.pass(down, tapped.event);
      if (tapped || event.pointerType !== "touch" || this.pressed) this.pass(up, event);
      this.held = this.pressed = false;
      if (event.pointerType === "touch") this.pass(leave, event);
    }, { signal });
    for (const name of ["pointerleave", "pointercancel"] as const) {
      element.addEventListener(name, (event) => {
        this.forget();
        if (name === "pointercancel") this.held = this.pressed = false;
        this.pass(leave, event);
      }, { signal });
    }
    element.addEventListener("touchmove", (event) => {
      if (this.held && event.cancelable) event.preventDefault();
    }, { signal, passive: false });
    element.addEventListener("contextmenu", (event) => {
      if (this.pressed) event.preventDefault();
    }, { signal });
    element.addEventListener("wheel", (event) => {
      // The wheel scrolls the page except over a figure that has the focus and zooms; away from one
      // that shows all it scrolls, too.
      const zooms = module._canvas_zooms();
      if (!element.matches(":focus") || event.ctrlKey || zooms < 2 || (zooms === 2 && event.deltaY > 0)) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      module._canvas_wheel(event.deltaX * unit, event.deltaY * unit);
      this.changed();
    }, { signal, passive: false });
  }

  private pass(kind: number, event: PointerEvent): void {
    if (this.fingers.size > 1) return;
    const box = this.element.getBoundingClientRect();
    const button = event.button < 0 ? 0 : event.button;
    const touch = event.pointerType === "touch" ? 1 : 0;
    const y = event.clientY - box.top + this.top();
    this.module._canvas_pointer(kind, event.clientX - box.left, y, button, touch);
    this.changed();
  }

  /** A finger has come down: whether it taps, drags or scrolls is seen by what it does next. */
  private wait(event: PointerEvent): void {
    // What lies under a finger is known only after a frame with the finger there.
    this.module._canvas_frame(event.timeStamp / 1000);
    this.settle();
    this.forget();
    this.held = this.pressed = false;
    const drags = this.element.style.cursor !== "default";
    // A finger that rests on what can be dragged has taken hold of it, whichever way it then goes.
    const timer = drags ? setTimeout(() => this.takeHold(), rest_ms) : undefined;
    this.waiting = { event, drags, timer };
  }

  /** False for a finger that has yet to mean anything, or that scrolls the page. */
  private decided(event: PointerEvent): boolean {
    if (!this.waiting) return this.pressed;
    const across = Math.abs(event.clientX - this.waiting.event.clientX);
    const along = Math.abs(event.clientY - this.waiting.event.clientY);
    // On a busy page the timer comes late: when the finger moved is what its events say.
    const rested = this.waiting.drags && event.timeStamp - this.waiting.event.timeStamp >= rest_ms;
    if (!rested && Math.hypot(across, along) < decides_px) return false;
    if (rested || across > along) {
      this.takeHold();
      return true;
    }
    this.forget();
    this.pass(leave, event);
    return false;
  }

  private takeHold(): void {
    const held = this.waiting;
    if (!held) return;
    this.forget();
    this.held = held.drags;
    this.pressed = true;
    this.element.setPointerCapture(held.event.pointerId);
    this.pass(down, held.event);
  }

  private forget(): void {
    clearTimeout(this.waiting?.timer);
    this.waiting = null;
  }

  /** Two fingers on a figure that zooms enlarge it; anywhere else they are the page's. */
  private listenToPinches(): void {
    const { element, module, fingers } = this;
    const { signal } = this.abort;
    const place = (event: PointerEvent): [number, number] => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top + this.top()];
    };
    const spread = (): [number, number, number] => {
      const [[ax, ay], [bx, by]] = [...fingers.values()] as [[number, number], [number, number]];
      return [(ax + bx) / 2, (ay + by) / 2, Math.max(1, Math.hypot(ax - bx, ay - by))];
    };
    element.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "touch") return;
      if (fingers.size === 1 && module._canvas_zooms() === 0) return;
      fingers.set(event.pointerId, place(event));
      if (fingers.size < 2) return;
      // The first finger's press was the beginning of a pinch.
      this.forget();
      this.held = true;
      element.setPointerCapture(event.pointerId);
      module._canvas_pointer(leave, 0, 0, 0, 1);
    }, { signal, capture: true });
    element.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      const before = fingers.size === 2 ? spread()[2] : 0;
      fingers.set(event.pointerId, place(event));
      if (fingers.size !== 2) return;
      const [x, y, after] = spread();
      module._canvas_pinch(x, y, after / before);
      this.changed();
    }, { signal, capture: true });
    for (const name of ["pointerup", "pointercancel"] as const) {
      element.addEventListener(name, (event) => fingers.delete(event.pointerId), { signal, capture: true });
    }
  }

  private listenToKeys(target: HTMLElement): void {
    const { module } = this;
    const { signal } = this.abort;
    const pass = (event: KeyboardEvent, isDown: boolean): void => {
      const bits = [event.ctrlKey, event.shiftKey, event.altKey, event.metaKey];
      const modifiers = bits.reduce((sum, bit, i) => sum | (bit ? 1 << i : 0), 0);
      put(module, event.code, (n) => module._canvas_key(n, isDown ? 1 : 0, modifiers));
      this.changed();
    };
    target.addEventListener("keydown", (event) => {
      if (event.key === "Tab" || event.isComposing) return;
      // Where + and - are on a keyboard is its own business.
      const sign = target === this.element && !event.ctrlKey && !event.metaKey && signs[event.key];
      if (sign) return this.tap(sign);
      const chord = event.ctrlKey || event.metaKey;
      // The browser makes events of these, and only they may use the clipboard.
      if (chord && target === this.typing && /^Key[CVX]$/.test(event.code)) return;
      pass(event, true);
      const typed = target === this.typing && event.code === "Space";
      if (!chord && !typed && isOurs(event.code)) event.preventDefault();
    }, { signal });
    target.addEventListener("keyup", (event) => pass(event, false), { signal });
    target.addEventListener("focus", () => this.focus(true), { signal });
    target.addEventListener("blur", (event) => {
      if (event.relatedTarget !== this.element && event.relatedTarget !== this.typing) this.focus(false);
    }, { signal });
  }

  /** The line holds one space, so that a soft keyboard has something to delete. */
  private listenToTyping(): void {
    this.typing.addEventListener("input", (event) => {
      if ((event as InputEvent).isComposing) return;
      const text = this.typing.value.replace(" ", "");
      if (this.typing.value === "") this.tap("Backspace");
      else if (text !== "") this.type(text);
      this.typing.value = " ";
    }, { signal: this.abort.signal });
  }

  /** The clipboard of the box that is typed into. What is not selected leaves the clipboard as it is. */
  private listenToClipboard(): void {
    const { typing, module } = this;
    const { signal } = this.abort;
    typing.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text === "") return;
      event.preventDefault();
      put(module, text, (n) => module._canvas_paste(n));
      this.changed();
    }, { signal });
    for (const name of ["copy", "cut"] as const) {
      typing.addEventListener(name, (event) => {
        event.preventDefault();
        const text = module.UTF8ToString(module._canvas_selected());
        if (text === "") return;
        event.clipboardData?.setData("text/plain", text);
        if (name === "cut") this.tap("Delete");
      }, { signal });
    }
  }

  private tap(code: string): void {
    for (const isDown of [1, 0]) put(this.module, code, (n) => this.module._canvas_key(n, isDown, 0));
    this.changed();
  }

  private type(text: string): void {
    put(this.module, text, (n) => this.module._canvas_text(n));
    this.changed();
  }

  private focus(on: boolean): void {
    this.module._canvas_focus(on ? 1 : 0);
    this.changed();
  }
}

/** Keys that would scroll the page or leave it while the canvas has the focus. */
function isOurs(code: string): boolean {
  return /^(Arrow|Space$|Home$|End$|Backspace$|Enter$)/.test(code);
}

/** An input without a look of its own, which brings up the keyboard of a phone and takes accents. */
function typingLine(element: HTMLCanvasElement): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "text";
  input.className = "typing";
  input.tabIndex = -1;
  input.autocomplete = "off";
  input.value = " ";
  input.setAttribute("aria-label", "Text for the selected control in the picture");
  element.after(input);
  return input;
}
