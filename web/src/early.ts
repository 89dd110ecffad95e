// Before the first paint: the theme, and the bare layout of an embedded page.
import { apply, current } from "./theme.js";

try {
  sessionStorage.removeItem("slash");
} catch {
  // A browser that keeps nothing has nothing to take away.
}
apply(current());
document.documentElement.classList.add("scripted");
if (new URLSearchParams(location.search).get("embed") === "1") {
  document.documentElement.classList.add("embedded");
}
