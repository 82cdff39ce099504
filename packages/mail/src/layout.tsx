/** @jsxImportSource hono/jsx */
import type { FC, PropsWithChildren } from "hono/jsx";
import { raw } from "hono/html";
import { ink, sans, serif, sheet } from "./style.ts";
import type { Sender } from "./template.tsx";

type Props = PropsWithChildren<{ subject: string; preview: string; why: string; sender: Sender | undefined }>;

const cell = { fontFamily: sans };

const Wordmark: FC = () => (
  <tr data-text="none">
    <td class="edge" style={{ padding: "28px 36px 0" }}>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
        <tr>
          <td
            class="ink"
            style={{ fontFamily: serif, fontSize: "20px", lineHeight: "24px", color: ink.ink, whiteSpace: "nowrap", paddingRight: "16px" }}
          >
            SleekApp
          </td>
          <td width="100%" style={{ verticalAlign: "middle" }}>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
              <tr>
                <td width="100%" style={{ verticalAlign: "middle" }}>
                  <div class="line" style={{ borderTop: `1px solid ${ink.line}`, fontSize: "0", lineHeight: "0" }}></div>
                </td>
                <td style={{ verticalAlign: "middle" }}>
                  <div
                    class="knot"
                    style={{ width: "7px", height: "7px", borderRadius: "7px", backgroundColor: ink.indigo, fontSize: "0", lineHeight: "0" }}
                  ></div>
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>
    </td>
  </tr>
);

const Footer: FC<{ why: string; sender: Sender | undefined }> = ({ why, sender }) => {
  const small = { ...cell, margin: "0 0 6px", fontSize: "12px", lineHeight: "18px", color: ink.ink3 };
  return (
    <>
      <p class="ink3" style={small}>
        {why}
      </p>
      <p class="ink3" style={{ ...small, margin: "0" }}>
        Something wrong or unclear? Reply to this mail
        {sender === undefined ? null : (
          <>
            {" "}
            or write to{" "}
            <a class="link" href={`mailto:${sender.replyTo}`} style={{ color: ink.indigo }}>
              {sender.replyTo}
            </a>
          </>
        )}
        .
      </p>
    </>
  );
};

/** The page around every mail: one narrow column of tables, the wordmark with its thread, the words, why it came and how to answer. */
export const Layout: FC<Props> = ({ subject, preview, why, sender, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{subject}</title>
      <style>{raw(sheet)}</style>
    </head>
    <body class="ground" style={{ margin: "0", padding: "0", backgroundColor: ink.ground }}>
      <div data-text="none" style={{ display: "none", maxHeight: "0", overflow: "hidden", opacity: "0", fontSize: "1px", lineHeight: "1px" }}>
        {preview}
      </div>
      <table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style={{ backgroundColor: ink.ground }}>
        <tr>
          <td align="center" style={{ padding: "24px 12px 40px" }}>
            <table
              role="presentation"
              class="surface"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              style={{
                maxWidth: "560px",
                backgroundColor: ink.surface,
                border: `1px solid ${ink.line}`,
                borderRadius: "10px",
                borderCollapse: "separate",
                textAlign: "left",
              }}
            >
              <Wordmark />
              <tr>
                <td class="edge" style={{ padding: "24px 36px 12px" }}>
                  {children}
                </td>
              </tr>
            </table>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={{ maxWidth: "560px", textAlign: "left" }}>
              <tr>
                <td class="edge" style={{ padding: "16px 37px 0" }}>
                  <Footer why={why} sender={sender} />
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>
    </body>
  </html>
);
