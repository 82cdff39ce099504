import type { InquiryCard, Viewer } from "@sleekapp/core/inquiry/view";
import { Status, type Tone } from "../../ui/status.tsx";

type Shown = Pick<InquiryCard, "status" | "isExpired" | "awaits">;

/** What a reader has to do about a thread, or what became of it. */
export function stateOf({ status, isExpired, awaits }: Shown, viewer: Viewer): readonly [Tone, string] {
  if (status === "converted") return ["done", viewer === "buyer" ? "Became a quote" : "Offer taken"];
  if (status === "declined") return ["neutral", "Ended"];
  if (isExpired) return ["late", "Expired"];
  if (awaits === viewer) return ["active", status === "offered" && viewer === "buyer" ? "Offer to answer" : "Your turn"];
  return ["waiting", status === "offered" ? "Offer made" : "Waiting for an answer"];
}

/** Where a thread stands, in colour, shape and word. */
export function InquiryStatus({ inquiry, viewer }: { readonly inquiry: Shown; readonly viewer: Viewer }) {
  const [tone, word] = stateOf(inquiry, viewer);
  return <Status tone={tone}>{word}</Status>;
}
