/**
 * Resolution of a short text with its attributions marked as in the corpus: `{s1 Kolb} {c1 said} {t1 the bridge was
 * shut}.` Keeps tests of speakers free of what finding attributions gets wrong.
 */
import { annotate } from '../../../engine/index.ts';
import type { Annotation, Speaker } from '../../../engine/annotation.ts';
import { resolve, type ResolveOptions } from '../../../engine/resolve/resolve.ts';
import type { LinkedDocument } from '../../../engine/attribute/linked.ts';
import { readArticle } from '../../../scripts/corpus/inline.ts';
import { goldDocument } from '../../../scripts/evaluate/speakers.ts';

function documentOf(marked: string): LinkedDocument {
  const numbers = [...new Set([...marked.matchAll(/\{c(\d+)/g)].map((match) => match[1]))];
  const lines = numbers.map((number) => `${number}: speaker=-`).join('\n');
  const { article } = readArticle(
    `---\nid: test-01\ngenre: world\nstyle: us, straight\n---\n${marked}\n---\nattributions:\n${lines}\n`,
  );
  if (article === null) throw new Error('the marked text cannot be read');
  const { linked } = annotate(article.text, { plainText: 'always' });
  return goldDocument(article, linked);
}

export interface Result {
  readonly annotation: Pick<Annotation, 'quotes' | 'attributions' | 'speakers' | 'agencies' | 'allegations'>;
  /** Names of the speakers, in the order of the attributions; "?A|B" for candidates, "-" for none. */
  readonly names: readonly string[];
  readonly speaker: (name: string) => Speaker;
}

/** Resolves a marked text. */
export function resolveMarked(marked: string, options: ResolveOptions = {}): Result {
  const document = documentOf(marked);
  const annotation = resolve(document, options);
  const byId = new Map(annotation.speakers.map((speaker) => [speaker.id, speaker]));
  const nameOf = (id: string): string => byId.get(id)?.name ?? '';
  return {
    annotation,
    names: annotation.attributions.map(
      (attribution) =>
      attribution.speaker !== null ? nameOf(attribution.speaker) : attribution.candidates ? `?${attribution.candidates.map(nameOf).join('|')}` : '-', // prettier-ignore
    ),
    speaker: (name) => {
      const found = annotation.speakers.find((speaker) => speaker.name === name);
      if (found === undefined)
        throw new Error(
          `no speaker ${name} among ${annotation.speakers.map((each) => each.name).join(', ')}`,
        );
      return found;
    },
  };
}
