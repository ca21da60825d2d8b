import { describe, expect, test } from "vitest";
import type { Comparison } from "../../src/core/compare/comparison.ts";
import type { Verdict } from "../../src/core/verdict/verdict.ts";
import { withBeatenClone } from "./beaten-clone.ts";
import { mirrored } from "./mirrored.ts";
import {
  compare,
  comparer,
  day,
  isOnSale,
  randomModels,
  randomPairs,
  without,
} from "./whole-catalog.ts";

const pairs = randomPairs(300);
/** A few of them, where a catalog of its own is made for each question. */
const isOneOfThree = (models: readonly string[]) =>
  models.length === 2 && pairs.indexOf(models) % 3 === 0;
const patience = 60_000;
const crowds = randomModels(60, { atLeast: 3, atMost: 6 });
const answers = [...pairs, ...crowds].map((models) => ({ models, answer: compare(models) }));

/** Every counter-example with what is wrong in it; none is what a property asks for. */
function counterExamples(
  wrongIn: (answer: Comparison, models: readonly string[]) => readonly string[],
): readonly string[] {
  return answers.flatMap(({ models, answer }) =>
    wrongIn(answer, models).map((wrong) => `${models.join(" ")}: ${wrong}`),
  );
}

/** What a reader is told to use, wherever the answer says so. */
function namedForUse({ verdict, cost }: Comparison): readonly string[] {
  const said = [verdict.choice, verdict.otherwise, cost.cheapest];
  const bySkill = verdict.bySkill.map(({ choice }) => choice);
  return [...said, ...bySkill].filter((id) => id !== null);
}

const isNoise = (label: string) => /^(within-noise|unknown-n|not-comparable)$/.test(label);
/** An unknown item count says something where the gap is clear at the fewest items there can be. */
const saysNothing = ({ label, text }: { readonly label: string; readonly text: string }) =>
  isNoise(label) && !/clear at [\d,]+ items/.test(text);
const leads = /\b(leads?|leading|ahead|beats?|better|stronger|wins?|outperforms?)\b/i;

/** A verdict with its sources left out: their numbers shift when one goes. */
const gist = (verdict: Verdict) =>
  JSON.stringify(verdict, (key, value: unknown) => (key === "sources" ? undefined : value));

const levels = ["low", "moderate", "high"];

