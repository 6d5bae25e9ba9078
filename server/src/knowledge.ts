/** What the configuration loader and the source book need to know of rules, presets and agencies. */
import type { Knowledge } from '../../config/load.ts';
import type { AgencyEntry } from '../../engine/lexicon/agencyEntry.ts';
import type { KnownSpeaker } from '../../engine/resolve/cast.ts';

export const presetLayer: Knowledge['presetLayer'] = () => null;
export const KNOWLEDGE: Knowledge = { presetNames: [], presetLayer, validate: () => [] };
export function readSourceBook(_value: unknown): {
  readonly speakers: readonly KnownSpeaker[];
  readonly agencies: readonly AgencyEntry[];
  readonly problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
} {
  return { speakers: [], agencies: [], problems: [] };
}
