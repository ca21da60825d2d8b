import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../cache-folder.ts";

/** The release of node-llama-cpp whose llama.cpp is built: its package brings the source along. */
const release = "3.22.1";

const settings = {
  CMAKE_BUILD_TYPE: "Release",
  CMAKE_CXX_FLAGS_RELEASE: "-O1",
  CMAKE_C_FLAGS_RELEASE: "-O2",
  BUILD_SHARED_LIBS: "OFF",
  GGML_NATIVE: "OFF",
  GGML_OPENMP: "OFF",
  LLAMA_CURL: "OFF",
  LLAMA_OPENSSL: "OFF",
  LLAMA_BUILD_TESTS: "OFF",
  LLAMA_BUILD_EXAMPLES: "OFF",
  LLAMA_BUILD_UI: "OFF",
  LLAMA_USE_PREBUILT_UI: "OFF",
};

/** The program, built once: about four minutes on two cores. @throws with what is missing */
export function builtLlamaServer(): string {
  const folder = cacheFolder(`llama-server-${release}`);
  const program = join(folder, "llama.cpp/build/bin/llama-server");
  if (existsSync(program)) return program;
  ensureTools();
  process.stderr.write(`Building llama-server in ${folder}: some minutes, once.\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  run("npm", ["install", `node-llama-cpp@${release}`, ...flags], folder);
  if (!existsSync(join(folder, "llama.cpp"))) {
    const bundle = "node_modules/node-llama-cpp/llama/gitRelease.bundle";
    run("git", ["clone", "-q", "-c", "advice.detachedHead=false", bundle, "llama.cpp"], folder);
  }
  const source = join(folder, "llama.cpp");
  const defined = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  run("cmake", ["-B", "build", ...defined], source);
  const jobs = String(availableParallelism());
  run("cmake", ["--build", "build", "--target", "llama-server", "--parallel", jobs], source);
  return program;
}

const tools = { git: "git", cmake: "cmake", "g++": "g++", make: "make" };

/** Installs what is missing where it may; else names it. */
function ensureTools(): void {
  const before = missingTools();
  if (before.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update"], "/");
    run("apt-get", ["install", "-y", "--no-install-recommends", ...before], "/");
  }
  const missing = missingTools();
  if (missing.length === 0) return;
  throw new Error(
    `llama-server is built with ${missing.join(", ")}, not found on this machine. ` +
      `Install it (Debian: \`apt-get install -y ${missing.join(" ")}\`).`,
  );
}

function missingTools(): readonly string[] {
  return Object.entries(tools)
    .filter(([program]) => spawnSync(program, ["--version"]).status !== 0)
    .map(([, name]) => name);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(program, args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`\`${program} ${args.join(" ")}\` failed in ${cwd}`);
}
