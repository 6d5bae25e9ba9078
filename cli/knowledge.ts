/** Which rules and presets there are, for whoever reads configuration. */
import type { Knowledge } from '../config/load.ts';

export const KNOWLEDGE: Knowledge = {
  presetNames: ['recommended'],
  presetLayer: (name) => (name === 'recommended' ? {} : null),
  validate: () => [],
};
