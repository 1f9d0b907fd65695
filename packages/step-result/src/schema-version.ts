/** Of all records. A reader refuses versions it does not know. */
export const schemaVersion = "step-result/v1";
