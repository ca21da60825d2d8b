/** How a store is called where people read it: without a password. */
export function storeName(where: string): string {
  if (!/^postgres(ql)?:/i.test(where)) return where;
  return where.replace(/\/\/[^@/]*@/, "//").replace(/[?#].*$/s, "");
}
