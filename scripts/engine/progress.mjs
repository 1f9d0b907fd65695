// A line at the start of each slow step, one every few seconds while it lasts, so that nobody watches a silent terminal.

/** @typedef {(line: string) => void} Log */

/**
 * @template T
 * @param {Log} log
 * @param {string} what in the present participle: "fetching ..."
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function progress(log, what, step) {
  const start = Date.now();
  const seconds = () => ((Date.now() - start) / 1000).toFixed(1);
  log(what);
  const timer = setInterval(() => log(`still ${what} (${seconds()} s)`), 5000);
  try {
    const result = await step();
    if (Date.now() - start > 2000) log(`done in ${seconds()} s: ${what}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
