import { readdirSync, readFileSync } from "node:fs";
import { repository } from "../support/repository.ts";

/** Texts to start from: every Dockerfile, requirements file, ignore file and model.yaml of this repository. */
export interface Corpus {
  dockerfile: string[];
  requirements: string[];
  ignore: string[];
}

export function readCorpus(): Corpus {
  const corpus: Corpus = { dockerfile: [], requirements: [], ignore: [] };
  for (const folder of ["packages/dockerfile/fixtures", "images"]) {
    for (const entry of readdirSync(repository(folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = (): string => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8");
      if (/^Dockerfile/.test(entry.name)) corpus.dockerfile.push(text());
      else if (/requirements.*\.txt$/.test(entry.name)) corpus.requirements.push(text());
      else if (entry.name.endsWith(".dockerignore")) corpus.ignore.push(text());
    }
  }
  return corpus;
}
