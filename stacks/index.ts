import type { App } from "sst/constructs";
import { Alarms } from "./alarms.ts";
import { Api } from "./api.ts";
import { Auth } from "./auth.ts";
import { serveWeb } from "./built-web.ts";
import { Backup } from "./backup.ts";
import { Email } from "./email.ts";
import { Events } from "./events.ts";
import { Gateway } from "./gateway.ts";
import { withoutBindingParameters, withoutHelperLambdas } from "./sst-extras.ts";
import { Queues } from "./queues.ts";
import { Schedule } from "./schedule.ts";
import { settingsOf } from "./stage.ts";
import { Storage } from "./storage.ts";
import { Web } from "./web.ts";
import { Workers } from "./workers.ts";

/** Every stack of a stage, each after those it names; `web` is the directory of the built web application, if it is served. */
export function registerStacks(app: App, web?: string): void {
  const { alarms, backupCopies } = settingsOf(app);
  serveWeb(app, web);
  withoutHelperLambdas();
  app.setDefaultFunctionProps({
    runtime: "nodejs22.x",
    architecture: "arm_64",
    tracing: "active",
    nodejs: { format: "esm", minify: true, sourcemap: true },
    environment: { NODE_OPTIONS: "--enable-source-maps" },
  });
  app.stack(Email).stack(Storage).stack(Auth).stack(Gateway).stack(Web).stack(Queues).stack(Workers).stack(Api).stack(Events).stack(Schedule);
  if (alarms) app.stack(Alarms);
  if (backupCopies) app.stack(Backup);
  withoutBindingParameters(app);
}
