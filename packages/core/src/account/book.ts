import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { changing } from "../table/write.ts";
import { UserRow } from "./entities.ts";

type BookChange = {
  /** One address more or one less. */
  readonly by?: 1 | -1;
  /** Refuses one more when there are so many. */
  readonly max?: number;
  /** The address to fill in first from now on; `null` leaves none. */
  readonly first?: string | null;
  /** Refuses when the person was changed since this version. */
  readonly version?: number;
};

/** Marks somebody as on their way out, unless they were changed since this version: no token and no organisation is made for them from now on. */
export const endingWrite = ({ userId, version }: { readonly userId: string; readonly version: number }, at: string): TransactWriteItem =>
  changing(
    UserRow.patch({ userId })
      .set({ endingAt: at, version: version + 1 })
      .where((row, { eq }) => eq(row.version, version)),
  );

/** What a change of somebody's address book does to the person: how many there are, and which comes first. */
export function addressBookWrite(userId: string, { by, max, first, version }: BookChange): TransactWriteItem {
  const patch = UserRow.patch({ userId })
    .add({ version: 1, ...(by === undefined ? {} : { addresses: by }) })
    .set(typeof first === "string" ? { defaultAddressId: first } : {})
    .remove(first === null ? ["defaultAddressId"] : []);
  if (version !== undefined) return changing(patch.where((row, { eq }) => eq(row.version, version)));
  if (max === undefined) return changing(patch);
  return changing(patch.where(({ addresses }, { lt, notExists }) => `${notExists(addresses)} OR ${lt(addresses, max)}`));
}
