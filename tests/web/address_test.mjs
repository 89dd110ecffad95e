import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { linkAt, idOf, fragmentOf, shared, pairs, shownCase, Address } = await importSources(["address"]);

test("a page without a fragment shows its bare id", () => {
  assert.equal(linkAt("1f", ""), "1f");
  assert.equal(linkAt("1f", "#"), "1f");
});

test("what a query has beside the page's own keys belongs to the link", () => {
  assert.equal(linkAt("1f", "", "?classes=10"), "1f?classes=10");
  assert.equal(linkAt("1f", "#sigma=0.5", "?embed=1&classes=10&theme=dark"), "1f?classes=10#sigma=0.5");
  assert.equal(linkAt("1f", "#sigma=0.5", "?embed=1&theme=dark"), "1f#sigma=0.5");
  assert.equal(linkAt("1f", "", "?embed=1"), "1f");
  assert.equal(idOf("1f?classes=10#sigma=0.5"), "1f");
});

test("a fragment and a link are inverse to each other", () => {
  const link = linkAt("2d-i", "#Q=2,-3;-4,1&mask=1");
  assert.equal(link, "2d-i#Q=2,-3;-4,1&mask=1");
  assert.equal(idOf(link), "2d-i");
  assert.equal(fragmentOf(link), "#Q=2,-3;-4,1&mask=1");
  assert.equal(fragmentOf("1f"), "");
});

test("a shared address leaves out what only the embedding page needs", () => {
  assert.equal(
    shared("https://example.org/sub/1f/?embed=1&theme=dark#classes=3", "1f#classes=10"),
    "https://example.org/sub/1f/#classes=10",
  );
  assert.equal(shared("https://example.org/1f/?embed=1", "1f"), "https://example.org/1f/");
});

test("the pairs of a button keep their order and may hold an equals sign", () => {
  assert.deepEqual(pairs("image=face&K=0,1;1%2C0&x=a=b"), [["image", "face"], ["K", "0,1;1,0"], ["x", "a=b"]]);
  assert.deepEqual(pairs(""), []);
});

test("a button may name the figure that it leads to", () => {
  assert.deepEqual(shownCase("mix=leaky&tab=Depth&figure=norms"), { wishes: [["mix", "leaky"], ["tab", "Depth"]], figure: "norms" });
  assert.deepEqual(shownCase("p=1"), { wishes: [["p", "1"]], figure: null });
});

/** An address bar in which `hash` stands; what was written to it is in `written`. */
function bar(hash, search = "") {
  const written = [];
  Object.assign(globalThis, {
    location: { hash, pathname: "/1f/", search },
    history: { replaceState: (...all) => written.push(all[2]), pushState: (...all) => written.push(all[2]) },
    addEventListener: () => undefined,
  });
  return { address: new Address("1f", () => undefined), written };
}

test("an address of which something was left out stays until something is changed", () => {
  const { address, written } = bar("#classes=10)&x=1");
  assert.equal(address.initial(), "1f#classes=10)&x=1");
  address.hold();
  address.show("1f#classes=10");
  address.show("1f#classes=10");
  assert.deepEqual(written, []);
  address.nextIsJump();
  address.show("1f#classes=20");
  assert.deepEqual(written, ["/1f/#classes=20"]);
});

test("an address that was read whole is written as links are", () => {
  const { address, written } = bar("#classes%3D10");
  address.initial();
  address.hold();
  address.show("1f#classes=10");
  address.release();
  assert.deepEqual(written, ["/1f/#classes=10"]);
});

test("pairs of a query go over into the fragment, and the page's own keys stay", () => {
  const { address, written } = bar("#sigma=0.5", "?theme=dark&classes=10");
  assert.equal(address.initial(), "1f?classes=10#sigma=0.5");
  address.show("1f#classes=10&sigma=0.5");
  assert.deepEqual(written, ["/1f/?theme=dark#classes=10&sigma=0.5"]);
});
