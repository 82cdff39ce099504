// Plain JavaScript on purpose: it must run, and say what is missing, on any Node that can run npm.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const own = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

function refuse(...lines) {
  console.error(lines.join("\n"));
  process.exit(1);
}

/**
 * Runs `load` on the Node that npm installs with the packages, which is the one Lambda has; the machine's own only installs.
 * @param {() => Promise<unknown>} load
 */
export async function onOwnNode(load) {
  if (!existsSync(join(root, "node_modules"))) refuse("The packages are not installed.", "Install them with: npm ci");
  if (!existsSync(own)) {
    refuse(
      `This is Node ${process.versions.node}; SleekApp runs on the Node 22 that npm installs beside it, and that is missing.`,
      "Install it with: npm ci   (with install scripts allowed; Node 20.19 or newer is enough for it)",
    );
  }
  if (realpathSync(own) !== realpathSync(process.execPath)) {
    // npm puts its Node first on the path; somebody who calls a file directly gets the same one.
    const { status } = spawnSync(own, process.argv.slice(1), { stdio: "inherit" });
    process.exit(status ?? 1);
  }
  // Node's own notes on its experimental parts (SQLite) say nothing to somebody who runs a command.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") console.warn(warning);
  });
  await load();
}
