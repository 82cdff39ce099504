// Plain JavaScript on purpose: it must run, and say what is missing, on any Node that can run npm.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const own = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(join(root, "node_modules"))) {
  console.error("The packages are not installed. Run: npm ci");
  process.exit(1);
}
if (major < 22 || (major === 22 && minor < 18)) {
  if (!existsSync(own)) {
    console.error(`This is Node ${process.versions.node}; the stage runs on the Node 22 that npm installs beside it, and that is missing.`);
    console.error("Run: npm ci   (with install scripts allowed; Node 20.19 or newer is enough for it)");
    process.exit(1);
  }
  // npm puts its Node first on the path; somebody who calls this file directly gets the same one.
  const { status } = spawnSync(own, process.argv.slice(1), { stdio: "inherit" });
  process.exit(status ?? 1);
}
// Node's own notes on its experimental parts (SQLite) say nothing to somebody who starts a stage.
process.removeAllListeners("warning");
process.on("warning", (warning) => {
  if (warning.name !== "ExperimentalWarning") console.warn(warning);
});
await import("./src/cli.ts");
