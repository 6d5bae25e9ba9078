/** What the configuration loader needs to know of the engine's rules and presets. */
import type { Knowledge } from '../../config/load.ts';
import { validateConfig } from '../../engine/rules/configSchema.ts';
import { PRESET_NAMES, presetLayer } from '../../engine/rules/presets.ts';

export const KNOWLEDGE: Knowledge = { presetNames: PRESET_NAMES, presetLayer, validate: validateConfig };
