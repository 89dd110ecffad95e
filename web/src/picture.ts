// A picture of the person's own: what a file says of itself before anything decodes it.

export interface Header {
  type: "png" | "jpeg";
  width: number;
  height: number;
  complete: boolean;
}

export const most_bytes = 32 * 1024 * 1024;
export const most_pixels = 64_000_000;
export const largest_side = 1024;

const ascii = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((c, i) => bytes[at + i] === c.charCodeAt(0));

/** Type, size and whether the end is there, or null for what is neither PNG nor JPEG. */
export function header(bytes: Uint8Array): Header | null {
  if (bytes[0] === 0x89 && ascii(bytes, 1, "PNG\r\n")) return png(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpeg(bytes);
  return null;
}

/** Walks the chunks to the last one. What follows it is no part of the picture. */
function png(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = bytes.length >= 24 && ascii(bytes, 12, "IHDR");
  let complete = false;
  for (let at = 8; at + 12 <= bytes.length && !complete; at += 12 + view.getUint32(at)) {
    complete = ascii(bytes, at + 4, "IEND");
  }
  return { type: "png", width: has ? view.getUint32(16) : 0, height: has ? view.getUint32(20) : 0, complete };
}

/**
 * Walks the segments: to the frame header, which says how large the picture is, and through the data
 * of the scans to the end marker. A marker within a segment, as of a preview, is none of the picture's,
 * and what follows its end is no part of it.
 */
function jpeg(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header: Header = { type: "jpeg", width: 0, height: 0, complete: false };
  let at = 2;
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      header.complete = true;
      break;
    }
    if (at + 3 >= bytes.length) break;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 < bytes.length) {
      header.width = view.getUint16(at + 7);
      header.height = view.getUint16(at + 5);
    }
    at += 2 + view.getUint16(at + 2);
    if (marker === 0xda) at = afterScan(bytes, at);
  }
  return header;
}

/** The place of the next marker behind a scan's data, in which a stuffed 0 or a restart follows a 0xff. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Why this file cannot be used, as a sentence; empty where it can. */
export function objection(size: number, head: Header | null): string {
  if (size === 0) return "The file is empty.";
  if (size > most_bytes) return `The file has ${Math.round(size / 1048576)} MB; up to 32 MB can be used.`;
  if (!head) return "That is neither a PNG nor a JPEG picture.";
  if (!head.complete) return "The picture is cut short: its end is missing. Save or download it again.";
  if (head.width === 0 || head.height === 0) {
    return "The picture does not say how large it is, so it is damaged.";
  }
  if (head.width * head.height > most_pixels) {
    return `The picture has ${head.width} × ${head.height} pixels; up to 64 million can be used.`;
  }
  return "";
}

/** The size at which a picture is used: its own, or the longer side brought down to 1024. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, largest_side / Math.max(width, height));
  const side = (n: number): number => Math.max(1, Math.round(n * scale));
  return { width: side(width), height: side(height) };
}

export interface Pixels {
  width: number;
  height: number;
  rgba: ArrayBuffer;
}

/** The pixels of a file, or an error whose message is a sentence for people. */
export async function decoded(file: Blob): Promise<Pixels> {
  const head = file.size > most_bytes ? null : header(new Uint8Array(await file.arrayBuffer()));
  const wrong = objection(file.size, head);
  if (wrong !== "") throw new Error(wrong);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new Error("The picture is damaged: this browser cannot decode it.");
  }
  const { width, height } = fitted(bitmap.width, bitmap.height);
  try {
    return pixelsOf(bitmap, width, height);
  } finally {
    bitmap.close();
  }
}

export function pixelsOf(source: CanvasImageSource, width: number, height: number): Pixels {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser cannot read the pixels of a picture.");
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: data.buffer.slice(0) as ArrayBuffer };
}
