import type { Blob } from "@sleekapp/core/ports/blob";
import type { LargeFile } from "@sleekapp/core/ports/large-file";

/** Private storage in memory, whole files and pieces alike; `held` is what is in it. */
export function memoryFiles(): { readonly held: Map<string, Uint8Array>; readonly blob: Blob; readonly large: LargeFile } {
  const held = new Map<string, Uint8Array>();
  async function* piecesOf(bytes: Uint8Array) {
    for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
  }
  return {
    held,
    blob: {
      put: async ({ key, bytes }) => void held.set(key, bytes),
      get: async (key) => held.get(key),
      remove: async (key) => void held.delete(key),
    },
    large: {
      read: async (key) => {
        const bytes = held.get(key);
        return bytes && piecesOf(bytes);
      },
      write: async ({ key, pieces }) => {
        const all: Uint8Array[] = [];
        for await (const piece of pieces) all.push(piece);
        held.set(key, Buffer.concat(all));
      },
    },
  };
}
