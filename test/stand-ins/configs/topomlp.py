# A stand-in for the upstream config of this path: only what inference.py and the stand-in detector read.
custom_imports = dict(imports=["projects.topomlp"])
point_cloud_range = [-51.2, -25.6, -8, 51.2, 25.6, 4]
model = dict(type="TopoMLP", pretrained=None, lc_head=dict(type="LaneHead", num_lanes_one2one=300))
test_pipeline = [dict(type="ResizeMultiview3D", img_scale=(1024, 775), keep_ratio=False)]
