import { describe, expect, test } from "vitest";
import { formatDay, fitSubject, Link } from "./format.ts";
import { isTemplate, render, type TemplateName, templates } from "./index.ts";
import { samples } from "./samples.ts";

const sender = { replyTo: "hello@sleekapp.test", webOrigin: "https://sleekapp.test" };
const names = Object.keys(templates).filter(isTemplate);
const sent = (name: TemplateName, data: unknown = samples[name]) => templates[name].render(data, sender);

/** Every string of the data that the schema lets be any text is replaced by markup. */
const HOSTILE = `<script>alert("1")</script> & "two"`;
const poisoned = (name: TemplateName): unknown =>
  JSON.parse(JSON.stringify(samples[name]), (key, value: unknown) => {
    if (typeof value !== "string") return value;
    const isTyped =
      /^(https?:|\d{4}-\d{2}-\d{2}$|USD$)/.test(value) ||
      ["purpose", "notice", "memberKind", "state", "kind"].includes(key) ||
      (name === "code" && key === "code");
    return isTyped ? value : HOSTILE;
  });

/** Facts that a reader must find in both parts of the mail. */
const facts: { readonly [N in TemplateName]: readonly string[] } = {
  "account-confirmation": ["Confirm your address", "{####}"],
  "account-notice": ["recovery code", "every device has been signed out"],
  "approval-news": ["Rina Akter", "US$7,150.00", "Fri 13 Nov 2026", "autumn run"],
  "claim-news": ["SO-2026-000042", "Fri 18 Dec 2026", "collar is torn"],
  "balance-due": ["INV-2026-0042", "US$3,616.20", "Tue 8 Dec 2026"],
  "balance-invoice": ["INV-2026-0042", "US$3,616.20", "INV-2026-0042.pdf"],
  "deposit-due": ["INV-2026-0031", "US$1,549.80", "Tue 20 Oct 2026", "within 14 days"],
  code: ["418027", "10 minutes", "to see your quote"],
  "deposit-invoice": ["INV-2026-0031", "US$1,549.80", "Tue 20 Oct 2026"],
  "inquiry-message": ["Meghna Knit Composite (demo)", "same yarn", "US$14.30", "Fri 13 Nov 2026"],
  "quote-note": ["7Q4ZK2RM", "brushed inside", "An answer about your quote"],
  "rfq-news": ["Meghna Knit Composite (demo)", "US$14.30", "Fri 13 Nov 2026"],
  "lead-alert": ["Rina Akter", "kangaroo pocket", "Thu 15 Oct 2026"],
  "lead-follow-up": ["US$15,480.00", "Fri 13 Nov 2026", "lead-mails"],
  "lead-received": ["L-7Q4ZK2RM", "Thu 15 Oct 2026"],
  "inspection-conditional": ["Your decision", "7", "as they are"],
  "inspection-failed": ["did not pass", "open side seams", "14"],
  "inspection-passed": ["passed inspection", "50", "balance is invoiced"],
  invitation: ["Nordhavn Outdoor", "Freja Lund", "viewer", "Wed 21 Oct 2026"],
  "offer-accepted": ["Meghna Knit Composite (demo)", "US$3,925.00"],
  "offer-countered": ["Organic yarn", "US$3,925.00", "US$4,050.00"],
  "offer-declined": ["dye house is full", "another supplier"],
  "order-alarm": ["Nothing has been reported", "Thu 19 Nov 2026"],
  "order-completed": ["SO-2026-0107", "US$5,166.00", "500 pieces"],
  "order-delayed": ["past its day", "Sat 28 Nov 2026", "Sat 5 Dec 2026"],
  "order-expired": ["SO-2026-0107", "Tue 27 Oct 2026", "nothing is owed"],
  "order-delivered": ["Fri 18 Dec 2026", "count and check"],
  "order-offered": ["US$3,925.00", "Sat 28 Nov 2026", "Mon 19 Oct 2026"],
  "order-shipped": ["DHL Express", "JD014600006281230704", "Fri 11 Dec 2026"],
  "payment-receipt": ["US$1,549.80", "US$3,616.20", "deposit"],
  "refund-paid": ["US$1,549.80", "called off", "season was cut short", "five to ten working days"],
  "order-called-off": ["SO-2026-0107", "Fri 16 Oct 2026", "Nothing more is made"],
  "money-alert": ["US$1,549.80", "disputes a charge"],
  "product-approved": ["Lambswool crew-neck sweater", "catalogue"],
  "product-rejected": ["does not add up to 100 %", "another product"],
  "production-started": ["Embroidery", "planned Wed 4 Nov", "Sat 28 Nov 2026"],
  "promised-date-changed": ["Thu 3 Dec 2026", "Sat 28 Nov 2026", "dyed again", "later"],
  "quote-accepted": ["SO-2026-0107", "US$1,549.80", "US$5,166.00"],
  "quote-ready": ["Q-2026-0219", "US$5,166.00", "−US$420.00", "45 days", "Fri 13 Nov 2026"],
  "search-alert": ["4 new products", "Lambswool crew-neck sweater", "US$14.30", "Stop these mails"],
  "stage-updated": ["Sewing", "60 %", "late by 3 days", "done Sun 1 Nov", "Collars attached"],
  "supplier-application-received": ["Meghna Knit Composite (demo)", "Fri 2 Oct 2026"],
  "supplier-rejected": ["trade licence expired", "address of the factory"],
  "supplier-suspended": ["compliance certificate expired", "Orders you have accepted go on"],
  "supplier-verified": ["Meghna Knit Composite (demo)", "verified supplier"],
};

