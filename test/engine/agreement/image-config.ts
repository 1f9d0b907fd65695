import { expandHeredoc, type Lookup } from "../../../packages/dockerfile/src/stages/expand.ts";
import { readStages } from "../../../packages/dockerfile/src/stages/read-stages.ts";
import type { Stage } from "../../../packages/dockerfile/src/stages/stage.ts";
import type { Instruction } from "../../../packages/dockerfile/src/syntax/instruction.ts";
import { parseDockerfile } from "../../../packages/dockerfile/src/syntax/parse-dockerfile.ts";

/** What of a Dockerfile can be seen in the image that BuildKit makes of it, without running anything. */
export interface ImageConfig {
  labels?: Record<string, string>;
  /** Without PATH. */
  env?: Record<string, string>;
  onbuild?: string[];
  cmd?: string[];
  entrypoint?: string[];
  shell?: string[];
  healthcheck?: string[];
  workdir?: string;
  user?: string;
  volumes?: string[];
  ports?: string[];
  stopsignal?: string;
  /** Written by heredocs of COPY: content by path. */
  files?: Record<string, string>;
}

/** The config of the last stage as our parser reads the file; null where it says that the builder refuses it. */
export function imageConfig(text: string): ImageConfig | null {
  const dockerfile = parseDockerfile(text);
  const expanded = new Map<Instruction, string[] | null>();
  let refused = dockerfile.problems.length > 0;
  const stages = readStages(
    dockerfile,
    () => {},
    (instruction, read) => {
      expanded.set(instruction, read.arguments);
      refused ||= read.refused.length > 0;
    },
  );
  if (refused) return null;
  const configs = new Map<Stage, ImageConfig>();
  for (const stage of stages) {
    const config = structuredClone(stage.parent ? (configs.get(stage.parent) ?? {}) : {});
    for (const { instruction, variables } of stage.steps)
      apply(config, instruction, expanded.get(instruction) ?? [], variables);
    configs.set(stage, config);
  }
  return configs.get(stages.at(-1) as Stage) ?? {};
}

function apply(config: ImageConfig, instruction: Instruction, words: string[], variables: Lookup): void {
  const { keyword, body, json } = instruction;
  const [first = "", second = ""] = words;
  const command = json ?? [...(config.shell ?? ["/bin/sh", "-c"]), body.text];
  if (keyword === "LABEL") config.labels = { ...config.labels, ...pairs(words) };
  else if (keyword === "ENV") config.env = { ...config.env, ...pairs(words) };
  else if (keyword === "CMD") config.cmd = command;
  else if (keyword === "ENTRYPOINT") config.entrypoint = command;
  else if (keyword === "SHELL") config.shell = json ?? [];
  else if (keyword === "USER") config.user = first;
  else if (keyword === "STOPSIGNAL") config.stopsignal = first;
  else if (keyword === "WORKDIR")
    config.workdir = first.startsWith("/") ? first : `${config.workdir ?? ""}/${first}`;
  else if (keyword === "VOLUME") config.volumes = [...new Set([...(config.volumes ?? []), ...words])].sort();
  else if (keyword === "EXPOSE") config.ports = [...(config.ports ?? []), ...words.map(port)].sort();
  else if (keyword === "ONBUILD") config.onbuild = [...(config.onbuild ?? []), onbuild(instruction)];
  else if (keyword === "HEALTHCHECK") config.healthcheck = healthcheck(instruction);
  else if (keyword === "COPY") {
    for (const { name, body, expands, stripsTabs } of instruction.heredocs) {
      const content = stripsTabs ? body.text.replace(/^\t+/gm, "") : body.text;
      const target = words.at(-1) ?? second;
      const path = target.endsWith("/") ? `${target}${name}` : target;
      config.files = {
        ...config.files,
        [path]: expands ? expandHeredoc(content, variables).value : content,
      };
    }
  }
}

function pairs(words: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 3) found[words[at] ?? ""] = words[at + 1] ?? "";
  return found;
}

function port(word: string): string {
  return word.includes("/") ? word : `${word}/tcp`;
}

/** The text that ONBUILD keeps: the joined line, and the heredocs behind it. */
function onbuild({ body, trigger }: Instruction): string {
  const heredocs = (trigger?.heredocs ?? []).map(({ body, name }) => `\n${body.text}${name}`);
  return body.text + heredocs.join("");
}

function healthcheck({ words, json }: Instruction): string[] {
  const [type, ...rest] = words.map(({ text }) => text);
  if (type?.toUpperCase() === "NONE") return ["NONE"];
  return [json ? "CMD" : "CMD-SHELL", ...rest];
}
