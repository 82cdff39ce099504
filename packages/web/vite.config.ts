import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { markdown } from "./tools/markdown.ts";
import { openApi } from "./tools/openapi.ts";
import { prerendered } from "./tools/prerender.ts";

// One origin in every stage: the dev server and `vite preview` send the API and media to the stage's gateway.
const gateway = process.env["SLEEKAPP_GATEWAY"];
const proxy = gateway === undefined ? {} : { "/v1": gateway, "/media": gateway, "/config.json": gateway };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [markdown(), openApi(), react(), tailwindcss(), prerendered()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Nothing inline: the content security policy allows scripts, styles and fonts from our own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A phone pays for every file it asks for: what every page needs is one, what many pages need another, not a file a module.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "frame", test: /node_modules\/(?:react|react-dom|react-router|scheduler|@tanstack|zod|clsx)\//, priority: 3 },
            {
              name: "shared",
              test: /\/(?:web\/src\/(?:lib|ui|shell|features)|contracts\/src|core\/src)\/|lucide-react/,
              minShareCount: 8,
              priority: 2,
            },
          ],
        },
      },
    },
    target: "es2023",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
  },
  server: { proxy },
  preview: { proxy },
});
