import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import path from "node:path";
import * as z from "zod";
import { readState, writeWhole } from "./stand-ins/state-file.ts";

/** Below what Linux (32768) and macOS (49152) give to outgoing connections, of which a busy machine opens hundreds a second. */
const OURS = { from: 20_000, to: 32_000 } as const;
const TRIES = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/** A port on loopback that is free and that no outgoing connection will take before it is used; throws when there is none. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = randomInt(OURS.from, OURS.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found between ${OURS.from} and ${OURS.to}`);
}

/** `wanted` when it is free, else the next free one above it (at most 20 further), else any. */
export async function portNear(wanted: number): Promise<number> {
  if (wanted === 0) return freePort();
  for (let port = wanted; port < wanted + 20; port += 1) {
    if (await isFree(port)) return port;
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
