import type { ForecastView } from "@sleekapp/core/order/view";

type Cause = NonNullable<ForecastView["forecast"]>["causes"][number];

const working = (days: number): string => `${Math.abs(days)} working ${Math.abs(days) === 1 ? "day" : "days"}`;

const sentences: Readonly<Record<Cause["what"], (cause: Cause) => string>> = {
  stage: ({ stage, days }) => `${stage ?? "A stage"} is ${working(days)} past its day.`,
  supplier: ({ days }) => `This factory usually takes ${working(days)} ${days > 0 ? "more" : "less"} for what is left.`,
  order: ({ days }) => `This order has gone ${days > 0 ? "slower" : "faster"} than planned so far: ${working(days)} on what is left.`,
  quiet: ({ days }) => `Nothing was reported for ${working(days)}.`,
  holidays: ({ days }) => `${Math.abs(days)} ${Math.abs(days) === 1 ? "holiday lies" : "holidays lie"} before it.`,
};

/** A cause of a forecast as a sentence. */
export const causeText = (cause: Cause): string => sentences[cause.what](cause);
