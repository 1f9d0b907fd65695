import { clean } from "../text/clean.ts";
import type { Detail } from "../view/view.ts";
import { figureLines } from "./figure.ts";
import type { Paint } from "./paint.ts";
import { padTo, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

/** The facts of an open detail with their labels in one column. A terminal cannot fold, so closed ones are not shown. */
export function detailLines({ groups }: Detail, width: number, paint: Paint): string[] {
  return groups.flatMap(({ heading, facts, figures = [] }) => {
    const labels = facts.map(({ label }) => clean(label, 60));
    const labelWidth = Math.max(...labels.map(widthOf), 0);
    const lines = facts.flatMap(({ value }, index) => {
      const first = `  ${padTo(labels[index] ?? "", labelWidth)}  `;
      return wrap(clean(value, 1500), width, first, " ".repeat(labelWidth + 4));
    });
    const tables = figures.flatMap((figure) => ["", ...figureLines(figure, width, paint)]);
    return [paint("strong", clean(heading, 200)), ...lines, ...tables];
  });
}
