import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "rolldown";

const actions = readdirSync("actions").filter((name) => existsSync(`actions/${name}/src/main.ts`));

/**
 * One entry an action, and the command line. Code that several entries use stands in a chunk named after its package,
 * so that a reader of dist/ finds it once and a bundle loads only the packages it imports. Not minified: people
 * review what they run. No hashes in names: a change shows as a change. CommonJS, because only of scripts does V8 give
 * out what it compiled after they ran, which the command line keeps (cli/src/compiled-code.ts).
 */
export default defineConfig({
  input: {
    cli: "cli/src/main.ts",
    ...Object.fromEntries(actions.map((name) => [name, `actions/${name}/src/main.ts`])),
  },
  platform: "node",
  // @actions/core brings undici (416 kB minified) for OIDC tokens, which nothing here asks for.
  resolve: {
    alias: {
      "@actions/http-client": `${import.meta.dirname}/scripts/bundle/no-http-client.ts`,
      "@actions/http-client/lib/auth": `${import.meta.dirname}/scripts/bundle/no-http-client.ts`,
    },
  },
  transform: { target: "node20" },
  plugins: [{ name: "ascii", renderChunk: escapeNonAscii }],
  output: {
    dir: process.env.MIA_DIST ?? "dist",
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "chunks/[name].cjs",
    cleanDir: true,
    minify: false,
    codeSplitting: {
      groups: [
        { debugName: "dependencies", priority: 3, name: (id) => dependencyName(id) },
        {
          debugName: "version",
          priority: 3,
          name: (id) => (id.endsWith("/package.json") ? "version" : null),
        },
        { debugName: "record names", priority: 2, name: (id) => (isRecordName(id) ? "step-result" : null) },
        { debugName: "reading YAML", priority: 3, name: (id) => (readsYaml(id) ? "catalog" : null) },
        { debugName: "the lock", priority: 2, name: (id) => (isLock(id) ? "lock" : null) },
        {
          debugName: "what a Dockerfile asks of its context",
          priority: 2,
          name: (id) => (readsContextSources(id) ? "dockerfile-syntax" : null),
        },
        // What a start seldom needs comes after the packages, which would otherwise go along with it.
        { debugName: "packages", priority: 1, name: (id) => (isSeldom(id) ? null : packageName(id)) },
        { debugName: "record schemas", name: (id) => (isRecordSchema(id) ? "record-schemas" : null) },
        { debugName: "door of workflows", name: (id) => (isWorkflowDoor(id) ? "run-action" : null) },
        { debugName: "actions", name: (id) => actionName(id) },
      ],
    },
  },
});

/** A single other character would make V8 keep a whole chunk at two bytes a character. */
function escapeNonAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What describes whole records: most actions write them without ever reading one, and building the schemas takes time. */
function isRecordSchema(id: string): boolean {
  return /\/packages\/step-result\/(?!.*verify-baseline)/.test(id);
}

function isRecordName(id: string): boolean {
  return /\/step-result\/src\/(?:model-slug|schema-version|model-of|file-name|fingerprint)\.ts$/.test(id);
}

function packageName(id: string): string | undefined {
  return /\/packages\/([^/]+)\//.exec(id)?.[1];
}

function isSeldom(id: string): boolean {
  return (
    isRecordSchema(id) ||
    isWorkflowDoor(id) ||
    /\/src\/(?:policy-file|parse-baseline|verify-baseline)\.ts$/.test(id) ||
    /\/catalog\/src\/lock(?!-names)[\w-]*\.ts$/.test(id)
  );
}

function readsYaml(id: string): boolean {
  return /\/catalog\/src\/(?:read-yaml|yaml-lines|lock-names)\.ts$/.test(id);
}

/** Few runs read a lock, and its schemas take time to build. */
function isLock(id: string): boolean {
  return /\/catalog\/src\/lock(?!-names)[\w-]*\.ts$/.test(id);
}

/** Of the Dockerfile's package, what a build needs that looks at no rules: a thirtieth of it. */
function readsContextSources(id: string): boolean {
  return /\/packages\/dockerfile\/src\/(?:context-sources|pins\/container-path|syntax\/[\w-]+|stages\/(?:expand[\w-]*|expansion-reader|known-text|mounts|read-stages|remote-source|value-pattern|variable[\w-]*|work-folder))\.ts$/.test(
    id,
  );
}

/** What only workflows need; the command line starts without it. */
function isWorkflowDoor(id: string): boolean {
  return /\/action-kit\/src\/(?:run-action|annotations|rule-pages|source-links)\.ts$/.test(id);
}

/** `actions-core` for node_modules/@actions/core, whichever folder pnpm keeps it in. */
function dependencyName(id: string): string | undefined {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
  return name?.replace("@", "").replace("/", "-");
}

/** The story of an action is in a chunk of its own, because the command line uses it too. */
function actionName(id: string): string | undefined {
  const name = /\/actions\/([^/]+)\/src\/(?!main\.ts)/.exec(id)?.[1];
  return name && `${name}-action`;
}
