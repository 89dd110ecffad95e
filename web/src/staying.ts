// A page that gets shorter is moved by the browser where it was scrolled further down than it now goes.

/** The least height of `stage`, in CSS pixels, at which nothing that is in view moves. */
export function heightToStay(stage: HTMLElement): number {
  const page = document.documentElement;
  const scroller = stage.closest<HTMLElement>(".lab.whole") ?? page;
  const top = scroller === page ? 0 : scroller.getBoundingClientRect().top;
  const box = stage.getBoundingClientRect();
  const below = scroller.scrollHeight - scroller.scrollTop - (box.bottom - top);
  return Math.ceil(top + scroller.clientHeight - below - box.top);
}
