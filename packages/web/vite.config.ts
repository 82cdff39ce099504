import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { markdown } from "./tools/markdown.ts";
import { openApi } from "./tools/openapi.ts";

// One origin in every stage: the dev server and `vite preview` send the API and media to the stage's gateway.
const gateway = process.env["SLEEKAPP_GATEWAY"];
const proxy = gateway === undefined ? {} : { "/v1": gateway, "/media": gateway, "/config.json": gateway };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [markdown(), openApi(), react(), tailwindcss()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Nothing inline: the content security policy allows scripts, styles and fonts from our own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
  },
  server: { proxy },
  preview: { proxy },
});
