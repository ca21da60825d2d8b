/** Where resources stand, as templates of RFC 6570. */
export const catalogAddress = "steelyard://catalog";
export const modelAddressTemplate = "steelyard://models/{maker}/{model}";

export function modelAddress(id: string): string {
  const [maker = "", ...slug] = id.split("/").map(encodeURIComponent);
  return `steelyard://models/${maker}/${slug.join("%2F")}`;
}
