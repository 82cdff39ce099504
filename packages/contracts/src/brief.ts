import { Given } from "@sleekapp/core/brief/model";
import { ReadView } from "@sleekapp/core/brief/view";
import { anyBuyer, route } from "./route.ts";

const shared = { lambda: "assistant", method: "POST", body: Given, response: ReadView } as const;

export const readGuestBrief = route({
  ...shared,
  operationId: "readGuestBrief",
  path: "/v1/guest/brief-readings",
  summary: "Reads a brief in somebody's own words into the fields of the quote form, each with how sure it is",
  auth: "guest",
  who: ["visitor", "guest"],
  limits: [
    { per: "address", max: 20, seconds: 3_600 },
    { per: "address", max: 60, seconds: 86_400 },
  ],
});

export const readBrief = route({
  ...shared,
  operationId: "readBrief",
  path: "/v1/brief-readings",
  summary: "The same for a buyer's people",
  auth: "member",
  who: anyBuyer,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});
