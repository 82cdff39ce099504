import { openImport } from "@sleekapp/contracts/product-import";
import { MAX_FILE_BYTES } from "@sleekapp/core/product-import/model";
import { call } from "../../lib/api.ts";
import { useUpload } from "../../lib/upload.ts";
import { Panel } from "../../ui/page-header.tsx";
import { FileDrop, UploadList } from "../../ui/upload.tsx";

const columns = "title, description, price, size, colour, SKU, stock, image, garment, fabric, gsm, MOQ, lead days";

/** The first step: the file goes straight to storage; what is in it is read on the next. */
export function SendFile({ onSent }: { readonly onSent: (jobId: string) => void }) {
  const { uploads, add, remove, retry } = useUpload({
    slot: () => call(openImport, {}),
    confirm: async ({ jobId }) => {
      onSent(jobId);
      return jobId;
    },
    accept: [".csv", "text/csv"],
    maxBytes: MAX_FILE_BYTES,
  });
  return (
    <Panel title="The file">
      <div className="flex flex-col gap-4">
        <FileDrop
          label="Choose a CSV file"
          hint={`UTF-8, up to 50,000 rows and ${MAX_FILE_BYTES / 1024 / 1024} MB`}
          accept={[".csv", "text/csv"]}
          multiple={false}
          onFiles={add}
        />
        <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
        <div className="measure flex flex-col gap-2 text-ink-2">
          <p>A product export from Shopify is taken as it is. In a file of your own the first row names the columns: {columns}.</p>
          <p>Nothing is made before you have seen what would be made. What the file does not say is asked once for all of it.</p>
        </div>
      </div>
    </Panel>
  );
}
