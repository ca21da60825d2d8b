import { readFileSync, writeFileSync } from "node:fs";
import { libraryPage } from "./library-page.ts";

const file = "docs/library.md";
writeFileSync(file, libraryPage(readFileSync(file, "utf8")));
