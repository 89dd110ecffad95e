// Parcels from the engine: a view, and of its figures those that changed (src/lab/parcel.h has the
// layout). What has come is kept by stamp, as long as it is shown, for a canvas that has yet to start
// or starts again.

export class Parcels {
  private head: Uint8Array | null = null;
  private figures = new Map<bigint, Uint8Array>();

  /** Takes in the next parcel. Throws where a figure stands that never came. */
  keep(parcel: ArrayBuffer): void {
    const data = new DataView(parcel);
    let at = 0;
    const part = (): Uint8Array => {
      const length = data.getUint32(at, true);
      at += 4 + length;
      return new Uint8Array(parcel, at - length, length);
    };
    const head = part().slice();
    const count = data.getUint32(at, true);
    at += 4;
    const shown = new Map<bigint, Uint8Array>();
    for (let i = 0; i < count; ++i) {
      const stamp = data.getBigUint64(at, true);
      at += 8;
      const bytes = part();
      const figure = bytes.length > 0 ? bytes.slice() : this.figures.get(stamp);
      if (!figure) throw new Error("A figure was not sent that is to be shown.");
      shown.set(stamp, figure);
    }
    this.head = head;
    this.figures = shown;
  }

  /** One parcel that brings everything that is shown; null before the first one has come. */
  whole(): Uint8Array | null {
    if (!this.head) return null;
    const figures = [...this.figures];
    const size = figures.reduce((sum, [, bytes]) => sum + 12 + bytes.length, 8 + this.head.length);
    const parcel = new Uint8Array(size);
    const data = new DataView(parcel.buffer);
    let at = 0;
    const put = (bytes: Uint8Array): void => {
      data.setUint32(at, bytes.length, true);
      parcel.set(bytes, at + 4);
      at += 4 + bytes.length;
    };
    put(this.head);
    data.setUint32(at, figures.length, true);
    at += 4;
    for (const [stamp, bytes] of figures) {
      data.setBigUint64(at, stamp, true);
      at += 8;
      put(bytes);
    }
    return parcel;
  }
}
