// The ways in for a picture of the person's own: dropped, pasted, chosen, or taken by the camera.
import { decoded, fitted, type Pixels, pixelsOf } from "./picture.js";

export interface PictureHost {
  take(pixels: Pixels): Promise<void>;
  say(message: string): void;
}

export class OwnPicture {
  private stream: MediaStream | null = null;

  /** `panel` holds the controls, `zone` is where a picture may be dropped. */
  constructor(
    private readonly panel: HTMLElement,
    private readonly zone: HTMLElement,
    private readonly host: PictureHost,
  ) {
    const file = this.part<HTMLInputElement>("picture-file");
    file.addEventListener("change", () => {
      const chosen = file.files?.[0];
      if (chosen) void this.use(chosen);
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

  private part<T extends HTMLElement = HTMLElement>(id: string): T {
    const found = this.panel.querySelector<T>(`#${id}`);
    if (!found) throw new Error(`The picture panel has no ${id}.`);
    return found;
  }

  private async use(file: Blob): Promise<void> {
    await this.attempt(async () => this.host.take(await decoded(file)));
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
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      over(true);
    });
    zone.addEventListener("dragleave", () => over(false));
    zone.addEventListener("drop", (event) => {
      over(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.use(file);
    });
  }

  private pasted(event: ClipboardEvent): void {
    const file = [...(event.clipboardData?.files ?? [])].find((f) => f.type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    void this.use(file);
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
    await this.attempt(async () => this.host.take(pixelsOf(video, width, height)));
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
