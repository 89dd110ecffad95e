// The drawn first picture of a lab on its page: see posters.mjs, which draws it.
import { readFile } from "node:fs/promises";
import path from "node:path";

export const themes = ["light", "dark"];

/** In points, one pixel each: what a laptop and a phone held upright show of a lab at once. */
export const shapes = { wide: { width: 820, height: 540 }, narrow: { width: 366, height: 460 } };

/** Up to this width of the page a lab stands in one column (style/surroundings.css). */
const narrow_px = 700;

export const posterName = (id, theme, shape) => `${id}.${theme}.${shape}.webp`;

/** Adds the pictures in `folder` to the assets and returns what stands for the lab `id` on its page. */
export class Posters {
  constructor(folder, assets) {
    this.folder = folder;
    this.assets = assets;
  }

  /**
   * Of the lab `id`: the markup that stands in the stage, where a theme's picture that is not shown is not
   * loaded; what stands in the head, so that the picture is asked for before the style sheet is there and the
   * font of formulas with it; and the picture for previews of links. All empty where none was drawn, or for no lab.
   */
  async of(id) {
    if (!this.folder || id === "") return { markup: "", early: "", preview: "" };
    const { width, height } = shapes.wide;
    const pictures = await Promise.all(
      themes.map(async (theme) => {
        const [wide, narrow] = [await this.#file(id, theme, "wide"), await this.#file(id, theme, "narrow")];
        return (
          `<picture class="poster ${theme}"><source media="(max-width: ${narrow_px}px)" srcset="../assets/${narrow}">` +
          `<img src="../assets/${wide}" width="${width}" height="${height}" alt="" loading="lazy" fetchpriority="high"></picture>`
        );
      }),
    );
    return { markup: pictures.join(""), early: await this.#early(id), preview: await this.#file(id, "light", "wide") };
  }

  async #early(id) {
    const widths = { wide: `(min-width: ${narrow_px + 0.02}px)`, narrow: `(max-width: ${narrow_px}px)` };
    const links = themes.flatMap((theme) =>
      Object.entries(widths).map(async ([shape, width]) =>
        `<link rel="preload" as="image" fetchpriority="high" href="../assets/${await this.#file(id, theme, shape)}" ` +
        `media="(prefers-color-scheme: ${theme}) and ${width}">`),
    );
    return (await Promise.all(links)).join("\n");
  }

  async #file(id, theme, shape) {
    const name = posterName(id, theme, shape);
    return this.assets.names[name] ?? this.assets.add(name, await readFile(path.join(this.folder, name)));
  }
}
