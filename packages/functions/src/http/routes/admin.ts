import * as contract from "@sleekapp/contracts/admin";
import * as Account from "@sleekapp/core/account";
import * as Staff from "@sleekapp/core/staff";
import { serve } from "../bind.ts";

/** What the platform's people do about people and organisations, and about their own role. */
export const admin = [
  serve(contract.listOrganisations, ({ query }) => Account.organisations(query)),
  serve(contract.getOrganisationPeople, ({ params }) => Account.organisationPeople(params)),
  serve(contract.findPerson, ({ body }) => Account.findPerson(body)),
  serve(contract.listSuspendedPeople, ({ query }) => Account.suspended(query)),
  serve(contract.getPerson, ({ params }) => Account.person(params)),
  serve(contract.suspendPerson, ({ params, body }) => Account.suspend({ ...params, ...body })),
  serve(contract.restorePerson, ({ params }) => Account.restore(params)),
  serve(contract.listStaff, () => Staff.list({})),
  serve(contract.askAdminGrant, ({ params }) => Staff.ask(params)),
  serve(contract.confirmAdminGrant, ({ params }) => Staff.confirm(params)),
  serve(contract.callOffAdminGrant, ({ params }) => Staff.callOff(params)),
  serve(contract.withdrawAdmin, ({ params }) => Staff.withdraw(params)),
];
