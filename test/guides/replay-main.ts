import { text } from "node:stream/consumers";
import { replayHere } from "./replay-here.ts";

process.stdout.write(await replayHere(await text(process.stdin)));
