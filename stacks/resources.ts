import { use } from "sst/constructs";
import { Auth } from "./auth.ts";
import { Email } from "./email.ts";
import type { Resources } from "./grant.ts";
import { Queues } from "./queues.ts";
import { Web } from "./web.ts";

/** What a Lambda can be given by reference, once the stacks that make it are declared. */
export function allResources(): Resources {
  const { userPool, client } = use(Auth);
  return { userPool, client, mail: use(Email), origin: use(Web).origin, queues: use(Queues) };
}
