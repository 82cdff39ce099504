import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** A person; names and addresses are kept here and nowhere else. */
export const UserRow = entity({
  model: model("user"),
  attributes: {
    userId: { type: "string", required: true },
    email: { type: "string", required: true },
    /** The address before the last change, which is told about it. */
    formerEmail: { type: "string" },
    name: { type: "string", required: true },
    locale: { type: "string", required: true },
    activeOrgId: { type: "string", required: true },
    /** When the person asked to be forgotten; from then on they get no token and no organisation any more. */
    endingAt: { type: "string" },
    username: { type: "string" },
    /** Sealed. */
    phone: { type: "string" },
    timeZone: { type: "string" },
    /** The private key of the person's picture. */
    avatarKey: { type: "string" },
    /** Which address of the book is filled in first, and how many there are. */
    defaultAddressId: { type: "string" },
    addresses: { type: "number" },
    /** Sign-ins that were ended and whose refresh token still lives, by a short hash; the next token names them. */
    endedSessions: {
      type: "list",
      items: { type: "map", properties: { mark: { type: "string", required: true }, until: { type: "number", required: true } } },
    },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      collection: "userHome",
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

/** An organisation: a buyer's (personal until it says more) or a supplier's. */
export const OrgRow = entity({
  model: model("organisation"),
  attributes: {
    orgId: { type: "string", required: true },
    kind: { type: ["buyer", "supplier"] as const, required: true },
    name: { type: "string", required: true },
    country: { type: "string" },
    /** Sealed. */
    phone: { type: "string" },
    /** Sealed. */
    taxId: { type: "string" },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    /** Written once, when the organisation is made: what changes later is in no key. */
    byKind: {
      index: keys.queue.index,
      scope: "organisation",
      pk: { field: keys.queue.pk, composite: ["kind"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

/** What a person is in an organisation; who has none is nobody there. */
export const MembershipRow = entity({
  model: model("membership"),
  attributes: {
    userId: { type: "string", required: true },
    orgId: { type: "string", required: true },
    orgKind: { type: ["buyer", "supplier", "platform"] as const, required: true },
    kind: { type: ["owner", "member", "viewer", "manager", "factory", "admin"] as const, required: true },
    /** Kept beside the membership so that writing to an organisation's people is one request. */
    email: { type: "string", required: true },
    name: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "userHome",
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["orgId"], casing: "none" },
    },
    byOrg: {
      index: keys.byOwner.index,
      scope: "member",
      pk: { field: keys.byOwner.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

/** That the platform has shut somebody out, and why; it is there as long as that holds, and said nowhere else. */
export const SuspensionRow = entity({
  model: model("suspension"),
  attributes: {
    userId: { type: "string", required: true },
    reason: { type: "string", required: true },
    suspendedAt: { type: "string", required: true },
    suspendedBy: { type: "string", required: true },
    desk: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "userHome",
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byDesk: {
      index: keys.queue.index,
      scope: "suspension",
      pk: { field: keys.queue.pk, composite: ["desk"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["suspendedAt"], casing: "none" },
    },
  },
} as const);

/** As what somebody signed up, kept from the sign-up to the confirmation. */
export const IntentRow = entity({
  model: model("sign-up-intent"),
  attributes: {
    userId: { type: "string", required: true },
    as: { type: ["buyer", "supplier"] as const, required: true },
    company: { type: "string" },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

/** One sign-in on one device, from its first use to the end of its refresh token. */
export const SessionRow = entity({
  model: model("session"),
  attributes: {
    userId: { type: "string", required: true },
    /** The `origin_jti` of every token of this sign-in. */
    sessionId: { type: "string", required: true },
    device: { type: "string", required: true },
    address: { type: "string", required: true },
    country: { type: "string" },
    signedInAt: { type: "string", required: true },
    seenAt: { type: "string", required: true },
    endedAt: { type: "string" },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["sessionId"], casing: "none" },
    },
  },
} as const);
