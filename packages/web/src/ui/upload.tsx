import { clsx } from "clsx";
import { RotateCw, Upload as UploadIcon, X } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { ApiError } from "../lib/api-error.ts";
import type { Upload, UploadState } from "../lib/upload.ts";
import { IconButton } from "./button.tsx";
import { Progress } from "./feedback.tsx";

type FileDropProps = {
  readonly label: string;
  /** Kinds and size, in words. */
  readonly hint: string;
  readonly accept: readonly string[];
  readonly multiple?: boolean;
  /** Opens the phone's camera for photos of the floor. */
  readonly camera?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A place to choose or drop files: a real file input, so keyboard and phone work as everywhere. */
export function FileDrop({ label, hint, accept, multiple = true, camera = false, disabled = false, onFiles }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files].slice(0, multiple ? undefined : 1));
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={clsx(
        "relative flex flex-col items-center gap-1 rounded-panel border border-dashed px-5 py-6 text-center transition-colors duration-150 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo",
        over ? "border-indigo bg-indigo-soft" : "border-control hover:bg-sunken",
      )}
    >
      <UploadIcon size={20} aria-hidden="true" className="text-ink-2" />
      <label htmlFor={id} className="font-medium text-indigo after:absolute after:inset-0">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-small text-ink-3">
        {hint}
      </p>
      <input
        id={id}
        type="file"
        accept={accept.join(",")}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        {...(camera ? { capture: "environment" as const } : {})}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

type UploadListProps<T> = { readonly uploads: readonly Upload<T>[]; readonly onRemove: (id: string) => void; readonly onRetry: (id: string) => void };

const words = { waiting: "Waiting", sending: "Sending", checking: "Checking", done: "Uploaded", failed: "Not sent" } as const;

/** Each file with its progress, and a way to cancel or retry that one alone. */
export function UploadList<T>({ uploads, onRemove, onRetry }: UploadListProps<T>) {
  if (uploads.length === 0) return null;
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {uploads.map((one) => (
        <UploadLine key={one.id} upload={one} onRemove={onRemove} onRetry={onRetry} />
      ))}
    </ul>
  );
}

const settled = (state: UploadState) => state === "done" || state === "failed";
const tone = (state: UploadState) => (state === "failed" ? "text-madder" : state === "done" ? "text-leaf" : "text-ink-3");

function UploadLine<T>({ upload, onRemove, onRetry }: Omit<UploadListProps<T>, "uploads"> & { readonly upload: Upload<T> }) {
  const { id, name, state, percent, error } = upload;
  return (
    <li className="flex items-center gap-3 py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <div className="mb-1 flex justify-between gap-4">
          <span className="truncate">{name}</span>
          <span className={clsx("tnum shrink-0 text-small", tone(state))}>{state === "sending" ? `${percent} %` : words[state]}</span>
        </div>
        {error ? (
          <p className="text-small text-madder">{error.message}</p>
        ) : (
          <Progress
            value={state === "done" ? 100 : percent}
            label={`${name}: ${words[state].toLowerCase()}`}
            tone={state === "done" ? "leaf" : "indigo"}
          />
        )}
      </div>
      {error instanceof ApiError ? (
        <IconButton name={`Retry ${name}`} icon={<RotateCw size={16} aria-hidden="true" />} size="small" onClick={() => onRetry(id)} />
      ) : null}
      <IconButton
        name={`${settled(state) ? "Remove" : "Cancel"} ${name}`}
        icon={<X size={16} aria-hidden="true" />}
        size="small"
        onClick={() => onRemove(id)}
      />
    </li>
  );
}
