import { getImport, previewImport, startImport } from "@sleekapp/contracts/product-import";
import type { ImportView } from "@sleekapp/core/product-import/model";
import { useEffect, useState } from "react";
import type { Output } from "../../lib/api.ts";
import { useDraft } from "../../lib/draft.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, Note, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { MissingList, focusField } from "../../ui/missing-list.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { type FileAnswers, missingItems, noAnswers, openOf, parseAnswers, sendable } from "./answers.ts";
import { LeftOut, WillBeMade, Waiting, summary } from "./preview.tsx";
import { Questions } from "./questions.tsx";

const TYPING_MS = 600;

/** What was answered last, once nothing has been typed for a moment. */
function useSettled(answers: FileAnswers): FileAnswers {
  const [settled, setSettled] = useState(answers);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(answers), TYPING_MS);
    return () => clearTimeout(timer);
  }, [answers]);
  return settled;
}

const AnotherFile = () => (
  <ButtonLink to="/app/products/import" className="self-start">
    Choose another file
  </ButtonLink>
);

/** What waits, what is left out and what will be made. */
const Outlook = ({ preview }: { readonly preview: Output<typeof previewImport> }) => (
  <>
    {preview.waiting.length > 0 ? (
      <Panel title="Waiting for an answer" flush>
        <Waiting waiting={preview.waiting} />
      </Panel>
    ) : null}
    {preview.rejected.length > 0 ? (
      <Panel title="Rows left out" flush>
        <LeftOut rejected={preview.rejected} all={preview.rejections} />
      </Panel>
    ) : null}
    <Panel title="What will be made" flush={preview.create.length > 0}>
      <WillBeMade preview={preview} />
    </Panel>
  </>
);

/** Says that the worker came upon questions which the beginning of the file did not ask. */
const FurtherDown = ({ needs }: Pick<ImportView, "needs">) =>
  needs.length === 0 ? null : (
    <Note tone="waiting">
      <p className="font-medium">The file asks more further down</p>
      <p className="text-ink-2">It was read to its end, and nothing was made. Answer what is open, then start it again.</p>
    </Note>
  );

/** The questions a file leaves open, and what importing it with the answers would make; nothing is made before it is started. */
export function Prepare({ job }: { readonly job: ImportView }) {
  const { jobId } = job;
  const params = { jobId };
  const { value: answers, save } = useDraft({ key: `import.${jobId}`, initial: noAnswers, parse: parseAnswers, keep: "device" });
  const settled = sendable(useSettled(answers));
  const asItIs = useRead(previewImport, { params, body: { answers: noAnswers } });
  const preview = useRead(previewImport, { params, body: { answers: settled } }, { keep: true });
  const start = useCommand(startImport, { refresh: [getImport] });
  const [isAsked, setAsked] = useState(false);
  const failure = asItIs.error ?? preview.error;
  if (failure) {
    return (
      <div className="flex flex-col gap-4">
        <ErrorPanel error={failure} title="The file could not be read" onRetry={() => void Promise.all([asItIs.refetch(), preview.refetch()])} />
        <AnotherFile />
      </div>
    );
  }
  if (!asItIs.data || !preview.data) return <PreviewSkeleton />;
  const { types, tags } = asItIs.data;
  const needs = [...asItIs.data.needs, ...job.needs.filter(({ field }) => !asItIs.data.needs.some((one) => one.field === field))];
  const missing = missingItems([...preview.data.needs, ...openOf(job.needs, settled)]);
  const isFresh = !preview.isPlaceholderData && JSON.stringify(settled) === JSON.stringify(sendable(answers));
  const begin = (isDryRun: boolean) => {
    setAsked(true);
    const [first] = missing;
    if (first) focusField(first.field);
    else start.mutate({ params, body: { answers: settled, isDryRun } });
  };
  return (
    <div className="flex flex-col gap-6">
      {needs.length > 0 ? (
        <Panel title="What the file does not say">
          <Questions {...{ needs, types, tags, answers }} onChange={save} />
        </Panel>
      ) : null}
      <FurtherDown needs={job.needs} />
      {isAsked ? <MissingList title="Before it can start" items={missing} /> : null}
      <FormError error={start.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" size="large" busy={start.isPending} disabled={!isFresh} onClick={() => begin(false)}>
          Start the import
        </Button>
        <Button size="large" disabled={!isFresh || start.isPending} onClick={() => begin(true)}>
          Check first
        </Button>
        <p role="status" className="tnum text-ink-2">
          {isFresh ? `${summary(preview.data)}.` : "Reading the file with your answers"}
        </p>
      </div>
      <Outlook preview={preview.data} />
      <AnotherFile />
    </div>
  );
}

const PreviewSkeleton = () => (
  <Loading label="Reading the file" className="flex flex-col gap-6">
    <Skeleton className="h-40" />
    <SkeletonText lines={5} />
  </Loading>
);
