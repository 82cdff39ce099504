import { ApiError } from "../../../lib/api-error.ts";

/** What an answer to a quote came too late for, and what has been done about it on the page. */
export type Refusal = { readonly title: string; readonly text: string; readonly reread: "quote" | "terms" };

const version = (error: ApiError): string => (typeof error.details?.["version"] === "string" ? `, version ${error.details["version"]}` : "");

/** The refusals a person can do something about by reading again; undefined for everything else. */
export function refusalOf(error: Error | null): Refusal | undefined {
  if (!(error instanceof ApiError)) return undefined;
  switch (error.code) {
    case "quote.revised":
      return {
        title: "The quote was revised while you read it",
        text: "Nothing was accepted. The new revision stands on this page now; read it, then accept that one.",
        reread: "quote",
      };
    case "quote.expired":
      return {
        title: "The quote has expired",
        text: "Nothing was accepted, because the price does not hold any more. Ask for the price of today.",
        reread: "quote",
      };
    case "terms.changed":
      return {
        title: "The terms of sale have changed",
        text: `Nothing was accepted. The terms now in force${version(error)} stand below; read them and accept again.`,
        reread: "terms",
      };
    case "quote.changed":
    case "quote.transition":
      return {
        title: "The quote was answered meanwhile",
        text: "Somebody in your organisation was faster. The page shows where the quote stands now.",
        reread: "quote",
      };
    default:
      return undefined;
  }
}
