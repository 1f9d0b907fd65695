import { parseReference } from "../pins/image-reference.ts";

/** What shells, Docker and the programs that everybody uses set or read; nobody is surprised to find them empty. */
const everywhere = new Set(
  `CC CFLAGS CPATH CPLUS_INCLUDE_PATH CPPFLAGS CXX CXXFLAGS C_INCLUDE_PATH DEBIAN_FRONTEND DISPLAY EDITOR EUID GROUP HOME HOSTNAME
  HOSTTYPE IFS INCLUDE LANG LANGUAGE LDFLAGS LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH LINENO LOGNAME MACHTYPE MAKEFLAGS MANPATH OLDPWD
  OPTARG OPTIND OSTYPE PATH PIPESTATUS PKG_CONFIG_PATH PPID PS1 PS2 PS4 PWD PYTHONPATH RANDOM REPLY SECONDS SHELL SHLVL
  SOURCE_DATE_EPOCH TERM TMPDIR TZ UID USER FTP_PROXY HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY`.split(/\s+/),
);
const everywhereFamilies = /^(?:BASH|BUILDKIT|DOCKER|LC|SSH|XDG)_\w+$|^(?:[a-z]+_proxy)$/;

/**
 * Images whose every ENV is known. Sources, read 2026-11-24: copies of NVIDIA's dist/ folders of 11.1.1 and 12.4.1, base and devel;
 * pytorch/pytorch Dockerfile at f658b151 and 01343dcd; docker-library/python 3.12/slim-bookworm/Dockerfile at 01ba658c. That
 * alpine, debian and ubuntu set PATH alone is general knowledge, not checked at a source.
 */
const whole: Record<string, RegExp> = {
  "nvidia/cuda": /^(?:CUDA|CUDNN|NCCL|NV|NVIDIA|NVARCH)(?:_\w+)?$/,
  "pytorch/pytorch": /^(?:CUDA|CUDNN|NCCL|NV|NVIDIA|PYTORCH)_\w+$/,
  alpine: /^$/,
  debian: /^$/,
  python: /^(?:PYTHON_\w+|GPG_KEY)$/,
  ubuntu: /^$/,
};

/**
 * Names that some base image may set: versions of what it brings, places of it, its user (the NB_ names of Jupyter's images, the
 * ROS_ names of those of ROS), and what belongs to its vendor.
 */
const somewhere =
  /^(?:AMENT|COLCON|CONDA|CUBLAS|CUDA|CUDNN|GO|GOLANG|GRADLE|HIP|HPCX|JAVA|JUPYTER|JULIA|MAMBA|MAVEN|MICROMAMBA|MPI|NB|NCCL|NODE|NV|NVIDIA|OMPI|OPAL|OPENMPI|PIP|POETRY|PYTHON|PYTORCH|R|ROCM|ROS|RUST|SPARK|TENSORRT|TORCH|TRT|UBUNTU|UV|VIRTUAL|YARN)(?:_?[A-Z]\w*)?$|^(?:CMAKE_PREFIX_PATH|GPG_KEY)$/;

/** Whether a variable that a Dockerfile does not set may have a value all the same: from the shell, Docker or the base image. */
export function mayComeFromOutside(name: string, base: string | undefined): boolean {
  if (everywhere.has(name) || everywhereFamilies.test(name)) return true;
  return (rowFor(base) ?? somewhere).test(name);
}

/** Whether everything is known that the image sets. Any other may set any name. */
export function isEnvironmentKnown(base: string | undefined): boolean {
  return rowFor(base) !== undefined;
}

function rowFor(base: string | undefined): RegExp | undefined {
  if (base === undefined) return undefined;
  const image = parseReference(base).image.replace(/^nvcr\.io\/nvidia\/cuda$/, "nvidia/cuda");
  return Object.hasOwn(whole, image) ? whole[image] : undefined;
}
