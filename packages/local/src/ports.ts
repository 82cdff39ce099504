import { createServer } from "node:net";

/** A port that was free a moment ago, on loopback; who uses it later may still lose the race and must try again. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** `wanted` when it is free, else the next free one above it (at most 20 further), else any. */
export async function portNear(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 20; port += 1) {
    const found = await freePort(port).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return freePort();
}
