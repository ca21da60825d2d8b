import { it } from "vitest";
import { probeDocument } from "../../src/core/report/probe-document.ts";
import { documentToText } from "../../src/core/report/text.ts";
import { probed } from "./probed.ts";

it("all", async () => {
  const report = await probed(
    { reasoning: "reasoning_content", contextTokens: 2048, declaredTokens: 8192 },
    {},
  );
  console.log(documentToText(probeDocument(report, { catalog: [], keptIn: null }), { width: 110 }));
});
it("gibberish", async () => {
  const report = await probed({ mind: "gibberish" }, {});
  console.log(documentToText(probeDocument(report, { catalog: [], keptIn: null }), { width: 110 }));
});
