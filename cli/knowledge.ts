/** Which rules and presets there are, for whoever reads configuration. */
import type { Knowledge } from '../config/load.ts';
import { validateConfig } from '../engine/rules/configSchema.ts';
import { PRESET_NAMES, presetLayer } from '../engine/rules/presets.ts';

export const KNOWLEDGE: Knowledge = { presetNames: PRESET_NAMES, presetLayer, validate: validateConfig };
