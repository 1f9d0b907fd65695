import { startEngine } from "../../scripts/engine.mjs";

/**
 * Gives the engine tests a real Docker engine and a registry: the machine's own, or a private one. Where neither can
 * be had they skip, and the run says so at its end.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  const log = (line: string): void => void process.stderr.write(`engine: ${line}\n`);
  try {
    const engine = await startEngine({ log });
    Object.assign(process.env, engine.env, { MIA_ENGINE: engine.version });
    if (engine.registry) process.env.MIA_REGISTRY = engine.registry;
    return () => engine.stop();
  } catch (error) {
    log((error as Error).message);
    return undefined;
  }
}
