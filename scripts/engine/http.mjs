// One question to a server on this machine: does it answer?
import { request } from "node:http";

/**
 * @param {{path: string, socketPath: string} | {path: string, host: string, port: number}} target
 * @returns {Promise<boolean>} whether it answered 200 within 2 s
 */
export function get(target) {
  return new Promise((resolve) => {
    const asked = request({ ...target, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once("timeout", () => asked.destroy());
    asked.once("error", () => resolve(false));
    asked.end();
  });
}
