import { type App, Stack } from "sst/constructs";

/**
 * SST gives every stack a helper Lambda with 4 MB of code, no log retention and no use here: it uploads source maps and
 * prefetches SST's own secrets. There is no option against it in 2.49, so its maker is replaced before the first stack.
 */
export function withoutHelperLambdas(): void {
  Reflect.set(Stack.prototype, "createCustomResourceHandler", () => undefined);
}

/** SST keeps the name of each table, queue and function in an SSM parameter for `sst/node`, which nothing imports. */
export function withoutBindingParameters(app: App): void {
  for (const node of app.node.findAll()) Reflect.set(node, "_doNotAllowOthersToBind", true);
}
