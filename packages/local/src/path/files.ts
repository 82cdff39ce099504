import * as files from "@sleekapp/contracts/quote-file";
import { paperPdf } from "../people/paper.ts";
import { type Person, sendFile, until, type With } from "../people/person.ts";
import { holds, needed, refused, type Step } from "./world.ts";

const pdf = { name: "tech-pack.pdf", type: "application/pdf" } as const;

type Guest = { readonly quoteId: string; readonly claim: string };

/** Sends a file for a guest's quote as a browser does and waits for what becomes of it. */
export async function sendGuestFile(nobody: Person, { quoteId, claim }: Guest, bytes: Uint8Array) {
  const shown = { credentials: { "x-claim": claim } };
  const { uploadId, ...slot } = await nobody.ask(files.askGuestQuoteFile, { params: { quoteId }, body: pdf }, shown);
  await sendFile(slot, bytes);
  return until("The verdict on the file", async () => {
    const { items } = await nobody.ask(files.listGuestQuoteFiles, { params: { quoteId } }, shown);
    const file = items.find((one) => one.uploadId === uploadId);
    return file?.state === "waiting" ? undefined : file;
  });
}

/** Has the quote printed and fetches it; gives how many bytes came. */
async function printed(nobody: Person, params: { readonly quoteId: string }, shown: With): Promise<number> {
  await nobody.ask(files.askGuestQuoteDocument, { params }, shown);
  const url = await until("The quote as PDF", async () => (await nobody.ask(files.getGuestQuoteDocument, { params }, shown)).url);
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  holds(new TextDecoder("latin1").decode(bytes.slice(0, 5)) === "%PDF-", "the quote comes as a PDF");
  const { state } = await nobody.ask(files.askGuestQuoteDocument, { params }, shown);
  holds(state === "ready", "a PDF is made once");
  return bytes.length;
}

export const filing: Step = {
  name: "The guest sends a tech pack with the quote; what only calls itself a PDF is refused",
  run: async (world) => {
    const { nobody, otherBuyer } = world.people;
    const guest = { quoteId: needed(world, "quoteId"), claim: needed(world, "claim") };
    const params = { quoteId: guest.quoteId };
    const pack = await sendGuestFile(nobody, guest, paperPdf("Tech pack of the hoodie"));
    holds(pack.state === "ready" && pack.ending === "pdf", "a PDF goes with the quote");
    const script = await sendGuestFile(nobody, guest, new TextEncoder().encode("<script>alert(1)</script>"));
    holds(script.state === "refused", "a script that calls itself a PDF is refused");
    const shown = { credentials: { "x-claim": guest.claim } };
    await nobody.ask(files.removeGuestQuoteFile, { params: { ...params, uploadId: script.uploadId } }, shown);
    const { items } = await nobody.ask(files.listGuestQuoteFiles, { params }, shown);
    holds(items.length === 1, "what was refused can be taken off the list");
    const { url } = await nobody.ask(files.getGuestQuoteFileLink, { params: { ...params, uploadId: pack.uploadId } }, shown);
    const kept = await fetch(url);
    holds(kept.ok && (kept.headers.get("content-disposition") ?? "").startsWith("attachment"), "the file comes back as a download");
    await refused(nobody, files.listGuestQuoteFiles, { params, status: 404, with: { credentials: { "x-claim": "not-the-secret-of-this-quote" } } });
    await refused(otherBuyer, files.listQuoteFiles, { params, status: 404 });
    world.made.quoteFileId = pack.uploadId;
    const bytes = await printed(nobody, params, shown);
    return [
      `the quote as PDF: ${bytes} bytes`,
      "a PDF goes with the quote and comes back as a download",
      "a script as PDF: refused",
      "a wrong secret and another buyer: 404",
    ];
  },
};
