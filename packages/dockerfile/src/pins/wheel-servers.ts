import type { Install } from "./installs.ts";

/** Packages that download.pytorch.org has. */
const torchFamily =
  /^(?:torch|torchvision|torchaudio|torchtext|torchdata|triton|pytorch-triton|xformers|fbgemm-gpu)$/;

/**
 * Indexes that have no labelled version of torch: PyPI takes none, its mirrors have what PyPI has, and the others have
 * packages of their own.
 */
const others =
  /^https?:\/\/(?:(?:files|test)\.)?(?:pypi\.org|pypi\.python\.org|pypi\.tuna\.tsinghua\.edu\.cn|mirrors?\.[\w.-]+\/(?:pypi|simple)|pypi\.douban\.com|pypi\.mirrors\.ustc\.edu\.cn|download\.openmmlab\.com|data\.pyg\.org|data\.dgl\.ai|pypi\.nvidia\.com|pypi\.ngc\.nvidia\.com|developer\.download\.nvidia\.com)(?:[/:]|$)/i;

/** `torch_stable.html` is a page of links: pip looks for a folder of projects behind an index, and finds none there. */
export function isLinksPage(url: string): boolean {
  return /^https?:\/\/download\.pytorch\.org\/whl\/(?:[\w.]+\/)?torch_stable\.html$/.test(url);
}

/** Whether one of the places a command takes packages from may have a labelled version, such as `torch==1.9.1+cu111`. */
export function isServed({ name, options }: Pick<Install, "name" | "options">, label: string): boolean {
  const indexes = [...(options.indexUrl === undefined ? [] : [options.indexUrl]), ...options.extraIndexUrls];
  if (!torchFamily.test(name)) return indexes.length > 0 || options.findLinks.length > 0 || options.noIndex;
  if (options.noIndex && options.findLinks.length > 0) return true;
  return (
    indexes.some((url) => !isLinksPage(url) && mayServe(url, label)) ||
    options.findLinks.some((url) => mayServe(url, label))
  );
}

function mayServe(url: string, label: string): boolean {
  if (others.test(url)) return false;
  const [, folder] =
    /^https?:\/\/download\.pytorch\.org\/whl\/(cu\d+|cpu|rocm[\d.]+)(?:\/|$)/.exec(url) ?? [];
  return folder === undefined || folder === label;
}
