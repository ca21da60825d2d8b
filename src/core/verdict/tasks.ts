import { type Skill, skills } from "./skills.ts";

/** A kind of work as teams name it, and the skills that count for it. Each counts one benchmark. */
export interface Task {
  readonly id: string;
  readonly label: string;
  readonly skills: readonly Skill[];
}

/** Work that needs more than one skill, or goes by another name. Every skill is a task by itself, too. */
const composed: readonly {
  readonly id: string;
  readonly label: string;
  readonly needs: readonly string[];
}[] = [
  {
    id: "extraction",
    label: "extracting data from documents",
    needs: ["extraction", "instruction-following"],
  },
  {
    id: "rag",
    label: "answering from retrieved documents",
    needs: ["long-documents", "instruction-following", "factuality"],
  },
  { id: "maths-and-science", label: "mathematics and science", needs: ["maths", "science"] },
  {
    id: "chat",
    label: "chat",
    needs: ["instruction-following", "knowledge", "factuality"],
  },
];

/** Kinds of work that can be asked about, composed ones first. */
export const tasks: readonly Task[] = [
  ...composed.map(({ id, label, needs }) => ({
    id,
    label,
    skills: skills.filter((skill) => needs.includes(skill.id)),
  })),
  ...skills
    .filter(({ id }) => !composed.some((task) => task.id === id))
    .map((skill) => ({ id: skill.id, label: skill.label, skills: [skill] })),
];

export const taskIds: readonly string[] = tasks.map(({ id }) => id);

export function taskById(id: string): Task | undefined {
  return tasks.find((task) => task.id === id);
}

/**
 * The skills that count, each by the team's own choice of benchmark where it made one.
 *
 * @param task absent: every skill
 * @param chosen a benchmark for a skill; a skill that the task does not need is added by naming it
 */
export function skillsThatCount(
  task: Task | undefined,
  chosen: Readonly<Record<string, string>>,
): readonly Skill[] {
  const needed = task?.skills ?? (Object.keys(chosen).length === 0 ? skills : []);
  const added = skills.filter(
    (skill) => Object.hasOwn(chosen, skill.id) && !needed.includes(skill),
  );
  return [...needed, ...added].map((skill) => {
    const benchmark = chosen[skill.id];
    return benchmark === undefined ? skill : { ...skill, benchmarks: [benchmark] };
  });
}
