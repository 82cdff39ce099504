import * as contract from "@sleekapp/contracts/account";
import * as Account from "@sleekapp/core/account";
import * as Address from "@sleekapp/core/address";
import * as Password from "@sleekapp/core/password";
import * as SecondFactor from "@sleekapp/core/second-factor";
import * as SignIn from "@sleekapp/core/sign-in";
import { serve } from "../bind.ts";

/** What people do about themselves: profile, addresses, sign-ins and the second factor. */
export const account = [
  serve(contract.getProfile, () => Account.profile({})),
  serve(contract.chooseUsername, ({ body }) => Account.chooseUsername(body)),
  serve(contract.askAvatar, ({ body }) => Account.askAvatar(body)),
  serve(contract.getAvatarUpload, ({ params }) => Account.avatarUpload(params)),
  serve(contract.setAvatar, ({ params }) => Account.setAvatar(params)),
  serve(contract.removeAvatar, () => Account.removeAvatar({})),
  serve(contract.confirmEmail, () => Account.confirmEmail({})),
  serve(contract.listAddresses, async () => ({ items: await Address.list({}) })),
  serve(contract.addAddress, ({ body }) => Address.add(body)),
  serve(contract.updateAddress, ({ params, body }) => Address.update({ ...params, ...body })),
  serve(contract.removeAddress, ({ params }) => Address.remove(params)),
  serve(contract.putAddressFirst, ({ params }) => Address.putFirst(params)),
  serve(contract.listSessions, async () => ({ items: await Account.sessions({}) })),
  serve(contract.endSession, ({ params }) => Account.endSession(params)),
  serve(contract.endAllSessions, () => Account.endAllSessions({})),
  serve(contract.getSecondFactor, () => SecondFactor.get({})),
  serve(contract.confirmSecondFactor, () => SecondFactor.confirm({})),
  serve(contract.renewRecoveryCodes, () => SecondFactor.renewCodes({})),
  serve(contract.turnOffSecondFactor, () => SecondFactor.turnOff({})),
  serve(contract.recoverAccount, ({ body }) => SecondFactor.recover(body)),
  serve(contract.getPasswordRange, ({ params }) => Password.range(params)),
  serve(contract.askSignInPass, ({ body }) => SignIn.askPass(body)),
];
