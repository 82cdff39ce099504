// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code.tsx";

const uri = "otpauth://totp/SleekApp:ada@example.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=SleekApp";

test("a code is an image with a name, every dark module once, on white with a quiet zone of four", () => {
  const { container } = render(<QrCode text={uri} label="QR code for your app" />);

  const svg = screen.getByRole("img", { name: "QR code for your app" });
  const dark = encode(uri, { ecc: "M", border: 4 }).data.flat().filter(Boolean).length;
  const [, , width, height] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  expect(width).toBe(height);
  expect((container.querySelector("path")?.getAttribute("d") ?? "").match(/M/g)).toHaveLength(dark);
  expect(container.querySelector("path")?.getAttribute("d")).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
  expect(container.querySelector("rect")?.getAttribute("fill")).toBe("#fff");
});
