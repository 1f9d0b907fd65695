import type { PlanResult } from "@mia/step-result";
import type { JudgedModel, Judgement } from "../judgement/judge.ts";
import { plural } from "../text/units.ts";
import { factGroup } from "./facts.ts";
import type { Detail } from "./view.ts";
import { verdictWord } from "./words.ts";

/** The facts of every record: the plan first, then one detail a model. */
export function detailsOf({ plan, models }: Judgement, isOpen: boolean): Detail[] {
  const withRecords = models.filter(({ records }) => records.length > 0);
  return [
    ...(plan ? [planDetail(plan, isOpen)] : []),
    ...withRecords.map((model) => modelDetail(model, isOpen)),
  ];
}

function planDetail(plan: PlanResult, isOpen: boolean): Detail {
  const title = `Plan: ${plural(plan.models.length, "model")}, each with its reason`;
  return { about: "plan", title, verdict: plan.status, isOpen, groups: [factGroup(plan)] };
}

function modelDetail({ model, verdict, steps, records }: JudgedModel, isOpen: boolean): Detail {
  const seen = Object.entries(steps)
    .filter(([, of]) => of !== "not-planned")
    .map(([step, of]) => `${step} ${verdictWord[of]}`);
  const title = seen.length > 0 ? `${model}: ${seen.join(", ")}` : model;
  return { about: "model", title, verdict, isOpen, groups: records.map(factGroup) };
}
