// Parcels from the engine: the pieces that a view is made of, of which only those that changed are
// brought (src/lab/parcel.h has the layout). What has come is kept by stamp, as long as it is shown,
// for a canvas that has yet to start or starts again.

interface Piece {
  stamp: bigint;
  bytes: Uint8Array;
}

export class Parcels {
  /** How many pieces each figure has, as it came. */
  private counts = new Uint8Array();
  private pieces: Piece[] = [];

  /** Takes in the next parcel. Throws where a piece stands that never came. */
  keep(parcel: ArrayBuffer): void {
    const data = new DataView(parcel);
    const kept = new Map(this.pieces.map(({ stamp, bytes }) => [stamp, bytes]));
    const counts = new Uint8Array(parcel, 0, 4 + 4 * data.getUint32(0, true)).slice();
    let at = counts.length + 4;
    const pieces: Piece[] = [];
    for (let left = data.getUint32(at - 4, true); left > 0; --left) {
      const stamp = data.getBigUint64(at, true);
      const length = data.getUint32(at + 8, true);
      at += 12;
      const bytes = length > 0 ? new Uint8Array(parcel, at, length).slice() : kept.get(stamp);
      if (!bytes) throw new Error("A part of the picture that is to be shown was not sent.");
      at += length;
      pieces.push({ stamp, bytes });
    }
    this.counts = counts;
    this.pieces = pieces;
  }

  /** Whether anything has come. */
  any(): boolean {
    return this.pieces.length > 0;
  }

  /** One parcel that brings everything that is shown; null before the first one has come. */
  whole(): Uint8Array | null {
    if (this.pieces.length === 0) return null;
    let at = this.counts.length + 4;
    const size = this.pieces.reduce((sum, { bytes }) => sum + 12 + bytes.length, at);
    const parcel = new Uint8Array(size);
    const data = new DataView(parcel.buffer);
    parcel.set(this.counts);
    data.setUint32(at - 4, this.pieces.length, true);
    for (const { stamp, bytes } of this.pieces) {
      data.setBigUint64(at, stamp, true);
      data.setUint32(at + 8, bytes.length, true);
      parcel.set(bytes, at + 12);
      at += 12 + bytes.length;
    }
    return parcel;
  }
}
