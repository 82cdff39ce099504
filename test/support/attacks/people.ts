import * as contracts from "@sleekapp/contracts/identity";
import { mailedCode, type Person, person, until } from "@sleekapp/local/people/person";
import type { Stage } from "@sleekapp/local/stage";

const password = "thread needle and cloth";
let newcomers = 0;

/** The secret of the newest invitation that was mailed to an address since an instant. */
async function secretFor(stage: Stage, email: string, since: string): Promise<string> {
  return until(`An invitation for ${email}`, async () => {
    for (const { id, at } of stage.mailbox.list(email)) {
      const [, token] = at < since ? [] : (/#t=([\w-]+)/.exec((await stage.mailbox.read(id))?.text ?? "") ?? []);
      if (token !== undefined) return token;
    }
    return undefined;
  });
}

/** Offers a seat and gives the secret that was mailed. */
export async function invite(owner: Person, email: string, kind: "member" | "viewer"): Promise<string> {
  const since = new Date().toISOString();
  await owner.ask(contracts.sendInvitation, { body: { email, kind } });
  return secretFor(owner.town.stage, email, since);
}

/** Somebody who has signed up and belongs to nobody's organisation but their own. */
export async function newcomer(owner: Person): Promise<Person> {
  newcomers += 1;
  const somebody = person(owner.town, `newcomer${newcomers}.attacks@people.example`);
  await somebody.signUp({ password, name: `Newcomer ${newcomers}`, as: "buyer", company: "Own Label" });
  return somebody;
}

/** Somebody new with a seat at the owner's, and a token for it. */
export async function seated(owner: Person, kind: "member" | "viewer"): Promise<Person> {
  const somebody = await newcomer(owner);
  await somebody.ask(contracts.takeInvitation, { body: { token: await invite(owner, somebody.email, kind) } });
  await somebody.renew();
  return somebody;
}

/** Seconds that a token lives from its making. */
export function lifeOf(token: string): number {
  const claims: { readonly iat: number; readonly exp: number } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  return claims.exp - claims.iat;
}

/** Asks for a code and gives it with its challenge. */
export async function codeFor(nobody: Person, email: string, ask: (email: string) => Promise<{ readonly challengeId: string }>) {
  const since = new Date().toISOString();
  const { challengeId } = await ask(email);
  return { challengeId, code: await mailedCode(nobody.town.stage, email, since) };
}
