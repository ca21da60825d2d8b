import { daysBetween } from "../calendar.ts";
import type { Lifecycle } from "../catalog/dossier.ts";
import type { Candidate } from "../compare/candidate.ts";
import { isRetired } from "../compare/standing.ts";
import { counted, idOf, listed, nameOf } from "../compare/wording.ts";
import { retirementHorizonDays } from "../evidence/lifecycle.ts";
import type { Source } from "../evidence/source.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";

/** How long each of the two is there. */
export const lifecycleRules: readonly FrictionRule[] = [
  retiredTarget,
  retiringTarget,
  retiringOrigin,
];

function retiredTarget(move: Move): readonly Friction[] {
  const { to } = move;
  if (!isRetired(to)) return [];
  const { lifecycle } = to.dossier;
  const when = lifecycle.retiresOn === undefined ? "" : ` on ${lifecycle.retiresOn}`;
  return [
    {
      code: "lifecycle",
      severity: "blocker",
      text: `${nameOf(to)} was retired${when}: nobody can move to it.`,
      ...next(to, move),
    },
  ];
}

function retiringTarget(move: Move): readonly Friction[] {
  const { to } = move;
  const { lifecycle, name } = soonestEnd(to);
  if (isRetired(to) || lifecycle.retiresOn === undefined) return [];
  const leftOnMove = leftOnTheDay(move, lifecycle);
  if (leftOnMove !== undefined && leftOnMove <= 0) {
    return [
      {
        code: "lifecycle",
        severity: "blocker",
        text: `${name} retires on ${lifecycle.retiresOn}, before the day of the move: nobody can move to it then.`,
        ...next(to, move),
      },
    ];
  }
  const isSoon =
    (leftOnMove ?? lifecycle.daysLeft ?? retirementHorizonDays + 1) <= retirementHorizonDays;
  return [
    {
      code: "lifecycle",
      severity: isSoon ? "work" : "check",
      text: `${name} retires on ${lifecycle.retiresOn}${daysText(move, lifecycle, ", in ")}: the next move is already dated.`,
      ...next(to, move),
    },
  ];
}

function retiringOrigin(move: Move): readonly Friction[] {
  const { from, to } = move;
  if (isRetired(to)) return [];
  const { lifecycle, name } = soonestEnd(from);
  const day = lifecycle.retiresOn;
  if (!isRetired(from) && day === undefined) return [];
  const when = day === undefined ? "" : ` on ${day}`;
  const left = daysText(move, lifecycle, " (");
  const leftOnMove = leftOnTheDay(move, lifecycle);
  const isLate = !isRetired(from) && leftOnMove !== undefined && leftOnMove <= 0;
  return [
    {
      code: "lifecycle",
      severity: isLate ? "blocker" : "gain",
      text: isRetired(from)
        ? `${name} was retired${when}: calls to it fail, so a move is due in any case.`
        : isLate
          ? `${name} retires${when}, before the day of the move: calls to it fail from then on.`
          : `${name} retires${when}${left === "" ? "" : `${left})`}: a move is due by then in any case, and until then you can roll back.`,
      ...next(from, move),
    },
  ];
}

/** The end of the route in use where it comes before that of the model. */
export function soonestEnd(candidate: Candidate): {
  readonly lifecycle: Lifecycle;
  readonly name: string;
} {
  const ofModel = candidate.dossier.lifecycle;
  const { route } = candidate;
  const isRouteFirst =
    route?.lifecycle.retiresOn !== undefined &&
    (ofModel.retiresOn === undefined || route.lifecycle.retiresOn < ofModel.retiresOn);
  return isRouteFirst
    ? { lifecycle: route.lifecycle, name: `${nameOf(candidate)} at ${route.provider.name}` }
    : { lifecycle: ofModel, name: nameOf(candidate) };
}

function leftOnTheDay({ context }: Move, { retiresOn }: Lifecycle): number | undefined {
  const { moving } = context;
  return moving === undefined || retiresOn === undefined
    ? undefined
    : daysBetween(moving.on, retiresOn);
}

/** `, in 55 days`, and how many of them are left on the day of the move where that is another day. */
function daysText(move: Move, lifecycle: Lifecycle, opening: string): string {
  const { daysLeft } = lifecycle;
  if (daysLeft === undefined) return "";
  const left = opening === " (" ? `${counted(daysLeft, "day")} left` : counted(daysLeft, "day");
  const onMove = leftOnTheDay(move, lifecycle);
  const then =
    onMove === undefined || onMove === daysLeft
      ? ""
      : `, ${counted(onMove, "day")} after the move on ${move.context.moving?.on}`;
  return `${opening}${left}${then}`;
}

/** What its maker names instead, and how long that is there itself. */
function next(
  candidate: Candidate,
  { context }: Move,
): { readonly remedy: string; readonly sources: readonly Source[] } {
  const { successors, sources } = candidate.dossier.lifecycle;
  const [first] = successors;
  if (first === undefined) {
    return {
      remedy: `Its maker names no successor here; read its notice: steelyard explain ${idOf(candidate)} model.retires_on.`,
      sources,
    };
  }
  const known = successors.map((id) => ({ id, lifecycle: context.dossierOf?.(id)?.lifecycle }));
  const named = known.map(({ id, lifecycle }) => `${id}${ownEnd(lifecycle)}`);
  return {
    remedy: `Its maker names ${listed(named)}: steelyard compare ${idOf(candidate)} ${first}.`,
    sources: [...sources, ...known.flatMap(({ lifecycle }) => lifecycle?.sources ?? [])],
  };
}

function ownEnd(lifecycle: Lifecycle | undefined): string {
  if (lifecycle === undefined) return "";
  if (lifecycle.status === "retired") return " (retired itself)";
  if (lifecycle.retiresOn === undefined) return " (no end announced here)";
  const left =
    lifecycle.daysLeft === undefined ? "" : `, ${counted(lifecycle.daysLeft, "day")} left`;
  return ` (retires itself on ${lifecycle.retiresOn}${left})`;
}
