import type { Lambda as Domain } from "@sleekapp/contracts/route";
import type { Grant, QueueName } from "./grant.ts";

/** What the Lambda of each HTTP domain may do. Every one checks the edge's header, so every one reads `edge-secret`. */
export const domainGrants: Record<Domain, Grant> = {
  identity: {
    table: "write",
    put: ["private/incoming/"],
    show: ["private/avatar/"],
    drop: ["private/avatar/"],
    users: ["cognito-idp:AdminGetUser", "cognito-idp:AdminUserGlobalSignOut", "cognito-idp:AdminSetUserMFAPreference"],
    send: ["send-mail"],
    secrets: ["edge-secret", "proof-key", "code-pepper"],
    passwords: true,
    links: true,
  },
  catalog: {
    table: "write",
    get: ["private/import/", "private/search/"],
    put: ["private/incoming/", "private/import/"],
    secrets: ["edge-secret"],
    links: true,
  },
  quote: { table: "write", send: ["send-mail"], secrets: ["edge-secret", "code-pepper", "proof-key"], links: true },
  order: { table: "write", show: ["private/order/"], put: ["private/incoming/"], secrets: ["edge-secret"], links: true },
  money: { table: "write", show: ["private/invoice/"], stripe: true, secrets: ["edge-secret", "stripe-secret-key"], links: true },
  content: { table: "write", secrets: ["edge-secret"], links: true },
  hooks: { table: "write", secrets: ["edge-secret", "stripe-webhook-secret"], links: true },
};

/** What each queue's worker may do, beside receiving from its own queue. */
export const workerGrants: Record<QueueName, Grant> = {
  "run-task": { table: "write", model: true, secrets: ["code-pepper"], links: true },
  "issue-invoice": { table: "write", links: true },
  "render-invoice": { table: "write", put: ["private/invoice/"], links: true },
  "apply-payment": { table: "write", stripe: true, secrets: ["stripe-secret-key"], links: true },
  "send-mail": { table: "write", mail: true, send: ["send-mail"], secrets: ["proof-key"], links: true },
  "index-product": { table: "write", put: ["private/search/"] },
  "import-products": { table: "write", get: ["private/import/"], put: ["private/incoming/"] },
};

/** What everything that is neither a route nor a queue may do. */
export const otherGrants = {
  "publish-photo": {
    table: "write",
    get: ["private/incoming/"],
    put: ["private/order/", "private/avatar/", "media/"],
    drop: ["private/incoming/"],
  },
  outbox: {
    table: "write",
    send: ["run-task", "issue-invoice", "render-invoice", "apply-payment", "send-mail", "index-product", "import-products"],
  },
  "sweep-due": {
    table: "write",
    send: ["run-task", "issue-invoice", "render-invoice", "apply-payment", "send-mail", "index-product", "import-products"],
  },
  "pre-sign-up": { table: "write" },
  // Its one call on the user pool is a policy of its own in auth.ts: the pool must exist before it can be named.
  "post-confirmation": { table: "write" },
  "pre-token": { table: "write" },
  "pre-authentication": { table: "write", secrets: ["proof-key"] },
  "post-authentication": { table: "write", secrets: ["proof-key"] },
  "custom-message": {},
} as const satisfies Record<string, Grant>;
