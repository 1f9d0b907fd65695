/** Keeps the head and the tail of a stream within `maxBytes`; what a failure needs is nearly always at an end. */
export function capturedOutput(maxBytes: number): { push(chunk: Buffer): void; text(): string } {
  const half = Math.floor(maxBytes / 2);
  const head: Buffer[] = [];
  let headBytes = 0;
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let dropped = 0;
  const keepTail = (chunk: Buffer): void => {
    tail.push(chunk);
    tailBytes += chunk.length;
    // Joining only when twice over the limit keeps the cost linear in what is pushed.
    if (tailBytes > 2 * half) {
      const joined = Buffer.concat(tail);
      const kept = Buffer.from(joined.subarray(joined.length - half));
      dropped += joined.length - kept.length;
      tail = [kept];
      tailBytes = kept.length;
    }
  };
  return {
    push(chunk) {
      const room = half - headBytes;
      if (room > 0) {
        head.push(chunk.subarray(0, room));
        headBytes += Math.min(room, chunk.length);
      }
      if (chunk.length > room) keepTail(chunk.subarray(Math.max(0, room)));
    },
    text() {
      const start = Buffer.concat(head).toString("utf8");
      const end = Buffer.concat(tail).toString("utf8");
      return dropped === 0 ? start + end : `${start}\n[${dropped} bytes dropped]\n${end}`;
    },
  };
}
