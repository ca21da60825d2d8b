/**
 * Where the file of an address lies in an exported folder. A page is the index of a folder of its own,
 * which every host shows at the address without an ending.
 *
 * @throws where an address names no file below the folder
 */
export function pathOf(address: string, isPage: boolean): string {
  const names = address.split("/").slice(1).map(decodeURIComponent);
  const isRoot = names.length === 1 && names[0] === "";
  const path = isPage ? [...(isRoot ? [] : names), "index.html"] : names;
  if (path.some(leadsAway)) throw new Error(`${address} names no file.`);
  return path.join("/");
}

function leadsAway(name: string): boolean {
  return name === "" || name === "." || name === ".." || /[/\\\0]/.test(name);
}
