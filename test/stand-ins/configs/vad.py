# A stand-in for the upstream config of this path: only what inference.py and the stand-in detector read.
plugin = True
plugin_dir = "projects/mmdet3d_plugin/"
point_cloud_range = [-15.0, -30.0, -2.0, 15.0, 30.0, 2.0]
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
map_classes = ["divider", "ped_crossing", "boundary"]
model = dict(type="VAD", pretrained=None, video_test_mode=True, pts_bbox_head=dict(type="VADHead", map_num_vec=100))
test_pipeline = [
    dict(type="MultiScaleFlipAug3D", transforms=[dict(type="RandomScaleImageMultiViewImage", scales=[0.8])]),
]
