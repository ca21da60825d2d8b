import { licenseClassOf } from "../catalog/license-class.ts";
import { type Property, properties } from "../catalog/property.ts";
import { placeStanding, regionsIn } from "../catalog/regions.ts";
import { capabilityOf, modalityOf } from "../compare/capability-of.ts";
import { modalitiesIn, propertyText } from "../compare/property-text.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { type ConstraintRule, demand, oneOf } from "./constraint-rule.ts";
import { type Bidder, bindingFact, type Judgement, judgeFact, judgeValue } from "./judgement.ts";

const region = oneOf("region", "=", "eu", (bidder, listed) =>
  judgeValue(bindingFact(bidder, "route.region"), properties["route.region"].label, (value) => {
    const standings = regionsIn(value).flatMap((stated) =>
      [...listed].map((asked) => placeStanding(asked, stated)),
    );
    if (standings.includes("within")) return "passes";
    return standings.includes("open") ? "unknown" : "fails";
  }),
);

/** Kept longer by default than asked, a route may still be had without retention: that stays open. */
function judgeRetention(bidder: Bidder, limitDays: number): Judgement {
  const property = "route.retention_days";
  const judged = judgeValue(
    bindingFact(bidder, property),
    properties[property].label,
    (value) => (Number(value) <= limitDays ? "passes" : "fails"),
    (value) => propertyText(property, value),
  );
  if (judged.result === "passes") return judged;
  const offer = bindingFact(bidder, "route.zero_retention_offered");
  if (knownValue(offer) !== true) return judged;
  const because = `${judged.because}; zero retention is offered, not given by default`;
  return { result: "unknown", because, sources: [...judged.sources, ...sourcesOf(offer)] };
}

const retention: ConstraintRule = {
  pattern: /^retention\s*<=\s*(\d{1,5})\s*d(?:ays?)?$/,
  example: "retention<=30d",
  read: (days) => (bidder) => judgeRetention(bidder, Number(days)),
};

const noRetention: ConstraintRule = {
  pattern: /^(no-retention)$/,
  example: "no-retention",
  read: () => (bidder) => judgeRetention(bidder, 0),
};

const modalityWords: ReadonlyMap<string, string> = new Map([
  ["images", "image"],
  ["vision", "image"],
  ["picture", "image"],
  ["speech", "audio"],
  ["file", "pdf"],
]);

/** What is listed passes. A list that leaves a kind out fails, unless a capability says otherwise. */
function modality(word: "input" | "output", example: string): ConstraintRule {
  const property: Property = `modality.${word}`;
  return oneOf(word, "=", example, (bidder, listed) => {
    const wanted = [...listed].map((each) => modalityWords.get(each) ?? each);
    const each = wanted.map((kind) => judgeModality(bidder, property, kind));
    const fails = each.find(({ result }) => result === "fails");
    return fails ?? each.find(({ result }) => result === "unknown") ?? allOf(each);
  });
}

function judgeModality(bidder: Bidder, property: Property, kind: string): Judgement {
  const { label } = properties[property];
  const capability = property === "modality.input" ? capabilityFor(kind) : undefined;
  if (capability !== undefined) {
    const { model: dossier, route } = bidder;
    const { value, because, sources } = capabilityOf({ dossier, route }, capability);
    if (value !== "unknown") {
      const result = value === "yes" ? "passes" : "fails";
      return { result, because: `${properties[capability].label}: ${because}`, sources };
    }
  }
  const fact = bindingFact(bidder, property);
  const mayLeaveOut = kind !== "text" && kind !== "image" && isHearsay(sourcesOf(fact));
  return judgeValue(fact, label, (value) => {
    if (modalitiesIn(value).includes(kind)) return "passes";
    return mayLeaveOut ? "unknown" : "fails";
  });
}

/** Collectors list text and images, and often nothing else. */
function isHearsay(sources: readonly Source[]): boolean {
  return sources.every(({ kind }) => kind === "aggregator");
}

