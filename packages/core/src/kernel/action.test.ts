import { describe, expect, test } from "vitest";
import * as z from "zod";
import { actors } from "../../../../test/support/actors.ts";
import { as } from "../../../../test/support/table.ts";
import { action, declaredActions, type Effect } from "./action.ts";
import type { Actor } from "./actor.ts";
import { isKind, limited, unauthenticated } from "./error.ts";
import { Request } from "./request.ts";

type Thing = { readonly ownerId: string };

const load = async ({ id }: { readonly id: string }): Promise<Thing | undefined> => (id === "gone" ? undefined : { ownerId: id });

const done: string[] = [];
const touch = (effect: Effect) =>
  action(
    {
      name: `thing.touch_${effect.replace("-", "_")}`,
      effect,
      input: z.strictObject({ id: z.string().min(2) }),
      load,
      policy: {
        see: (actor: Actor, { ownerId }: Thing) => actor.type === "admin" || (actor.type === "member" && actor.orgId === ownerId),
        act: (actor: Actor) => actor.type === "member" && actor.kind !== "viewer",
      },
    },
    async ({ record, actor }) => {
      done.push(record.ownerId);
      return { by: actor, current: Request.use().actor };
    },
  );
const command = touch("command");
const read = touch("read");
const { buyerOwner, buyerViewer, otherBuyer, admin } = actors;
const id = buyerOwner.orgId;

describe("an action", () => {
  test("is done for whoever its policy lets act", async () => {
    expect(await as(buyerOwner, () => command({ id }))).toEqual({ by: buyerOwner, current: buyerOwner });
  });

  test("answers a stranger as if there were nothing", async () => {
    const foreign = await as(otherBuyer, () => command({ id })).catch((error: unknown) => error);
    const missing = await as(otherBuyer, () => command({ id: "gone" })).catch((error: unknown) => error);

    expect(isKind(foreign, "not_found")).toBe(true);
    expect(foreign).toEqual(missing);
  });

  test.each([
    ["a viewer", buyerViewer],
    ["an admin who may only look", admin],
  ])("is forbidden to %s, who may know that it exists", async (_name, actor) => {
    await expect(as(actor, () => command({ id }))).rejects.toMatchObject({ kind: "forbidden", code: "thing.touch_command.forbidden" });
  });

  test("takes its input and nothing else", async () => {
    await expect(as(buyerOwner, () => command({ id: "x" }))).rejects.toMatchObject({ kind: "invalid", code: "request.invalid" });
    await expect(as(buyerOwner, () => command(Object.assign({ id }, { more: 1 })))).rejects.toMatchObject({
      kind: "invalid",
      code: "request.invalid",
    });
  });

  test("outside of a request is a mistake", async () => {
    await expect(command({ id })).rejects.toThrow("Request context is missing");
  });
});

describe("the caller's standing", () => {
  const removed = async (): Promise<Actor> => {
    throw unauthenticated("membership.ended", "no");
  };

  test("is read again for a command, so that a removal works at once", async () => {
    await expect(as(buyerOwner, () => command({ id }), { standing: removed })).rejects.toMatchObject({ code: "membership.ended" });
    await expect(as(buyerOwner, () => touch("sensitive-read")({ id }), { standing: removed })).rejects.toMatchObject({ code: "membership.ended" });
  });

  test("is the token's for a plain read", async () => {
    expect(await as(buyerOwner, () => read({ id }), { standing: removed })).toMatchObject({ by: buyerOwner });
  });

  test("as it is now decides, not as the token says", async () => {
    await expect(as(buyerOwner, () => command({ id }), { standing: async () => buyerViewer })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await as(buyerViewer, () => command({ id }), { standing: async () => buyerOwner })).toEqual({ by: buyerOwner, current: buyerOwner });
  });
});

test("a check that runs beside the reads stops the command before it does anything", async () => {
  done.length = 0;
  const full = Promise.reject(limited("rate.limited", "no", 5));
  const run = as(buyerOwner, () => Request.with({ ...Request.use(), preflight: full }, () => command({ id })));

  await expect(run).rejects.toMatchObject({ code: "rate.limited" });
  expect(done).toEqual([]);
});

test("every action is known by its name and what it does to the world", () => {
  expect(declaredActions()).toContainEqual(expect.objectContaining({ name: "thing.touch_command", effect: "command" }));
  expect([command.action, command.effect]).toEqual(["thing.touch_command", "command"]);
});
