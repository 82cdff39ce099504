import { createServer, type Server } from "node:net";
import { expect, test } from "vitest";
import { freePort, portNear } from "./ports.ts";

async function occupied(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

test("a free port is none that the system gives to an outgoing connection", async () => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_000);
  }
});

test("a port that is wanted is had, and when somebody has it, one close above", async () => {
  const wanted = await freePort();
  expect(await portNear(wanted)).toBe(wanted);

  const server = await occupied(wanted);
  const next = await portNear(wanted);
  server.close();

  expect(next).toBeGreaterThan(wanted);
  expect(next).toBeLessThan(wanted + 20);
});
