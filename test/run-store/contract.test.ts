import { inject } from "vitest";
import { runStoreContract } from "../contracts/run-store.ts";
import { newFile, newSchema, opened } from "./opened.ts";

runStoreContract("in a file of SQLite", () => opened(newFile()));
runStoreContract("on a server of PostgreSQL", () => opened(newSchema(inject("postgres"))));
