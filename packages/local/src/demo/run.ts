import path from "node:path";
import type { Actor } from "@sleekapp/core/kernel/actor";
import * as z from "zod";
import { gatherCast, userIdOf } from "./accounts.ts";
import { fillCatalogue } from "./catalogue.ts";
import { admin as adminPerson } from "./data/people.ts";
import { tellHistory } from "./history.ts";
import { showInterest } from "./interest.ts";
import { openNotebook } from "./notebook.ts";
import { pictureCache, widths } from "./pictures.ts";
import { providePorts } from "./world.ts";

/** What the stage tells this process beside the endpoints that the product's own adapters read. */
const Setting = z.object({
  DEMO_USER_POOL_ID: z.string(),
  DEMO_CLIENT_ID: z.string(),
  DEMO_MAIL_URL: z.url(),
  STRIPE_API_URL: z.url(),
  DEMO_DATA_DIR: z.string(),
  DEMO_PICTURES_DIR: z.string(),
  DEMO_PICTURES_WIDEST: z.coerce.number().int().positive().default(widths.garment),
});

/** A stage that is gone has no use for what is still being loaded. */
const giveUp = (): void => process.exit(1);
process.once("disconnect", giveUp);

async function load(): Promise<void> {
  const setting = Setting.parse(process.env);
  providePorts();
  const door = { userPoolId: setting.DEMO_USER_POOL_ID, clientId: setting.DEMO_CLIENT_ID, mailUrl: setting.DEMO_MAIL_URL };
  const admin: Actor = { type: "admin", userId: await userIdOf(door, adminPerson.email) };
  const draw = pictureCache(setting.DEMO_PICTURES_DIR, setting.DEMO_PICTURES_WIDEST);
  const cast = await gatherCast(door, admin, draw);
  const notebook = openNotebook(path.join(setting.DEMO_DATA_DIR, "demo.txt"));
  await Promise.all([
    fillCatalogue({ cast, admin, draw, notebook }).then(() => showInterest({ cast, notebook })),
    tellHistory({ cast, admin, draw, stripeUrl: setting.STRIPE_API_URL }, notebook),
  ]);
  await notebook.once("all", async () => undefined);
  process.off("disconnect", giveUp);
  process.disconnect();
}

await load();
