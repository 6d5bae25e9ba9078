/** What the configuration loader needs to know of rules and presets, and the reader of source books. */
import type { Knowledge } from '../../config/load.ts';
import type { AgencyEntry } from '../../engine/lexicon/agencyEntry.ts';
import type { KnownSpeaker } from '../../engine/resolve/cast.ts';
import { validateConfig } from '../../engine/rules/configSchema.ts';
import { PRESET_NAMES, presetLayer } from '../../engine/rules/presets.ts';

export const KNOWLEDGE: Knowledge = { presetNames: PRESET_NAMES, presetLayer, validate: validateConfig };

export function readSourceBook(_value: unknown): {
  readonly speakers: readonly KnownSpeaker[];
  readonly agencies: readonly AgencyEntry[];
  readonly problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
} {
  return { speakers: [], agencies: [], problems: [] };
}
