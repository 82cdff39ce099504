import { GetParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { config } from "../../config.ts";
import { unavailable } from "../../kernel/error.ts";
import type { SecretName, Secrets } from "../../ports/secrets.ts";

/** Secrets of the stage from SSM SecureString parameters, the named ones fetched together at the first use. */
export function ssmSecrets(names: readonly SecretName[]): Secrets {
  const client = new SSMClient({});
  let loading: Promise<ReadonlyMap<string, string>> | undefined;
  const load = async () => {
    const path = config("SECRETS_PATH");
    const answer = await client.send(new GetParametersCommand({ Names: names.map((name) => `${path}${name}`), WithDecryption: true }));
    return new Map((answer.Parameters ?? []).flatMap(({ Name, Value }) => (Name && Value ? [[Name.slice(path.length), Value] as const] : [])));
  };
  return {
    get: async (name) => {
      loading ??= load();
      const values = await loading.catch((error: unknown) => {
        loading = undefined;
        throw unavailable("secrets.unavailable", "A setting could not be read; try again in a moment", error);
      });
      const value = values.get(name);
      if (value === undefined) throw new Error(`secret ${name} is not set for this stage`);
      return value;
    },
  };
}
