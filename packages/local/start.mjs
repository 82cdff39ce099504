import { onOwnNode } from "../../tools/own-node.mjs";

await onOwnNode(() => {
  // `npm run demo` says `play`: walk the whole way once instead of staying up.
  const isPlay = process.argv[2] === "play";
  if (isPlay) process.argv.splice(2, 1);
  return import(isPlay ? "./src/path/play.ts" : "./src/cli.ts");
});
