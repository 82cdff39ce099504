/** The part of mailparser that the stand-in uses; the package brings no types. */
declare module "mailparser" {
  interface AddressField {
    readonly value: readonly { readonly address?: string }[];
  }

  interface Parsed {
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string | false;
    readonly from?: AddressField;
    readonly to?: AddressField | readonly AddressField[];
    readonly cc?: AddressField | readonly AddressField[];
    readonly bcc?: AddressField | readonly AddressField[];
    readonly replyTo?: AddressField;
    readonly headerLines: readonly { readonly key: string; readonly line: string }[];
    readonly attachments: readonly {
      readonly filename?: string;
      readonly contentType: string;
      readonly content: Buffer;
      readonly related?: boolean;
    }[];
  }

  export function simpleParser(source: Buffer, options?: Record<string, unknown>): Promise<Parsed>;
}
