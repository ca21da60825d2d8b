import { writeFileSync } from "node:fs";
import { publishedSchemas } from "./published-schemas.ts";

for (const [name, text] of Object.entries(publishedSchemas)) {
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), text);
}
