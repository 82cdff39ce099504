import { reportStage } from "@sleekapp/contracts/production";
import { ImageType } from "@sleekapp/core/upload/model";
import { useState } from "react";
import { useDraft } from "../../lib/draft.ts";
import { useCommand } from "../../lib/query.ts";
import { Slider } from "../../ui/choice.tsx";
import { Field, Select, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { FileDrop, UploadList } from "../../ui/upload.tsx";
import { type Order, orderReads } from "../order/reads.ts";
import { likelyStage, problemsOf, ReportDraft, reportableStages } from "./report-form.ts";
import { MAX_PHOTOS, type usePhotos, useStagePhotos } from "./stage-photos.ts";

type Stage = Order["stages"][number];
type SheetProps = { readonly order: Order; readonly onClose: () => void };

const fresh = (stage: Stage): ReportDraft => ({ position: stage.position, percent: stage.percent, note: "" });

/** How far a stage is, from the floor: percent, a note, photos. Made for a phone held in one hand. */
export function ReportSheet({ order, onClose }: SheetProps) {
  const stages = reportableStages(order);
  const likely = likelyStage(stages);
  if (!likely) return null;
  return <OpenSheet order={order} stages={stages} likely={likely} onClose={onClose} />;
}

function useReport({ order, stages, likely, onClose }: SheetProps & { readonly stages: readonly Stage[]; readonly likely: Stage }) {
  const { orderId } = order;
  const draft = useDraft({ key: `report.${orderId}`, initial: fresh(likely), parse: (value) => ReportDraft.safeParse(value).data });
  const stage = stages.find(({ position }) => position === draft.value.position) ?? likely;
  const photos = useStagePhotos(orderId);
  const [asked, setAsked] = useState(false);
  const report = useCommand(reportStage, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const value = { ...draft.value, position: stage.position };
  const problems = problemsOf(value, stage);
  const submit = () => {
    setAsked(true);
    if (problems.note ?? problems.percent) return;
    const note = value.note.trim();
    const ready = photos.uploads.flatMap(({ result }) => (result ? [result] : []));
    report.mutate({
      params: { orderId, position: stage.position },
      body: { percent: value.percent, ...(note ? { note } : {}), ...(ready.length > 0 ? { photos: ready } : {}) },
    });
  };
  return { value, save: draft.save, stage, photos, report, problems: asked ? problems : {}, submit };
}

function OpenSheet(props: SheetProps & { readonly stages: readonly Stage[]; readonly likely: Stage }) {
  const { value, save, photos, report, problems, submit } = useReport(props);
  const choose = (position: number) => {
    const stage = props.stages.find((one) => one.position === position);
    if (stage) save({ ...fresh(stage), note: value.note });
  };
  return (
    <FormDialog
      title="Report progress"
      description={`${props.order.title}, ${props.order.orderNumber}`}
      action={photos.busy ? "Photos are on their way" : "Send report"}
      busy={report.isPending}
      disabled={photos.busy}
      error={report.error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Field label="Stage">
        <Select value={value.position} onChange={(event) => choose(Number(event.target.value))}>
          {props.stages.map((stage) => (
            <option key={stage.position} value={stage.position}>
              {stage.name} ({stage.percent} %)
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Done so far" error={problems.percent}>
        <Slider value={value.percent} onChange={(percent) => save({ ...value, percent })} min={0} max={100} step={5} unit="%" />
      </Field>
      <Field label="Note" hint="The buyer reads it." error={problems.note}>
        <Textarea value={value.note} maxLength={1000} rows={3} onChange={(event) => save({ ...value, note: event.target.value })} />
      </Field>
      <Photos photos={photos} noun="report" />
    </FormDialog>
  );
}

/** Where photos are added, six at most, and those that were. */
export function Photos({ photos, noun }: { readonly photos: ReturnType<typeof usePhotos>; readonly noun: string }) {
  const { uploads, add, remove, retry } = photos;
  const left = MAX_PHOTOS - uploads.length;
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label="Add photos"
        hint={left > 0 ? `JPEG, PNG, WebP or AVIF; ${left} more can be added.` : `That is as many as a ${noun} takes.`}
        accept={ImageType.options}
        disabled={left <= 0}
        onFiles={(files) => add(files.slice(0, left))}
      />
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
    </div>
  );
}
