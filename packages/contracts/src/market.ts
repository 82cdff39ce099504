import { GarmentType } from "@sleekapp/core/garment/model";
import { id } from "@sleekapp/core/kernel/id";
import { ByGarment, Observation } from "@sleekapp/core/market/model";
import { BenchmarkView, GarmentMarketView, PositionView, TrendView } from "@sleekapp/core/market/view";
import { MAX_QUANTITY } from "@sleekapp/core/pricing/model";
import * as z from "zod";
import { actingSupplier, anyBuyer, route } from "./route.ts";

const market = { lambda: "insight", auth: "member", params: ByGarment } as const;

export const getBenchmark = route({
  ...market,
  operationId: "getBenchmark",
  method: "GET",
  path: "/v1/market/benchmarks/{garmentType}",
  summary: "What others pay for a piece in a run of this size; withheld where it would tell of somebody",
  who: [...anyBuyer, "admin"],
  query: z.strictObject({ quantity: z.coerce.number().int().min(1).max(MAX_QUANTITY) }),
  response: BenchmarkView,
});

export const getPosition = route({
  ...market,
  operationId: "getPosition",
  method: "GET",
  path: "/v1/market/positions/{garmentType}",
  summary: "A supplier's own prices a piece beside the spread over all suppliers",
  who: actingSupplier,
  response: PositionView,
});

export const getTrends = route({
  operationId: "getTrends",
  lambda: "insight",
  method: "GET",
  path: "/v1/admin/market",
  summary: "What buyers ordered at, family by family and month by month",
  auth: "member",
  who: ["admin"],
  response: TrendView,
});

export const getGarmentMarket = route({
  ...market,
  operationId: "getGarmentMarket",
  method: "GET",
  path: "/v1/admin/market/{garmentType}",
  summary: "Every figure of a garment, what was seen of competitors, and the words to it",
  who: ["admin"],
  response: GarmentMarketView,
});

export const addObservation = route({
  ...market,
  operationId: "addObservation",
  method: "POST",
  path: "/v1/admin/market/{garmentType}/observations",
  summary: "Keeps what was seen of a competitor: where, when, at what price",
  who: ["admin"],
  body: Observation,
  response: z.strictObject({ observationId: z.string() }),
  status: 201,
});

export const removeObservation = route({
  ...market,
  operationId: "removeObservation",
  method: "DELETE",
  path: "/v1/admin/market/{garmentType}/observations/{observationId}",
  summary: "Takes an observation away",
  who: ["admin"],
  params: ByGarment.extend({ observationId: id("observation") }),
  response: z.strictObject({ observationId: z.string() }),
});

export const askMarketWords = route({
  ...market,
  operationId: "askMarketWords",
  method: "POST",
  path: "/v1/admin/market/{garmentType}/words",
  summary: "Has the figures and observations put into words, by a model or by rule; they follow in a moment",
  who: ["admin"],
  response: z.strictObject({ garmentType: GarmentType }),
  status: 202,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});
