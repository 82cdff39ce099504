import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";

const entry = "src/prerender.tsx";

/** The page's own title and words in the place of the empty application's. */
const filled = (template: string, { title, html }: { readonly title: string; readonly html: string }): string =>
  template
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")} · SleekApp</title>`)
    .replace('<div id="root"></div>', () => `<div id="root">${html}</div>`);

/**
 * Writes the pages that say the same to everybody as they are before any script has run, each at its own address; the empty
 * application, which every other address gets, is `app.html`.
 */
export const prerendered = (): Plugin => ({
  name: "sleekapp-prerender",
  apply: "build",
  closeBundle: {
    sequential: true,
    async handler() {
      const { environment } = this;
      const { root, build } = environment.config;
      const dist = path.resolve(root, build.outDir);
      const { createServer, isRunnableDevEnvironment } = await import("vite");
      const server = await createServer({
        root,
        configFile: path.join(root, "vite.config.ts"),
        mode: "production",
        appType: "custom",
        logLevel: "error",
        server: { middlewareMode: true, ws: false },
      });
      try {
        const { ssr } = server.environments;
        if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error("There is nothing to run the pages with");
        const { prerender }: typeof import("../src/prerender.tsx") = await ssr.runner.import(`/${entry}`);
        const template = await readFile(path.join(dist, "index.html"), "utf8");
        await writeFile(path.join(dist, "app.html"), template);
        for (const page of await prerender()) {
          const file = path.join(dist, page.path, "index.html");
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, filled(template, page));
        }
      } finally {
        await server.close();
      }
    },
  },
});
