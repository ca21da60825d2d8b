import type { Catalog } from "../../../core/catalog/catalog.ts";
import { withClaims } from "../../../core/catalog/with-claims.ts";
import { withEvidence } from "../../../core/catalog/with-evidence.ts";
import { identifierFor } from "../../../core/identity/identifier.ts";
import type { Outcome } from "../../../core/problems/problem.ts";
import type { Deps } from "../../../operations/operation.ts";
import { remoteDeps } from "../../../operations/remote-deps.ts";
import { catalogOver } from "../../../store/catalog-over.ts";
import { windowTitle } from "../layout/page-html.ts";
import type { CalculatorFile } from "../layout/site.ts";
import { pageAt } from "../page-rules.ts";
import { problemHtml, problemPage } from "../pages/problem-page.ts";

interface AnsweredAt {
  readonly markup: string;
  readonly isProblem: boolean;
}

/** The main part of the page at an address, as the server would draw it, or what is wrong with it. */
export async function answerAt(address: URL): Promise<AnsweredAt> {
  const answer = await pageAt(address, await opened());
  if (answer === undefined || answer.kind === "moved") throw new Error(`No page at ${address}`);
  const isProblem = answer.kind === "problem";
  const html = isProblem ? problemHtml(answer.problem) : answer.page.main;
  return { markup: String(html), isProblem };
}

interface DrawnPage {
  /** As the server names the kind of page, for styles. */
  readonly kind: string;
  readonly title: string;
  readonly markup: string;
}

/** The page at an address, or the other address where it stands. */
export async function pageHere(address: URL): Promise<DrawnPage | { readonly movedTo: string }> {
  const path = address.pathname.replace(/(?!^)\/(index\.html)?$/, "");
  const asked = new URL(path + address.search, address);
  const answer = await pageAt(asked, await opened());
  if (answer?.kind === "moved") return { movedTo: answer.address };
  if (answer === undefined) throw new Error(`No page at ${address}`);
  const page = answer.kind === "page" ? answer.page : problemPage(answer, path);
  return { kind: page.kind, title: windowTitle(page), markup: String(page.main) };
}

function opened(): Promise<Deps> {
  deps ??= openDeps().catch((error: unknown) => {
    deps = undefined;
    throw error;
  });
  return deps;
}

let deps: Promise<Deps> | undefined;

async function openDeps(): Promise<Deps> {
  const told: CalculatorFile = await (await fetched("/calculator.json")).json();
  const [index, facts] = await Promise.all([
    fetched(told.index).then((response) => response.json()),
    fetched(told.facts).then((response) => response.arrayBuffer()),
  ]);
  const bare = catalogOver(index, () => new Uint8Array(facts));
  const laid = laidOver(bare, told);
  const nothing = async () => {
    throw new Error("A browser reads no files.");
  };
  return remoteDeps({
    catalog: async () => laid,
    measured: async () => ({ ok: true, value: told.evidence }),
    workload: nothing,
    catalogAt: nothing,
    countPrompts: nothing,
    readCode: nothing,
    readResults: nothing,
    runs: nothing,
    sizing: nothing,
    modelConfig: nothing,
    readDecision: nothing,
    writeDecision: nothing,
    today: () => told.today,
  });
}

/** What the server has of its own, where it has anything: else names need not be indexed. */
function laidOver(bare: Catalog, { claims, ...told }: CalculatorFile): Outcome<Catalog> {
  const evidence = told.evidence ?? [];
  if (claims.length + evidence.length === 0) return { ok: true, value: bare };
  const identify = identifierFor(bare);
  const laid = withClaims(bare, claims, identify);
  return laid.ok ? { ok: true, value: withEvidence(laid.value, evidence, identify) } : laid;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
