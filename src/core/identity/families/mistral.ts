import { revisionBehind } from "../suffix-rules.ts";
import type { Family } from "./family.ts";

/** Mistral dates its API names and numbers its announcements; both name one model. */
export const mistral: Family = {
  maker: "mistral",
  starts:
    /^(?:mistral|ministral|mixtral|magistral|devstral|codestral|pixtral|voxtral|mathstral|open-mi|open-codestral|labs-)/,
  spellings: [
    [/^(?:open|labs)-(?=mi|de|le|co)/, ""],
    [/^(mistral-(?:small|medium|large)|ministral)(?=\d)/, "$1-"],
    [/^(mistral-(?:small|medium|large))-(\d)-(\d)(?=-(?!\d$)|$)/, "$1-$2.$3"],
    [/^(mistral-(?:small|medium|large))-([34])([1-9])(?=-|$)/, "$1-$2.$3"],
    [/^mistral-(\d(?:\.\d)?)-(small|medium|large)(?=-|$)/, "mistral-$2-$1"],
    [/^(mistral-(?:small|medium|large)-\d)\.0(?=-(?!\d$)|$)/, "$1"],
    [/-(\d\d)\.(\d\d)$/, "-$1$2"],
    [/-v0-(\d)$/, "-v0.$1"],
  ],
  suffixes: [
    revisionBehind(/-\d{4}$/),
    { attribute: "revision", pattern: /-(00\d)$/ },
    { attribute: "option", pattern: /-(32768)$/, after: /^mixtral/ },
  ],
  names: [
    [/^(mistral-(?:small|medium|large)-\d(?:\.\d)?)-(?:22|24|119|123|128|675)b(?=-|$)/, "$1"],
    [/^((?:mistral|ministral|devstral)-[a-z0-9.-]*?)-instruct(?=-\d{4}$|$)/, "$1"],
    [/^mistral-small-(?:24b-|3-)?2501$|^mistral-small-24b$/, "mistral-small-3"],
    [/^mistral-small-(?:3\.1-)?2503$/, "mistral-small-3.1"],
    [/^mistral-small-(?:3\.2-)?2506$/, "mistral-small-3.2"],
    [/^mistral-small-(?:4-)?2603$/, "mistral-small-4"],
    [/^mistral-medium-(?:3-)?2505$/, "mistral-medium-3"],
    [/^mistral-medium-(?:3\.1-)?2508$/, "mistral-medium-3.1"],
    [/^mistral-medium-(?:3\.5-)?2604$/, "mistral-medium-3.5"],
    [/^mistral-large-(?:3-)?2512$/, "mistral-large-3"],
    [/^mistral-large-2\.1(?:-2411)?$|^mistral-large-2-2411$/, "mistral-large-2411"],
    [/^mistral-large-2-2407$/, "mistral-large-2407"],
    [/^ministral-(?:3-)?(3b|8b|14b)-2512$/, "ministral-3-$1"],
    [/^ministral-(3b|8b|14b)-3\.0$/, "ministral-3-$1"],
    [/^ministral-14b$/, "ministral-3-14b"],
    [/^ministral-(3b|8b)-2410$/, "ministral-$1"],
    [/^devstral-(?:2-)?(?:123b-)?2512$|^devstral-2-123b$/, "devstral-2"],
    [/^devstral-small-(?:2-)?(?:24b-)?2512$|^devstral-small-2-24b$/, "devstral-small-2"],
    [/^devstral-small-1\.1$/, "devstral-small-2507"],
    [/^(mistral-nemo)-(?:2407|12b|12b-2407)$/, "$1"],
    [/^mistral-saba-24b$/, "mistral-saba"],
    [/^pixtral-12b-2409$/, "pixtral-12b"],
    [/^voxtral-small-24b-2507$/, "voxtral-small-2507"],
    [/^voxtral-mini-3b-2507$/, "voxtral-mini-2507"],
    [/^(mi[sx]tral-(?:7b|8x7b|8x22b))-instruct(-v0\.\d)?$/, "$1$2"],
  ],
  baseUnless: {
    names: /^mi[sx]tral-(?:7b|8x7b|8x22b)(?:-v0\.\d)?$/,
    organisations: /^mistralai$/,
    word: /instruct/,
  },
};
