import { expect, test } from "vitest";
import { startTable } from "../../../../test/support/table.ts";
import { Header } from "../order/entities.ts";
import { documents } from "./documents.ts";
import { EventRow } from "./event-row.ts";
import { entity, keys, SERVICE } from "./table.ts";

await startTable();

const Note = entity({
  model: { entity: "note", version: "1", service: SERVICE },
  attributes: {
    noteId: { type: "string", required: true },
    line: { type: "string", required: true },
    body: { type: "any" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["noteId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["line"], casing: "none" },
    },
  },
} as const);

const line = (name: string, body?: unknown) => Note.create({ noteId: "n", line: name, body }).go();

test("what is written is read again, by itself, in a page, and by several keys", async () => {
  await line("a", { deep: [1, { text: "x", none: undefined }], big: 12_345_678_901 });
  await line("b");
  await line("c");

  const one = await Note.get({ noteId: "n", line: "a" }).go({ consistent: true });
  const first = await Note.query.primary({ noteId: "n" }).go({ limit: 2 });
  const second = await Note.query.primary({ noteId: "n" }).go({ limit: 2, cursor: first.cursor });
  const several = await Note.get([
    { noteId: "n", line: "c" },
    { noteId: "n", line: "a" },
    { noteId: "n", line: "z" },
  ]).go();

  expect(one.data).toEqual({ noteId: "n", line: "a", body: { deep: [1, { text: "x" }], big: 12_345_678_901 } });
  expect([first, second].map(({ data }) => data.map((row) => row.line))).toEqual([["a", "b"], ["c"]]);
  expect(second.cursor).toBeNull();
  expect(several.data.map((row) => row.line).toSorted()).toEqual(["a", "c"]);
});

test("a change keeps the rest, a removal takes the row, and a guard that does not hold is told", async () => {
  await line("changing", 1);

  await Note.patch({ noteId: "n", line: "changing" }).set({ body: 2 }).go();
  const refused = Note.patch({ noteId: "n", line: "changing" })
    .set({ body: 3 })
    .where(({ body }, { eq }) => eq(body, 1))
    .go();

  await expect(refused).rejects.toThrow(/conditional/i);
  expect((await Note.get({ noteId: "n", line: "changing" }).go()).data?.body).toBe(2);
  await Note.remove({ noteId: "n", line: "changing" }).go();
  expect((await Note.get({ noteId: "n", line: "changing" }).go()).data).toBeNull();
});

test("a row of something else under the same key is nobody's", async () => {
  expect((await Header.get({ orderId: "n" }).go()).data).toBeNull();
  expect((await EventRow.query.primary({ subjectId: "n" }).go()).data).toEqual([]);
});

test.each(["scan", "batchWrite", "transactGet", "transactWrite", "createSet"] as const)("the table does not answer %s", (method) => {
  expect(() => documents[method]()).toThrow(`does not answer ${method}`);
});
