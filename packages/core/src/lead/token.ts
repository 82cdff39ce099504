import { keyedHash, sameSecret } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";

const macOf = async (leadId: string): Promise<string> => keyedHash(await Secrets.use().get("proof-key"), `lead-mails:${leadId}`).slice(0, 43);

/** What follow-ups carry, so that whoever reads them can stop them without signing in. It opens nothing else. */
export const tokenFor = async (leadId: string): Promise<string> => `${leadId}.${await macOf(leadId)}`;

/** Which lead a token names; undefined for one that we never made. */
export async function namedIn(token: string): Promise<string | undefined> {
  const [leadId = "", mac = "", ...rest] = token.split(".");
  return rest.length === 0 && sameSecret(mac, await macOf(leadId)) ? leadId : undefined;
}
