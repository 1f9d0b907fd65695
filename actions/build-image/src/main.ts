/**
 * After an ordinary end the `post` phase has nothing to do, and the state says so: to load all that could clean up would take longer
 * than Node.js itself.
 */
const isIdlePost = process.env.STATE_phase === "post" && !process.env.STATE_folder;

if (!isIdlePost) {
  process.exitCode = 1;
  void Promise.all([import("@mia/action-kit/run-action"), import("./build-image.ts")]).then(
    ([{ runAction }, { buildImage }]) => runAction(buildImage),
  );
}
