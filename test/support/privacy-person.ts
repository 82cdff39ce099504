import * as Account from "@sleekapp/core/account";
import * as Address from "@sleekapp/core/address";
import { ImageType } from "@sleekapp/core/upload";
import * as Upload from "@sleekapp/core/upload";
import type { Member } from "@sleekapp/core/kernel/actor";
import { Request } from "@sleekapp/core/kernel/request";
import * as Quote from "@sleekapp/core/quote";
import * as Lists from "@sleekapp/core/wishlist/lists";
import { newMember, signInOf } from "./account.ts";
import type { Memory } from "./privacy.ts";
import { actors } from "./actors.ts";
import { as, NOW } from "./table.ts";

/** Somebody of whom we hold everything that can be held on a buyer, in words that are nobody else's. */
export type Furnished = {
  readonly member: Member;
  readonly email: string;
  readonly company: string;
  readonly name: string;
  readonly phone: string;
  readonly taxId: string;
  readonly username: string;
  readonly street: string;
  readonly notes: string;
  readonly guestNotes: string;
};

const numberOf = (tag: string): string =>
  String(Array.from(tag).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000_000, 7) + 1_000_000);

/** What must not be found once the person is forgotten. */
export const secretsOf = ({ email, name, phone, taxId, username, street, notes, guestNotes }: Furnished): readonly string[] => [
  email,
  name,
  phone,
  taxId,
  username,
  street,
  notes,
  guestNotes,
];

async function picture(memory: Memory, userId: string): Promise<void> {
  const { uploadId } = await Account.askAvatar({ type: ImageType.parse("image/png") });
  const key = `avatar/${userId}/${uploadId}.webp`;
  memory.files.set(key, new TextEncoder().encode("a face"));
  await Request.with({ ...Request.use(), actor: actors.system }, () =>
    Upload.settle({ subjectId: userId, uploadId, verdict: { state: "ready", key } }),
  );
  await Account.setAvatar({ uploadId });
}

export async function furnish(memory: Memory, tag: string): Promise<Furnished> {
  memory.provide();
  const userId = `user-${tag}`;
  const email = `zelda.${tag}@private.example`;
  const person = {
    email,
    company: `Zeldamere ${tag} Company`,
    name: `Zelda Quill-${tag}`,
    phone: `+44 20 ${numberOf(tag)}`,
    taxId: `ZQ${numberOf(tag)}`,
    username: `zeldaquill-${tag}`,
    street: `${numberOf(tag)} Marmalade Alley`,
    notes: `embroider ZQ-${tag} for my niece`,
    guestNotes: `before I had an account: ZG-${tag}`,
  };
  const guest = { type: "guest", ownerId: await Account.guestOwnerId(email), email } as const;
  const brief = { garmentType: "polo", quantity: 200, fabric: "pique" } as const;
  await as(guest, () => Quote.create({ brief: { ...brief, notes: person.guestNotes } }));
  await as(actors.system, () => Account.intend(userId, { as: "buyer", company: person.company }));
  memory.pool.add(userId);
  const member = await newMember(userId, email);
  await as(member, async () => {
    for (const id of ["first", "second"]) await Request.with({ ...Request.use(), signIn: signInOf(`${tag}-${id}`, NOW) }, () => Account.me({}));
    await Account.updateProfile({ name: person.name, phone: person.phone, timeZone: "Europe/London" });
    await Account.updateOrganisation({ name: person.company, taxId: person.taxId, version: 1 });
    await Account.chooseUsername({ username: person.username });
    const entry = { label: "Home", name: person.name, street: person.street, city: "London", postcode: "N1 1AA", country: "GB" };
    await Address.add(entry);
    await Address.add({ ...entry, label: "Work" });
    const { listId } = await Lists.make({ name: person.notes });
    await Lists.share({ listId });
    await picture(memory, userId);
    await Quote.create({ brief: { ...brief, notes: person.notes } });
  });
  return { member, ...person };
}
