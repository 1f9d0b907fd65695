import unittest

from model_runtime.camera_ring import ARGOVERSE2_HEADINGS, NUSCENES_HEADINGS, extrinsic, intrinsic, product


def pixel(matrix, point):
    """Projects a point (metres) to a pixel and its depth."""
    x, y, depth, _ = (sum(row[i] * value for i, value in enumerate(point + (1.0,))) for row in matrix)
    return x / depth, y / depth, depth


class Rings(unittest.TestCase):
    def test_what_lies_straight_ahead_is_in_the_middle_of_the_front_image(self):
        for forward, ahead, left in (("y", (0.0, 10.0, 0.0), (-1.0, 10.0, 0.0)), ("x", (10.0, 0.0, 0.0), (10.0, 1.0, 0.0))):
            front = product(intrinsic(600, 800, 400), extrinsic(0, forward, 0.0))
            x, y, depth = pixel(front, ahead)
            self.assertAlmostEqual(x, 400)
            self.assertAlmostEqual(y, 200)
            self.assertAlmostEqual(depth, 10)
            self.assertLess(pixel(front, left)[0], 400)

    def test_what_is_below_the_camera_is_low_in_the_image(self):
        front = product(intrinsic(600, 800, 400), extrinsic(0, "x", 1.4))
        self.assertGreater(pixel(front, (10.0, 0.0, 0.0))[1], 200)

    def test_each_camera_looks_outward_and_together_they_see_all_around(self):
        for headings, forward in ((NUSCENES_HEADINGS, "y"), (ARGOVERSE2_HEADINGS, "x")):
            around = [(10.0, 0.5, 0.0), (0.5, 10.0, 0.0), (-10.0, 0.5, 0.0), (0.5, -10.0, 0.0)]
            for point in around:
                depths = [pixel(product(intrinsic(1, 2, 2), extrinsic(heading, forward, 0.0)), point)[2] for heading in headings]
                self.assertGreater(max(depths), 5.0)
                self.assertLess(min(depths), 0.0)


if __name__ == "__main__":
    unittest.main()