describe.each(names)("%s", (name) => {
  const mail = sent(name);

  test("says its facts in the HTML and in the text part", () => {
    for (const fact of facts[name]) {
      expect(mail.html).toContain(fact);
      expect(mail.text).toContain(fact);
    }
  });

  test("has a subject of one line and at most 78 characters", () => {
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(Array.from(mail.subject).length).toBeLessThanOrEqual(78);
    expect(mail.subject.length).toBeGreaterThan(5);
  });

  test("gives every link in the text part too", () => {
    const links = [...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map(([, href]) => (href ?? "").replaceAll("&amp;", "&"));

    for (const link of links) expect(mail.text).toContain(link);
  });

  test("says why it came and how to reach us", () => {
    expect(mail.text).toContain("You get this mail because");
    expect(mail.text).toContain("Reply to this mail or write to hello@sleekapp.test.");
  });

  test("escapes whatever people typed", () => {
    const { html, text, subject } = sent(name, poisoned(name));

    expect(html).not.toContain("<script");
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text.replaceAll(HOSTILE, "")).not.toContain("alert(");
  });

  test("leaves no tag, entity or empty value in the text part", () => {
    expect(mail.text).not.toMatch(/<[a-z/]|&(?:amp|quot|lt|gt|#39);|undefined|\[object|NaN/);
    expect(mail.html).not.toMatch(/>undefined<|\[object|NaN/);
  });

  test("refuses data it does not know", () => {
    expect(() => sent(name, { ...samples[name], stranger: 1 })).toThrow(/unrecognized_keys/);
    expect(() => sent(name, {})).toThrow(/invalid/);
  });
});

describe("the mails as a set", () => {
  test("the one-time code is not in the subject, nor in the line shown beside it", () => {
    const { subject, html } = render("code", { code: "418027", purpose: "quote", minutes: 10 });

    expect(subject).not.toContain("418027");
    expect(html.split("418027")).toHaveLength(2);
  });

  test("the account mail fits into what Cognito sends: 20,000 characters with its placeholder", () => {
    const { html } = render("account-confirmation", { code: "{####}", purpose: "reset" }, sender);

    expect(html.length).toBeLessThan(20_000);
    expect(html).toContain("{####}");
  });

  test("a link that is not http is refused", () => {
    expect(Link.safeParse("javascript:alert(1)").success).toBe(false);
    expect(() => render("supplier-verified", { company: "A", url: "data:text/html,hi" })).toThrow(/invalid_format/);
  });

  test("without a sender the footer asks for a reply", () => {
    expect(render("supplier-verified", { company: "A", url: "https://a.test/" }).text).toContain("Reply to this mail.");
  });

  test("a subject is cut at 78 characters and on one line", () => {
    expect(fitSubject(`a\r\nBcc: b@c.d ${"x".repeat(100)}`)).toHaveLength(78);
    expect(fitSubject("a\r\nb")).toBe("a b");
  });

  test("a day is written out in full whatever the machine's time zone", () => {
    expect(formatDay("2025-10-14")).toBe("Tue 14 Oct 2025");
  });

  test("a name from outside is a template only when it is in the registry", () => {
    expect(isTemplate("code")).toBe(true);
    expect(isTemplate("constructor")).toBe(false);
    expect(() => render("constructor", {})).toThrow("There is no mail of this name");
  });
});
