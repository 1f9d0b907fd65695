// Fills the tables of the READMEs and of docs/rules/ from what they describe; with --check it only says whether they are fresh.
import { docFiles } from "./generated/docs.ts";
import { writeOrCheck } from "./generated/generated-file.ts";

writeOrCheck(await docFiles(), "npm run docs");
