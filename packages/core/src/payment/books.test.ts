import { beforeAll, expect, test } from "vitest";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import * as Payment from "./index.ts";

beforeAll(startTable);

test("an order that does not exist has no books, rather than empty ones that close", async () => {
  const read = as(actors.admin, () => Payment.books({ orderId: idOf("ord", "9") }));

  await expect(read).rejects.toMatchObject({ kind: "not_found" });
});