describe("over the whole catalog", () => {
  test("what cannot be bought is never named as the one to use, nor as the cheaper", () => {
    expect(
      counterExamples((answer) => namedForUse(answer).filter((id) => !isOnSale(answer, id))),
    ).toEqual([]);
  });

  test("what cannot be bought is never spoken for by its cost", () => {
    expect(
      counterExamples((answer) =>
        answer.tradeoffs
          .filter(
            ({ model, code }) => ["cheaper", "callable"].includes(code) && !isOnSale(answer, model),
          )
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test("the answer's first words name no model that cannot be bought", () => {
    expect(
      counterExamples((answer) =>
        answer.models
          .filter(({ id, name }) => !isOnSale(answer, id) && startsWithName(answer, name))
          .map(() => answer.verdict.sentence),
      ),
    ).toEqual([]);
  });

  test("noise never leads: not in a benchmark's words", () => {
    expect(
      counterExamples(({ benchmarks }) =>
        benchmarks
          .filter(({ label, text }) => isNoise(label) && leads.test(text))
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test("noise never leads: not as a tradeoff, not as a reason", () => {
    expect(
      counterExamples(({ tradeoffs, verdict }) => [
        ...tradeoffs.filter(({ label }) => isNoise(label)).map(({ text }) => text),
        ...verdict.reasons
          .filter(({ label }) => /no difference|unknown|two different/.test(label))
          .filter(({ text, figures }) => leads.test(`${text} ${figures}`))
          .map(({ text }) => text),
      ]),
    ).toEqual([]);
  });

  test("where two models differ by noise alone, no sentence of the answer says that one leads", () => {
    expect(
      counterExamples((answer, models) => {
        if (models.length > 2 || !answer.benchmarks.every(saysNothing)) return [];
        const { tradeoffs, questions, verdict, summary, portraits } = answer;
        const said = [
          ...tradeoffs.map(({ text }) => text),
          ...questions.map((each) => each.answer),
          verdict.sentence,
          ...verdict.reasons.map(({ text }) => text),
          ...verdict.bySkill.map(({ text }) => text),
          ...summary.map(({ text }) => text),
          ...portraits.flatMap(({ useWhen }) => useWhen.map(({ text }) => text)),
        ];
        return said.filter((text) => /\b(leads|ahead|beats|outperforms)\b/i.test(text));
      }),
    ).toEqual([]);
  });

  test("every verdict names a flip with its number, or what was searched for one", () => {
    expect(
      counterExamples(({ verdict: { flips, flipsSearched } }) => [
        ...flips.filter(({ value }) => !Number.isFinite(value)).map(({ text }) => text),
        ...(flips.length === 0 && flipsSearched.length === 0 ? ["no flip, nothing searched"] : []),
      ]),
    ).toEqual([]);
  });

  test("a probability is a share, and a choice has one", () => {
    expect(
      counterExamples(({ verdict: { choice, confidence } }) => {
        const { probability } = confidence;
        if (probability === null) return choice === null ? [] : ["a choice without probability"];
        return probability >= 0 && probability <= 1 ? [] : [String(probability)];
      }),
    ).toEqual([]);
  });

  test("both directions of every move are there", () => {
    expect(
      counterExamples(({ switching }, models) =>
        models.flatMap((from) =>
          models
            .filter((to) => to !== from)
            .filter((to) => !switching.some((move) => move.from === from && move.to === to))
            .map((to) => `${from} → ${to}`),
        ),
      ),
    ).toEqual([]);
  });

  test(
    "asked 400 days later, it is never surer, and no longer more than lowly sure",
    () => {
      const later = comparer(undefined, "2027-12-25");
      expect(
        counterExamples(({ verdict: { confidence } }, models) => {
          const then = later(models).verdict.confidence;
          const isSurer = levels.indexOf(then.level) > levels.indexOf(confidence.level);
          return isSurer || (confidence.level !== "low" && then.level !== "low")
            ? [`${confidence.level} on ${day}, then ${then.level}`]
            : [];
        }),
      ).toEqual([]);
    },
    patience,
  );

  test(
    "the models in reverse order get the mirrored answer",
    () => {
      expect(
        counterExamples((answer, models) => {
          const mirror = compare([...models].reverse());
          return mirrored(answer, models.length === 2).flatMap((own, index) => {
            const other = mirrored(mirror, false)[index];
            return own === other ? [] : [`${own} but ${other}`];
          });
        }),
      ).toEqual([]);
    },
    patience,
  );

  test(
    "a candidate that one of them beats changes neither the answer nor its kind",
    () => {
      expect(
        counterExamples((answer, models) => {
          const { verdict } = answer;
          const loser = models.find((id) => id !== verdict.choice && isOnSale(answer, id));
          if (loser === undefined || verdict.choice === null) return [];
          return ["aaa/clone", "zzz/clone"].flatMap((clone) => {
            const { kind, choice } = comparer(withBeatenClone(loser, clone))([
              ...models,
              clone,
            ]).verdict;
            return kind === verdict.kind && choice === verdict.choice
              ? []
              : [`${verdict.kind} ${verdict.choice}, with ${clone} of ${loser} ${kind} ${choice}`];
          });
        }),
      ).toEqual([]);
    },
    patience,
  );

  test(
    "without a source that it rests on, the verdict or its confidence is another",
    () => {
      expect(
        counterExamples(({ verdict, sources }, models) => {
          if (!isOneOfThree(models)) return [];
          const ids = [
            ...verdict.reasons.flatMap((each) => each.sources),
            ...verdict.confidence.sources,
          ];
          return sources
            .filter(({ id, kind }) => ids.includes(id) && kind !== "assumption")
            .filter((source) => gist(comparer(without(source))(models).verdict) === gist(verdict))
            .map(({ name, ref, kind, observedOn }) => `${kind} ${name} ${ref} ${observedOn}`);
        }),
      ).toEqual([]);
    },
    patience,
  );
});

function startsWithName({ verdict, models }: Comparison, name: string): boolean {
  const longest = models
    .map((model) => model.name)
    .filter((each) => verdict.sentence.startsWith(each))
    .sort((a, b) => b.length - a.length)[0];
  return verdict.kind !== "not-decidable" && verdict.kind !== "none-fits" && longest === name;
}
