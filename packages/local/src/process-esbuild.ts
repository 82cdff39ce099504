import { build, type BuildOptions, type BuildResult, stop } from "esbuild";

let running = 0;

/**
 * One esbuild run. Its service process keeps hundreds of megabytes after a large build, so it is ended when nobody
 * builds any more; the next build starts a new one in a few milliseconds.
 */
export async function runEsbuild<T extends BuildOptions>(options: Parameters<typeof build<T>>[0]): Promise<BuildResult<T>> {
  running += 1;
  try {
    return await build<T>(options);
  } finally {
    running -= 1;
    if (running === 0) await stop();
  }
}
