// The ways in for a file of the person's own: dropped, pasted, chosen, or taken by the camera. They
// follow from the fields of the lab that take one.
import type { OwnFile } from "./engine.js";
import type { Field, FieldOf, Media } from "./lab.js";
import { accepted } from "./parameters.js";
import { takesText } from "./paste.js";
import { decoded, fitted, pixelsOf } from "./picture.js";

export type Asset = FieldOf<"asset">;

export interface FileHost {
  give(field: Asset, file: OwnFile): Promise<void>;
  say(message: string): void;
}

const most_bytes = 64 * 1024 * 1024;
const nouns: Readonly<Record<Media, string>> = { picture: "picture", idx: "IDX file", text: "text file" };

/** The field that a file is meant for: one of its kind, else the first; engine and decoder object. */
export function meantFor(assets: readonly Asset[], file: { name: string; type: string }): Asset | undefined {
  const media: Media = file.type.startsWith("image/")
    ? "picture"
    : file.type.startsWith("text/") || /\.(txt|csv|md)$/i.test(file.name)
      ? "text"
      : "idx";
  return assets.find((asset) => asset.media === media) ?? assets[0];
}

async function read(file: File, media: Media): Promise<OwnFile> {
  if (media === "picture") {
    const { width, height, rgba } = await decoded(file);
    return { name: file.name, pixels: [width, height], bytes: rgba };
  }
  if (file.size > most_bytes) throw new Error("The file is larger than 64 MB, which is the most that can be used.");
  return { name: file.name, pixels: null, bytes: await file.arrayBuffer() };
}

export class OwnFiles {
  private assets: Asset[] = [];
  private stream: MediaStream | null = null;

  /** `panel` holds the controls, `zone` is where a file may be dropped. */
  constructor(
    private readonly panel: HTMLElement,
    private readonly zone: HTMLElement,
    private readonly host: FileHost,
  ) {
    const file = this.part<HTMLInputElement>("own-file");
    file.addEventListener("change", () => {
      const chosen = file.files?.[0];
      if (chosen) void this.meant(chosen);
      file.value = "";
    });
    this.part("camera-open").addEventListener("click", () => void this.openCamera());
    this.part("camera-take").addEventListener("click", () => void this.shoot());
    this.part("camera-close").addEventListener("click", () => this.closeCamera());
    this.listenToDrops();
    document.addEventListener("paste", (event) => this.pasted(event));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.closeCamera();
    });
  }

  /** Shows the ways in that these fields have. */
  follow(fields: readonly Field[]): void {
    this.assets = fields.filter((f): f is Asset => f.kind === "asset");
    this.panel.hidden = this.assets.length === 0;
    const media = [...new Set(this.assets.map((asset) => asset.media))];
    this.part<HTMLInputElement>("own-file").accept = media.includes("idx") ? "" : media.map((m) => accepted[m]).join(",");
    this.part("own-file-label").textContent = `Your ${media.map((m) => nouns[m]).join(" or ")}`;
    this.part("camera-open").hidden = !media.includes("picture");
  }

  /** Gives `field` a file, or says why it cannot be used. */
  async use(field: Asset, file: File): Promise<void> {
    await this.attempt(async () => this.host.give(field, await read(file, field.media)));
  }

  private async meant(file: File): Promise<void> {
    const field = meantFor(this.assets, file);
    if (field) await this.use(field, file);
  }

  private part<T extends HTMLElement = HTMLElement>(id: string): T {
    const found = this.panel.querySelector<T>(`#${id}`);
    if (!found) throw new Error(`The panel for files has no ${id}.`);
    return found;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.host.say(error instanceof Error ? error.message : String(error));
    }
  }

  private listenToDrops(): void {
    const { zone } = this;
    const over = (on: boolean): void => void zone.classList.toggle("receiving", on);
    zone.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files") || this.assets.length === 0) return;
      event.preventDefault();
      over(true);
    });
    zone.addEventListener("dragleave", () => over(false));
    zone.addEventListener("drop", (event) => {
      over(false);
      const file = event.dataTransfer?.files[0];
      if (!file || this.assets.length === 0) return;
      event.preventDefault();
      void this.meant(file);
    });
  }

  private pasted(event: ClipboardEvent): void {
    const data = event.clipboardData;
    const file = data?.files[0];
    if (!file || this.assets.length === 0 || event.defaultPrevented) return;
    // Cells of a spreadsheet come as text and as a picture of themselves.
    if (data.getData("text/plain") !== "" && takesText(event.target)) return;
    event.preventDefault();
    void this.meant(file);
  }

  private async openCamera(): Promise<void> {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) {
      this.host.say("The camera is only open to pages that come over a secure connection (https).");
      return;
    }
    this.host.say("Your browser may ask whether this page may use the camera.");
    try {
      this.stream = await devices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    } catch (error) {
      this.host.say(refusal(error));
      return;
    }
    const video = this.part<HTMLVideoElement>("camera-video");
    video.srcObject = this.stream;
    this.host.say("");
    this.part("camera").hidden = false;
    await this.attempt(() => video.play());
    this.part("camera-take").focus();
  }

  private async shoot(): Promise<void> {
    const video = this.part<HTMLVideoElement>("camera-video");
    if (video.videoWidth === 0) return this.host.say("The camera has not sent a picture yet.");
    const { width, height } = fitted(video.videoWidth, video.videoHeight);
    const field = this.assets.find((asset) => asset.media === "picture");
    await this.attempt(async () => {
      const { rgba } = pixelsOf(video, width, height);
      if (field) await this.host.give(field, { name: "camera", pixels: [width, height], bytes: rgba });
    });
    this.closeCamera();
  }

  private closeCamera(): void {
    if (!this.stream) return;
    this.stream.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.part<HTMLVideoElement>("camera-video").srcObject = null;
    this.part("camera").hidden = true;
    this.part("camera-open").focus();
  }
}

function refusal(error: unknown): string {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      return "The camera was not allowed. Allow it in the browser's address bar, or choose a file.";
    case "NotFoundError":
      return "There is no camera here. Choose a file, or paste or drop a picture.";
    case "NotReadableError":
      return "The camera is in use by another program. Close that one and try again.";
    default:
      return `The camera did not start (${String(error)}). Choose a file instead.`;
  }
}
