import * as contract from "@sleekapp/contracts/identity";
import * as Account from "@sleekapp/core/account";
import * as Invitation from "@sleekapp/core/invitation";
import * as Supplier from "@sleekapp/core/supplier";
import { serve } from "../bind.ts";
import { account } from "./account.ts";
import { admin } from "./admin.ts";
import { bank } from "./bank.ts";
import { privacy } from "./privacy.ts";
import { supplierNumbers } from "./supplier.ts";

/** People, organisations and suppliers over HTTP. */
export const identity = [
  ...account,
  ...privacy,
  ...admin,
  ...bank,
  ...supplierNumbers,
  serve(contract.getMe, () => Account.me({})),
  serve(contract.updateMe, ({ body }) => Account.updateProfile(body)),
  serve(contract.chooseOrganisation, ({ body }) => Account.choose(body)),
  serve(contract.getOrganisation, () => Account.organisation({})),
  serve(contract.updateOrganisation, ({ body }) => Account.updateOrganisation(body)),
  serve(contract.listMembers, async () => ({ items: await Account.members({}) })),
  serve(contract.listInvitations, async () => ({ items: await Invitation.list({}) })),
  serve(contract.sendInvitation, ({ body }) => Invitation.send(body)),
  serve(contract.withdrawInvitation, ({ params }) => Invitation.withdraw(params)),
  serve(contract.takeInvitation, ({ body }) => Invitation.take(body)),
  serve(contract.resendInvitation, ({ params }) => Invitation.resend(params)),
  serve(contract.changeMemberKind, ({ params, body }) => Account.changeKind({ ...params, ...body })),
  serve(contract.leaveOrganisation, () => Account.leave({})),
  serve(contract.handOverOrganisation, ({ params }) => Account.handOver(params)),
  serve(contract.removeMember, ({ params }) => Account.remove(params)),
  serve(contract.getMySupplier, () => Supplier.mine({})),
  serve(contract.saveMySupplier, ({ body }) => Supplier.save(body)),
  serve(contract.submitMySupplier, () => Supplier.submit({})),
  serve(contract.withdrawMySupplier, () => Supplier.withdraw({})),
  serve(contract.listSuppliers, ({ query }) => Supplier.list(query)),
  serve(contract.getSupplier, ({ params }) => Supplier.get(params)),
  serve(contract.verifySupplier, ({ params }) => Supplier.verify(params)),
  serve(contract.rejectSupplier, ({ params, body }) => Supplier.reject({ ...params, ...body })),
  serve(contract.suspendSupplier, ({ params, body }) => Supplier.suspend({ ...params, ...body })),
  serve(contract.restoreSupplier, ({ params }) => Supplier.restore(params)),
];
