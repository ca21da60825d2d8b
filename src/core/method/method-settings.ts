import { costSettings } from "./cost-settings.ts";
import { evidenceSettings } from "./evidence-settings.ts";
import type { MethodSetting } from "./method-setting.ts";
import { scoreSettings } from "./score-settings.ts";
import { verdictSettings } from "./verdict-settings.ts";

/** Every number and list that the rules go by, read from where the rules read it. */
export const methodSettings: readonly MethodSetting[] = [
  ...evidenceSettings,
  ...costSettings,
  ...scoreSettings,
  ...verdictSettings,
];
