import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import type { PictureSource } from "../ports/picture-source.ts";
import { MAX_IMAGE_BYTES } from "../upload/model.ts";

/** Addresses that lead into a network instead of onto the internet: loopback, private, link-local, shared, multicast, reserved. */
const internal = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  internal.addSubnet(net, prefix, "ipv4");
}
for (const [net, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  internal.addSubnet(net, prefix, "ipv6");
}

/** True for an address that must never be asked. */
export const isInternal = (address: string): boolean => internal.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

const TIMEOUT_MS = 5_000;

async function allowed(url: URL): Promise<boolean> {
  if (url.protocol !== "https:" || (url.port !== "" && url.port !== "443") || url.username !== "") return false;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [{ address: host }] : await lookup(host, { all: true });
  return addresses.length > 0 && addresses.every(({ address }) => !isInternal(address));
}

async function bodyOf(response: Response): Promise<Uint8Array | undefined> {
  if (!response.ok || !response.body || !(response.headers.get("content-type") ?? "").startsWith("image/")) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_IMAGE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Pictures over https from public addresses only: no redirect is followed, five seconds, ten megabytes. */
export function remotePictures(): PictureSource {
  return {
    fetch: async (address) => {
      try {
        const url = new URL(address);
        if (!(await allowed(url))) return undefined;
        return await bodyOf(await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) }));
      } catch {
        // No such name, no network, too slow or not what it says: the picture is counted as missed.
        return undefined;
      }
    },
  };
}
