import { buildManifest, linkTemplates } from "@sleekapp/local/manifest";
import { apiStack, dataStack } from "@sleekapp/local/manifest/manifest.fixture";
import { expect, test } from "vitest";
import { partsOf, without } from "./parts.ts";

const whole = buildManifest(linkTemplates({ data: dataStack, api: apiStack }, "/out"));
const names = partsOf(whole).map(({ name }) => name);

test("every route, queue, event source, schedule, trigger and bucket notification is a part by a name of its own", () => {
  expect(names).toEqual([
    "route GET /v1/quotes/{id}",
    "route GET /v1/public/health",
    "queue dev-dead.fifo",
    "queue dev-work.fifo",
    "event source dev-work.fifo to dev-worker",
    "event source dev-main to dev-worker",
    "schedule Sweep",
    "trigger PreTokenGeneration",
    "bucket notification data-files/incoming/* to dev-worker",
  ]);
});

test.each(names)("without the %s everything else is there", (name) => {
  expect(partsOf(without(whole, name)).map((one) => one.name)).toEqual(names.filter((one) => one !== name));
});

test("a queue that is gone is nobody's dead-letter queue any more", () => {
  const rest = without(whole, "queue dev-dead.fifo");

  expect(rest.queues.map(({ redrive }) => redrive)).toEqual([undefined]);
  expect(rest.eventSources.map(({ onFailureQueue }) => onFailureQueue)).toEqual([undefined, undefined]);
  expect(whole.queues.map(({ redrive }) => redrive?.deadLetterQueue)).toEqual([undefined, "dev-dead.fifo"]);
});

test("a part that does not exist cannot be taken away", () => {
  expect(() => without(whole, "queue dev-deed.fifo")).toThrow("There is no queue dev-deed.fifo to take away");
});
