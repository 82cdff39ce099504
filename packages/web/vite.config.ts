import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contracts } from "./tools/contracts.ts";
import { askLoad, firstLoad } from "./tools/first-load.ts";
import { markdown } from "./tools/markdown.ts";
import { openApi } from "./tools/openapi.ts";
import { prerendered } from "./tools/prerender.ts";

// One origin in every stage: the dev server and `vite preview` send the API and media to the stage's gateway.
const gateway = process.env["SLEEKAPP_GATEWAY"];
const proxy = gateway === undefined ? {} : { "/v1": gateway, "/media": gateway, "/config.json": gateway };

const first = firstLoad();
const ask = askLoad(first);
/** What the pages are made with, and what the bundler itself brings. */
const isFrame = (id: string): boolean =>
  id.startsWith("\0") || /node_modules\/(?:react|react-dom|react-router|scheduler|@tanstack|clsx|lucide-react)\//.test(id);
const isOurs = (id: string): boolean => /\/(?:web\/src\/(?:lib|ui|shell|features)|contracts\/src|core\/src)\//.test(id);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [contracts(), markdown(), openApi(), react(), tailwindcss(), prerendered()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Nothing inline: the content security policy allows scripts, styles and fonts from our own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A phone pays for every file it asks for. What every page needs is two: the frame and the entry. What the pages people come to first
    // share is another, what the quote form shares a small one, what many others share another, and schemas with what they are made of are only where something is checked.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "frame", test: isFrame, priority: 4 },
            { name: "schemas", test: /node_modules\/zod\//, priority: 4 },
            { name: "first", test: (id) => first.has(id), priority: 3 },
            { name: "ask", test: (id) => ask.has(id), priority: 3 },
            { name: "shared", test: (id) => isOurs(id) && !first.has(id) && !ask.has(id), minShareCount: 8, priority: 2 },
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
