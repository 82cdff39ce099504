import * as z from "zod";
import * as Account from "../account/index.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing, creating, removing } from "../table/write.ts";
import { type AddressView, Entry, MAX_ADDRESSES } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import { AddressRow } from "./store.ts";

export { AddressView, Entry } from "./model.ts";

const About = z.object({ userId: z.string(), addressId: id("address") });
export const Added = defineEvent("address.added", About);
export const Changed = defineEvent("address.changed", About);
export const Removed = defineEvent("address.removed", About);
export const PutFirst = defineEvent("address.put_first", About);

const Nobody = z.strictObject({});
const ById = z.strictObject({ addressId: id("address") });

async function loadOwner() {
  const { actor } = Request.use();
  return actor.type === "member" || actor.type === "admin" ? Account.findUser(actor.userId) : undefined;
}

/** An address of the caller's own, with what the person says of their book. */
async function loadOwn({ addressId }: z.output<typeof ById>) {
  const { actor } = Request.use();
  if (actor.type !== "member" && actor.type !== "admin") return undefined;
  const [entry, user] = await Promise.all([store.find(actor.userId, addressId), Account.findUser(actor.userId)]);
  return entry && user ? { userId: user.userId, entry, user } : undefined;
}

/** What was given; nothing stands for what was left empty. */
const given = (entry: Entry) => {
  const { company, region, ...rest } = entry;
  return { ...rest, ...(company ? { company } : {}), ...(region ? { region } : {}) };
};

const viewOf = ({ userId: _userId, ...entry }: store.Info, first: string | undefined): AddressView => ({
  ...given(entry),
  addressId: entry.addressId,
  version: entry.version,
  isDefault: entry.addressId === first,
});

/** The caller's address book, the first one first. */
export const list = action(
  { name: "address.list", effect: "read", input: Nobody, load: loadOwner, policy: policy.own },
  async ({ record: { userId, defaultAddressId } }): Promise<readonly AddressView[]> => {
    const views = (await store.list(userId)).map((entry) => viewOf(entry, defaultAddressId));
    return views.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
  },
);

/** Writes an address into the book; the first one is also the one that is filled in first. Throws `address.too_many`. */
export const add = action(
  { name: "address.add", effect: "command", input: Entry, load: loadOwner, policy: policy.own },
  async ({ input, record: { userId, defaultAddressId } }): Promise<AddressView> => {
    const addressId = newId("address");
    const row = { userId, addressId, ...given(input), version: 1 };
    const first = defaultAddressId === undefined ? { first: addressId } : {};
    return commit({
      about: userId,
      writes: [creating(AddressRow.create(row)), Account.addressBookWrite(userId, { by: 1, max: MAX_ADDRESSES, ...first })],
      events: [Added({ userId, addressId })],
      reply: viewOf(row, defaultAddressId ?? addressId),
      refused: () => conflict("address.too_many", `There is room for ${MAX_ADDRESSES} addresses`),
    });
  },
);

const Changing = Entry.extend({ addressId: id("address"), version: z.int() });

/** Changes an address; throws `address.changed` when it is not the version that was shown. Orders keep the address they were given. */
export const update = action(
  { name: "address.update", effect: "command", input: Changing, load: loadOwn, policy: policy.own },
  async ({ input: { addressId, version, ...entry }, record: { userId, entry: entryBefore, user } }): Promise<AddressView> => {
    const fields = given(entry);
    const emptied = (["company", "region"] as const).filter((field) => fields[field] === undefined);
    const patch = AddressRow.patch({ userId, addressId })
      .set({ ...fields, version: version + 1 })
      .remove([...emptied])
      .where((row, { eq }) => eq(row.version, version));
    return commit({
      about: userId,
      writes: [changing(patch)],
      events: [Changed({ userId, addressId })],
      changed: { before: entryBefore, after: { ...Object.fromEntries(emptied.map((field) => [field, undefined])), ...fields } },
      reply: viewOf({ userId, addressId, ...fields, version: version + 1 }, user.defaultAddressId),
      refused: () => conflict("address.changed", "This address was changed meanwhile; read it again"),
    });
  },
);

/** Takes an address out of the book; when it was the first, the oldest of the others follows. */
export const remove = action(
  { name: "address.remove", effect: "command", input: ById, load: loadOwn, policy: policy.own },
  async ({ input: { addressId }, record: { userId, user } }) => {
    const wasFirst = user.defaultAddressId === addressId;
    const next = wasFirst ? (await store.list(userId)).find((one) => one.addressId !== addressId)?.addressId : undefined;
    return commit({
      about: userId,
      writes: [
        removing(AddressRow.remove({ userId, addressId })),
        Account.addressBookWrite(userId, { by: -1, version: user.version, ...(wasFirst ? { first: next ?? null } : {}) }),
      ],
      events: [Removed({ userId, addressId })],
      changed: { before: { addressId }, after: { addressId: null } },
      reply: { addressId },
    });
  },
);

/** Makes an address the one that is filled in first. */
export const putFirst = action(
  { name: "address.put_first", effect: "command", input: ById, load: loadOwn, policy: policy.own },
  async ({ input: { addressId }, record: { userId, entry, user } }) =>
    commit({
      about: userId,
      // It has to be there still: somebody may be taking it out at this moment.
      writes: [
        changing(AddressRow.patch({ userId, addressId }).set({ version: entry.version })),
        Account.addressBookWrite(userId, { first: addressId }),
      ],
      events: [PutFirst({ userId, addressId })],
      changed: { before: user, after: { defaultAddressId: addressId } },
      reply: { addressId },
    }),
);
