// Where the switch of the curtain stands: beside what to look for, and on a phone on the line of the
// lab's title, where it takes no line of its own.

export function placeSwitch(label: HTMLElement, head: Element): void {
  const home = label.parentElement;
  const phone = matchMedia("(max-width: 700px)");
  const place = (): void => {
    if (phone.matches) head.querySelector(".lab-says")?.after(label);
    else home?.prepend(label);
  };
  phone.addEventListener("change", place);
  place();
}