function capabilityFor(kind: string) {
  switch (kind) {
    case modalityOf["cap.vision"]:
      return "cap.vision";
    case modalityOf["cap.audio_in"]:
      return "cap.audio_in";
    case modalityOf["cap.video"]:
      return "cap.video";
    case modalityOf["cap.pdf"]:
      return "cap.pdf";
    default:
      return undefined;
  }
}

function allOf(judgements: readonly Judgement[]): Judgement {
  return {
    result: "passes",
    because: [...new Set(judgements.map(({ because }) => because))].join("; "),
    sources: judgements.flatMap(({ sources }) => sources),
  };
}

/** By the name of the licence; where no rule knows it, conditions on commercial use say enough. */
const licenseClass = oneOf("license-class", "=", "permissive", (bidder, listed) => {
  const license = bindingFact(bidder, "model.license");
  const name = knownValue(license);
  const classed = name === undefined ? undefined : licenseClassOf(String(name));
  const label = "Licence class";
  if (classed !== undefined) {
    return {
      result: listed.has(classed) ? "passes" : "fails",
      because: `${label}: ${classed}, ${name}`,
      sources: [...sourcesOf(license), assumptions.licenseClass],
    };
  }
  const use = bindingFact(bidder, "model.commercial_use");
  const isConditional = conditional.has(String(knownValue(use)));
  const named = name === undefined ? "no source states the licence" : `${name} is not classed`;
  return isConditional
    ? {
        result: listed.has("restricted") ? "passes" : "fails",
        because: `${label}: restricted, ${name ?? "its terms"}`,
        sources: [...sourcesOf(license), ...sourcesOf(use)],
      }
    : { result: "unknown", because: `${label}: unknown, ${named}`, sources: sourcesOf(license) };
});

const conditional: ReadonlySet<string> = new Set(["allowed-with-conditions", "non-commercial"]);

const firstToken: ConstraintRule = {
  pattern: /^ttft\s*<=\s*(\d+(?:\.\d+)?\s*m?s)$/,
  example: "ttft<=800ms",
  read: (operand) => {
    const isSeconds = !/ms$/.test(operand);
    const limitMs = Number.parseFloat(operand) * (isSeconds ? 1000 : 1);
    return (bidder) => measured(bidder, "speed.ttft", (value) => value <= limitMs);
  },
};

const speed: ConstraintRule = {
  pattern: /^speed\s*>=\s*(\d+(?:\.\d+)?)$/,
  example: "speed>=50",
  read: (operand) => (bidder) =>
    measured(bidder, "speed.output", (value) => value >= Number(operand)),
};

function measured(bidder: Bidder, property: Property, test: (value: number) => boolean): Judgement {
  return judgeValue(
    bindingFact(bidder, property),
    properties[property].label,
    (value) => (test(Number(value)) ? "passes" : "fails"),
    (value) => propertyText(property, value),
  );
}

const selfHost: ConstraintRule = {
  pattern: /^(self-host)$/,
  example: "self-host",
  read: () => (bidder) => {
    const { route, model } = bidder;
    if (route !== undefined) {
      const because = `Machines: those of ${route.provider.name}, not your own`;
      return { result: "fails", because, sources: [] };
    }
    const open = judgeFact(
      model.fact("model.openness"),
      properties["model.openness"].label,
      (value) => value === "open-weights",
    );
    if (open.result !== "passes") return open;
    const use = model.fact("model.commercial_use");
    return knownValue(use) === "non-commercial"
      ? judgeFact(use, properties["model.commercial_use"].label, () => false)
      : open;
  },
};

/** What a team may use at all: terms, places, licences, kinds of input, speed. */
export const termsConstraints: readonly ConstraintRule[] = [
  licenseClass,
  region,
  demand("no-training", "route.trains_on_data", (value) => value === false),
  retention,
  noRetention,
  modality("input", "image,audio"),
  modality("output", "text"),
  firstToken,
  speed,
  selfHost,
];
