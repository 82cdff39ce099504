const needed = ["stage", "region", "userPoolId", "userPoolClientId", "stripePublishableKey"] as const;

export type Config = { readonly [Name in (typeof needed)[number]]: string } & {
  readonly userPoolEndpoint?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly demo?: boolean | undefined;
};

const isConfig = (value: unknown): value is Config =>
  typeof value === "object" && value !== null && needed.every((name) => typeof Reflect.get(value, name) === "string");

let pending: Promise<Config> | undefined;

async function read(): Promise<Config> {
  const response = await fetch("/config.json");
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  const said: unknown = await response.json();
  if (!isConfig(said)) throw new Error("/config.json lacks what this application needs");
  return said;
}

/** What differs between stages, read once per page load from `/config.json`; a failed read is tried again by the next caller. */
export function config(): Promise<Config> {
  pending ??= read().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}
