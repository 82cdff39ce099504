import { Directory } from "@sleekapp/core/ports/directory";
import { Blob, Links, Media } from "@sleekapp/core/ports/blob";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";

/** Storage, queues and a user pool in memory, as far as a person's data gets into them. */
export function useMemory() {
  const files = new Map<string, Uint8Array>();
  const sent: { readonly queue: string; readonly id: string; readonly body: unknown }[] = [];
  const pool = new Set<string>();
  /** Called before everything that is done to the outside; a test that wants a crash throws here. */
  const hook: { before?: (what: string) => void } = {};
  const put = async ({ key, bytes }: { readonly key: string; readonly bytes: Uint8Array }) => {
    hook.before?.(`put ${key}`);
    files.set(key, bytes);
  };
  const remove = async (key: string) => {
    hook.before?.(`remove ${key}`);
    files.delete(key);
  };
  const provide = () => {
    Blob.provide({ put, get: async (key) => files.get(key), remove });
    Media.provide({ put, remove });
    Links.provide({
      presignPost: async ({ key }) => ({ url: "https://bucket.example", fields: {}, key }),
      presignGet: async ({ key }) => `https://bucket.example/${key}`,
    });
    Queue.provide({
      send: async (queue, messages) => {
        hook.before?.(`send to ${queue}`);
        sent.push(...messages.map(({ id, body }) => ({ queue, id, body })));
      },
    });
    Secrets.provide({ get: async (name) => `secret of ${name}` });
    Directory.provide({
      find: async () => undefined,
      signOutEverywhere: async () => undefined,
      removeSecondFactor: async () => undefined,
      forget: async (userId) => {
        hook.before?.("forget in the pool");
        pool.delete(userId);
      },
    });
  };
  return { files, sent, pool, hook, provide };
}
export type Memory = ReturnType<typeof useMemory>;

/** The words that turn up in one of the values, each with where. */
export function sees(values: readonly unknown[], words: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const text = (JSON.stringify(value) ?? "").toLowerCase();
    return words.filter((word) => text.includes(word.toLowerCase())).map((word) => `${word} in ${text.slice(0, 200)}`);
  });
}
