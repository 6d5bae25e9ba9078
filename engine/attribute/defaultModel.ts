/** The model that ships with the engine, read from its weights when first asked for and never changed. */
import { WEIGHTS } from '../model/weights.gen.ts';
import { decodeBase64 } from '../text/base64.ts';
import { readModel, type Model } from './model.ts';

let model: Model | null = null;

/** The shipped model. Reading it takes some tens of milliseconds, once per process. */
export function defaultModel(): Model {
  return (model ??= readModel(decodeBase64(WEIGHTS)));
}
