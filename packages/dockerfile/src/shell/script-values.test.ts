// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts, not templates.
import { expect, test } from "vitest";
import { readStages } from "../stages/read-stages.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { newReading } from "./command-reading.ts";
import { readCommands } from "./read-commands.ts";
import type { ShellCommand } from "./shell-command.ts";

function commandsOf(script: string): ShellCommand[] {
  const text = `FROM a\nENV E=env\nRUN <<'SCRIPT'\n${script}\nSCRIPT`;
  const steps = readStages(parseDockerfile(text)).flatMap((stage) => stage.steps);
  const reading = newReading(() => {});
  return steps
    .filter(({ instruction }) => instruction.keyword === "RUN")
    .flatMap((step) => readCommands(step, reading));
}

/** The words of every `use`; `?` where one is not known. */
function used(script: string): string {
  const uses = commandsOf(script).filter(({ name }) => name === "use");
  return uses
    .map(({ words }) =>
      words
        .slice(1)
        .map((word) => (word.known ? word.value : "?"))
        .join(),
    )
    .join(" ");
}

test.each([
  ["V=1; use $V", "1"],
  ["V=1; V=2; use $V", "2"],
  ["V=1 && a && use $V", "1"],
  ["a && V=1 && use $V", "1"],
  ["if a; then V=1; else V=2; fi; use $V", "?"],
  ["if a; then V=1; use $V; else V=2; use $V; fi; use $V", "1 2 ?"],
  ["if a; then V=1; else V=1; fi; use $V", "1"],
  ["if a; then V=1; elif b; then V=2; else V=1; fi; use $V", "?"],
  ["V=1; if a; then V=1; fi; use $V", "1"],
  ["V=1; if a; then V=2; fi; use $V", "?"],
  ["if a; then V=1; fi; use $V", "?"],
  ["if a; then V=1; else exit 1; fi; use $V", "1"],
  ["if a; then V=1; else { b; exit 1; }; fi; use $V", "1"],
  ["if a; then E=env; fi; use $E", "env"],
  ["if a; then E=other; fi; use $E", "?"],
  ["V=1; if a; then if b; then V=2; fi; else use $V; fi; use $V", "1 ?"],
  ["case x in a) V=1;; *) V=2;; esac; use $V", "?"],
  ["case x in a) V=1;; *) V=1;; esac; use $V", "1"],
  ["case x in a) V=1;; b) V=1;; esac; use $V", "?"],
  ["case x in a) V=1;; *) echo no; exit 1;; esac; use $V", "1"],
  ["case x in a) V=1;& *) use $V;; esac", "?"],
  ["V=1; a && V=2; use $V", "?"],
  ["V=1; a || V=2; use $V", "?"],
  ["V=1; a || V=1; use $V", "1"],
  ["V=1 || a; use $V", "1"],
  ["V=1 && a || exit 1; use $V", "1"],
  ["a && V=1 || V=2 && use $V", "?"],
  ["a && V=1 || V=1 && use $V", "1"],
  ["[ a ] && V=1 || exit 1; use $V", "1"],
  ["V=1; while a; do use $V; V=2; done; use $V", "? ?"],
  ["V=1; for x in 1 2; do use $V $x; V=2; done; use $V", "?,? ?"],
  ["V=1; for x in 1; do a; done; use $V", "1"],
  ["V=1; (V=2; use $V); use $V", "2 1"],
  ['V=1; a "$(V=2; use $V)"; use $V', "2 1"],
  ["V=1; a | while read x; do V=2; done; use $V", "1"],
  ["V=1; a & use $V", "1"],
  ["V=1; { V=2; }; use $V", "2"],
  ["V=1; bash -c 'V=2; use $V'; use $V", "2 1"],
  ["V=1; eval 'V=2'; use $V", "2"],
  ['V=1; eval "$(a)"; use $V', "?"],
  ['V=1; eval "$(conda shell.bash hook)"; use $V', "1"],
  ["f() { V=2; use $V; }; V=1; f; use $V", "2 ?"],
  ["V=1; f() { use $V; }; V=2; f", "?"],
  ["V=1; read V; use $V", "?"],
  ["V=1; read -r V < x; use $V", "?"],
  ["V=1; printf -v V a; use $V", "?"],
  ["V=1; unset V; use $V", "?"],
  ["V=1; . ./x; use $V $E; V=2; use $V", "?,? 2"],
  ["V=1; source /opt/conda/bin/activate; use $V", "1"],
  ["VERSION=1; V=1; . /etc/os-release; use $VERSION $V", "?,1"],
  ["V=1; if a; then . ./x; fi; use $V", "?"],
  ["V=1; (. ./x; use $V); use $V", "? 1"],
])("%s", (script, expected) => {
  expect(used(script)).toBe(expected);
});

test("ways within ways are followed so far, and then nothing is known", () => {
  const nested = `${"if a; then ".repeat(60)}V=2${"; fi".repeat(60)}`;
  expect(used(`V=1; W=1; ${nested}; use $V $W`)).toBe("?,1");
});

test.each([
  ["lists", `${"V=1 || ".repeat(8000)}a`],
  ["lists of many names", `${Array.from({ length: 4000 }, (_, index) => `V${index}=1 && a || `).join("")}b`],
  [
    "lists that end",
    `${Array.from({ length: 3000 }, (_, index) => `V${index}=1 && a || exit && `).join("")}b`,
  ],
  [
    "ways",
    `if a; then ${Array.from({ length: 2500 }, (_, index) => `V${index}=1; elif a; then `).join("")}b; fi`,
  ],
  ["nested loops", `${"for x in 1; do ".repeat(300)}${"V=1; ".repeat(6000)}${"done; ".repeat(300)}`],
  [
    "nested ways",
    `${"if a; then ".repeat(300)}${Array.from({ length: 5000 }, (_, index) => `V${index}=1; `).join("")}${"fi; ".repeat(300)}`,
  ],
])("many %s take no square of the time", (_, script) => {
  const start = performance.now();
  commandsOf(script);
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ["a; [ b ] && c; d", [false, false, true, false]],
  ["a && c; d", [false, false, false]],
  ["a; test b && c", [false, false, false]],
  ["[[ a ]] && c; d", [true, false]],
])("what a test decides on need not run: %s", (script, expected) => {
  expect(commandsOf(script).map(({ conditional }) => conditional)).toEqual(expected);
});
