import { fork } from "node:child_process";
import path from "node:path";
import { operatorEnvironment, runAsOperator } from "../people/operator.ts";
import { person, townOf } from "../people/person.ts";
import type { Stage } from "../stage.ts";
import { admin, buyers, PASSWORD, suppliers } from "./data/people.ts";
import { openNotebook } from "./notebook.ts";

export type SignIn = { readonly who: string; readonly email: string; readonly password: string };

const root = path.resolve(import.meta.dirname, "../../../..");

/** What the product's adapters read in the Lambdas; buckets and queues are the same for all of them. */
const isAdapters = ([name]: readonly [string, string]): boolean => /_BUCKET$|_QUEUE_URL$|^SECRETS_PATH$|^WEB_ORIGIN$/.test(name);

function environmentFor(stage: Stage, widest: number | undefined): NodeJS.ProcessEnv {
  const [pool] = stage.manifest.userPools;
  const adapters = Object.values(stage.manifest.functions)
    .flatMap((fn) => Object.entries(fn.environment))
    .filter(isAdapters);
  return {
    PATH: process.env["PATH"] ?? "",
    ...operatorEnvironment(stage),
    ...Object.fromEntries(adapters),
    STRIPE_API_URL: stage.stripe.endpoint,
    DEMO_USER_POOL_ID: pool?.id ?? "",
    DEMO_CLIENT_ID: pool?.clients[0]?.id ?? "",
    DEMO_MAIL_URL: stage.endpoints["SES"] ?? "",
    DEMO_DATA_DIR: stage.dataDir,
    DEMO_PICTURES_DIR: path.join(root, ".local/drawings"),
    ...(widest === undefined ? {} : { DEMO_PICTURES_WIDEST: String(widest) }),
  };
}

/** A process of its own: the second core does the work, and its memory goes with it. */
function runLoader(stage: Stage, widest: number | undefined): Promise<void> {
  const child = fork(path.join(import.meta.dirname, "run.ts"), {
    env: environmentFor(stage, widest),
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "inherit", "pipe", "ipc"],
    // A Ctrl-C is for the stage; the loader ends when the stage lets go of it.
    detached: true,
  });
  let said = "";
  child.stderr?.on("data", (part: Buffer) => (said += part.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The demo data could not be loaded:\n${said}`))));
  });
}

function signIns(): readonly SignIn[] {
  const [buyer] = buyers;
  const [supplier, second] = suppliers;
  const people = [
    ["Buyer, owner", buyer?.owner],
    ["Buyer, viewer", buyer?.viewer],
    ["Supplier, owner", supplier?.owner],
    ["Factory floor", supplier?.floor],
    ["Second supplier", second?.owner],
    ["Admin", admin],
  ] as const;
  return people.flatMap(([who, person]) => (person ? [{ who, email: person.email, password: PASSWORD }] : []));
}

/** The admin is made by the operator's command and sets up an authenticator app like any other; the stage shows its codes. */
async function makeAdmin(stage: Stage): Promise<void> {
  await runAsOperator(stage, root, ["tools/create-admin.ts", "--email", admin.email, "--name", admin.name, "--password", PASSWORD]);
  await person(townOf(stage), admin.email).signIn(PASSWORD);
}

export type DemoOptions = {
  /** Pixels of the widest picture. To draw and publish the widest of all takes most of what a load takes. */
  readonly widest?: number;
};

/** Fills a stage with the demo marketplace, once; a stage that has it is left alone. Answers who can sign in. */
export async function loadDemo(stage: Stage, { widest }: DemoOptions = {}): Promise<readonly SignIn[]> {
  const notebook = openNotebook(path.join(stage.dataDir, "demo.txt"));
  if (notebook.has("all")) return signIns();
  await notebook.once("admin", () => makeAdmin(stage));
  // Payments of the past are booked at their own moment; what the provider has to report about them is told afterwards.
  stage.stripe.setWebhookUrl(undefined);
  await runLoader(stage, widest).finally(() => stage.stripe.setWebhookUrl(`${stage.url}/v1/hooks/stripe`));
  return signIns();
}
