import * as Interest from "@sleekapp/core/interest";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

/** Counts what has happened to a listing: that it was saved, asked about, offered for and ordered. */
export const handler = consumer("count-interest", async (body) => {
  const { type, at, data } = EventMessage.parse(body);
  return Interest.count({ type, at, data });
});
