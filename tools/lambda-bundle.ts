import { build } from "esbuild";
import { esmBanner } from "./esm-banner.ts";
import { slim } from "./slim-bundle.ts";

export type LambdaBundle = { readonly entry: string; readonly outfile: string; readonly external: readonly string[] };

/** Bundles one handler as it is deployed. */
export async function bundleLambda({ entry, outfile, external }: LambdaBundle): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    mainFields: ["module", "main"],
    minify: true,
    // Names stay, because errors and metrics are told apart by them.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    external: [...external],
    logLevel: "silent",
    plugins: [slim],
    banner: { js: esmBanner },
  });
}
