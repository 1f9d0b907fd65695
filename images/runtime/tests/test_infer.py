import hashlib
import json
import unittest

from tests.stand_in_process import SLUGS, Run, adapter

ANSWER_KEYS = [
    "schema", "model", "evidence", "config", "checkpoint", "device", "gpu", "phases", "latenciesMs", "nonFinite", "result",
]  # fmt: skip

#: Keys of one sample's result, and the shapes that upstream's decoders fix whatever the weights are.
SHAPES = {
    "maptr": {"boxes_3d": (50, 4), "scores_3d": (50,), "labels_3d": (50,), "pts_3d": (50, 20, 2)},
    "petr": {"boxes_3d": (300, 9), "scores_3d": (300,), "labels_3d": (300,)},
    "streampetr": {"boxes_3d": (300, 9), "scores_3d": (300,), "labels_3d": (300,)},
    "vad": {
        "boxes_3d": (100, 9),
        "scores_3d": (100,),
        "labels_3d": (100,),
        "trajs_3d": (100, 6, 12),
        "map_boxes_3d": (50, 4),
        "map_scores_3d": (50,),
        "map_labels_3d": (50,),
        "map_pts_3d": (50, 20, 2),
        "ego_fut_preds": (3, 6, 2),
        "ego_fut_cmd": (1, 1, 1, 3),
    },
}


def shape(value):
    return (len(value),) + shape(value[0]) if isinstance(value, list) else ()


class Inferences(unittest.TestCase):
    def test_each_model_answers_in_upstreams_structure(self):
        for slug in SLUGS:
            with self.subTest(slug=slug):
                run = Run(slug, "--runs", "2", "--warmup", "1")
                self.assertEqual(run.status, 0, run.stdout + run.stderr)
                self.assertEqual(list(run.document), ANSWER_KEYS)
                self.assertEqual((run.document["schema"], run.document["model"]), ("raw-output/v1", slug))
                self.assertEqual((run.document["checkpoint"], run.document["gpu"], run.document["device"]), (None, None, "cpu"))
                self.assertEqual(len(run.document["latenciesMs"]), 2)
                self.assertEqual(run.document["nonFinite"], 0)
                self.check_result(slug, run.document["result"])

    def check_result(self, slug, result):
        self.assertEqual(len(result), 1)
        if slug == "topomlp":
            lanes, elements = result[0]["pred_lc"], result[0]["pred_te"]
            self.assertEqual([shape(part) for part in lanes + elements], [(300, 12), (300, 1), (100, 5), (100,)])
            self.assertEqual(shape(result[0]["pred_topology_lclc"]), (300, 300))
            self.assertEqual(shape(result[0]["pred_topology_lcte"]), (300, 100))
            return
        if slug not in SHAPES:
            self.skipTest("add the shapes of {} to SHAPES".format(slug))
        self.assertEqual({key: shape(value) for key, value in result[0]["pts_bbox"].items()}, SHAPES[slug])
        self.assertEqual("metric_results" in result[0], slug == "vad")

    def test_a_stand_in_says_so_in_the_record_and_on_the_terminal(self):
        run = Run("maptr")
        self.assertEqual(run.document["evidence"], "stand-in")
        self.assertIn("evidence: stand-in (mmcv, mmdet3d, numpy, stand_in_outputs, torch in place of", run.stdout)

    def test_without_stand_ins_the_evidence_is_real(self):
        self.assertEqual(Run("maptr", adapter=adapter()).document["evidence"], "real")

    def test_phases_pass_in_order_on_stdout_and_in_the_record(self):
        run = Run("maptr", "--warmup", "1")
        printed = [line[len("phase: "):] for line in run.stdout.splitlines() if line.startswith("phase: ")]
        expected = ["imports", "config", "checkpoint", "build", "sample", "warmup", "forward", "convert"]
        # The record is written in the last phase, so it cannot hold that one's duration.
        self.assertEqual(printed, expected + ["write"])
        self.assertEqual([phase["name"] for phase in run.document["phases"]], expected)

    def test_two_runs_of_the_program_give_the_same_result(self):
        self.assertEqual(Run("vad").document["result"], Run("vad", "--runs", "3").document["result"])

    def test_what_is_not_finite_is_null_and_counted(self):
        run = Run("maptr", adapter=adapter(forward="return [{'a': [1.0, float('nan'), float('inf')]}]"))
        self.assertEqual((run.document["result"], run.document["nonFinite"]), ([{"a": [1.0, None, None]}], 2))

    def test_checkpoint_evidence(self):
        run = Run("maptr", "--model-path", "{folder}/model.pth", files={"model.pth": b"weights"})
        self.assertEqual(run.document["checkpoint"]["sha256"], hashlib.sha256(b"weights").hexdigest())
        self.assertEqual(run.document["checkpoint"]["bytes"], 7)

    def test_a_checkpoint_with_other_keys_fails(self):
        other = json.dumps({"state_dict": ["backbone.conv1.weight"]})
        run = Run("maptr", "--model-path", "{folder}/model.pth", files={"model.pth": other})
        self.assertEqual(run.failure(), ("checkpoint-keys", "build"))
        self.assertIn("do not match", run.document["failure"]["message"])
        self.assertEqual(run.document["evidence"], "stand-in")

    def test_an_input_folder_that_is_not_read_is_said_so(self):
        self.assertIn("was not read", Run("maptr", "--input", "{folder}").stdout)


if __name__ == "__main__":
    unittest.main()
