import * as Account from "../account/index.ts";
import type { MailBuilder } from "./compose.ts";

type Notice = "password_reset" | "second_factor_on" | "second_factor_off" | "second_factor_recovered" | "export_ready" | OfRole;
type OfRole = "suspended" | "restored" | "admin_granted" | "admin_withdrawn";

/** A person hears that something about their account has changed. */
export const accountNotice =
  (notice: Notice): MailBuilder =>
  async ({ subjectId }) => {
    const to = await Account.emailOf(subjectId);
    return to === undefined ? [] : [{ template: "account-notice", to, data: { notice } }];
  };

/** Everybody who is written to about a supplier hears that it is to be paid elsewhere; who did it could otherwise hope that nobody looks. */
export const bankChanged: MailBuilder = async ({ subjectId }) => {
  const people = await Account.addressesOf(subjectId);
  return people.map(({ email }) => ({ template: "account-notice", to: email, data: { notice: "bank_changed" } }));
};

/** Whoever reads the address that was left hears of it there: it may be the only one whose owner did not ask for the change. */
export const addressChanged: MailBuilder = async ({ subjectId }) => {
  const user = await Account.findUser(subjectId);
  return user?.formerEmail === undefined ? [] : [{ template: "account-notice", to: user.formerEmail, data: { notice: "address_changed" } }];
};

/** Every administrator but the one who asks hears that a role waits for a second one; who asks could otherwise hope that nobody looks. */
export const adminsToldOfAsking: MailBuilder = async ({ data }) => {
  const seats = await Account.adminSeats();
  const others = seats.filter(({ userId }) => userId !== data["askedBy"]);
  return others.map(({ email }) => ({ template: "account-notice", to: email, data: { notice: "admin_asked" } }));
};

/** Every administrator hears that the models' money for the day is nearly or wholly used up; from then on tasks do without a model. */
export const adminsToldOfBudget: MailBuilder = async ({ data }) => {
  const seats = await Account.adminSeats();
  const notice = data["percent"] === 100 ? "ai_budget_spent" : "ai_budget_low";
  return seats.map(({ email }) => ({ template: "account-notice", to: email, data: { notice } }));
};
