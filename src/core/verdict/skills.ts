/** A kind of work, and the benchmarks that speak of it, the one to trust most first. */
export interface Skill {
  readonly id: string;
  readonly label: string;
  readonly benchmarks: readonly string[];
  /** A suite of the team's own. */
  readonly isOwn?: boolean;
}

/**
 * One benchmark a skill counts, so that ten tests of one thing are not ten votes. Where the first has
 * no usable row the next stands in.
 */
export const skills: readonly Skill[] = [
  {
    id: "coding-agent",
    label: "coding agents",
    benchmarks: [
      "swe-bench-pro",
      "terminal-bench-2.1",
      "terminal-bench-2",
      "swe-bench-verified",
      "swe-bench-multilingual",
      "multi-swe-bench",
      "oh-swe-bench",
      "terminal-bench-hard",
      "terminal-bench-1",
    ],
  },
  {
    id: "coding",
    label: "writing code",
    benchmarks: ["livecodebench", "aider-polyglot", "scicode", "ojbench", "humaneval", "mbpp"],
  },
  {
    id: "tool-agent",
    label: "tool agents",
    benchmarks: [
      "tau2-bench",
      "tau3-banking",
      "bfcl-v4",
      "mcp-atlas",
      "toolathlon",
      "vita-bench",
      "tau-bench",
      "bfcl-v3",
    ],
  },
  {
    id: "computer-use",
    label: "computer use",
    benchmarks: ["osworld-verified", "androidworld", "screenspot-pro", "osworld"],
  },
  { id: "search", label: "research on the web", benchmarks: ["browsecomp", "oh-gaia"] },
  {
    id: "instruction-following",
    label: "following instructions",
    benchmarks: ["ifbench", "multichallenge", "ifeval", "multi-if"],
  },
  {
    id: "knowledge",
    label: "knowledge",
    benchmarks: ["mmlu-pro", "supergpqa", "mmlu-redux", "mmlu"],
  },
  { id: "science", label: "science questions", benchmarks: ["gpqa-diamond", "hle", "critpt"] },
  {
    id: "maths",
    label: "mathematics",
    benchmarks: [
      "frontiermath",
      "aime-2026",
      "hmmt",
      "aime-2025",
      "math-500",
      "aime-2024",
      "math",
      "gsm8k",
    ],
  },
  {
    id: "long-documents",
    label: "long documents",
    benchmarks: ["aa-lcr", "longbench-v2", "mrcr-v2", "ruler", "mmlongbench-doc"],
  },
  {
    id: "vision",
    label: "images",
    benchmarks: ["mmmu-pro", "mmmu", "mathvision", "charxiv-r", "mathvista", "simplevqa"],
  },
  { id: "video", label: "video", benchmarks: ["video-mmmu", "video-mme"] },
  {
    id: "extraction",
    label: "reading documents",
    benchmarks: ["ocrbench", "omnidocbench-1.5", "docvqa", "chartqa"],
  },
  {
    id: "multilingual",
    label: "many languages",
    benchmarks: ["mmmlu", "mmlu-prox", "include", "global-piqa", "mgsm"],
  },
  { id: "chinese", label: "Chinese knowledge", benchmarks: ["c-eval"] },
  { id: "factuality", label: "recalling facts", benchmarks: ["simpleqa", "aa-omniscience"] },
];
