// packages/checkpoint/src/sniff-checkpoint.ts
/** Bytes of the file's beginning that `sniffCheckpoint` needs. */
const headBytes = 512;
const startsWith = (head, ...bytes) => head.length >= bytes.length && bytes.every((byte, index) => head[index] === byte);
const asText = (head) => String.fromCharCode(...head.subarray(0, 512));
/**
* Tells a checkpoint from what downloads leave in its place, before any GPU time. `head` is the file's beginning
* (`headBytes` of it), `size` its length in bytes. It says nothing about what the pickle inside would run.
*/
function sniffCheckpoint(head, size) {
	const measured = ` of ${(size / 2 ** 20).toFixed(1)} MiB`;
	if (size === 0 || head.length === 0) return refused("empty", "it has no bytes", "Download the checkpoint again; an earlier one stopped before it began.");
	if (startsWith(head, 80, 75, 3, 4)) return accepted("torch-zip", `a zip archive${measured}, as torch.save writes since 1.6`);
	if (startsWith(head, 128) && [
		2,
		3,
		4,
		5
	].includes(head[1] ?? 0)) return accepted("legacy-pickle", `a bare pickle${measured}, as torch.save wrote before 1.6`);
	if (startsWith(head, 31, 139)) return refused("gzip", "it is compressed with gzip", "Unpack it first: torch.load does not read gzip.");
	const text = asText(head).replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
	if (text.startsWith("version https://git-lfs.github.com/spec/")) return refused("git-lfs-pointer", "it is a Git LFS pointer, not the weights", "Run `git lfs pull` where it was cloned, or set lfs: true on actions/checkout.");
	if (/^<(?:!doctype\s+html|html|head|\?xml)/i.test(text)) return refused("html", "it is a web page, not the weights", "The download answered with a page (a login, a quota, a virus-scan notice): open the address in a browser, then download the file itself.");
	return refused("unknown", "it is neither a zip archive nor a pickle", "Give a file that torch.save wrote; check its length and hash against the source.");
}
function accepted(format, sentence) {
	return {
		format,
		usable: true,
		sentence: `it is ${sentence}`,
		remedy: ""
	};
}
function refused(format, sentence, remedy) {
	return {
		format,
		usable: false,
		sentence,
		remedy
	};
}

Object.defineProperty(exports, "sniffCheckpoint", {
  enumerable: true,
  get: function () {
    return sniffCheckpoint;
  }
});