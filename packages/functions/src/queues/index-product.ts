import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { Blob } from "@sleekapp/core/ports/blob";
import * as Search from "@sleekapp/core/search";
import { commit } from "@sleekapp/core/table/commit";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Blob.provide(s3Blob());

/** Brings the catalogue's index up to date with the table after a listing entered, changed or left it. */
export const handler = consumer("index-product", async (body) => {
  const { subjectId } = EventMessage.parse(body);
  await Search.rebuild();
  return commit({ about: subjectId, writes: [], events: [], reply: null });
});
