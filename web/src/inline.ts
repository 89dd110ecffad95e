// Stands in the page itself, for what may come in the way of everything else: an address without the
// slash at its end, from which no file beside it is found, and scripts that a browser holds back.

const tried = "slash";

/** One try: some hosts take the slash away again. */
function slash(): void {
  if (/(\/|\.html?)$/.test(location.pathname) || !location.protocol.startsWith("http")) return;
  try {
    if (sessionStorage.getItem(tried) === location.pathname) return;
    sessionStorage.setItem(tried, location.pathname);
  } catch {
    return;
  }
  location.replace(`${location.pathname}/${location.search}${location.hash}`);
}

function sentence(): string {
  const readable = "Question, hints and solution can be read";
  if (location.protocol === "file:") {
    return `${readable}; the lab and the marking do not run from a file, since browsers load no scripts that way. Serve the folder, as with “python3 -m http.server”, and open http://localhost:8000/ instead.`;
  }
  if (self.origin === "null") {
    return `${readable}; the lab and the marking do not run in this frame, which may not load them. Open the page in a window of its own: ${location.href}`;
  }
  return `${readable}; the lab and the marking do not run, since a part of the page did not arrive. Reload it; if that does not help, open ${location.href.replace(/[?#].*$/, "").replace(/\/?$/, "/")}`;
}

let told = false;

function tell(): void {
  if (told) return;
  told = true;
  document.documentElement.classList.add("scripted", "held");
  const message = document.getElementById("message");
  if (message) message.textContent = sentence();
  const state = document.getElementById("check-state");
  if (state) state.textContent = "Marking does not run here; the note at the lab says why.";
}

slash();
addEventListener(
  "error",
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", tell);
    else tell();
  },
  true,
);
