import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../source.ts";
import { placeOf, type Edit } from "./edit.ts";

/** Caches that belong to one tree and are written by what runs in it. */
const own = /^\.(vite|cache)/;

/** The packages of this tree, by reference; our own are those of the copy, or the copy would run what it was copied from. */
function linkPackages(tree: string, folder: string): void {
  const from = path.join(root, folder);
  if (!existsSync(from)) return;
  const to = path.join(tree, folder);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (name !== "@sleekapp" && !own.test(name)) symlinkSync(path.join(from, name), path.join(to, name));
}

function linkOurs(tree: string): void {
  const to = path.join(tree, "node_modules/@sleekapp");
  mkdirSync(to);
  for (const name of readdirSync(path.join(root, "packages"))) symlinkSync(path.join(tree, "packages", name), path.join(to, name));
}

/** A copy of the sources as they are now, committed or not, in which things may be broken: the sources themselves are never touched. */
export function copyTree(name: string): string {
  const tree = path.join(root, ".build/breaks", name);
  rmSync(tree, { recursive: true, force: true });
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0")) if (file !== "" && existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(tree, file));
  for (const folder of [".", ...readdirSync(path.join(root, "packages")).map((one) => `packages/${one}`)])
    linkPackages(tree, `${folder}/node_modules`);
  linkOurs(tree);
  return tree;
}

/** Does the work while one place of the tree is broken, and puts it right again. */
export async function whileBroken<T>(tree: string, edit: Edit, work: () => Promise<T>): Promise<T> {
  const file = path.join(tree, edit.file);
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, placeOf(edit, whole).broken);
  try {
    return await work();
  } finally {
    writeFileSync(file, whole);
  }
}
