import { DefectClass, DefectType, defectTypes } from "@sleekapp/core/inspection/rules";
import { ImageType } from "@sleekapp/core/upload/model";
import { Trash2 } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "../../ui/button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { FileDrop, UploadList } from "../../ui/upload.tsx";
import { useStagePhotos } from "../production/stage-photos.ts";
import { classesOf, type Row, type RowProblems, withType } from "./inspection-draft.ts";
import { classNames } from "./words.ts";

/** A defect is shown in this many photos at most. */
const MAX_PHOTOS = 4;

export type Photos = { readonly ready: readonly string[]; readonly busy: boolean };

type Props = {
  readonly orderId: string;
  readonly row: Row;
  readonly problems: RowProblems;
  /** The floor and the office of the factory send photos; the platform records without. */
  readonly withPhotos: boolean;
  readonly onChange: (row: Row) => void;
  readonly onPhotos: (photos: Photos) => void;
  readonly onRemove: () => void;
};

function DefectPhotos({ orderId, onPhotos }: Pick<Props, "orderId" | "onPhotos">) {
  const { uploads, add, remove, retry, busy } = useStagePhotos(orderId);
  const ready = uploads.flatMap(({ result }) => (result ? [result] : []));
  const known = ready.join();
  useEffect(() => {
    onPhotos({ ready, busy });
    // The list is made anew on every render; its names say whether it changed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [known, busy]);
  const left = MAX_PHOTOS - uploads.length;
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        label="Photos of it"
        hint={`At most ${MAX_PHOTOS}`}
        accept={ImageType.options}
        disabled={left <= 0}
        onFiles={(files) => add(files.slice(0, left))}
      />
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
    </div>
  );
}

/** One kind of defect: what, how bad, how many, with photos. */
export function DefectRow({ orderId, row, problems, withPhotos, onChange, onPhotos, onRemove }: Props) {
  const name = row.type ? defectTypes[row.type].name : "New defect";
  const choose = (value: string) => {
    const type = DefectType.safeParse(value).data;
    if (type) onChange(withType(row, type));
  };
  return (
    <fieldset aria-label={name} className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-3">
      <div className="flex items-end gap-2">
        <Field label="Defect" className="flex-1" error={problems.type}>
          <Select value={row.type ?? ""} onChange={(event) => choose(event.target.value)}>
            <option value="">Choose</option>
            {DefectType.options.map((type) => (
              <option key={type} value={type}>
                {defectTypes[type].name}
              </option>
            ))}
          </Select>
        </Field>
        <IconButton name={`Remove: ${name}`} icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="How bad">
          <Select
            value={row.class ?? ""}
            disabled={row.type === undefined}
            onChange={(event) => onChange({ ...row, class: DefectClass.safeParse(event.target.value).data })}
          >
            {(row.type ? classesOf(row.type) : []).map((kind) => (
              <option key={kind} value={kind}>
                {classNames[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Found" error={problems.count}>
          <QuantityInput value={row.count} unit="found" onChange={(count) => onChange({ ...row, count })} />
        </Field>
      </div>
      {withPhotos ? <DefectPhotos orderId={orderId} onPhotos={onPhotos} /> : null}
    </fieldset>
  );
}
