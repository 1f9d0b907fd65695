import { normalName } from "../pins/requirement.ts";

/** PyTorch's own projects and NVIDIA's libraries have one beginning each; the rest are mirrored for whoever has no PyPI. */
const pytorchProjects =
  /^(?:(?:py)?torch|nvidia-|triton|fbgemm-gpu|xformers|functorch|executorch|nestedtensor|intel-)/;
const pytorchMirrors = new Set(
  `aiohappyeyeballs aiohttp aiosignal antlr4-python3-runtime arpeggio async-timeout attrs blobfile caliper-reader certifi
  charset-normalizer cmake colorama contourpy cycler datasets dill dpcpp-cpp-rt filelock fonttools frozenlist fsspec
  huggingface-hub idna importlib-metadata importlib-resources iopath jinja2 kiwisolver lightning-utilities lit llnl-hatchet lxml
  markupsafe matplotlib mkl mpmath multidict multiprocess mypy-extensions networkx ninja numpy omegaconf onnx onnxruntime packaging
  pandas pillow portalocker psutil pyarrow pyarrow-hotfix pycryptodomex pydot pyparsing pyre-extensions python-dateutil pytz pyyaml
  regex requests safetensors sentencepiece setuptools six sympy tbb tcmlib textx tiktoken tqdm typing-extensions typing-inspect
  tzdata umf urllib3 wheel xxhash yarl zipp`.split(/\s+/),
);

/**
 * Whether a page or index may have a project: false only where what it has is known. OpenMMLab's pages under mmcv/dist have MMCV alone,
 * as their address says. Of download.pytorch.org it is what PyTorch's own program which makes its pages lets in
 * (s3_management/manage.py of pytorch/builder at 004fa703 and of pytorch/test-infra at 027dd134, both lists together; read 2026-11-24),
 * and a few more to be on the safe side.
 */
export function mayHave(url: string, project: string): boolean {
  const name = normalName(project);
  if (/^https:\/\/download\.openmmlab\.com\/mmcv\/dist\//.test(url)) return /^mmcv(?:-|$)/.test(name);
  if (/^https:\/\/download\.pytorch\.org\/whl\//.test(url))
    return pytorchProjects.test(name) || pytorchMirrors.has(name);
  return true;
}
