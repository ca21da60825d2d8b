import type { Family } from "./family.ts";

/** Mistral dates its API names and numbers its announcements; both name one model. */
export const mistral: Family = {
  maker: "mistral",
  starts:
    /^(?:mistral|ministral|mixtral|magistral|devstral|codestral|pixtral|voxtral|mathstral|open-mi|open-codestral|labs-)/,
  spellings: [
    [/^(?:open|labs)-(?=mi|de|le|co)/, ""],
    [/^(mistral-(?:small|medium|large)|ministral)(?=\d)/, "$1-"],
    [/^(mistral-(?:small|medium|large))-(\d)-(\d)(?=-|$)/, "$1-$2.$3"],
    [/^mistral-(\d(?:\.\d)?)-(small|medium|large)(?=-|$)/, "mistral-$2-$1"],
    [/\.0(?=-|$)/, ""],
  ],
  suffixes: [
    { attribute: "revision", pattern: /(?<=-\d{4})-(v1-0)$/ },
    {
      attribute: "nothing",
      pattern: /(?<=^mistral-(?:small-3|small-4|large-3|medium-3)[a-z0-9.-]*)-instruct$/,
    },
    { attribute: "nothing", pattern: /(?<=^(?:mi|de)[nv]\w+-[a-z0-9.-]*)-instruct$/ },
    { attribute: "nothing", pattern: /(?<=^mistral-small-3(?:\.[12])?)-24b$/ },
    { attribute: "nothing", pattern: /(?<=^mistral-large-3)-675b$/ },
  ],
  names: [
    [/^(mistral-small-\d(?:\.\d)?)-24b-instruct-(\d{4})$/, "$1-$2"],
    [/^mistral-small(?:-24b(?:-instruct)?)?-2501$|^mistral-small-3-2501$/, "mistral-small-3"],
    [/^mistral-small(?:-3\.1)?-2503$/, "mistral-small-3.1"],
    [/^mistral-small(?:-3\.2)?-2506$/, "mistral-small-3.2"],
    [/^mistral-small(?:-4(?:-119b)?)?-2603$|^mistral-small-4-119b$/, "mistral-small-4"],
    [/^mistral-medium(?:-3)?-2505$/, "mistral-medium-3"],
    [/^mistral-medium(?:-3\.1)?-2508$/, "mistral-medium-3.1"],
    [/^mistral-medium(?:-3\.5)?-2604$/, "mistral-medium-3.5"],
    [/^mistral-large(?:-3(?:-675b-instruct)?)?-2512$/, "mistral-large-3"],
    [/^mistral-large-2(?:\.1)?-2411$|^mistral-large-2\.1$/, "mistral-large-2411"],
    [/^mistral-large-2-2407$/, "mistral-large-2407"],
    [/^ministral-(?:3-)?(3b|8b|14b)-2512$/, "ministral-3-$1"],
    [/^ministral-3-(3b|8b|14b)-instruct-2512$/, "ministral-3-$1"],
    [/^ministral-14b$/, "ministral-3-14b"],
    [/^ministral-(3b|8b)(?:-instruct)?-2410$/, "ministral-$1"],
    [/^devstral-(?:2-)?(?:123b-)?(?:instruct-)?2512$|^devstral-2-123b$/, "devstral-2"],
    [
      /^devstral-small-(?:2-)?(?:24b-)?(?:instruct-)?2512$|^devstral-small-2-24b$/,
      "devstral-small-2",
    ],
    [/^devstral-small-(?:1\.1|2507)$/, "devstral-small-2507"],
    [/^(mistral-nemo)-(?:instruct-)?(?:2407|12b)$|^mistral-nemo-instruct$/, "mistral-nemo"],
    [/^(mi[sx]tral-(?:7b|8x7b|8x22b))-instruct$/, "$1"],
    [/^(mi[sx]tral-(?:7b|8x7b|8x22b))-instruct-(v0\.\d)$/, "$1-$2"],
  ],
  baseUnless: {
    names: /^mi[sx]tral-(?:7b|8x7b|8x22b)(?:-v0\.\d)?$/,
    organisations: /^mistralai$/,
    word: /instruct/,
  },
};
