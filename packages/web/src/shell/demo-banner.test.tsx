// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const stage = { stage: "dev", region: "us-east-1", userPoolId: "pool", userPoolClientId: "web", stripePublishableKey: "pk_test" };

beforeEach(() => vi.resetModules());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(config: Readonly<Record<string, unknown>>) {
  const asked = vi.fn(async () => Response.json(config));
  vi.stubGlobal("fetch", asked);
  const { DemoBanner } = await import("./demo-banner.tsx");
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DemoBanner />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(asked).toHaveBeenCalledWith("/config.json"));
}

test("a stage with demo data says so", async () => {
  await show({ ...stage, demo: true });

  expect((await screen.findByRole("complementary")).textContent).toContain("made up");
});

test("a stage without says nothing", async () => {
  await show(stage);
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(screen.queryByRole("complementary")).toBeNull();
});
