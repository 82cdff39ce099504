import { definePort } from "../kernel/port.ts";

/** The names under the stage's parameter path; an operator puts the values there once. */
export const secretNames = ["stripe-secret-key", "stripe-webhook-secret", "code-pepper", "proof-key", "edge-secret", "field-keys"] as const;
export type SecretName = (typeof secretNames)[number];

/** Reads secrets; each container asks once. */
export type Secrets = { readonly get: (name: SecretName) => Promise<string> };

export const Secrets = definePort<Secrets>("Secrets");
