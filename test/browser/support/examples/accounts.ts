import type * as admin from "../../../../packages/contracts/src/admin.ts";
import type * as z from "zod";
import type { Example } from "../example.ts";

// Everybody on the platform as an administrator sees them.

type Answer<R extends { readonly response: z.ZodType }> = z.output<R["response"]>;

const orgId = "org_01k00000000000000000000081";
const bea = "81111111-1111-4111-8111-111111111111";
const dan = "82222222-2222-4222-8222-222222222222";
/** The administrator who looks, as the tests sign in. */
const mina = "33333333-3333-4333-8333-333333333333";
const theo = "83333333-3333-4333-8333-333333333333";

const companies: Answer<typeof admin.listOrganisations> = {
  items: [
    { orgId, kind: "buyer", name: "Northfold Ltd", country: "GB", createdAt: "2026-03-11T06:17:00.000Z" },
    { orgId: "org_01k00000000000000000000082", kind: "buyer", name: "Dan Doubtful", createdAt: "2026-03-09T11:43:00.000Z" },
  ],
};

export const peopleOfCompany: Answer<typeof admin.getOrganisationPeople> = {
  orgId,
  kind: "buyer",
  name: "Northfold Ltd",
  country: "GB",
  createdAt: "2026-03-11T06:17:00.000Z",
  members: [
    { userId: bea, name: "Bea Buyer", email: "bea@northfold.example.test", kind: "owner" },
    { userId: dan, name: "Dan Doubtful", email: "dan@northfold.example.test", kind: "viewer", suspendedAt: "2026-03-17T08:31:00.000Z" },
  ],
};

const person: Answer<typeof admin.getPerson> = {
  userId: bea,
  name: "Bea Buyer",
  email: "bea@northfold.example.test",
  createdAt: "2026-03-11T06:17:00.000Z",
  memberships: [{ orgId, orgKind: "buyer", kind: "owner", orgName: "Northfold Ltd" }],
};

const suspension = { reason: "Asked two suppliers to be paid outside the platform.", suspendedAt: "2026-03-17T08:31:00.000Z", suspendedBy: mina };
const shutOut: Answer<typeof admin.getPerson> = {
  ...person,
  userId: dan,
  name: "Dan Doubtful",
  email: "dan@northfold.example.test",
  memberships: [{ orgId, orgKind: "buyer", kind: "viewer", orgName: "Northfold Ltd" }],
  suspension,
};

const suspended: Answer<typeof admin.listSuspendedPeople> = {
  items: [{ userId: dan, name: shutOut.name, email: shutOut.email, ...suspension }],
};

const asked = { askedAt: "2026-03-17T08:31:00.000Z", expiresAt: "2026-03-18T08:31:00.000Z" };
const staff: Answer<typeof admin.listStaff> = {
  admins: [
    { userId: mina, name: "Mina Admin", email: "admin@example.test" },
    { userId: theo, name: "Theo Admin", email: "theo@example.test" },
  ],
  grants: [
    { userId: bea, name: "Bea Buyer", email: person.email, askedBy: theo, ...asked },
    { userId: dan, name: "Ola Newcomer", email: "ola@example.test", askedBy: mina, ...asked },
  ],
};
const alone: Answer<typeof admin.listStaff> = { admins: staff.admins.slice(0, 1), grants: [] };

const bodies = {
  "GET /v1/admin/organisations": companies,
  [`GET /v1/admin/organisations/${orgId}`]: peopleOfCompany,
  [`GET /v1/admin/people/${bea}`]: person,
  [`GET /v1/admin/people/${dan}`]: shutOut,
  "GET /v1/admin/suspended-people": suspended,
  "GET /v1/admin/staff": staff,
};

/** The accounts page but for its first tab, which stands with the rest of the marketplace. */
export const accountsExamples: readonly Example[] = [
  { paths: ["/admin/accounts?tab=buyers"], state: "buyers", bodies },
  { paths: [`/admin/accounts?tab=buyers&org=${orgId}&person=${bea}`], state: "company", bodies },
  { paths: [`/admin/accounts?tab=buyers&show=suspended&person=${dan}`], state: "suspended", bodies },
  { paths: ["/admin/accounts?tab=staff"], state: "staff", bodies },
  { paths: ["/admin/accounts?tab=staff"], state: "alone", bodies: { ...bodies, "GET /v1/admin/staff": alone } },
];
