import * as z from "zod";

const Config = z.object({
  stage: z.string(),
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  userPoolEndpoint: z.string().optional(),
  stripePublishableKey: z.string(),
  contactEmail: z.string().optional(),
  demo: z.boolean().optional(),
});
export type Config = z.output<typeof Config>;

let pending: Promise<Config> | undefined;

async function read(): Promise<Config> {
  const response = await fetch("/config.json");
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return Config.parse(await response.json());
}

/** What differs between stages, read once per page load from `/config.json`; a failed read is tried again by the next caller. */
export function config(): Promise<Config> {
  pending ??= read().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}
