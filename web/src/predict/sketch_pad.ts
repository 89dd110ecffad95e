// The pad on which a curve is sketched: its handles follow a finger or the mouse, and the sliders
// that stand for them follow the handles, and the reverse.
import { grasped, pad, path, type Sketch, spot } from "./sketch.js";

const svg = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
};

export function wireSketch(root: HTMLElement, p: Sketch): void {
  const place = root.querySelector("[data-pad]");
  const sliders = [...root.querySelectorAll<HTMLInputElement>("input.height")];
  if (!place || place.firstChild || sliders.length !== p.at.length) return;
  const picture = svg("svg", { viewBox: `0 0 ${pad.width} ${pad.height}` });
  const line = svg("path", { class: "line" });
  const handles = sliders.map(() => svg("circle", { class: "handle", r: 9 }));
  const { edge, width, height } = pad;
  const frame = svg("path", {
    class: "frame",
    d: `M${edge} ${edge}V${height - edge}H${width - edge}`,
  });
  picture.append(frame, line, ...handles);
  place.replaceChildren(picture);

  const draw = (): void => {
    const heights = sliders.map((slider) => Number(slider.value));
    line.setAttribute("d", path(p, heights));
    handles.forEach((handle, i) => {
      const at = spot(p, i, heights[i] ?? p.low);
      handle.setAttribute("cx", String(at.x));
      handle.setAttribute("cy", String(at.y));
      handle.classList.toggle("focused", document.activeElement === sliders[i]);
    });
  };
  const move = (event: PointerEvent): void => {
    const box = picture.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * pad.width;
    const y = ((event.clientY - box.top) / box.height) * pad.height;
    const { handle, height: wanted } = grasped(p, x, y);
    const slider = sliders[handle];
    if (!slider) return;
    slider.value = String(wanted);
    slider.dataset["moved"] = "";
    draw();
  };
  picture.addEventListener("pointerdown", (event) => {
    picture.setPointerCapture(event.pointerId);
    move(event);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (picture.hasPointerCapture(event.pointerId)) move(event);
  });
  for (const slider of sliders) {
    for (const event of ["input", "focus", "blur"]) slider.addEventListener(event, draw);
    slider.addEventListener("input", () => (slider.dataset["moved"] = ""));
  }
  draw();
}
