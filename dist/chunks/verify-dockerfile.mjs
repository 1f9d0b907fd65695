import { t as verifyDockerfile } from "./verify-dockerfile-action.mjs";

export { verifyDockerfile };