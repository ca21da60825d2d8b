import { execFileSync } from "node:child_process";

/** Two network namespaces on one bridge: as far as the network goes, two hosts beside this one. */
export interface TwoHosts {
  /** Where this machine is reached from both. */
  readonly address: string;
  readonly network: string;
  /** What a command is started through, to run there. */
  readonly through: readonly (readonly string[])[];
  readonly remove: () => void;
}

const bridge = "steelyard0";
const names = ["steelyard1", "steelyard2"];
const [address, network] = ["10.77.0.1", "10.77.0.0/24"];

/** Undefined: this machine lets us make none. */
export function twoHosts(): TwoHosts | undefined {
  try {
    remove();
    ip(`link add ${bridge} type bridge`);
    ip(`addr add ${address}/24 dev ${bridge}`);
    ip(`link set ${bridge} up`);
    for (const [index, name] of names.entries()) {
      ip(`netns add ${name}`);
      ip(`link add ${name} type veth peer name eth0 netns ${name}`);
      ip(`link set ${name} master ${bridge} up`);
      ip(`-n ${name} addr add 10.77.0.${index + 2}/24 dev eth0`);
      ip(`-n ${name} link set eth0 up`);
      ip(`-n ${name} link set lo up`);
    }
    const through = names.map((name) => ["ip", "netns", "exec", name]);
    return { address, network, through, remove };
  } catch {
    remove();
    return undefined;
  }
}

function remove(): void {
  for (const name of names) quietly(`netns del ${name}`);
  quietly(`link del ${bridge}`);
}

function ip(words: string): void {
  execFileSync("ip", words.split(" "), { stdio: "ignore" });
}

function quietly(words: string): void {
  try {
    ip(words);
  } catch {
    /** There was none. */
  }
}
