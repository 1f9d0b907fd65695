# A stand-in for the upstream config of this path: only what inference.py and the stand-in detector read.
plugin = True
plugin_dir = "projects/mmdet3d_plugin/"
point_cloud_range = [-51.2, -51.2, -5.0, 51.2, 51.2, 3.0]
class_names = [
    "car",
    "truck",
    "construction_vehicle",
    "bus",
    "trailer",
    "barrier",
    "motorcycle",
    "bicycle",
    "pedestrian",
    "traffic_cone",
]
model = dict(type="Petr3D", pretrained=None, pts_bbox_head=dict(type="PETRHead", num_query=900))
ida_aug_conf = {"final_dim": (512, 1408)}
