// The two servers: dockerd with a configuration that touches nothing outside its own folders, and a registry on loopback.
import { spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { lastLines } from "./command.mjs";
import { get } from "./http.mjs";
import { identity } from "./processes.mjs";

/**
 * @typedef {object} Server
 * @property {string} name
 * @property {string | undefined} identity
 * @property {() => boolean} ended
 * @property {() => string} tail its log's last lines, indented
 */

/**
 * @param {import("./place.mjs").Place} place
 * @returns {Promise<Server>} once it answers
 * @throws {Error} with dockerd's last lines when it ends, or does not answer within 45 s
 */
export async function startDockerd(place) {
  const config = path.join(place.run, "daemon.json");
  const plugins = path.join(place.run, "docker", "cli-plugins");
  mkdirSync(plugins, { recursive: true });
  symlinkSync(path.join(place.bin, "docker-buildx"), path.join(plugins, "docker-buildx"));
  writeFileSync(config, JSON.stringify(daemonConfig(place), null, 2));
  const server = launch(
    "dockerd",
    path.join(place.bin, "dockerd"),
    ["--config-file", config],
    path.join(place.run, "engine.log"),
    {
      ...process.env,
      PATH: `${place.bin}:${process.env.PATH}`,
    },
  );
  await answers(server, 45, () => get({ socketPath: place.socket, path: "/_ping" }));
  return server;
}

/** @param {import("./place.mjs").Place} place */
function daemonConfig(place) {
  return {
    features: { "containerd-snapshotter": true },
    "data-root": path.join(place.data, "engine"),
    "exec-root": path.join(place.run, "exec"),
    // Else dockerd writes /etc/docker/key.json.
    "deprecated-key-path": path.join(place.run, "key.json"),
    pidfile: path.join(place.run, "dockerd.pid"),
    hosts: [`unix://${place.socket}`],
    // By this name what is left of a killed engine's containers is found.
    "cgroup-parent": `/${place.cgroup}`,
    bridge: place.bridge,
    "default-address-pools": [{ base: "198.19.0.0/16", size: 24 }],
    // No firewall rules: they are the machine's, and another engine's.
    iptables: false,
    ip6tables: false,
    "ip-forward": false,
    "userland-proxy": true,
    "shutdown-timeout": 5,
    "log-level": "warn",
  };
}

/**
 * @param {import("./place.mjs").Place} place
 * @returns {Promise<{server: Server, address: string}>} address: host and port
 */
export async function startRegistry(place) {
  const config = path.join(place.run, "registry.json");
  for (let attempt = 1; ; attempt += 1) {
    const address = `127.0.0.1:${await freePort()}`;
    const root = path.join(place.data, "registry");
    // JSON is YAML, which is what the registry reads.
    writeFileSync(
      config,
      JSON.stringify({
        version: 0.1,
        log: { level: "warn" },
        storage: { filesystem: { rootdirectory: root }, delete: { enabled: true } },
        http: { addr: address },
      }),
    );
    const program = path.join(place.bin, "docker-registry");
    const server = launch(
      "docker-registry",
      program,
      ["serve", config],
      path.join(place.run, "registry.log"),
      {
        PATH: process.env.PATH,
        OTEL_TRACES_EXPORTER: "none",
      },
    );
    const [host, port] = address.split(":");
    try {
      await answers(server, 15, () => get({ host: host ?? "", port: Number(port), path: "/v2/" }));
      return { server, address };
    } catch (error) {
      // Between our asking and its listening somebody else may have taken the port.
      if (attempt === 3 || !server.ended()) throw error;
    }
  }
}

/** @returns {Promise<number>} a port nobody listens on now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {string} log
 * @param {NodeJS.ProcessEnv} env
 * @returns {Server}
 */
function launch(name, program, args, log, env) {
  const out = openSync(log, "a", 0o600);
  const child = spawn(program, args, { stdio: ["ignore", out, out], env, detached: true });
  let over = false;
  child.once("error", () => {
    over = true;
  });
  child.once("exit", () => {
    over = true;
  });
  return {
    name,
    identity: child.pid === undefined ? undefined : identity(child.pid),
    ended: () => over,
    tail: () => lastLines(readFileSync(log, "utf8").slice(-20_000)),
  };
}

/**
 * @param {Server} server
 * @param {number} seconds
 * @param {() => Promise<boolean>} ping
 */
async function answers(server, seconds, ping) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await ping())) {
    if (server.ended()) throw new Error(`${server.name} did not start${server.tail()}`);
    if (Date.now() > deadline)
      throw new Error(`${server.name} did not answer within ${seconds} s${server.tail()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
