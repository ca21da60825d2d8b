const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "you have no permission",
  EPERM: "you have no permission",
  EISDIR: "it is a folder",
  ENOTDIR: "what should be its folder is a file",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EADDRINUSE: "something else listens there",
  EADDRNOTAVAIL: "this machine has no such address",
  ENOTFOUND: "nobody knows this name",
};

/** What the operating system said of a file or an address, in words a reader knows. */
export function systemReason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return reasons[code] ?? cause.message;
}
