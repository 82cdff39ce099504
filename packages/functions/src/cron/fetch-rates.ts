import { ecbRates } from "@sleekapp/core/adapters/ecb";
import { config } from "@sleekapp/core/config";
import * as Exchange from "@sleekapp/core/exchange";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { clock } from "@sleekapp/core/ports/clock";
import { RateSource } from "@sleekapp/core/ports/rates";
import { randomUUID } from "node:crypto";
import { logger } from "../http/log.ts";

RateSource.provide(ecbRates(() => config("RATES_URL")));

/** Every day, when the bank has published: keeps the rates that amounts are also shown in. What fails is repeated in the evening and shows as stale. */
export async function handler(): Promise<void> {
  const request: RequestValue = {
    actor: { type: "system", cause: "cron:fetch-rates" },
    now: clock.now(),
    requestId: randomUUID(),
    standing: async (actor) => actor,
  };
  const { on, isNew } = await Request.with(request, Exchange.fetchDaily);
  logger.info("rates", { on, isNew });
}
