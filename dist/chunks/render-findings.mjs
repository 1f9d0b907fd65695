import { n as renderFindings, r as worstFirst } from "./summary.mjs";

export { renderFindings };