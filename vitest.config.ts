import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.{ts,tsx}", "stacks/**/*.test.ts", "test/**/*.test.ts"],
    // Synthesis changes directory and listens to process exit, which worker threads do not allow.
    pool: "forks",
    // Entities take the name when they are loaded.
    env: { TABLE_NAME: "sleekapp-test" },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
