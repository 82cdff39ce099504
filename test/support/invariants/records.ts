import { type Invariant, type Items, kindOf, repeated, type Row, text } from "./items.ts";
import { kindRule } from "@sleekapp/core/privacy/kinds";
import { kinds, order, type Parent } from "./kinds.ts";

/** Owners that are no record: guests by the hash of their address, and the platform itself. */
const isNoRecord = (id: string): boolean => id === "" || id.startsWith("e~") || id === "platform";

const isThere = (items: Items, { kind, key }: Parent, id: string): boolean => items.with(kind, key, id).length > 0;

export const knownKinds: Invariant = (items) =>
  items.all.flatMap((row) => (Object.hasOwn(kinds, kindOf(row)) ? [] : [`${text(row, "pk")} is of the unknown kind "${kindOf(row)}"`]));

const MAX_BYTES = 100 * 1024;

export const sizes: Invariant = (items) =>
  items.all.flatMap((row) => {
    const bytes = Buffer.byteLength(JSON.stringify(row));
    return bytes > MAX_BYTES ? [`The ${kindOf(row)} ${text(row, "pk")} takes ${bytes} bytes`] : [];
  });

/** A file of a quote that is still being written: nobody's, under the id that the quote will have. */
const isOfDraft = (row: Row): boolean =>
  kindOf(row) === "upload" && text(row, "purpose") === "quote" && text(row, "orgId") === text(row, "subjectId") && text(row, "use") !== "adopted";

export const orphans: Invariant = (items) =>
  items.all.flatMap((row) =>
    (isOfDraft(row) ? [] : (kinds[kindOf(row)] ?? [])).flatMap((parent) => {
      // An order is made of a quote or of stock, and names only the one.
      if (parent.kind === "quote" && row["productId"] !== undefined) return [];
      const id = text(row, parent.field);
      return isNoRecord(id) || isThere(items, parent, id)
        ? []
        : [`The ${kindOf(row)} ${text(row, "pk")} belongs to the ${parent.kind} ${id}, which is not there`];
    }),
  );

/** What an upload shows, by what it is for. */
const subjects: Readonly<Record<string, Parent>> = {
  stage: order,
  product: { field: "subjectId", kind: "product", key: "productId" },
  paper: { field: "subjectId", kind: "organisation", key: "orgId" },
  design: { field: "subjectId", kind: "organisation", key: "orgId" },
  factory: { field: "subjectId", kind: "organisation", key: "orgId" },
  quote: { field: "subjectId", kind: "quote", key: "quoteId" },
  avatar: { field: "subjectId", kind: "user", key: "userId" },
};

export const uploadSubjects: Invariant = (items) =>
  items.of("upload").flatMap((row) => {
    const id = text(row, "subjectId");
    const parent = subjects[text(row, "purpose")] ?? order;
    return isOfDraft(row) || isThere(items, parent, id)
      ? []
      : [`The upload ${text(row, "uploadId")} shows the ${parent.kind} ${id}, which is not there`];
  });

/** Where the owner of a unique value is, and which of its fields holds the value. */
type Scope = Omit<Parent, "field"> & { readonly value?: string };

const scopes: Readonly<Record<string, Scope>> = {
  "import-handle": { kind: "product", key: "productId" },
  "invoice-number": { kind: "invoice", key: "invoiceId", value: "number" },
  "order-number": { kind: "order", key: "orderId", value: "orderNumber" },
  "product-slug": { kind: "product", key: "productId", value: "slug" },
  "supplier-slug": { kind: "supplier", key: "orgId", value: "slug" },
  singleton: { kind: "user", key: "userId" },
  tracking: { kind: "order", key: "orderId" },
  username: { kind: "user", key: "userId", value: "username" },
  "wishlist-link": { kind: "wishlist", key: "userId" },
};

function wrongOwner(items: Items, row: Row): readonly string[] {
  const [name, value, id] = [text(row, "scope"), text(row, "value"), text(row, "subjectId")];
  const scope = scopes[name];
  if (!scope) return [`The unique value ${value} is of the unknown scope "${name}"`];
  const [found] = items.with(scope.kind, scope.key, id);
  if (!found) return [`The ${name} ${value} is held by the ${scope.kind} ${id}, which is not there`];
  const isOther = scope.value !== undefined && text(found, scope.value).toLowerCase() !== value;
  return isOther ? [`The ${name} ${value} is held by ${id}, which has ${text(found, scope.value ?? "")}`] : [];
}

/** Records whose number or name nobody keeps unique. */
const unheld = (items: Items): readonly string[] =>
  Object.entries(scopes).flatMap(([name, { kind, key, value }]) =>
    items.of(kind).flatMap((row) => {
      if (value === undefined || row[value] === undefined) return [];
      const held = items.with("unique", "subjectId", text(row, key)).some((unique) => text(unique, "scope") === name);
      return held ? [] : [`The ${name} of ${text(row, key)} is not held`];
    }),
  );

export const uniques: Invariant = (items) => [
  ...items.of("unique").flatMap((row) => wrongOwner(items, row)),
  ...unheld(items),
  ...repeated(items.of("user").map((row) => text(row, "email"))).map((email) => `Two users have the address ${email}`),
];

export const published: Invariant = (items) =>
  items
    .of("event")
    .flatMap((row) => (text(row, "outbox") === "pending" ? [`The event ${text(row, "type")} ${text(row, "eventId")} was never published`] : []));

/** A row that goes by itself says when, within what the table of kinds allows; any other row stays until somebody takes it away. */
function kept(row: Row): readonly string[] {
  const { by, days = 0 } = kindRule(kindOf(row)).keeping;
  const name = `The ${kindOf(row)} ${text(row, "pk")}`;
  // A link that ends is a name for a while.
  if (by !== "ttl") return row["ttl"] === undefined || kindOf(row) === "unique" ? [] : [`${name} goes by itself, which its kind does not say`];
  const left = (Number(row["ttl"]) * 1000 - Date.now()) / 86_400_000;
  return left <= days + 0.1 ? [] : [`${name} stays ${left.toFixed(1)} days more, its kind at most ${days}`];
}

export const retained: Invariant = (items) => items.all.flatMap((row) => (Object.hasOwn(kinds, kindOf(row)) ? kept(row) : []));
