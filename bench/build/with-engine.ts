import { startEngine } from "../../scripts/engine.mjs";

/** Runs something with a real engine in this process's environment; a string says why there is none. */
export async function withEngine<T>(measure: () => Promise<T>): Promise<T | string> {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  try {
    engine = await startEngine();
  } catch (error) {
    return `no engine to build with: ${(error as Error).message}`;
  }
  const before = { ...process.env };
  Object.assign(process.env, engine.env);
  try {
    return await measure();
  } finally {
    for (const name of Object.keys(engine.env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await engine.stop();
  }
}
