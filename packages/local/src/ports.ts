import { createServer } from "node:net";
import path from "node:path";
import * as z from "zod";
import { readState, writeWhole } from "./stand-ins/state-file.ts";

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
  if (wanted === 0) return freePort();
  for (let port = wanted; port < wanted + 20; port += 1) {
    const found = await freePort(port).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return freePort();
}

const Ports = z.record(z.string(), z.number());

/** The port this part had last time, if it is free: signed-in browsers and signed addresses then outlive a restart. */
export async function rememberedPort(dataDir: string, part: string): Promise<number> {
  const file = path.join(dataDir, "ports.json");
  const known: Record<string, number> = readState(file, (value) => Ports.parse(value), {});
  const last = known[part];
  const port = last === undefined ? await freePort() : await portNear(last);
  // Read again: another part may have been remembered while the port was tried.
  writeWhole(file, JSON.stringify({ ...readState(file, (value) => Ports.parse(value), {}), [part]: port }));
  return port;
}
