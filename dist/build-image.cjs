// actions/build-image/src/main.ts
if (!(process.env.STATE_phase === "post" && !process.env.STATE_folder)) {
	process.exitCode = 1;
	Promise.all([Promise.resolve().then(() => require("./chunks/run-action.cjs")).then((n) => n.run_action_exports), Promise.resolve().then(() => require("./chunks/build-image-action.cjs")).then((n) => n.build_image_exports)]).then(([{ runAction }, { buildImage }]) => runAction(buildImage));
}
