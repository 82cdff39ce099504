import { counts } from "@sleekapp/core/interest/model";
import { type Invariant, type Items, type Row, text, whole } from "./items.ts";

const hasQuote = (items: Items, row: Row): boolean => items.with("quote", "quoteId", text(row, "quoteId")).length > 0;

/** A thread counts its messages, its offer in force is one of them, and a converted one has become its buyer's quote. */
export const threads: Invariant = (items) =>
  items.of("inquiry").flatMap((row) => {
    const id = text(row, "inquiryId");
    const said = items.with("inquiry-message", "inquiryId", id);
    const offer = said.find((one) => text(one, "messageId") === text(row, "offerId"));
    return [
      ...(said.length === whole(row, "messages") ? [] : [`The inquiry ${id} counts ${whole(row, "messages")} messages and has ${said.length}`]),
      ...(row["offerId"] === undefined || offer?.["offer"] ? [] : [`The offer in force of the inquiry ${id} is not there`]),
      ...((text(row, "status") === "converted") === hasQuote(items, row)
        ? []
        : [`The inquiry ${id} is ${text(row, "status")}, which its quote denies`]),
    ];
  });

/** A quote has every revision up to the one in force, and as many files, questions and answers as it counts. */
export const revised: Invariant = (items) =>
  items.of("quote").flatMap((row) => {
    const id = text(row, "quoteId");
    const [revisions, notes] = [items.with("quote-revision", "quoteId", id), items.with("quote-note", "quoteId", id)];
    const files = items.with("upload", "subjectId", id).filter((upload) => text(upload, "use") === "adopted").length;
    const held = row["files"] === undefined ? 0 : whole(row, "files");
    const counted = row["notes"] === undefined ? 0 : whole(row, "notes");
    return [
      ...(revisions.length === whole(row, "revision")
        ? []
        : [`The quote ${id} is at revision ${whole(row, "revision")} and has ${revisions.length}`]),
      ...(files === held ? [] : [`The quote ${id} counts ${held} files and has ${files}`]),
      ...(notes.length === counted ? [] : [`The quote ${id} counts ${counted} questions and answers and has ${notes.length}`]),
    ];
  });

/** A request that was awarded has one winner and became an order; no other has either, and none asks more suppliers than it counts. */
export const requests: Invariant = (items) =>
  items.of("rfq").flatMap((row) => {
    const id = text(row, "rfqId");
    const parties = items.with("rfq-party", "rfqId", id);
    const won = parties.filter((party) => text(party, "state") === "awarded").length;
    const isAwarded = text(row, "status") === "awarded";
    const undecided = parties.filter((party) => ["invited", "bidding", "passed"].includes(text(party, "state"))).length;
    const orders = isAwarded ? items.with("order", "orderId", text(row, "orderId")).length : 0;
    return [
      ...(parties.length <= whole(row, "invited") ? [] : [`The request ${id} counts ${whole(row, "invited")} suppliers and asked ${parties.length}`]),
      ...(won <= (isAwarded ? 1 : 0) ? [] : [`The request ${id} is ${text(row, "status")} and has ${won} winners`]),
      ...(text(row, "status") === "open" || undecided === 0
        ? []
        : [`The request ${id} is ${text(row, "status")}, which ${undecided} suppliers do not know`]),
      ...(!isAwarded || orders === 1 ? [] : [`The request ${id} was awarded and became no order`]),
    ];
  });

/** A lead has as many entries as it counts, of which its requests are some. */
export const leads: Invariant = (items) =>
  items.of("lead").flatMap((row) => {
    const id = text(row, "leadId");
    const entries = items.with("lead-entry", "leadId", id);
    const asked = entries.filter((entry) => text(entry, "kind") === "request").length;
    return [
      ...(entries.length === whole(row, "entries") ? [] : [`The lead ${id} counts ${whole(row, "entries")} entries and has ${entries.length}`]),
      ...(asked === whole(row, "requests") ? [] : [`The lead ${id} counts ${whole(row, "requests")} requests and has ${asked}`]),
    ];
  });

const figure = (row: Row, count: string): number => (row[count] === undefined ? 0 : whole(row, count));

/** A listing's month counts what its days count: what raises one raises the other. */
export const figures: Invariant = (items) =>
  items.of("product-month").flatMap((row) => {
    const [id, month] = [text(row, "productId"), text(row, "month")];
    const days = items.with("product-day", "productId", id).filter((day) => text(day, "date").startsWith(month));
    return counts.flatMap((count) => {
      const sum = days.reduce((total, day) => total + figure(day, count), 0);
      return sum === figure(row, count) ? [] : [`The listing ${id} has ${figure(row, count)} ${count} in ${month}, its days ${sum}`];
    });
  });

/** Every question is counted once on the day it was asked; a listing may have been asked about by somebody who is erased. */
export const questions: Invariant = (items) =>
  items.of("product-day").flatMap((row) => {
    const [id, on] = [text(row, "productId"), text(row, "date")];
    const asked = items.with("inquiry", "productId", id).filter((one) => text(one, "createdAt").startsWith(on)).length;
    return figure(row, "inquiries") >= asked ? [] : [`The listing ${id} counts ${figure(row, "inquiries")} questions on ${on} and had ${asked}`];
  });
