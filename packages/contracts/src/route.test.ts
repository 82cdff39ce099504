import { expect, test } from "vitest";
import * as z from "zod";
import { type Limit, route } from "./route.ts";

const declare = (limit: Limit) => () =>
  route({
    operationId: "takeSeat",
    lambda: "order",
    method: "POST",
    path: "/v1/halls/{hall}/seats",
    summary: "Takes a seat",
    auth: "member",
    who: ["admin"],
    params: z.strictObject({ hall: z.string() }),
    body: z.strictObject({ seat: z.string() }),
    response: z.strictObject({}),
    limits: [limit],
  });

test("a limit counts for a target that the route has", () => {
  expect(declare({ per: { body: "seat" }, max: 1, seconds: 60 })).not.toThrow();
  expect(declare({ per: { param: "hall" }, max: 1, seconds: 60 })).not.toThrow();
});

test.each<Limit["per"]>([{ body: "email" }, { param: "seat" }])("a limit for %j, which the route does not have, is refused", (per) => {
  expect(declare({ per, max: 1, seconds: 60 })).toThrow("a limit counts for a target that is not there");
});
