import * as z from "zod";
import { Queue } from "./queue.ts";
import { seal, unseal } from "./seal.ts";

/** One mail that is ready to be written: which template, to whom, with what. */
export const Letter = z.object({ template: z.string(), to: z.email(), data: z.record(z.string(), z.unknown()), unsubscribeUrl: z.url().optional() });
export type Letter = z.infer<typeof Letter>;

/** A letter under the id that names it for ever. */
export type NamedLetter = Letter & { readonly id: string };

const SealedLetter = z.object({ messageId: z.string(), sealed: z.string() });

const placeOf = (id: string) => ({ record: "letter", id, field: "body" });

/** Queues letters sealed: an address and a code must not be readable in a queue, nor for two weeks among the dead letters. */
export async function post(letters: readonly NamedLetter[]): Promise<void> {
  const messages = await Promise.all(
    letters.map(async ({ id, ...letter }) => ({ id, group: id, body: { sealed: await seal(JSON.stringify(letter), placeOf(id)) } })),
  );
  await Queue.use().send("send-mail", messages);
}

/** The letter in a message, or undefined for a message that is something else. */
export async function letterIn(body: unknown): Promise<NamedLetter | undefined> {
  const found = SealedLetter.safeParse(body);
  if (!found.success) return undefined;
  const { messageId: id, sealed } = found.data;
  return { id, ...Letter.parse(JSON.parse(await unseal(sealed, placeOf(id)))) };
}
