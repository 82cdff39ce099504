import { useCallback, useRef, useState } from "react";
import { ApiError, noAnswer } from "./api-error.ts";
import { shrinkPhoto } from "./image.ts";

/** Where the API lets one file go: a presigned POST with its exact fields. */
export type Slot = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

export type UploadState = "waiting" | "sending" | "checking" | "done" | "failed";

export type Upload<T> = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: UploadState;
  /** 0 to 100 */
  readonly percent: number;
  readonly error?: Error;
  readonly result?: T;
};

type Spec<S extends Slot, T> = {
  /** Asks the API for a place for exactly this file (type and length are part of what is signed). */
  readonly slot: (file: File) => Promise<S>;
  /** Tells the API that the bytes have arrived; what it answers is the result. */
  readonly confirm: (slot: S, file: File) => Promise<T>;
  readonly accept: readonly string[];
  readonly maxBytes: number;
  /** Makes photos smaller before they are sent and drops where they were taken. */
  readonly photos?: boolean;
};

const TRIES = 3;
const PARALLEL = 3;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One file to one slot, by XMLHttpRequest because only it tells how far it has come. Rejects with ApiError. */
export function postFile(input: {
  readonly slot: Slot;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onPercent: (percent: number) => void;
}): Promise<void> {
  const { slot, file, signal, onPercent } = input;
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(slot.fields)) form.append(name, value);
    form.append("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", slot.url);
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onPercent(Math.round((event.loaded / event.total) * 100)));
    request.addEventListener("load", () => (request.status >= 200 && request.status < 300 ? resolve() : reject(refused(request.status))));
    request.addEventListener("error", () => reject(noAnswer(undefined)));
    request.addEventListener("abort", () => reject(new DOMException("Cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

const refused = (status: number) =>
  new ApiError({
    status,
    code: "upload.refused",
    message:
      status === 403 || status === 400
        ? "The storage refused this file. Its kind or size is not what was asked for."
        : "The storage gave no usable answer.",
    requestId: `web-${crypto.randomUUID().slice(0, 8)}`,
  });

const megabytes = (bytes: number) => `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;

/** Why a file is not even tried, by its name; undefined when it may go. */
export function refusal(file: Pick<File, "name" | "size" | "type">, accept: readonly string[], maxBytes: number): string | undefined {
  const kind = accept.some((one) =>
    one.startsWith(".") ? file.name.toLowerCase().endsWith(one) : one.endsWith("/*") ? file.type.startsWith(one.slice(0, -1)) : file.type === one,
  );
  if (!kind) return `${file.name} is not one of the kinds taken here.`;
  if (file.size > maxBytes) return `${file.name} is ${megabytes(file.size)}; at most ${megabytes(maxBytes)} can be sent.`;
  if (file.size === 0) return `${file.name} is empty.`;
  return undefined;
}

/** Uploads files three at a time with progress, cancel and retry; each file stands alone. */
export function useUpload<S extends Slot, T>(spec: Spec<S, T>) {
  const [uploads, setUploads] = useState<readonly Upload<T>[]>([]);
  const files = useRef(new Map<string, { readonly file: File; readonly stop: AbortController }>());
  const queue = useRef<string[]>([]);
  const running = useRef(0);
  const latest = useRef(spec);
  latest.current = spec;

  const change = useCallback(
    (id: string, part: Partial<Upload<T>>) => setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  );

  const pump = useCallback(() => {
    const id = running.current < PARALLEL ? queue.current.shift() : undefined;
    const entry = id === undefined ? undefined : files.current.get(id);
    if (id === undefined || !entry) return;
    running.current += 1;
    void sendOne(latest.current, entry, (part) => change(id, part)).finally(() => {
      running.current -= 1;
      pump();
    });
    pump();
  }, [change]);

  const enqueue = useCallback(
    (id: string, file: File) => {
      files.current.set(id, { file, stop: new AbortController() });
      queue.current.push(id);
      pump();
    },
    [pump],
  );

  const add = (chosen: readonly File[]) => {
    for (const file of chosen) {
      const id = crypto.randomUUID();
      const reason = refusal(file, spec.accept, spec.maxBytes);
      const base = { id, name: file.name, bytes: file.size, percent: 0 };
      setUploads((all) => [...all, reason ? { ...base, state: "failed", error: new Error(reason) } : { ...base, state: "waiting" }]);
      if (!reason) enqueue(id, file);
    }
  };
  const remove = (id: string) => {
    files.current.get(id)?.stop.abort();
    files.current.delete(id);
    queue.current = queue.current.filter((one) => one !== id);
    setUploads((all) => all.filter((one) => one.id !== id));
  };
  const retry = (id: string) => {
    const entry = files.current.get(id);
    if (!entry) return;
    setUploads((all) =>
      all.map(({ error: _error, ...one }) =>
        one.id === id ? { ...one, state: "waiting", percent: 0 } : one.state === "failed" && _error ? { ...one, error: _error } : one,
      ),
    );
    enqueue(id, entry.file);
  };
  return { uploads, add, remove, retry, busy: uploads.some((one) => one.state === "waiting" || one.state === "sending" || one.state === "checking") };
}

async function sendOne<S extends Slot, T>(
  spec: Spec<S, T>,
  entry: { readonly file: File; readonly stop: AbortController },
  change: (part: Partial<Upload<T>>) => void,
): Promise<void> {
  const { signal } = entry.stop;
  try {
    const file = spec.photos ? await shrinkPhoto(entry.file) : entry.file;
    const slot = await tryThrice(() => spec.slot(file), signal);
    change({ state: "sending" });
    await tryThrice(() => postFile({ slot, file, signal, onPercent: (percent) => change({ percent }) }), signal);
    change({ state: "checking", percent: 100 });
    const result = await tryThrice(() => spec.confirm(slot, file), signal);
    change({ state: "done", result });
  } catch (error) {
    if (!signal.aborted) change({ state: "failed", error: error instanceof Error ? error : new Error(String(error)) });
  }
}

/** Three tries with growing pauses; a refusal (4xx) is final. */
async function tryThrice<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const final = signal.aborted || attempt === TRIES || (error instanceof ApiError && error.status >= 400 && error.status < 500);
      if (final) throw error;
      await pause(400 * attempt * attempt);
    }
  }
}
