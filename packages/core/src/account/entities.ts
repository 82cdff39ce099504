import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** A person; names and addresses are kept here and nowhere else. */
export const UserRow = entity({
  model: model("user"),
  attributes: {
    userId: { type: "string", required: true },
    email: { type: "string", required: true },
    name: { type: "string", required: true },
    locale: { type: "string", required: true },
    activeOrgId: { type: "string", required: true },
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
    phone: { type: "string" },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
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
