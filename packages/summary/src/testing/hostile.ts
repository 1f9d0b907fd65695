import type { BuildResult, LockResult, StepResult } from "@mia/step-result";
import { build, digest, error, failedWith, lock, plan, smoke, standIn, verify } from "./records.ts";

/** Texts that try to become structure, or to look like what they are not. */
export const hostileTexts = [
  "</details></summary></td></tr></table></pre></article></main>",
  "| cell | another |\n| --- | --- |\n| x | y |",
  "```\nfence\n``` ~~~ <!-- never closed",
  "<script>alert('x')</script><img src=x onerror=alert(1)><style>*{display:none}</style>",
  "[click](javascript:alert(1)) ![i](https://evil.test/p.png) <a href='javascript:alert(1)'>x</a>",
  "passed\u202edeliaf\u202c zero\u200bwidth\u2066\u2069",
  "\u001b[2J\u001b[31mred\u001b]0;title\u0007\u009b31m",
  "NaN undefined null [object Object] &#124; &lt;b&gt; \\| \\` $x$ @everyone",
  "\r\n\r\n# heading\n\n- list\n\n> quote\n\n    code",
  "x".repeat(3900),
  "ö🙂漢字".repeat(400),
  "half \ud83d",
] as const;

/** Records whose every free text is hostile, in every place a record has one. */
export function hostileRecords(): StepResult[] {
  const slugs = hostileTexts.map((_, index) => `model-${index}`);
  const named = plan(slugs, {
    notes: [...hostileTexts].map((text) => text.slice(0, 1000)),
    models: slugs.map((slug, index) => ({ slug, name: slug, reason: at(index).slice(0, 1000) })),
  });
  const ofModels = slugs.flatMap((slug, index) => {
    const text = at(index);
    const findings = (["error", "warning", "info"] as const).map((severity) => ({
      ...error(text.slice(0, 4000) || "x", 1, text),
      severity,
      rule: text.slice(0, 100),
      code: text.slice(0, 20),
      remedy: text,
      locations: [
        { file: text.slice(0, 4000), line: 1, endLine: 9, note: text.slice(0, 1000) },
        { file: text.slice(0, 4000), line: 1, note: text.slice(0, 1000) },
      ],
      fix: {
        title: text.slice(0, 200),
        safety: "safe" as const,
        edits: [{ file: text.slice(0, 4000), line: 1, column: 1, endLine: 1, endColumn: 1, text }],
      },
    }));
    return [
      verify(slug, {
        findings,
        folder: text,
        status: "failed",
        rules: [text.slice(0, 100)],
        policy: text,
        files: [text],
        skipped: [{ path: text, why: text.slice(0, 1000) }],
      }),
      build(slug, {
        ...failedWith("build-failed", text, text.repeat(50).slice(0, 20_000)),
        tags: [text.slice(0, 500)],
        target: text.slice(0, 200),
        builder: text.slice(0, 500),
        ...hostileBuild(text),
      }),
      hostileLock(slug, text),
      smoke(slug, {
        ...standIn,
        replacedContexts: [text.slice(0, 200)],
        image: text.slice(0, 500),
        gpu: {
          name: text.slice(0, 200),
          uuid: "x",
          driver: text.slice(0, 50),
          computeCapability: "8.6",
          totalMiB: null,
        },
        predictions: [
          {
            family: text.slice(0, 100),
            count: 1,
            byClass: { [text.slice(0, 100)]: 1 },
            scoreMin: null,
            scoreMax: null,
          },
        ],
      }),
    ];
  });
  return [named, ...ofModels];
}

/** Every free text of what a build measures. */
function hostileBuild(text: string): Partial<BuildResult> {
  const amount = { files: 1, bytes: 10 };
  const rule = { line: 1, text: text.slice(0, 1000) };
  const name = text.slice(0, 500) || "x";
  return {
    platform: text.slice(0, 200),
    imageRef: text.slice(0, 1000),
    phases: [{ name: "run", startMs: 0, durationMs: 9_007_199_254_740_991 }],
    sizes: {
      compressedBytes: 0,
      layers: [{ digest, bytes: 5, instruction: name }],
      previous: { ref: name, digest, compressedBytes: 0 },
    },
    context: {
      tree: amount,
      kept: amount,
      selected: null,
      largest: [{ path: text.slice(0, 4000), bytes: 5 }],
      rules: [{ ...rule, ...amount }],
      unmatched: [rule],
    },
    cache: { mode: "raw", from: [text.slice(0, 1000)], to: [text.slice(0, 1000)], written: null },
    lock: {
      file: text.slice(0, 4000),
      state: "drifted",
      unknown: [name],
      drift: [{ name, locked: name, found: name }],
    },
    pins: [{ kind: "other", name, value: text.slice(0, 200) }],
  };
}

function hostileLock(model: string, text: string): LockResult {
  const name = text.slice(0, 500) || "x";
  const entry = { kind: "wheel" as const, name, locked: name, reason: text.slice(0, 1000) };
  return lock(model, {
    lock: {
      file: text.slice(0, 4000),
      state: "incomplete",
      unknown: [name],
      drift: [{ name, locked: name, found: null }],
    },
    changes: [text.slice(0, 2000)],
    entries: [
      { ...entry, resolved: "y" },
      { ...entry, resolved: null },
    ],
  });
}

function at(index: number): string {
  return hostileTexts[index] ?? "";
}

/** 256 models with mixed outcomes, one of them with a log of the largest size a record takes. */
export function manyRecords(): StepResult[] {
  const slugs = Array.from({ length: 256 }, (_, index) => `model-${index}`);
  return [
    plan(slugs),
    ...slugs.flatMap((slug, index) => {
      if (index % 7 === 0)
        return [verify(slug), build(slug, failedWith("build-failed", "no", "log\n".repeat(5000)))];
      if (index % 11 === 0)
        return [
          verify(slug, { status: "failed", findings: [error(`images/${slug}/Dockerfile`, 9, "root")] }),
        ];
      return [verify(slug), build(slug, standIn), smoke(slug, standIn)];
    }),
  ];
}
