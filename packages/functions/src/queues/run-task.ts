import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import * as Account from "@sleekapp/core/account";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as Quote from "@sleekapp/core/quote";
import { commit } from "@sleekapp/core/table/commit";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Secrets.provide(ssmSecrets(["code-pepper"]));

/** A confirmed person gets what they did as a guest under the same, proven address. */
async function claimGuestWork(event: EventMessage): Promise<unknown> {
  const { userId, orgId } = Account.Opened.schema.parse(event.data);
  const claimed = await Quote.claimFor(userId, orgId);
  return commit({ about: userId, writes: [], events: [], reply: { claimed } });
}

/** Work that may take its time: handing guests their quotes. */
export const handler = consumer("run-task", async (body) => {
  const event = EventMessage.parse(body);
  return event.type === "account.opened" ? claimGuestWork(event) : undefined;
});
