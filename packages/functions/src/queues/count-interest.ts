import * as Interest from "@sleekapp/core/interest";
import * as Market from "@sleekapp/core/market/count";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

/** Counts what has happened to a listing: that it was saved, asked about, offered for and ordered; and at what prices garments are. */
export const handler = consumer("count-interest", async (body) => {
  const { type, at, data } = EventMessage.parse(body);
  if (Market.isCase(type)) return Market.count({ type, at, data });
  return Interest.count({ type, at, data });
});
