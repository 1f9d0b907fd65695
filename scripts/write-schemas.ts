// Writes schemas/*.json from the zod schemas they follow from; with --check it only says whether they are fresh.
import { writeOrCheck } from "./generated/generated-file.ts";
import { schemaFiles } from "./generated/schemas.ts";

writeOrCheck(schemaFiles(), "node_modules/.bin/node scripts/write-schemas.ts");
