# A stand-in for the upstream config of this path: only what inference.py and the stand-in detector read.
plugin = True
plugin_dir = "projects/mmdet3d_plugin/"
point_cloud_range = [-15.0, -30.0, -2.0, 15.0, 30.0, 2.0]
map_classes = ["divider", "ped_crossing", "boundary"]
model = dict(type="MapTR", pretrained=None, video_test_mode=False, pts_bbox_head=dict(type="MapTRHead", num_vec=50))
test_pipeline = [
    dict(type="MultiScaleFlipAug3D", transforms=[dict(type="RandomScaleImageMultiViewImage", scales=[0.5])]),
]
fp16 = dict(loss_scale=512.0)
