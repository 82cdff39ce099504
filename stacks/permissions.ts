import type { Lambda as Domain } from "@sleekapp/contracts/route";
import { type QueueName, queueNames } from "@sleekapp/core/ports/queue";
import type { Grant } from "./grant.ts";

/** What the Lambda of each HTTP domain may do. Every one checks the edge's header, so every one reads `edge-secret`. */
export const domainGrants: Record<Domain, Grant> = {
  identity: {
    table: {
      calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
      indexes: ["byOwner", "bySupplier", "queue"],
    },
    put: ["private/incoming/"],
    show: ["private/avatar/", "private/export/", "private/supplier/"],
    drop: ["private/avatar/"],
    users: ["cognito-idp:AdminGetUser", "cognito-idp:AdminUserGlobalSignOut", "cognito-idp:AdminSetUserMFAPreference"],
    secrets: ["edge-secret", "proof-key", "code-pepper", "field-keys"],
    passwords: true,
    links: true,
  },
  catalog: {
    table: {
      calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
      indexes: ["byOwner", "bySupplier", "queue"],
    },
    get: ["private/import/", "private/search/"],
    put: ["private/incoming/", "private/import/"],
    show: ["private/import/", "private/export/"],
    secrets: ["edge-secret", "proof-key"],
    links: true,
  },
  quote: {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"], indexes: ["byOwner", "bySupplier", "queue"] },
    put: ["private/incoming/"],
    show: ["private/quote/", "private/quote-document/", "private/design/"],
    send: ["send-mail"],
    secrets: ["edge-secret", "code-pepper", "proof-key", "field-keys"],
    links: true,
  },
  order: {
    table: {
      calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
      indexes: ["byOwner", "bySupplier", "queue", "feed"],
    },
    show: ["private/order/", "private/design/"],
    put: ["private/incoming/"],
    secrets: ["edge-secret", "field-keys"],
    links: true,
  },
  money: {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"], indexes: ["byOwner"] },
    show: ["private/invoice/"],
    stripe: true,
    secrets: ["edge-secret", "stripe-secret-key"],
    links: true,
  },
  assistant: {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], indexes: ["feed", "byOwner"] },
    put: ["private/incoming/"],
    show: ["private/design/"],
    model: true,
    secrets: ["edge-secret"],
  },
  content: { table: { calls: [] }, secrets: ["edge-secret"], links: true },
  insight: {
    table: {
      calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      indexes: ["byOwner", "bySupplier", "queue", "feed"],
    },
    get: ["audit/"],
    secrets: ["edge-secret"],
  },
  // It counts signatures that do not fit.
  hooks: { table: { calls: ["GetItem", "PutItem", "UpdateItem"] }, secrets: ["edge-secret", "stripe-webhook-secret"], links: true },
};

/** What each queue's worker may do, beside receiving from its own queue. */
export const workerGrants: Record<QueueName, Grant> = {
  "run-task": {
    table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], indexes: ["byOwner"] },
    // The picture of a design goes to the model as it was checked; the browser never sends it again, so nobody can send another in its place.
    get: ["private/design/"],
    put: ["private/incoming/"],
    model: true,
    images: true,
    secrets: ["code-pepper"],
    links: true,
  },
  "issue-invoice": { table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem"] }, secrets: ["field-keys"], links: true },
  "render-invoice": {
    table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem"] },
    put: ["private/invoice/", "private/quote-document/"],
    secrets: ["field-keys"],
    links: true,
  },
  "apply-payment": {
    table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"] },
    stripe: true,
    secrets: ["stripe-secret-key"],
    links: true,
  },
  "send-mail": {
    table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], indexes: ["byOwner"] },
    mail: true,
    send: ["send-mail"],
    secrets: ["proof-key", "field-keys"],
    links: true,
  },
  "index-product": {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem"], indexes: ["queue"] },
    get: ["private/search/"],
    put: ["private/search/"],
  },
  "import-products": {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"], indexes: ["bySupplier"] },
    get: ["private/import/"],
    put: ["private/incoming/", "private/import/", "private/export/"],
    links: true,
  },
  "fulfil-privacy": {
    table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], indexes: ["byOwner", "bySupplier", "feed"] },
    put: ["private/export/"],
    drop: [
      "private/export/",
      "private/avatar/",
      "private/supplier/",
      "private/design/",
      "private/quote/",
      "private/quote-document/",
      "private/incoming/",
      "media/",
    ],
    users: ["cognito-idp:AdminDeleteUser"],
    send: ["send-mail"],
    secrets: ["code-pepper", "field-keys"],
  },
  "follow-standing": {
    table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem"], indexes: ["byOwner"] },
    users: ["cognito-idp:AdminUserGlobalSignOut"],
  },
  "alert-search": {
    table: { calls: ["GetItem", "Query", "PutItem"] },
    get: ["private/search/"],
    send: ["send-mail"],
    secrets: ["proof-key", "field-keys"],
    links: true,
  },
  "count-interest": { table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"] } },
};

/** What everything that is neither a route nor a queue may do. */
export const otherGrants = {
  "publish-photo": {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"] },
    get: ["private/incoming/"],
    put: ["private/order/", "private/avatar/", "private/supplier/", "private/design/", "private/quote/", "media/"],
    drop: ["private/incoming/"],
  },
  outbox: {
    table: { calls: ["UpdateItem"] },
    send: queueNames,
  },
  "sweep-due": {
    table: { calls: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], indexes: ["feed", "queue"] },
    get: ["private/search/"],
    drop: ["private/incoming/", "private/order/", "private/avatar/", "private/supplier/", "private/design/", "private/quote/", "media/"],
    send: queueNames,
  },
  "seal-audit": { table: { calls: ["BatchGetItem", "PutItem", "UpdateItem"] }, seals: true },
  "export-audit": { table: { calls: ["GetItem", "Query"] }, get: ["audit/"], put: ["audit/"] },
  "fetch-rates": { table: { calls: ["GetItem", "PutItem", "UpdateItem"] }, rates: true },
  "pre-sign-up": { table: { calls: ["PutItem"] } },
  // Its one call on the user pool is a policy of its own in auth.ts: the pool must exist before it can be named.
  "post-confirmation": { table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem"] } },
  "pre-token": { table: { calls: ["GetItem", "Query", "PutItem", "UpdateItem"] } },
  "pre-authentication": { table: { calls: ["GetItem", "PutItem", "UpdateItem"] }, secrets: ["proof-key"] },
  "post-authentication": { table: { calls: ["GetItem", "PutItem", "UpdateItem"] }, secrets: ["proof-key"] },
  "custom-message": {},
} as const satisfies Record<string, Grant>;
