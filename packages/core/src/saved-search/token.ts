import { keyedHash, sameSecret } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";

export type Named = { readonly userId: string; readonly searchId: string };

const macOf = async ({ userId, searchId }: Named): Promise<string> =>
  keyedHash(await Secrets.use().get("proof-key"), `search-alerts:${userId}:${searchId}`).slice(0, 43);

/** What the mails of a search carry, so that whoever reads them can stop them without signing in. It opens nothing else. */
export const tokenFor = async (named: Named): Promise<string> => `${named.userId}.${named.searchId}.${await macOf(named)}`;

/** Whose search a token names; undefined for one that we never made. */
export async function namedIn(token: string): Promise<Named | undefined> {
  const [userId = "", searchId = "", mac = "", ...rest] = token.split(".");
  return rest.length === 0 && sameSecret(mac, await macOf({ userId, searchId })) ? { userId, searchId } : undefined;
}
