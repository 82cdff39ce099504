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
