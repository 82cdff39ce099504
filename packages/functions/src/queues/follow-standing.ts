import * as Account from "@sleekapp/core/account";
import { cognitoDirectory } from "@sleekapp/core/adapters/aws/cognito";
import { config } from "@sleekapp/core/config";
import { conflict } from "@sleekapp/core/kernel/error";
import { Request } from "@sleekapp/core/kernel/request";
import { Directory } from "@sleekapp/core/ports/directory";
import * as Product from "@sleekapp/core/product";
import * as Supplier from "@sleekapp/core/supplier";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Directory.provide(cognitoDirectory(() => config("USER_POOL_ID")));

/** Each listing is taken down in a transaction of its own; the message is done with the last step, which carries its key. */
function unkeyed<T>(work: () => Promise<T>): Promise<T> {
  const { idempotency: _inbox, ...own } = Request.use();
  return Request.with(own, work);
}

async function shutDown(orgId: string): Promise<unknown> {
  if (!(await Supplier.isSuspended(orgId))) throw conflict("supplier.not_suspended", "The supplier has been restored meanwhile");
  const listings = await unkeyed(() => Product.takeDownAll(orgId));
  const people = await unkeyed(() => Account.signOutMembers(orgId));
  return Supplier.noteShutDown({ orgId, listings, people });
}

/** Does what a suspension entails: a person's sign-ins end, and so do those of a supplier's people, whose listings leave the catalogue. */
export const handler = consumer("follow-standing", async (body) => {
  const { type, data } = EventMessage.parse(body);
  if (type === Supplier.Suspended.type) return shutDown(Supplier.Suspended.schema.parse(data).orgId);
  const { userId } = Account.PersonSuspended.schema.parse(data);
  return Account.endSessionsOf({ userId });
});
