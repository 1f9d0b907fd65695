import { defineConfig } from "vitest/config";

const unit = [
  "test/stand-ins/**/*.test.ts",
  "packages/**/*.test.ts",
  "actions/**/*.test.ts",
  "cli/**/*.test.ts",
  "scripts/**/*.test.ts",
];

/** Tests beside their source; bundles as programs; promises about the repository; a real Docker engine. */
export default defineConfig({
  test: {
    reporters: ["default", "./test/support/engine-reporter.ts"],
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: "unit", include: unit } },
      {
        extends: true,
        test: { name: "contract", include: ["test/contract/**/*.test.ts"], testTimeout: 120_000 },
      },
      { extends: true, test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "engine",
          include: ["test/engine/**/*.engine.test.ts"],
          globalSetup: ["test/support/engine-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
