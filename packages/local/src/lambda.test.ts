import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Lambda, type LogLine, startLambda } from "./lambda.ts";

const runtimeFile = path.join(import.meta.dirname, "runtime.ts");
let root: string;
let lambda: Lambda;
const lines: LogLine[] = [];

const write = (name: string, code: string) => writeFileSync(path.join(root, `${name}.mjs`), code);
const runnable = (name: string, change: { timeoutSeconds?: number; environment?: Record<string, string> } = {}) => ({
  name,
  arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
  root,
  handler: `${name}.handler`,
  timeoutSeconds: 5,
  memoryMb: 128,
  environment: {},
  ...change,
});

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "lambda-"));
  write(
    "echo",
    "let n = 0; export const handler = async (event, context) => ({ event, calls: ++n, name: context.functionName, key: process.env.AWS_ACCESS_KEY_ID, own: process.env.OWN, left: context.getRemainingTimeInMillis() > 0 });",
  );
  write("slow", "export const handler = async ({ ms }) => { await new Promise((r) => setTimeout(r, ms)); return process.pid; };");
  write("hang", "export const handler = () => { for (;;); };");
  write("throws", "export const handler = async () => { throw new TypeError('no'); };");
  write("exits", "export const handler = async () => { process.exit(3); };");
  write("broken", "throw new Error('cannot load');");
  write("ticks", "let ticks = 0; setInterval(() => { ticks += 1; }, 10); export const handler = async () => ticks;");
  write("logs", "export const handler = async () => { console.log(JSON.stringify({ message: 'hello' })); };");
  lambda = await startLambda({ runtimeFile, maxEnvironments: 4, maxPerFunction: 2, idleMs: 2000, onLog: (line) => lines.push(line) });
  for (const name of ["slow", "throws", "exits", "broken", "ticks", "logs"]) lambda.add(runnable(name));
  lambda.add(runnable("echo", { environment: { OWN: "yes" } }));
  lambda.add(runnable("hang", { timeoutSeconds: 1 }));
});
afterEach(() => lambda.reload());
afterAll(async () => {
  await lambda.stop();
  rmSync(root, { recursive: true });
});

test("an environment is reused and has the function's own variables and credentials", async () => {
  await lambda.invoke("echo", { a: 1 });

  const second = await lambda.invoke("echo", { a: 2 });

  expect(second).toEqual({ ok: true, value: { event: { a: 2 }, calls: 2, name: "echo", key: "echo", own: "yes", left: true } });
});

test("a handler that throws is a function error with its type", async () => {
  const outcome = await lambda.invoke("throws", {});

  expect(outcome).toMatchObject({ ok: false, error: { errorType: "TypeError", errorMessage: "no" } });
});

test("a busy loop is killed at the function's timeout and the next event gets a fresh environment", async () => {
  const from = performance.now();

  const outcome = await lambda.invoke("hang", {});

  expect(outcome).toMatchObject({
    ok: false,
    error: { errorType: "Sandbox.Timedout", errorMessage: expect.stringContaining("Task timed out after 1.00 seconds") },
  });
  expect(performance.now() - from).toBeLessThan(5000);
});

test("a process that exits is Runtime.ExitError with its status", async () => {
  const outcome = await lambda.invoke("exits", {});

  expect(outcome).toMatchObject({ ok: false, error: { errorType: "Runtime.ExitError", errorMessage: expect.stringContaining("exit status 3") } });
});

test("a module that cannot be loaded is the error of every call", async () => {
  const outcomes = [await lambda.invoke("broken", {}), await lambda.invoke("broken", {})];

  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, error: { errorMessage: "cannot load" } });
});

test("new code runs from the next event after a reload", async () => {
  write("changing", "export const handler = async () => 'old';");
  lambda.add(runnable("changing"));
  const before = await lambda.invoke("changing", {});
  write("changing", "export const handler = async () => 'new';");

  lambda.reload(["changing"]);
  const after = await lambda.invoke("changing", {});

  expect([before, after]).toEqual([
    { ok: true, value: "old" },
    { ok: true, value: "new" },
  ]);
});

test("no more environments of one function than allowed; the rest waits its turn", async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => lambda.invoke("slow", { ms: 100 })));

  const pids = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value : "failed")));
  expect(pids.has("failed")).toBe(false);
  expect(pids.size).toBeLessThanOrEqual(2);
});

test("a nested call passes although every place is taken", async () => {
  const others = [lambda.invoke("slow", { ms: 1500 }), lambda.invoke("slow", { ms: 1500 })];

  const nested = await lambda.invoke("slow", { ms: 0 }, { isNested: true });

  expect(nested.ok).toBe(true);
  await Promise.all(others);
});

const isAlive = (pid: unknown): boolean => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

test("what nested calls started beyond the limit is ended when they are done", async () => {
  const nested = await Promise.all(Array.from({ length: 6 }, () => lambda.invoke("slow", { ms: 300 }, { isNested: true })));

  const pids = new Set(nested.map((outcome) => (outcome.ok ? outcome.value : "failed")));
  expect(pids.size).toBe(6);
  await expect.poll(() => [...pids].filter(isAlive).length, { timeout: 1500 }).toBeLessThanOrEqual(4);
});

test("nothing runs between two events", async () => {
  await lambda.invoke("ticks", {});
  await new Promise((resolve) => setTimeout(resolve, 600));

  const ticks = await lambda.invoke("ticks", {});

  expect(ticks.ok && Number(ticks.value)).toBeLessThan(20);
});

test("an idle environment is ended after a while", async () => {
  await lambda.invoke("echo", {});

  await expect.poll(() => lambda.residentBytes(), { timeout: 8000 }).toBe(0);
});

test("what a function prints is kept with its name and request", async () => {
  await lambda.invoke("logs", {});

  await expect.poll(() => lines.find((line) => line.functionName === "logs" && line.line === '{"message":"hello"}')).toBeDefined();
});
