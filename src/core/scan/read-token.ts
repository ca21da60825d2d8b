import { isHost, isRepackager, makerOf } from "../identity/vendors.ts";
import type { KnownNames, NameStrength } from "./known-names.ts";
import { isFileOrAddress, isLookAlike } from "./look-alikes.ts";

/** A name inside a token: signs `start` to `end` of it. */
export interface NamePart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `null`: it looks like a model and no rule leads to one. */
  readonly model: string | null;
  readonly strength: NameStrength;
}

export interface TokenTerms {
  readonly names: KnownNames;
  readonly resolve: (name: string) => string | null;
}

interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A token holds few parts; a longer one is an address or generated. */
const mostSegments = 14;

/** The names in one unbroken run of letters, digits and `-_.:/@`: the longest first, none twice. */
export function readToken(token: string, terms: TokenTerms): readonly NamePart[] {
  if (/^ft:/i.test(token) && isLookAlike(token.slice(3).toLowerCase())) {
    return [part(token, { start: 0, end: token.length }, null)];
  }
  const segments = segmentsOf(token);
  if (segments.length === 0 || segments.length > mostSegments) return [];
  const whole = longest(token, segments, terms);
  if (whole !== undefined) return [whole];
  return eachOfSeveral(token, segments, terms);
}

/** The longest run of segments that means something where it stands; known names before look-alikes. */
function longest(
  token: string,
  segments: readonly Segment[],
  terms: TokenTerms,
): NamePart | undefined {
  let lookAlike: NamePart | undefined;
  for (let count = segments.length; count > 0; count--) {
    for (let first = 0; first + count <= segments.length; first++) {
      const span = spanOf(segments, first, count);
      if (span === undefined || !standsWell(token, span)) continue;
      const found = meaningOf(token, span, terms);
      if (found === undefined) continue;
      if (found.model !== null) return found;
      lookAlike ??= found;
    }
  }
  return lookAlike;
}

/** `gpt-4.1/gpt-4o`: alternatives, when every one of them is a known name. */
function eachOfSeveral(
  token: string,
  segments: readonly Segment[],
  terms: TokenTerms,
): readonly NamePart[] {
  const found = segments.map((segment) => meaningOf(token, segment, terms));
  const known = found.flatMap((each) => (each === undefined || each.model === null ? [] : [each]));
  const isList = segments.length > 1 && known.length === segments.length;
  return isList && /^[a-z0-9]/i.test(token) ? known : [];
}

function meaningOf(token: string, span: Segment, terms: TokenTerms): NamePart | undefined {
  const text = token.slice(span.start, span.end);
  const name = text.toLowerCase();
  const word = lastWordOf(name);
  if (!/[a-z0-9]$/.test(word) || isFileOrAddress(word)) return undefined;
  if (!isWrittenAsName(text, terms.names)) return undefined;
  const listed = terms.names.modelOf(name);
  if (listed !== undefined) {
    return { ...part(token, span, listed), strength: terms.names.strengthOf(name) ?? "sure" };
  }
  if (!/\d/.test(word) && !isLookAlike(word)) return undefined;
  if (!isLookAlike(word) && terms.names.strengthOf(word) !== "sure") return undefined;
  if (!isCalledThrough(text)) return undefined;
  return part(token, span, terms.resolve(text));
}

function part(token: string, { start, end }: Segment, model: string | null): NamePart {
  return { start, end, text: token.slice(start, end), model, strength: "sure" };
}

/** Interfaces take names as they are listed; with a capital letter it is prose, unless listed so. */
function isWrittenAsName(text: string, names: KnownNames): boolean {
  return text === text.toLowerCase() || text.includes("/") || names.isWrittenSo(text);
}

/** Parts between `/` and `:`, without the signs that lead or end the token. */
function segmentsOf(token: string): readonly Segment[] {
  return [...token.matchAll(/[^/:]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function spanOf(segments: readonly Segment[], first: number, count: number): Segment | undefined {
  const from = segments[first];
  const to = segments[first + count - 1];
  return from === undefined || to === undefined ? undefined : { start: from.start, end: to.end };
}

/** What an address or a path may have in front of a name and behind it. */
const before =
  /(?:^|[/:.])(?:models?|deployments|engines|foundation-model|inference-profile|library|huggingface\.co|hf\.co|openrouter\.ai)\/$/i;
const after =
  /^\/(?:chat|completions|embeddings|responses|messages|converse|invoke|images|audio|streamgeneratecontent|generatecontent)\b/i;

/** False inside the path of a file or the address of a page: a folder may be called as a model is. */
function standsWell(token: string, { start, end }: Segment): boolean {
  const ahead = token.slice(0, start);
  const behind = token.slice(end);
  const isLed = ahead === "" || ahead.endsWith(":") || before.test(ahead);
  const isPackage = ahead === "" && token.startsWith("@") && !token.startsWith("@cf/");
  return isLed && !isPackage && (behind === "" || behind.startsWith(":") || after.test(behind));
}

const folders = new Set(
  `src lib app apps bin dist build out docs doc test tests spec fixtures examples example scripts
  prompts prompt results result output outputs data assets images img icons public static pages page
  evals eval benchmarks logs tmp cache config configs posts blog notes node_modules`.split(/\s+/),
);
const unwrapped =
  /^(?:|models?|foundation-model|inference-profile|publishers|accounts|projects|locations|api|v\d+|arn|aws|(?:us|eu|ap|ca|sa|me)-[a-z]+-\d)$/;

/** Sellers and makers stand in front of a name, and at most one stranger, who is no folder. */
function isCalledThrough(text: string): boolean {
  const ahead = text.slice(0, Math.max(0, text.lastIndexOf("/"))).split(/[/:]/);
  const strangers = ahead.filter((each) => !isKnownAhead(each.toLowerCase()));
  return strangers.length <= 1 && strangers.every(mayBeSeller);
}

function isKnownAhead(word: string): boolean {
  return isHost(word) || makerOf(word) !== undefined || isRepackager(word) || unwrapped.test(word);
}

function mayBeSeller(word: string): boolean {
  return /^[a-z][a-z0-9_-]{1,30}$/.test(word) && !folders.has(word) && !isLookAlike(word);
}

/** `anthropic.claude-3-haiku` ends in `claude-3-haiku`; the tag of `qwen3:8b` belongs to its name. */
function lastWordOf(name: string): string {
  const last = name.slice(name.lastIndexOf("/") + 1);
  const own = last.replace(/^(?:[a-z-]+\.)+(?=[a-z])/, "");
  return own.replace(/^([a-z][a-z0-9.]*):(?=\d)/, "$1-");
}
